import { existsSync, readFileSync } from "node:fs";
import { run } from "../lib/command.mjs";
import { inRoot, rustTool } from "../lib/paths.mjs";

/** The version of wasm-bindgen that the engine is pinned to, which tools/bindgen takes as its own. */
const version = () => /^version = "(.+)"$/m.exec(readFileSync(inRoot("tools", "bindgen", "Cargo.toml"), "utf8"))[1];

/** wasm-bindgen and its test runner, built from source: about two minutes, once. */
export const bindgen = {
  name: "bindgen",
  title: "wasm-bindgen (once, 2 minutes)",
  async isDone() {
    const built = ["wasm-bindgen", "wasm-bindgen-test-runner"].every((name) => existsSync(rustTool(name)));
    return built && (await run(rustTool("wasm-bindgen"), ["--version"])).stdout.trim().endsWith(` ${version()}`);
  },
  async run(progress) {
    const manifest = inRoot("tools", "Cargo.toml");
    const folder = inRoot("tools", "target");
    await run("cargo", ["build", "--release", "--locked", "--manifest-path", manifest, "--target-dir", folder], {
      progress,
    });
  },
};
