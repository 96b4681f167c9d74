import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dist, generated } from "../lib/paths.mjs";

const names = ["engine", "analysis"];

/** The engine as text, for the entries that carry it inside. */
export const inlineEngine = {
  name: "inline-engine",
  title: "Engine as text",
  inputs: names.map((name) => `dist/${name}.wasm`),
  outputs: names.map((name) => `js/generated/${name}-text.js`),
  async run() {
    for (const name of names) {
      // Sixteen digits keep a byte a pair of letters, which brotli sees through: 7 % more than the module, base64 30 %.
      const text = readFileSync(join(dist, `${name}.wasm`)).toString("hex");
      writeFileSync(join(generated, `${name}-text.js`), `export const engineText = "${text}";\n`);
      writeFileSync(
        join(generated, `${name}-text.d.ts`),
        "/** The engine in hexadecimal. */\nexport declare const engineText: string;\n",
      );
    }
  },
};
