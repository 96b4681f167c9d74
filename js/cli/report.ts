/** `case-slo report`: attainment over a log of cases. */

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

import type { Group, Policy, Report, ReportOptions, ReportResult, Week } from "../node.js";
import { readArguments, UsageError, type Command } from "./command.js";
import { nameOf, readPolicy } from "./input.js";
import { aligned, bold, counted, dim, note, print, printJson, red, safe, yellow } from "./output.js";
import { spoken } from "./timeline.js";

/** Rows of a problem that are printed; `--json` has a hundred. */
const shown = 5;

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
      measure: text,
      column: { type: "string", multiple: true },
      "fail-under": text,
      json: { type: "boolean" },
    } as const;
    const { values, positionals } = readArguments(argv, options, { least: 1, most: 1 });
    const [path = "-"] = positionals;
    const least = readPercent(values["fail-under"]);
    const policy = await readPolicy(values.policy);
    const asked: ReportOptions = { asOf: values["as-of"] ?? new Date(), columns: readColumns(values.column ?? []) };
    for (const key of ["zone", "tier", "measure"] as const) if (values[key] !== undefined) asked[key] = values[key];

    const result = await read(path, policy.report(asked));
    if (values.json) printJson(result);
    else described(result, policy).forEach((line) => print(line));
    return least !== undefined && failsUnder(result, least) ? 1 : 0;
  },
};

/** Reads a log as a stream; a terminal is shown how far. */
async function read(path: string, report: Report): Promise<ReportResult> {
  const size = path === "-" ? undefined : await stat(path).then(({ size }) => size, () => undefined);
  const progress = process.stderr.isTTY === true;
  let next = 0;
  try {
    const source = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 });
    for await (const chunk of source) {
      const { rows, bytes } = report.push(chunk as Uint8Array);
      if (!progress || Date.now() < next) continue;
      next = Date.now() + 100;
      const share = size ? ` (${Math.floor((100 * bytes) / size)} %)` : "";
      process.stderr.write(`\r${counted(rows, "row")}${share}`);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    throw new UsageError(`cannot read ${nameOf(path)}: ${reasons[code] ?? message}`);
  } finally {
    if (progress && next > 0) process.stderr.write("\r\u001b[K");
  }
  return report.finish();
}

const reasons: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
};

function described(result: ReportResult, policy: Policy): string[] {
  const all = result.groups.find(({ tier }) => tier === null);
  if (all === undefined) return [];
  const faults = result.problems.reduce((sum, { count }) => sum + count, 0);
  const lines = [sentence(all), ""];
  if (all.cases > 0) lines.push(...table(result), "", ...trend(result.weeks));
  if (faults > 0) lines.push(...problems(result));
  if (all.running > 0) lines.push(dim(`${counted(all.running, "case")} open and not yet due: not counted in the attainment`));
  if (all.notStated > 0) {
    const title = safe(policy.toJSON().id);
    lines.push(dim(`${counted(all.notStated, "case")} without an objective under ${title}: not counted in the attainment`));
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

const bars = "▁▂▃▄▅▆▇█";

/** Attainment by week, from 0 % to 100 %; a dot where nothing was judged. */
function trend(weeks: Week[]): string[] {
  const all = new Map(weeks.filter(({ tier }) => tier === null).map((week) => [week.week, week]));
  const names = [...all.keys()];
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return [];
  /** Weeks that fit on a line. */
  const most = 60;
  const recent = names.slice(-most);
  const line = recent.map((name) => {
    const { met, missed } = all.get(name) ?? { met: 0, missed: 0 };
    return met + missed === 0 ? "·" : bars[Math.min(bars.length - 1, Math.floor((bars.length * met) / (met + missed)))];
  });
  const earlier = names.length > most ? ` (the last ${most} of ${names.length})` : "";
  return [`by week  ${line.join("")}  ${recent[0]} to ${last}${earlier}`, ""];
}

function problems({ problems }: ReportResult): string[] {
  const lines: string[] = [];
  for (const { code, count, first } of problems) {
    lines.push(`${yellow(code)}: ${counted(count, "row")}`);
    lines.push(...first.slice(0, shown).map(({ row, message }) => `  row ${row}: ${safe(message)}`));
    if (count > shown) lines.push(dim(`  and ${(count - shown).toLocaleString("en")} more`));
  }
  return [...lines, ""];
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

function readPercent(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const percent = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && percent <= 100) return percent;
  throw new UsageError(`--fail-under takes a percentage from 0 to 100: "${text}"`);
}

/** Columns as they were typed, each "name=header". */
function readColumns(texts: string[]): NonNullable<ReportOptions["columns"]> {
  const entries = texts.map((text) => {
    const at = text.indexOf("=");
    if (at < 1) throw new UsageError(`a column is written name=header: "${text}"`);
    const header = text.slice(at + 1);
    return [text.slice(0, at), /^\d+$/.test(header) ? Number(header) : header];
  });
  return Object.fromEntries(entries) as NonNullable<ReportOptions["columns"]>;
}
