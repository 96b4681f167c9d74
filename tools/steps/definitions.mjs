import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { elementNames } from "../lib/entries.mjs";
import { inRoot } from "../lib/paths.mjs";

const folder = inRoot("js", "elements");

/** The modules that define the elements, all of them or one alone, from the list in js/elements/index.ts. */
export const definitions = {
  name: "definitions",
  title: "Definitions of elements",
  inputs: ["js/elements/index.ts"],
  outputs: [...elementNames.map((name) => `js/elements/define-${name}.ts`), "js/elements/define.ts"],
  async run() {
    for (const name of readdirSync(folder).filter((name) => /^define(-[\w-]+)?\.ts$/.test(name)))
      rmSync(`${folder}/${name}`);
    writeFileSync(`${folder}/define.ts`, moduleOf(elementNames, "every element"));
    for (const name of elementNames)
      writeFileSync(`${folder}/define-${name}.ts`, moduleOf([name], `\`<slo-${name}>\` alone`));
  },
};

/**
 * The module that defines some elements. The module for all of them does not import the others: package.json has to name each
 * module with side effects, and bundlers drop a shared one that it does not name.
 */
function moduleOf(names, subject) {
  const each = (line) => names.map((name) => line(name, classOf(name))).join("\n");
  return `// Generated from js/elements/index.ts by the build.
/** Defines ${subject}. */

${each((name, type) => `import { ${type} } from "./${name}/element.js";`)}
import { register } from "./register.js";

${each((name, type) => `register("slo-${name}", ${type});`)}

declare global {
  interface HTMLElementTagNameMap {
${each((name, type) => `    "slo-${name}": ${type};`)}
  }
}
`;
}

const classOf = (name) =>
  `Slo${name
    .split("-")
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join("")}`;
