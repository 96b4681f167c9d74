/** `case-slo table` and `case-slo rules`: a decision table combination by combination, and its rules as CSV. */

import { CaseSloError, csvCell, type Policy, type PolicyDocument, rulesFromCsv, rulesToCsv } from "../node.js";
import { ownValue } from "../text/lookup.js";
import { command, UsageError } from "./command.js";
import { readJson, readPolicy, readText } from "./input.js";
import { note, print, printFile, printJson, safe } from "./output.js";

/** Above this number of rows, a note precedes the table; above `most`, an error replaces it. */
const noteAbove = 10_000;
const most = 1_000_000;

export const tableCommand = command({
  name: "table",
  summary: "print the severity of every combination of answers as a table",
  usage: "[policy.json|-]",
  count: [0, 1],
  details: ["Default: the reference policy, as a Markdown table."],
  options: {
    interpreted: { help: "print only the combinations that the description does not cover and the policy decides" },
    csv: { help: "print the table as CSV" },
    json: { help: "print the table as JSON" },
  },
  async run(values, positionals) {
    if (values.csv && values.json) throw new UsageError("choose either --csv or --json");
    const policy = await readPolicy(positionals[0]);
    const { questions = [], severities } = policy.toJSON();
    const axes = questions.map(({ id, options }) => ({ id, options: options.map((option) => option.id) }));
    const size = axes.reduce((product, { options }) => product * options.length, 1);
    if (size > most) {
      throw new CaseSloError(
        "out-of-range",
        `the table would have ${size.toLocaleString("en")} rows, more than ${most.toLocaleString("en")}`,
      );
    }
    if (size > noteAbove) note(`case-slo: ${size.toLocaleString("en")} combinations: this may take a while`);
    const format = values.csv
      ? csv(axes)
      : values.json
        ? json()
        : markdown(
            axes,
            severities.map(({ id }) => id),
          );
    for (const line of format.head) print(line);
    let written = 0;
    for (const row of rows(policy, axes)) {
      if (values.interpreted && row.basis !== "interpreted") continue;
      print(format.row(row, written));
      written += 1;
    }
    for (const line of format.foot) print(line);
    return 0;
  },
});

interface Axis {
  id: string;
  options: string[];
}

interface Row {
  answers: Record<string, string>;
  severity: string | null;
  basis: string | null;
  clauses: string[];
}

/** A format of the table; `before` is the number of rows written so far. */
interface Format {
  head: string[];
  row(row: Row, before: number): string;
  foot: string[];
}

/** Yields every combination; the last question changes fastest. An undecided one has neither severity nor basis. */
function* rows(policy: Policy, axes: Axis[], chosen: Record<string, string> = {}): Generator<Row> {
  const [axis, ...rest] = axes;
  if (axis !== undefined) {
    for (const option of axis.options) yield* rows(policy, rest, { ...chosen, [axis.id]: option });
    return;
  }
  const { decided, severity, basis, clauses } = policy.classify(chosen);
  const none = { severity: null, basis: null, clauses: [] };
  yield { answers: chosen, ...(decided ? { severity, basis, clauses } : none) };
}

const json = (): Format => ({
  head: ["["],
  row: (row, before) => `${before === 0 ? " " : ","}${JSON.stringify(row)}`,
  foot: ["]"],
});

const cells = (axes: Axis[], { answers, severity, basis, clauses }: Row) => [
  ...axes.map(({ id }) => ownValue(answers, id) ?? ""),
  severity ?? "undecided",
  basis ?? "",
  clauses.join(" "),
];

const titles = (axes: Axis[]) => [...axes.map(({ id }) => id), "severity", "basis", "clauses"];

function csv(axes: Axis[]): Format {
  const line = (texts: string[]) => texts.map(csvCell).join(",");
  return { head: [line(titles(axes))], row: (row) => line(cells(axes, row)), foot: [] };
}

/** Formats columns as wide as their widest word. The widths are known in advance, so rows are printed one by one. */
function markdown(axes: Axis[], severities: string[]): Format {
  const [names, undecided] = [titles(axes), "undecided"];
  const words = [...axes.map(({ options }) => options), [undecided, ...severities], ["interpreted"], []];
  const widths = names.map((name, at) =>
    Math.max(...[name, ...(words[at] ?? [])].map((word) => markdownCell(word).length)),
  );
  const line = (texts: string[]) =>
    `| ${texts.map((text, at) => markdownCell(text).padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return {
    head: [line(names), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`],
    row: (row) => line(cells(axes, row)),
    foot: [],
  };
}

function markdownCell(text: string): string {
  return safe(text.replace(/\s+/g, " ")).replace(/[\\|`<>*[\]]/g, "\\$&");
}

export const rulesCommand = command({
  name: "rules",
  summary: "print the rules of a policy as CSV, or a policy with rules from a CSV file",
  usage: "<policy.json|-> [--from rules.csv]",
  details: [
    "One column per question, then severity, basis, clause and id. A cell contains an option, several options joined with",
    "|, or * for any option. This command does not check the policy or the rules: use case-slo check.",
  ],
  count: [1, 1],
  options: { from: { value: "file", help: "print the policy as JSON, with the rules of this CSV file" } },
  async run({ from }, positionals) {
    const policy = (await readJson(positionals[0] ?? "-")) as PolicyDocument;
    if (from === undefined) printFile(rulesToCsv(policy).trimEnd());
    else printJson(rulesFromCsv(await readText(from), policy));
    return 0;
  },
});
