import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { run, runNode } from "../lib/command.mjs";
import { dist, generated, inRoot, nodeTool, root, rustTool } from "../lib/paths.mjs";
import { brotliSize, kilobytes } from "../lib/size.mjs";

/** What every browser that the package supports can run; `--all-features` would write what other tools refuse. */
const features = [
  "--enable-reference-types",
  "--enable-bulk-memory",
  "--enable-bulk-memory-opt",
  "--enable-nontrapping-float-to-int",
  "--enable-sign-ext",
  "--enable-mutable-globals",
  "--enable-multivalue",
];

/** The engine as WebAssembly, shipped once, and the glue that js/ imports. */
export const engine = {
  name: "engine",
  title: "Engine to WebAssembly",
  inputs: ["Cargo.toml", "Cargo.lock", "src", "policies", "tools/bindgen/Cargo.toml", "package-lock.json"],
  outputs: ["dist/engine.wasm", "js/generated/glue.js", "js/generated/glue.d.ts"],
  async run(tell) {
    await run("cargo", ["fetch", "--locked", "--target", "wasm32-unknown-unknown"], { tell });
    await run(
      "cargo",
      ["build", "--release", "--locked", "--lib", "--target", "wasm32-unknown-unknown", "--target-dir", "target"],
      { tell, env: { CARGO_ENCODED_RUSTFLAGS: withoutPaths().join("\u001f") } },
    );

    mkdirSync(generated, { recursive: true });
    const compiled = inRoot("target", "wasm32-unknown-unknown", "release", "case_slo.wasm");
    await run(rustTool("wasm-bindgen"), [
      ...["--target", "web", "--omit-default-module-path", "--remove-name-section", "--remove-producers-section"],
      // __wbg_reset_state: a fresh instance after a fault, without loading the bytes again.
      "--experimental-reset-state-function",
      ...["--out-name", "glue", "--out-dir", generated, compiled],
    ]);

    tell("wasm-opt");
    const small = join(generated, "engine.wasm");
    const strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];
    await runNode(nodeTool("binaryen", "bin", "wasm-opt"), [
      ...[join(generated, "glue_bg.wasm"), "-o", small],
      ...[...features, "-Oz", "--skip-pass=memory-packing", ...strip],
    ]);
    mkdirSync(dist, { recursive: true });
    copyFileSync(small, join(dist, "engine.wasm"));
    return `${kilobytes(brotliSize(readFileSync(small)))} brotli`;
  },
};

/** Compiler flags that keep the paths of this machine out of the engine, so that every machine builds the same bytes. */
function withoutPaths() {
  const sources = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry", "src");
  const registries = readdirSync(sources).map((name) => join(sources, name));
  return [root, ...registries].map((path) => `--remap-path-prefix=${path}=`);
}
