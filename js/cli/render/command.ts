import { partNames } from "../../render/parts.js";
import { type Command, readArguments, UsageError } from "../command.js";
import { readPolicy } from "../input.js";
import { print } from "../output.js";
import { checkFiles, writeFiles } from "./files.js";
import { formats, page, partNamed, passage, type RenderFormat, subjectIn } from "./passage.js";

export const renderCommand: Command = {
  name: "render",
  summary: "write a policy as tables, definitions, tiers and clauses, and hold pages to it",
  usage:
    "[policy.json|-] [--lang <tag>] [--format html|markdown] [--part <name>]… | [policy.json|-] --check|--write <file or folder>…",
  details: [
    `Without a policy, the reference policy. The parts: ${partNames.join(", ")}.`,
    "A passage of a page between <!-- case-slo render objectives lang=en --> and <!-- case-slo end --> is checked, or written.",
  ],
  options: [
    ["--lang <tag>", "one of the policy's languages; without it, the first"],
    ["--format <name>", "html (without it) or markdown"],
    ["--part <name>", "this part alone, without its heading; may be given again"],
    [
      "--clauses <href>",
      "what stands before the id of a clause in a link to it; without it, clauses are linked in a whole document only",
    ],
    ["--check <path>", "fail where a page says something else than the policy; may be given again"],
    ["--write <path>", "bring the passages of pages up to date; may be given again"],
  ],
  async run(argv) {
    const options = {
      lang: { type: "string" },
      format: { type: "string" },
      part: { type: "string", multiple: true },
      clauses: { type: "string" },
      check: { type: "string", multiple: true },
      write: { type: "string", multiple: true },
    } as const;
    const { values, positionals } = readArguments(argv, options, { least: 0, most: 1 });
    const { check, write, ...forOne } = values;
    if (check !== undefined || write !== undefined) {
      if (check !== undefined && write !== undefined) throw new UsageError("--check and --write do not go together");
      if (Object.keys(forOne).length > 0)
        throw new UsageError("passages say their language and parts themselves: --check and --write go alone");
      const policy = await readPolicy(positionals[0]);
      return check === undefined ? writeFiles(write ?? [], policy) : checkFiles(check, policy);
    }
    const format = formatOf(values.format ?? "html");
    const parts = values.part?.map(partNamed);
    const policy = await readPolicy(positionals[0]);
    const subject = subjectIn(policy, values.lang);
    const { clauses } = values;
    print(
      parts === undefined
        ? page(subject, format, clauses ?? "#")
        : passage(subject, parts, { format, clauses: clauses ?? null, level: 2 }),
    );
    return 0;
  },
};

function formatOf(name: string): RenderFormat {
  const found = formats.find((format) => format === name);
  if (found === undefined) throw new UsageError(`there is no format "${name}": ${formats.join(", ")}`);
  return found;
}
