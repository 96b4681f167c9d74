import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../lib/bundle.mjs";
import { runNode } from "../lib/command.mjs";
import { bind, compileEngine } from "../lib/engine.mjs";
import { dist, generated, nodeTool } from "../lib/paths.mjs";
import { brotliSize, kilobytes } from "../lib/size.mjs";

const engines = [
  { name: "engine", cargo: ["--no-default-features"] },
  { name: "analysis", cargo: [] },
];

/**
 * The features that wasm-bindgen reads. Without reference types and multivalue it writes no table of JavaScript values,
 * which would be one table too many for wasm2js. The standard library was compiled with more: hence no check.
 */
const linkerFlags = [
  "-Clink-arg=--features=mutable-globals,bulk-memory,bulk-memory-opt,nontrapping-fptoint,sign-ext",
  "-Clink-arg=--no-check-features",
];

const features = ["bulk-memory", "bulk-memory-opt", "nontrapping-float-to-int", "sign-ext", "mutable-globals"].map(
  (name) => `--enable-${name}`,
);

/** Rewrites the instructions that wasm2js does not know. */
const lowering = ["--llvm-nontrapping-fptoint-lowering", "--llvm-memory-copy-fill-lowering", "--signext-lowering"];

/** The engines in plain JavaScript, for pages whose policy refuses WebAssembly: the same source, by way of wasm2js. */
export const jsEngine = {
  name: "js-engine",
  title: "Engines to JavaScript",
  inputs: ["Cargo.toml", "Cargo.lock", "src", "crates", "policies", "tools/bindgen", "tools/lib/engine.mjs"],
  outputs: engines.flatMap(({ name }) => [`dist/js-${name}.js`, `js/generated/js-${name}.d.ts`]),
  async run(progress) {
    for (const folder of [dist, generated]) mkdirSync(folder, { recursive: true });
    for (const { name, cargo } of engines) {
      const compiled = await compileEngine({
        cargo: ["--release", ...cargo],
        profile: "release",
        folder: "target/in-javascript",
        flags: linkerFlags,
        progress,
      });
      const folder = await bind(compiled, `js-${name}`, ["--target", "bundler", "--remove-name-section"]);
      const at = (ending) => join(folder, `js-${name}${ending}`);
      progress(`wasm2js ${name}`);
      const [bound, lowered, raw] = [at("_bg.wasm"), at(".low.wasm"), at(".raw.js")];
      await runNode(nodeTool("binaryen", "bin", "wasm-opt"), [bound, "-o", lowered, ...features, ...lowering, "-Oz"]);
      await runNode(nodeTool("binaryen", "bin", "wasm2js"), [lowered, "-o", raw, ...features, "-Oz"]);
      const glue = readFileSync(at("_bg.js"), "utf8");
      writeFileSync(join(folder, "glue.js"), withFreshViews(glue));
      writeFileSync(join(folder, "module.js"), instantiable(readFileSync(raw, "utf8"), firstFreeValue(glue), name));
      writeFileSync(join(folder, "entry.js"), entry);
      await bundle({
        entryPoints: [join(folder, "entry.js")],
        outfile: join(dist, `js-${name}.js`),
        target: "es2022",
        minify: true,
        legalComments: "none",
      });
      writeFileSync(join(generated, `js-${name}.d.ts`), `export * from "./${name}-glue.js";\n`);
    }
    const sizeOf = (name) => kilobytes(brotliSize(readFileSync(join(dist, `js-${name}.js`))));
    return engines.map(({ name }) => `${name} ${sizeOf(name)}`).join(", ");
  },
};

/** The part of the glue for WebAssembly that js/engine/ uses. */
const entry = `
import * as glue from "./glue.js";
import { instantiate } from "./module.js";
export * from "./glue.js";
export function __wbg_reset_state() {
  const instance = instantiate(glue);
  glue.__wbg_set_wasm(instance);
  instance.__wbindgen_start();
}
`;

/**
 * Memory that grows is another buffer, and the old one is not detached as WebAssembly's is: views are compared with the
 * memory itself.
 */
function withFreshViews(glue) {
  const pattern = /(cached\w+Memory0)\.(?:byteLength === 0|buffer\.detached === true)/g;
  const views = [...glue.matchAll(/^let cached\w+Memory0 = null;$/gm)];
  if (views.length === 0 || [...glue.matchAll(pattern)].length !== views.length) {
    throw new Error("the glue keeps its views of memory in a way that this step does not know");
  }
  return glue.replaceAll(pattern, "$1.buffer !== wasm.memory.buffer");
}

/** The first index at which the glue keeps values of JavaScript: those before are fixed and never freed. */
function firstFreeValue(glue) {
  const [, empty, fixed] = /heap = new Array\((\d+)\)\.fill\(undefined\);\s*heap\.push\(([^)]*)\)/.exec(glue) ?? [];
  if (fixed === undefined) throw new Error("the glue keeps values of JavaScript in a way that this step does not know");
  return Number(empty) + fixed.split(",").length;
}

/**
 * Memory that grows is copied as a whole, and the engine asks for a few pages at a time: for a hundred megabytes, all copies together
 * would take seconds. Half as much again is made ready each time, and `askedPages` counts the pages that the engine has asked for.
 */
function growingByShares(module) {
  const size = /function __wasm_memory_size\(\) \{\s*return [^;]+;/;
  const grow =
    /(if \(\(oldPages < newPages\) && \(newPages < 65536\)\) \{)\s*var newBuffer = new ArrayBuffer\(newPages << 16\);/;
  if (!size.test(module) || !grow.test(module))
    throw new Error("wasm2js lets memory grow in a way that this step does not know");
  return module
    .replace(
      size,
      "var askedPages = buffer.byteLength / 65536;\n function __wasm_memory_size() {\n  return askedPages;",
    )
    .replace(
      grow,
      `$1
   askedPages = newPages;
   if (newPages * 65536 <= buffer.byteLength) return oldPages;
   var newBuffer = new ArrayBuffer(Math.min(65535, newPages + (newPages >> 1)) * 65536);`,
    );
}

/** The module of wasm2js as a function that makes an instance, as often as one is needed. */
function instantiable(module, firstFree, name) {
  const end = module.indexOf("\nvar retasmFunc");
  if (end < 0) throw new Error("wasm2js writes its module in a way that this step does not know");
  const body = growingByShares(module.slice(0, end).replaceAll(/^import .*$/gm, ""));
  // The remaining function of the removed table of values.
  const table = `{ __wbindgen_externref_statics_end: () => ${firstFree} }`;
  return `${body}
export const instantiate = (glue) => asmFunc({ "./js-${name}_bg.js": glue, __wbindgen_externref_xform__: ${table} });
`;
}
