import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dist, generated, inRoot } from "../lib/paths.mjs";

/** The files of policies/ that js/ imports, each as the text of a module: the engine stays free of them. */
const modules = [
  {
    file: "cisco-spark-swss.json",
    module: "reference-policy",
    constant: "referencePolicyText",
    comment: "The embedded policy as JSON text.",
    // A file of its own beside the entries, which load it at once.
    isPublished: true,
  },
  {
    file: "boreal-care.json",
    module: "boreal-care",
    constant: "borealCareText",
    comment: "The policy of a reseller, to start from, as JSON text.",
  },
  {
    file: "holidays.json",
    module: "holiday-sets",
    constant: "holidaySetsText",
    comment: "The holiday sets that ship, as JSON text.",
  },
];

/** The policies and the holiday sets as modules, which js/ imports. */
export const policy = {
  name: "policy",
  title: "Policies as modules",
  inputs: modules.map(({ file }) => `policies/${file}`),
  outputs: ["dist/reference-policy.js", ...modules.map(({ module }) => `js/generated/${module}.d.ts`)],
  async run() {
    for (const folder of [dist, generated]) mkdirSync(folder, { recursive: true });
    for (const { file, module, constant, comment, isPublished } of modules) {
      const banner = `// Generated from policies/${file} by the build.`;
      const text = JSON.stringify(JSON.parse(readFileSync(inRoot("policies", file), "utf8")));
      const source = `${banner}\nexport const ${constant} = ${quoted(text)};\n`;
      if (isPublished) writeFileSync(join(dist, `${module}.js`), source);
      writeFileSync(join(generated, `${module}.js`), source);
      writeFileSync(
        join(generated, `${module}.d.ts`),
        `${banner}\n/** ${comment} */\nexport declare const ${constant}: string;\n`,
      );
    }
  },
};

/** A text in single quotes, so that the double quotes of JSON need no escape. */
const quoted = (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
