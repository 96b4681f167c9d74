import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dist, generated, inRoot } from "../lib/paths.mjs";

const banner = "// Generated from policies/cisco-spark-swss.json by the build.";

/** The reference policy as a module of its own, which js/ imports: the engine stays free of it. */
export const policy = {
  name: "policy",
  title: "Reference policy",
  inputs: ["policies/cisco-spark-swss.json"],
  outputs: ["dist/reference-policy.js", "js/generated/reference-policy.d.ts"],
  async run() {
    const text = JSON.stringify(JSON.parse(readFileSync(inRoot("policies", "cisco-spark-swss.json"), "utf8")));
    const module = `${banner}\nexport const referencePolicyText = ${quoted(text)};\n`;
    for (const folder of [dist, generated]) mkdirSync(folder, { recursive: true });
    writeFileSync(join(dist, "reference-policy.js"), module);
    writeFileSync(join(generated, "reference-policy.js"), module);
    writeFileSync(
      join(generated, "reference-policy.d.ts"),
      `${banner}\n/** The embedded policy as JSON text. */\nexport declare const referencePolicyText: string;\n`,
    );
  },
};

/** A text in single quotes, so that the double quotes of JSON need no escape. */
const quoted = (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
