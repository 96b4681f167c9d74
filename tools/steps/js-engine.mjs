import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../lib/bundle.mjs";
import { run, runNode } from "../lib/command.mjs";
import { withoutFeatures } from "../lib/features.mjs";
import { lighten } from "../lib/lighten.mjs";
import { silencePanics } from "../lib/panics.mjs";
import { cache, dist, generated, inRoot, nodeTool, rustTool } from "../lib/paths.mjs";
import { brotliSize, kilobytes } from "../lib/size.mjs";

/** What the compiler may have used, and JavaScript has no word for until it is lowered. */
const features = ["bulk-memory", "bulk-memory-opt", "nontrapping-float-to-int", "sign-ext", "mutable-globals"].map(
  (name) => `--enable-${name}`,
);

const lowering = [
  ...["--llvm-nontrapping-fptoint-lowering", "--llvm-memory-copy-fill-lowering", "--signext-lowering"],
  ...["--inlining", "--always-inline-max-function-size=2"],
  ...["--flexible-inline-max-function-size=0", "--one-caller-inline-max-function-size=0"],
  ...["-Oz", "-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"],
];

/** The modules that pages without WebAssembly ask for. */
const names = ["engine", "analysis"];

/** The engine in plain JavaScript, for pages whose policy refuses WebAssembly: the same build, by way of wasm2js. */
export const jsEngine = {
  name: "js-engine",
  title: "Engine to JavaScript",
  inputs: [
    "tools/steps/engine.mjs",
    "dist/analysis.wasm",
    "dist/engine.wasm",
    "tools/lib/features.mjs",
    "tools/lib/lighten.mjs",
  ],
  outputs: names.flatMap((name) => [`dist/js-${name}.js`, `js/generated/js-${name}.d.ts`]),
  async run(tell) {
    const folder = join(cache, "js-engine");
    mkdirSync(folder, { recursive: true });
    const compiled = readFileSync(inRoot("target", "wasm32-unknown-unknown", "release", "case_slo.wasm"));
    // A table of JavaScript values beside that of functions is one table too many for wasm2js.
    const plain = join(folder, "plain.wasm");
    writeFileSync(plain, withoutFeatures(compiled, ["reference-types", "multivalue"]));
    await run(rustTool("wasm-bindgen"), ["--target", "bundler", "--out-name", "glue", "--out-dir", folder, plain]);
    const glue = readFileSync(join(folder, "glue_bg.js"), "utf8");
    writeFileSync(join(folder, "glue.js"), withFreshViews(glue));

    const whole = await silencePanics(readFileSync(join(folder, "glue_bg.wasm")));
    for (const name of names) {
      tell(name);
      const at = (ending) => join(folder, `${name}${ending}`);
      writeFileSync(at(".wasm"), await lighten(whole, name));
      await runNode(nodeTool("binaryen", "bin", "wasm-opt"), [
        at(".wasm"),
        "-o",
        at(".low.wasm"),
        ...features,
        ...lowering,
      ]);
      await runNode(nodeTool("binaryen", "bin", "wasm2js"), [at(".low.wasm"), "-o", at(".raw.js"), ...features, "-Oz"]);
      writeFileSync(at(".module.js"), instantiable(readFileSync(at(".raw.js"), "utf8"), firstFreeValue(glue)));
      writeFileSync(at(".entry.js"), entry(name));
      await bundle({
        entryPoints: [at(".entry.js")],
        outfile: join(dist, `js-${name}.js`),
        target: "es2022",
        minify: true,
        legalComments: "none",
      });
      writeFileSync(join(generated, `js-${name}.d.ts`), 'export * from "./glue.js";\n');
    }
    return names
      .map((name) => `${name} ${kilobytes(brotliSize(readFileSync(join(dist, `js-${name}.js`))))}`)
      .join(", ");
  },
};

/** The surface of js/generated/glue.js, as far as js/engine.ts uses it once an engine has been chosen. */
const entry = (name) => `
import * as glue from "./glue.js";
import { instantiate } from "./${name}.module.js";
let instance;
export * from "./glue.js";
export function __wbg_reset_state() { instance = instantiate(glue); glue.__wbg_set_wasm(instance); }
export function __slo_has(name) { return instance !== undefined && name in instance; }
`;

/**
 * Memory that grows is another buffer, and the old one is not detached as WebAssembly's is: views are compared with the
 * memory itself.
 */
function withFreshViews(glue) {
  let found = 0;
  const compared = (_, view) => {
    found += 1;
    return `${view}.buffer !== wasm.memory.buffer`;
  };
  const fresh = glue.replaceAll(/(cached\w+Memory0)\.(?:byteLength === 0|buffer\.detached === true)/g, compared);
  if (found < 3) throw new Error("the glue keeps its views of memory in a way that this step does not know");
  return fresh;
}

/** Where the glue begins to keep values of JavaScript: those before are fixed, and never given back. */
function firstFreeValue(glue) {
  const [, empty, fixed] = /heap = new Array\((\d+)\)\.fill\(undefined\);\s*heap\.push\(([^)]*)\)/.exec(glue) ?? [];
  if (fixed === undefined) throw new Error("the glue keeps values of JavaScript in a way that this step does not know");
  return Number(empty) + fixed.split(",").length;
}

/** The module of wasm2js as a function that makes an instance, as often as one is needed. */
function instantiable(module, firstFree) {
  const end = module.indexOf("\nvar retasmFunc");
  if (end < 0) throw new Error("wasm2js writes its module in a way that this step does not know");
  const body = module.slice(0, end).replaceAll(/^import .*$/gm, "");
  // All that is left of the table of values that was taken out.
  const table = `{ __wbindgen_externref_statics_end: () => ${firstFree} }`;
  return `${body}
export const instantiate = (glue) => asmFunc({ "./glue_bg.js": glue, __wbindgen_externref_xform__: ${table} });
`;
}
