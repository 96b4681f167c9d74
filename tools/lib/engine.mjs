// The steps of every build of the engine: cargo, then wasm-bindgen.

import { readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { run } from "./command.mjs";
import { cache, inRoot, root, rustTool } from "./paths.mjs";

const target = "wasm32-unknown-unknown";

/** Whether to use the debug build of the engine, as `npm run dev` and `npm test -- --debug-engine` do. */
export const isDebugEngine = process.env.CASE_SLO_ENGINE === "debug";

/**
 * Compiles the engine, or another crate of the workspace.
 *
 * @param {object} options
 * @param {string} [options.crate]       name of the crate; default: the engine
 * @param {string[]} options.cargo       profile and features
 * @param {string} options.profile       its folder under the target
 * @param {string} options.folder        cargo's target folder: builds with other flags have their own
 * @param {string[]} [options.flags]     further flags of the compiler
 * @param {(text: string) => void} options.progress
 * @returns {Promise<string>} path of the module
 */
export async function compileEngine({ crate = "case-slo", cargo, profile, folder, flags = [], progress }) {
  await run("cargo", ["fetch", "--locked", "--target", target], { progress });
  const args = ["build", "--locked", "--package", crate, "--lib", "--target", target, "--target-dir", folder, ...cargo];
  await run("cargo", args, {
    progress,
    env: { CARGO_ENCODED_RUSTFLAGS: [...withoutPaths(), ...flags].join("\u001f") },
  });
  return inRoot(folder, target, profile, `${crate.replaceAll("-", "_")}.wasm`);
}

/** Runs wasm-bindgen; returns the folder with the module and its glue. */
export async function bind(compiled, name, options) {
  const out = join(cache, name);
  const common = ["--remove-producers-section", "--out-name", name, "--out-dir", out];
  await run(rustTool("wasm-bindgen"), [...options, ...common, compiled]);
  return out;
}

/** Compiler flags that keep the paths of this machine out of the engine, so that every machine builds the same bytes. */
function withoutPaths() {
  const sources = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry", "src");
  const registries = readdirSync(sources).map((name) => join(sources, name));
  return [root, ...registries].map((path) => `--remap-path-prefix=${path}=`);
}
