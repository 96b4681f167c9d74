import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { run, runNode } from "../lib/command.mjs";
import { glueAddition, glueDeclarations, lighten, moduleNames } from "../lib/lighten.mjs";
import { silencePanics } from "../lib/panics.mjs";
import { cache, dist, generated, inRoot, nodeTool, root, rustTool } from "../lib/paths.mjs";
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

/**
 * The smallest result in brotli, which is what a visitor downloads: each of the passes left out makes the module smaller
 * and its brotli larger.
 */
const optimizations = [
  // First a call of a silent panic becomes the stop itself; nothing larger is inlined.
  ...["--inlining", "--always-inline-max-function-size=2"],
  ...["--flexible-inline-max-function-size=0", "--one-caller-inline-max-function-size=0"],
  ...["-Oz", "-Oz"],
  ...["memory-packing", "inlining-optimizing", "merge-blocks", "local-cse"].map((pass) => `--skip-pass=${pass}`),
  // The lowest kilobyte is the end of the stack: no address there is ever the base of a field.
  ...["--low-memory-unused", "--optimize-added-constants-propagate", "--coalesce-locals-learning", "--reorder-locals"],
  ...["--strip-debug", "--strip-producers", "--strip-target-features"],
];

/** The engine as WebAssembly, whole and without what not every page calls, and the one glue that js/ imports. */
export const engine = {
  name: "engine",
  title: "Engine to WebAssembly",
  inputs: [
    "Cargo.toml",
    "Cargo.lock",
    "src",
    "crates",
    "policies",
    "tools/bindgen/Cargo.toml",
    "tools/lib/panics.mjs",
    "tools/lib/lighten.mjs",
    "tools/lib/module.mjs",
    "package-lock.json",
  ],
  outputs: [...moduleNames.map((name) => `dist/${name}.wasm`), "js/generated/glue.js", "js/generated/glue.d.ts"],
  async run(tell) {
    await run("cargo", ["fetch", "--locked", "--target", "wasm32-unknown-unknown"], { tell });
    for (const folder of [dist, generated]) mkdirSync(folder, { recursive: true });
    const { glue, declarations } = await compiled(tell, plain);
    const wide = await compiled(tell, withSimd);
    if (wide.glue !== glue)
      throw new Error("two builds of the engine need two glues: what differs between them is more than instructions");
    writeFileSync(join(generated, "glue.js"), glue + glueAddition);
    writeFileSync(join(generated, "glue.d.ts"), declarations + glueDeclarations);
    const sizes = moduleNames.map(
      (name) => `${name} ${kilobytes(brotliSize(readFileSync(join(dist, `${name}.wasm`))))}`,
    );
    return sizes.join(", ");
  },
};

/** What is compiled for any WebAssembly, as small as it gets: pages wait for it. */
const plain = {
  folder: "target",
  names: moduleNames.filter((name) => name !== "analysis"),
  rustFlags: [],
  features: [],
  env: {},
};

/** What is compiled for one that compares sixteen bytes at once, and not at any price in speed: logs are read by it. */
const withSimd = {
  folder: "target/simd",
  names: ["analysis"],
  rustFlags: ["-Ctarget-feature=+simd128"],
  features: ["--enable-simd"],
  env: { CARGO_PROFILE_RELEASE_OPT_LEVEL: "s" },
};

/** Compiles the engine and makes some of its modules; gives the glue that belongs to them. */
async function compiled(tell, { folder, names, rustFlags, features: own, env }) {
  await run(
    "cargo",
    ["build", "--release", "--locked", "--lib", "--target", "wasm32-unknown-unknown", "--target-dir", folder],
    { tell, env: { ...env, CARGO_ENCODED_RUSTFLAGS: [...withoutPaths(), ...rustFlags].join("\u001f") } },
  );
  const bound = join(cache, folder === "target" ? "bindgen" : "bindgen-simd");
  await run(rustTool("wasm-bindgen"), [
    ...["--target", "web", "--omit-default-module-path"],
    // __wbg_reset_state: a fresh instance after a fault, without loading the bytes again.
    "--experimental-reset-state-function",
    ...["--out-name", "glue", "--out-dir", bound, inRoot(folder, "wasm32-unknown-unknown", "release", "case_slo.wasm")],
  ]);
  tell("wasm-opt");
  const whole = await silencePanics(readFileSync(join(bound, "glue_bg.wasm")));
  for (const name of names) {
    const [input, output] = [join(bound, `${name}.wasm`), join(dist, `${name}.wasm`)];
    writeFileSync(input, await lighten(whole, name));
    await runNode(nodeTool("binaryen", "bin", "wasm-opt"), [
      input,
      "-o",
      output,
      ...features,
      ...own,
      ...optimizations,
    ]);
  }
  const text = (name) => readFileSync(join(bound, name), "utf8");
  return { glue: text("glue.js"), declarations: text("glue.d.ts") };
}

/** Compiler flags that keep the paths of this machine out of the engine, so that every machine builds the same bytes. */
function withoutPaths() {
  const sources = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry", "src");
  const registries = readdirSync(sources).map((name) => join(sources, name));
  return [root, ...registries].map((path) => `--remap-path-prefix=${path}=`);
}
