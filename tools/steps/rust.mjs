import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "../lib/command.mjs";
import { Explained } from "../lib/terminal.mjs";

const target = "wasm32-unknown-unknown";

/** Asks rustup for a part of the toolchain; Rust without rustup has to bring it itself. */
async function add(kind, name, progress) {
  try {
    await run("rustup", [kind, "add", name], { progress });
  } catch (error) {
    throw new Explained(`the Rust ${kind} ${name} is missing, and rustup could not add it`, error.output);
  }
}

/** The WebAssembly target of the active toolchain. */
export const rust = {
  name: "rust",
  title: "Rust for WebAssembly",
  async isDone() {
    const { stdout } = await run("rustc", ["--print", "sysroot"]);
    return existsSync(join(stdout.trim(), "lib", "rustlib", target, "lib"));
  },
  run: (progress) => add("target", target, progress),
};

/** The parts of the toolchain that only the tests need. */
export const rustChecks = {
  name: "rust-checks",
  title: "rustfmt and clippy",
  async isDone() {
    const present = await Promise.allSettled([
      run("cargo", ["fmt", "--version"]),
      run("cargo", ["clippy", "--version"]),
    ]);
    return present.every(({ status }) => status === "fulfilled");
  },
  async run(progress) {
    await add("component", "rustfmt", progress);
    await add("component", "clippy", progress);
  },
};
