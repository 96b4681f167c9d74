import { copyFileSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "../lib/command.mjs";
import { bind, compileEngine } from "../lib/engine.mjs";
import { dist, generated, nodeTool } from "../lib/paths.mjs";
import { brotliSize, kilobytes } from "../lib/size.mjs";

const ofElements = ["--no-default-features"];

/**
 * Flags of wasm-opt, for less of brotli, which is what a visitor downloads. A function is copied into its callers only if it is tiny:
 * larger functions have more locals, which makes a smaller module, but a tenth more of brotli. Sorting by name puts the copies that
 * the compiler made of one generic function beside each other, where they compress better. The names are left out after that. The
 * passes run until none of them changes anything.
 */
const optimizedWithCopiesUpTo = (size) => [
  "-O2",
  "--converge",
  `--always-inline-max-function-size=${size}`,
  "--flexible-inline-max-function-size=0",
  "--one-caller-inline-max-function-size=0",
  "--reorder-functions-by-name",
  "--strip-debug",
];

/**
 * The engines: of the elements, for which pages wait, and the whole one, which reads logs at speed. The compiler writes small code for
 * both, so that the accessors of the rows of a log are copied into the second by wasm-opt: without that, reports take a tenth longer.
 * The second compares sixteen bytes of a log at once; a browser that cannot do so gets the engine in JavaScript.
 *
 * The reader of spreadsheets is a module of its own, which loads when somebody chooses such a file.
 */
const released = [
  {
    name: "engine",
    cargo: ["--release", ...ofElements],
    profile: "release",
    optimize: optimizedWithCopiesUpTo(2),
  },
  {
    name: "analysis",
    cargo: ["--release"],
    profile: "release",
    flags: ["-Ctarget-feature=+simd128"],
    optimize: ["--enable-simd", ...optimizedWithCopiesUpTo(14)],
  },
  {
    name: "spreadsheet",
    crate: "case-slo-spreadsheet",
    cargo: ["--release"],
    profile: "release",
    optimize: ["-O2", "--strip-debug"],
  },
];

/** The same for development: quick to compile, with names and assertions. */
const debugged = [
  { name: "engine", cargo: ["--profile", "debug-engine", ...ofElements], profile: "debug-engine" },
  { name: "analysis", cargo: ["--profile", "debug-engine"], profile: "debug-engine" },
  {
    name: "spreadsheet",
    crate: "case-slo-spreadsheet",
    cargo: ["--profile", "debug-engine"],
    profile: "debug-engine",
  },
];

/** The features that every browser of the package has; `--all-features` would write encodings that other tools refuse. */
const features = [
  "--enable-reference-types",
  "--enable-bulk-memory",
  "--enable-bulk-memory-opt",
  "--enable-nontrapping-float-to-int",
  "--enable-sign-ext",
  "--enable-mutable-globals",
  "--enable-multivalue",
];

const step = (title, variant, engines) => ({
  name: "engine",
  title,
  variant,
  inputs: ["Cargo.toml", "Cargo.lock", "src", "crates", "policies", "tools/bindgen", "tools/lib/engine.mjs"],
  outputs: engines.flatMap(({ name }) => [
    `dist/${name}.wasm`,
    `js/generated/${name}-glue.js`,
    `js/generated/${name}-glue.d.ts`,
  ]),
  async run(progress) {
    for (const folder of [dist, generated]) mkdirSync(folder, { recursive: true });
    for (const engine of engines) await make(engine, progress);
    const sizeOf = (name) => kilobytes(brotliSize(readFileSync(join(dist, `${name}.wasm`))));
    return variant === "debug" ? "" : engines.map(({ name }) => `${name} ${sizeOf(name)}`).join(", ");
  },
});

/** The engines as WebAssembly, each with its glue. */
export const engine = step("Engines to WebAssembly", "release", released);

/** The same with names and debug assertions. */
export const debugEngine = step("Engines to WebAssembly, for debugging", "debug", debugged);

async function make({ name, crate, cargo, profile, flags, optimize }, progress) {
  const compiled = await compileEngine({ crate, cargo, profile, folder: "target", flags, progress });
  // __wbg_reset_state makes a fresh instance after a fault, without loading the bytes again.
  const options = ["--target", "web", "--omit-default-module-path", "--experimental-reset-state-function"];
  const bound = await bind(compiled, `${name}-glue`, options);
  const [input, output] = [join(bound, `${name}-glue_bg.wasm`), join(dist, `${name}.wasm`)];
  progress(`${name}.wasm`);
  if (optimize) {
    await runNode(nodeTool("binaryen", "bin", "wasm-opt"), [input, "-o", output, ...features, ...optimize]);
  } else {
    copyFileSync(input, output);
  }
  for (const ending of ["js", "d.ts"]) {
    renameSync(join(bound, `${name}-glue.${ending}`), join(generated, `${name}-glue.${ending}`));
  }
}
