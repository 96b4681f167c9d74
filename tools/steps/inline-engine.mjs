import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dist, generated } from "../lib/paths.mjs";

const names = ["engine", "analysis"];

/** The engine as text, for the entries that contain it. */
export const inlineEngine = {
  name: "inline-engine",
  title: "Engine as text",
  inputs: names.map((name) => `dist/${name}.wasm`),
  outputs: names.map((name) => `js/generated/${name}-text.js`),
  async run() {
    for (const name of names) {
      // In hexadecimal a byte remains two letters, which brotli compresses well: 7 % more than the module, against 30 % for base64.
      const text = readFileSync(join(dist, `${name}.wasm`)).toString("hex");
      writeFileSync(join(generated, `${name}-text.js`), `export const engineText = "${text}";\n`);
      writeFileSync(
        join(generated, `${name}-text.d.ts`),
        "/** The engine in hexadecimal. */\nexport declare const engineText: string;\n",
      );
    }
  },
};
