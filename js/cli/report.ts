/** `case-slo report`: attainment over a log of cases. */

import type { Group, Policy, ReportOptions, ReportResult } from "../node.js";
import { readArguments, type Command } from "./command.js";
import { readPolicy } from "./input.js";
import { problemLines, readColumns, readLog, readPercent } from "./log.js";
import { aligned, bold, counted, dim, note, print, printJson, red, safe } from "./output.js";
import { spoken } from "./timeline.js";
import { weekLines } from "./weeks.js";

export const reportCommand: Command = {
  name: "report",
  summary: "say how a log of cases stands to its objectives",
  usage: "<cases.csv|->",
  details: [
    "The log is CSV in UTF-8 with a header; its columns are guessed, in English and French. Rows that cannot be judged are",
    "listed by the number that a spreadsheet gives them. Exit code 1 where the attainment is under what --fail-under asks.",
  ],
  options: [
    ["--policy <file>", "the policy the cases are under; without it, the reference policy"],
    ["--as-of <instant>", "open cases are judged as of this instant; without it, now"],
    ["--zone <zone>", "of weeks, and of timestamps without an offset: America/Toronto"],
    ["--tier <tier>", "the tier of every case, where the log has no such column"],
    ["--as-tier <tier>", "judge every case by the objectives of this tier, whatever its own"],
    ["--measure <measure>", "what is judged; without it, initial-response"],
    ["--column <name=header>", "where a column is, by header or number from 0: severity=Impact; may be given again"],
    ["--fail-under <percent>", "exit code 1 where less than this was met in time, or no case could be judged"],
    ["--json", "the report as JSON"],
  ],
  async run(argv) {
    const text = { type: "string" } as const;
    const options = {
      policy: text,
      "as-of": text,
      zone: text,
      tier: text,
      "as-tier": text,
      measure: text,
      column: { type: "string", multiple: true },
      "fail-under": text,
      json: { type: "boolean" },
    } as const;
    const { values, positionals } = readArguments(argv, options, { least: 1, most: 1 });
    const [path = "-"] = positionals;
    const least = readPercent(values["fail-under"]);
    const policy = await readPolicy(values.policy);
    const asked: ReportOptions = {
      asOf: values["as-of"] ?? new Date(),
      columns: readColumns(values.column ?? []) as NonNullable<ReportOptions["columns"]>,
    };
    for (const key of ["zone", "tier", "measure"] as const) if (values[key] !== undefined) asked[key] = values[key];
    if (values["as-tier"] !== undefined) asked.asTier = values["as-tier"];

    const result = await readLog(path, policy.report(asked));
    if (values.json) printJson(result);
    else for (const line of described(result, policy)) print(line);
    return least !== undefined && failsUnder(result, least) ? 1 : 0;
  },
};

function described(result: ReportResult, policy: Policy): string[] {
  const all = result.groups.find(({ tier }) => tier === null);
  if (all === undefined) return [];
  const lines = [sentence(all), ""];
  if (all.cases > 0) lines.push(...table(result), "", ...weekLines(result.weeks, percent), "");
  lines.push(...problemLines(result.problems));
  if (all.running > 0)
    lines.push(dim(`${counted(all.running, "case")} open and not yet due: not counted in the attainment`));
  if (all.notStated > 0) {
    const title = safe(policy.toJSON().id);
    lines.push(
      dim(`${counted(all.notStated, "case")} without an objective under ${title}: not counted in the attainment`),
    );
  }
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

/** The answer in one sentence. */
function sentence({ met, missed, attainment, interval }: Group): string {
  if (attainment === null || interval === null) return bold("No case could be judged.");
  const [low, high] = interval.map(percent);
  return `${bold(`${percent(attainment)} in time`)}: ${met.toLocaleString("en")} of ${counted(met + missed, "judged case")} ${dim(`(95 % interval ${low} to ${high})`)}`;
}

function table({ groups }: ReportResult): string[] {
  const head = ["tier", "severity", "cases", "met", "missed", "running", "in time", "median", "90 %", "95 %"];
  const rows = groups.map((group) => [
    safe(group.tier ?? "all"),
    safe(group.severity ?? ""),
    ...[group.cases, group.met, group.missed, group.running].map((count) => count.toLocaleString("en")),
    group.attainment === null ? "–" : percent(group.attainment),
    ...[group.p50, group.p90, group.p95].map((seconds) => (seconds === null ? "–" : spoken(seconds))),
  ]);
  return aligned([head, ...rows]);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function failsUnder({ groups }: ReportResult, least: number): boolean {
  const attainment = groups.find(({ tier }) => tier === null)?.attainment ?? null;
  if (attainment !== null && 100 * attainment >= least) return false;
  const found = attainment === null ? "no case could be judged" : `${percent(attainment)} in time`;
  note(red(`case-slo: ${found}; at least ${least} % was asked for`));
  return true;
}
