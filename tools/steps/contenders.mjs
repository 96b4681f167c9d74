// The libraries with which the benchmark compares the engine; they are installed and compiled on its first run only.

import { existsSync, readFileSync, statSync } from "node:fs";
import { attempt, run } from "../lib/command.mjs";
import { cache, inRoot } from "../lib/paths.mjs";

const folder = inRoot("benches");
const changed = (path) => statSync(path).mtimeMs;

/** benches/node_modules/, as its lock file says. */
export const packages = {
  name: "contenders",
  title: "npm packages to compare with",
  isDone() {
    const installed = inRoot("benches", "node_modules", ".package-lock.json");
    return existsSync(installed) && changed(installed) >= changed(inRoot("benches", "package-lock.json"));
  },
  async run(progress) {
    const args = ["ci", "--no-audit", "--no-fund"];
    if (process.platform === "win32") await run("cmd", ["/c", "npm", ...args], { progress, cwd: folder });
    else await run("npm", args, { progress, cwd: folder });
  },
};

const cargo = (...args) => [
  "build",
  "--release",
  "--locked",
  "--manifest-path",
  inRoot("benches", "Cargo.toml"),
  ...args,
];

/** The benchmark also runs without them and reports which are missing. */
const optional = (title, args) => ({
  name: "contenders",
  title,
  isDone: () => false,
  async run(progress) {
    const { code, output } = await attempt("cargo", args, { progress });
    return code === 0
      ? ""
      : `left out: ${
          output
            .trim()
            .split("\n")
            .find((line) => line.startsWith("error")) ?? "cargo failed"
        }`;
  },
});

/** The native half. */
export const crates = optional("Crates to compare with", cargo("--bins"));

/** workclock as WebAssembly. */
export const workclock = optional("workclock to WebAssembly", cargo("--lib", "--target", "wasm32-unknown-unknown"));

const pythonFolder = `${cache}/python`;

/** DuckDB and Polars for Python, which run natively: installed on request, beside the packages of the machine. */
export const pythonPackages = {
  name: "contenders",
  title: "DuckDB and Polars for Python",
  isDone: () => existsSync(`${pythonFolder}/duckdb`) && existsSync(`${pythonFolder}/polars`),
  async run(progress) {
    const wanted = readFileSync(inRoot("benches", "requirements.txt"), "utf8").trim().split("\n");
    const args = ["-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--target", pythonFolder];
    await run("python3", [...args, ...wanted], { progress });
  },
};
