import { command, UsageError } from "../command.js";
import { readPolicy } from "../input.js";
import { printFile } from "../output.js";
import { checkFiles, writeFiles } from "./files.js";
import { allParts, formats, page, partNamed, passage, type RenderFormat, subjectIn } from "./passage.js";

export const renderCommand = command({
  name: "render",
  summary: "print a policy as a document, or check that pages agree with it",
  usage:
    "[policy.json|-] [--lang <tag>] [--format html|markdown] [--part <name>]… | [policy.json|-] --check|--write <file or folder>…",
  count: [0, 1],
  details: [
    `Default: the reference policy. The parts are ${allParts}.`,
    "A page marks a passage with <!-- case-slo render objectives lang=en --> and <!-- case-slo end -->: --check compares",
    "it with the policy, --write writes it.",
  ],
  options: {
    lang: { value: "tag", help: "a language of the policy; default: its first" },
    format: { value: "name", help: "html or markdown; default: html" },
    part: { value: "name", many: true, help: "print only this part, without its heading" },
    clauses: { value: "href", help: "prefix of links to clauses; default: # in a whole document, no links in a part" },
    check: { value: "path", many: true, help: "fail if a page differs from the policy" },
    write: { value: "path", many: true, help: "update the passages of a page" },
  },
  async run(values, positionals) {
    const { check, write, ...forOne } = values;
    if (check !== undefined || write !== undefined) {
      if (check !== undefined && write !== undefined) throw new UsageError("choose either --check or --write");
      if (Object.keys(forOne).length > 0)
        throw new UsageError("--check and --write take no other options: passages name their own language and parts");
      const policy = await readPolicy(positionals[0]);
      return check === undefined ? writeFiles(write ?? [], policy) : checkFiles(check, policy);
    }
    const format = formatOf(values.format ?? "html");
    const parts = values.part?.map(partNamed);
    const policy = await readPolicy(positionals[0]);
    const subject = subjectIn(policy, values.lang);
    const { clauses } = values;
    printFile(
      parts === undefined
        ? page(subject, format, clauses ?? "#")
        : passage(subject, parts, { format, clauses: clauses ?? null, level: 2 }),
    );
    return 0;
  },
});

function formatOf(name: string): RenderFormat {
  const found = formats.find((format) => format === name);
  if (found === undefined) throw new UsageError(`unknown format "${name}"; the formats are ${formats.join(", ")}`);
  return found;
}
