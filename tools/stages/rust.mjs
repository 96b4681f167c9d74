import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromiumFlags, findBrowser } from "../lib/browsers.mjs";
import { attempt } from "../lib/command.mjs";
import { cache, rustTool } from "../lib/paths.mjs";
import { check, counted } from "../lib/stage.mjs";

const forWasm = ["--target", "wasm32-unknown-unknown"];

export const formatting = {
  title: "rustfmt",
  async run(tell) {
    const engine = await attempt("cargo", ["fmt", "--all", "--check"], { tell });
    const tools = await attempt("cargo", ["fmt", "--check", "--manifest-path", "tools/Cargo.toml"], { tell });
    return check({ code: engine.code || tools.code, output: engine.output + tools.output });
  },
};

const lint = (title, args, env = {}) => ({
  title,
  run: async (tell) =>
    check(await attempt("cargo", ["clippy", "--locked", ...args, "--", "-D", "warnings"], { tell, env })),
});

export const clippy = lint("clippy, native", ["--workspace", "--all-targets", "--all-features"]);
// The unit tests need what only native builds have: the zones of chrono-tz, to be held against. What is there without SIMD
// is there natively too.
export const clippyWasm = lint(
  "clippy, WebAssembly",
  ["--lib", "--test", "wasm", ...forWasm, "--target-dir", "target/simd"],
  {
    CARGO_ENCODED_RUSTFLAGS: "-Ctarget-feature=+simd128",
  },
);

/** Sums up every "test result" line that cargo test prints, one a test binary. */
function cargoCounts(output) {
  const sum = { passed: 0, failed: 0 };
  for (const [, passed, failed] of output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed;/gm)) {
    sum.passed += Number(passed);
    sum.failed += Number(failed);
  }
  return sum;
}

async function cargoTest(args, options) {
  const result = await attempt("cargo", ["test", "--locked", "--no-fail-fast", ...args], options);
  return counted(result, cargoCounts(result.output));
}

export const native = {
  title: "Engine, native",
  run: (tell) => cargoTest(["--workspace", "--all-features"], { tell }),
};

/** The same cases once more, in the engine that a browser runs. */
export const wasm = {
  title: "Engine, in Chromium",
  run(tell) {
    const capabilities = join(cache, "webdriver.json");
    const args = ["headless", ...chromiumFlags.map((flag) => flag.replace(/^--/, ""))];
    mkdirSync(cache, { recursive: true });
    writeFileSync(capabilities, JSON.stringify({ "goog:chromeOptions": { binary: findBrowser("chromium"), args } }));
    return cargoTest(["--test", "wasm", ...forWasm], {
      tell,
      env: {
        CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: rustTool("wasm-bindgen-test-runner"),
        CHROMEDRIVER: findBrowser("chromedriver"),
        WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities,
        WASM_BINDGEN_TEST_TIMEOUT: "120",
      },
    });
  },
};
