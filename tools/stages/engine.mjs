// The tests of the engine in Rust: natively, and as WebAssembly in a browser.

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { chromiumFlags, findBrowser } from "../lib/browsers.mjs";
import { attempt } from "../lib/command.mjs";
import { matches } from "../lib/node-test.mjs";
import { check, counted, inTurn } from "../lib/outcome.mjs";
import { cache, inRoot, rustTool } from "../lib/paths.mjs";
import { hashOf } from "../lib/step.mjs";

const allFeatures = ["--workspace", "--all-features"];
/** The engine of the elements, without reports and checks. */
const ofElements = ["--no-default-features"];

export const engine = {
  name: "engine",
  title: "Engine",
  needs: ["rust"],
  lock: "cargo",
  run: (progress) => inTurn([allFeatures, ofElements].map((features) => () => cargoTest(features, [], { progress }))),
  select(word) {
    const files = testFiles()
      .filter((name) => matches(name, word))
      .map((name) => ({ args: ["--test", name], filters: [] }));
    // A unit test has the path of its module in its name.
    if (modules().some((path) => matches(path, word))) files.push({ args: ["--lib"], filters: [word] });
    const name = word.replaceAll(/\W+/g, "_");
    const hasTitle = sources().some((path) => new RegExp(`\\bfn \\w*${name}`, "i").test(readFileSync(path, "utf8")));
    const run = (parts) => (progress) =>
      inTurn(
        parts.map(
          ({ args, filters }) =>
            () =>
              cargoTest([...allFeatures, ...args], filters, { progress }),
        ),
      );
    return {
      files: files.length > 0 ? run(files) : undefined,
      titles: hasTitle ? run([{ args: [], filters: [name] }]) : undefined,
    };
  },
};

/** The engine as a library: its documentation, its packages, and a crate outside the workspace that depends on it. */
export const library = {
  name: "library",
  title: "Rust library",
  needs: ["rust"],
  lock: "cargo",
  run(progress) {
    const holds = (name, args, env) => async () => {
      return check(await attempt("cargo", args, { progress, env }), name, "npm test -- library");
    };
    // The versions of the workspace, and its compiled dependencies.
    copyFileSync(inRoot("Cargo.lock"), inRoot("tests/downstream/Cargo.lock"));
    const downstream = ["--manifest-path", "tests/downstream/Cargo.toml", "--target-dir", "target"];
    const runDownstream = (features) => async () => {
      const args = ["test", "--offline", ...downstream, ...features];
      const result = await attempt("cargo", args, { progress });
      const { passed, failed } = resultsIn(result.output, args);
      const failures =
        failed > 0 || result.code !== 0 ? [{ name: "downstream", repeat: `cargo ${args.join(" ")}` }] : [];
      return counted(result, { passed, failed, failures });
    };
    return inTurn([
      runDownstream([]),
      runDownstream(ofElements),
      holds("rustdoc", ["doc", "--locked", "--no-deps", ...allFeatures], { RUSTDOCFLAGS: "-D warnings" }),
      // Compiles the packed crate, which finds a file that is missing from the package.
      holds("cargo package", [
        ...["package", "--locked", "--offline", "--allow-dirty", "--quiet", "--workspace"],
        ...["--target-dir", folderOfPackages()],
      ]),
    ]);
  },
};

/**
 * The folder of the packed crates. Cargo unpacks the packed case-slo-log once for each folder and version, and compiles case-slo against that copy
 * even if its source has changed since. The name of the folder therefore follows the sources.
 */
function folderOfPackages() {
  const parent = inRoot("target/packages");
  const name = hashOf(["Cargo.toml", "Cargo.lock", "crates"]).slice(0, 12);
  for (const old of existsSync(parent) ? readdirSync(parent) : []) {
    if (old !== name) rmSync(join(parent, old), { recursive: true });
  }
  return join(parent, name);
}

/** The shared cases once more, in the engine that a browser runs. */
export const engineWasm = {
  name: "engine-wasm",
  title: "Engine, in Chromium",
  needs: ["rust", "bindgen", "browsers"],
  lock: "cargo",
  run(progress) {
    const capabilities = join(cache, "webdriver.json");
    const args = ["headless", ...chromiumFlags.map((flag) => flag.replace(/^--/, ""))];
    mkdirSync(cache, { recursive: true });
    writeFileSync(capabilities, JSON.stringify({ "goog:chromeOptions": { binary: findBrowser("chromium"), args } }));
    const env = {
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: rustTool("wasm-bindgen-test-runner"),
      CHROMEDRIVER: findBrowser("chromedriver"),
      WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities,
      WASM_BINDGEN_TEST_TIMEOUT: "300",
    };
    const target = ["--test", "wasm", "--target", "wasm32-unknown-unknown"];
    return inTurn([target, [...target, ...ofElements]].map((all) => () => cargoTest(all, [], { progress, env })));
  },
};

async function cargoTest(args, filters, options) {
  const command = ["test", "--locked", "--no-fail-fast", ...args, ...filters];
  const result = await attempt("cargo", command, options);
  return counted(result, resultsIn(result.output, args));
}

/** The results in the output of cargo test, which has a "test result" line for each test binary. */
function resultsIn(output, args) {
  const sum = { passed: 0, failed: 0, failures: [] };
  let [file, binary] = ["", []];
  for (const line of output.split("\n")) {
    const [, source, crate] = /^\s+Running (?:unittests )?(\S+) \(\S*?(\w+)-\w+(?:\.\w+)?\)/.exec(line) ?? [];
    const [, documented] = /^\s+Doc-tests (\w+)/.exec(line) ?? [];
    const [, failing] = /^test (.+?)(?: - .*)? \.\.\. FAILED$/.exec(line) ?? [];
    const [, passed, failed] = /^test result: \w+\. (\d+) passed; (\d+) failed;/.exec(line) ?? [];
    if (documented) [file, binary] = [documented, ["--doc"]];
    if (source) {
      const isIntegration = source.startsWith("tests/");
      file = source;
      binary = isIntegration ? ["--test", basename(source, ".rs")] : ["--package", crate.replaceAll("_", "-"), "--lib"];
    }
    if (failing) {
      const features = args.filter((arg) => /features|^--target$|^wasm32/.test(arg));
      const repeat = ["cargo test", ...features, ...binary, "--", failing].join(" ");
      sum.failures.push({ name: failing, file, repeat });
    }
    sum.passed += Number(passed ?? 0);
    sum.failed += Number(failed ?? 0);
  }
  return sum;
}

const rustFiles = (folder) => readdirSync(inRoot(folder), { recursive: true }).filter((name) => name.endsWith(".rs"));

/** The integration tests without the one that only a browser runs. */
const testFiles = () =>
  rustFiles("tests")
    .filter((name) => !/[\\/]/.test(name) && name !== "wasm.rs")
    .map((name) => basename(name, ".rs"));

/** The modules of the engine that contain tests, by their names. */
const modules = () =>
  rustFiles("src")
    .filter((name) => readFileSync(inRoot("src", name), "utf8").includes("#[test]"))
    .map((name) => name.replace(/(?:[\\/]mod)?\.rs$/, "").replaceAll(/[\\/]/g, "::"));

const sources = () =>
  ["src", "tests", "crates"].flatMap((folder) => rustFiles(folder).map((name) => inRoot(folder, name)));
