// What the tools cannot bring themselves: Node 20 and rustup's Rust.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { Explained } from "./terminal.mjs";

const atLeast = (found, wanted) => found.localeCompare(wanted, "en", { numeric: true }) >= 0;

/** Says in one sentence what is missing; does nothing where all is there. */
export function checkHost() {
  const node = process.versions.node;
  if (!atLeast(node, "20")) throw new Explained(`Node 20 or later is needed; this is ${node}`);

  const wanted = /^rust-version = "(.+)"$/m.exec(readFileSync(inRoot("Cargo.toml"), "utf8"))[1];
  let found;
  try {
    found = execFileSync("rustc", ["--version"], { encoding: "utf8", cwd: inRoot() }).split(" ")[1];
  } catch {
    throw new Explained(`Rust ${wanted} or later is needed: install it from https://rustup.rs`);
  }
  if (!atLeast(found, wanted)) {
    throw new Explained(`Rust ${wanted} or later is needed; this is ${found}: run "rustup update"`);
  }
}
