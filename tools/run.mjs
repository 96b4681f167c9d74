// The one entry of the build tools: `node tools/run.mjs COMMAND [--verbose]`. package.json's scripts call it; it needs
// only Node 20 and rustup's Rust, and installs everything else itself (see CONTRIBUTING.md).

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { inRoot } from "./lib/paths.mjs";
import { Explained, fail, heading } from "./lib/terminal.mjs";

const commands = {
  build: () => import("./build.mjs").then(({ build }) => build()),
  start: () => import("./start.mjs").then(({ start }) => start()),
  dev: () => import("./dev.mjs").then(({ dev }) => dev()),
  test: (words) => import("./test.mjs").then(({ test }) => test(words)),
  "test:scale": () => import("./scale.mjs").then(({ testScale }) => testScale()),
  ci: () => import("./ci.mjs").then(({ ci }) => ci()),
  "test:docs": () => import("./docs.mjs").then(({ docs }) => docs()),
  bench: (words) => import("./bench.mjs").then(({ bench }) => bench(words)),
  size: () => import("./size.mjs").then(({ size }) => size()),
  reproduce: () => import("./reproduce.mjs").then(({ reproduce }) => reproduce()),
};

const [command, ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, command)) {
  console.error(`usage: node tools/run.mjs ${Object.keys(commands).join("|")} [--verbose]`);
  process.exit(2);
}

// The steps of the build read this when they are loaded.
if (command === "dev" || args.includes("--debug-engine")) process.env.CASE_SLO_ENGINE = "debug";

try {
  heading(`case-slo: ${command}`);
  checkMachine();
  await commands[command](args.filter((arg) => !arg.startsWith("--")));
} catch (error) {
  fail(error);
  process.exitCode = 1;
}

/** Reports in one sentence what is missing on this machine; does nothing if nothing is missing. */
function checkMachine() {
  const node = process.versions.node;
  if (!isAtLeast(node, "20")) throw new Explained(`Node 20 or later is needed; this is ${node}`);

  const wanted = /^rust-version = "(.+)"$/m.exec(readFileSync(inRoot("Cargo.toml"), "utf8"))[1];
  let found;
  try {
    found = execFileSync("rustc", ["--version"], { encoding: "utf8", cwd: inRoot() }).split(" ")[1];
  } catch {
    throw new Explained(`Rust ${wanted} or later is needed: install it from https://rustup.rs`);
  }
  if (!isAtLeast(found, wanted)) {
    throw new Explained(`Rust ${wanted} or later is needed; this is ${found}: run "rustup update"`);
  }
}

function isAtLeast(found, wanted) {
  return found.localeCompare(wanted, "en", { numeric: true }) >= 0;
}
