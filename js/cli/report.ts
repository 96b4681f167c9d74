/** `case-slo report`: attainment over a log of cases. */

import type { GoalResult, Group, Policy, ReportOptions, ReportResult } from "../node.js";
import { command, shared } from "./command.js";
import { readPolicy } from "./input.js";
import {
  causeLines,
  coverageText,
  failsCoverage,
  isUnreadable,
  minCoverage,
  problemLines,
  readColumns,
  readLog,
  readPercent,
  unevaluatedRows,
} from "./log.js";
import { aligned, bold, counted, dim, note, print, printJson, red, safe } from "./output.js";
import { durationText } from "./calendars.js";
import type { SheetChoice } from "./open.js";
import { weekLines } from "./lines.js";
import { formOptions, readColumn, readElapsed, readForm, readingLines, readValues } from "./reading.js";

export const reportCommand = command({
  name: "report",
  summary: "report how well a case log met its objectives",
  usage: "<cases.csv|->",
  count: [1, 1],
  details: [
    "The log is a table with a header, as help desks export it (CSV, .gz, .xlsx or .ods). Rows that cannot be",
    "evaluated are listed by their number in a spreadsheet. The exit code is 1 if the attainment is below --fail-under or",
    "rests on less than --min-coverage of the rows, without --fail-under if a goal of the policy was not reached in a",
    "period, and always if no row could be evaluated.",
  ],
  options: {
    policy: shared.policy,
    "as-of": { value: "time", help: "evaluate open cases as of this time; default: now" },
    zone: { value: "zone", help: "time zone of weeks and of times without a UTC offset, such as America/Toronto" },
    tier: { value: "tier", help: "the tier of every case, if the log has no tier column" },
    severity: { value: "severity", help: "the severity of every case, if the log has no severity column" },
    "as-tier": { value: "tier", help: "evaluate every case by the objectives of this tier" },
    measure: { value: "measure", help: "the measure to evaluate; default: initial-response" },
    column: {
      value: "name=header",
      many: true,
      help: "a column, by header or by number from 0, such as severity=Impact",
    },
    value: {
      value: "value=id",
      many: true,
      help: "a value of the log and the tier or severity that it means, such as Urgent=critical",
    },
    elapsed: {
      value: "header=unit",
      help: "a column of durations in place of the stop; the unit is milliseconds, seconds, minutes, hours or days; default: by the header",
    },
    due: { value: "header", help: "a column of due times, which decide in place of the policy’s targets" },
    preset: {
      value: "name",
      help: "the help desk whose export the log is, such as jira or servicenow; default: detected from the header",
    },
    ...formOptions,
    context: {
      value: "question=header",
      many: true,
      help: "the column of a fact that chooses objectives: a context question, or zone",
    },
    "fail-under": {
      value: "percent",
      help: "exit with code 1 if the attainment is lower, or no case can be evaluated; default: the policy’s goals",
    },
    "min-coverage": minCoverage,
    json: shared.json,
  },
  async run(values, [path = "-"]) {
    const least = readPercent("fail-under", values["fail-under"]);
    const leastCoverage = readPercent("min-coverage", values["min-coverage"]);
    const policy = await readPolicy(values.policy);
    const options: ReportOptions = {
      asOf: values["as-of"] ?? new Date(),
      columns: readColumns(values.column ?? []) as NonNullable<ReportOptions["columns"]>,
    };
    if (values.context !== undefined) options.context = readColumns(values.context);
    if (values.value !== undefined) options.values = readValues(values.value, policy);
    if (values.elapsed !== undefined) options.elapsed = readElapsed(values.elapsed);
    if (values.due !== undefined) options.dueAt = readColumn(values.due);
    Object.assign(options, readForm(values));
    for (const key of ["zone", "tier", "severity", "measure", "preset"] as const)
      if (values[key] !== undefined) options[key] = values[key];
    if (values["as-tier"] !== undefined) options.asTier = values["as-tier"];

    const sheet: SheetChoice = { wanted: values.sheet };
    const result = await readLog(path, policy.report(options), sheet);
    if (values.json) printJson(result);
    else for (const line of described(result, policy, sheet.workbook)) print(line);
    const isMissed = least === undefined ? missesGoal(result) : failsUnder(result, least);
    const isThin = least !== undefined && failsCoverage(result, leastCoverage);
    return isMissed || isThin || isUnreadable(result) ? 1 : 0;
  },
});

function described(result: ReportResult, policy: Policy, workbook: SheetChoice["workbook"]): string[] {
  const all = result.groups.find(({ tier }) => tier === null);
  if (all === undefined) return [];
  const isPartial = unevaluatedRows(result) > 0 || isUnreadable(result);
  const lines = [
    sentence(result, all),
    ...(isPartial ? causeLines(result) : []),
    ...readingLines(result, workbook),
    "",
  ];
  if (all.cases > 0) lines.push(...table(result), "", ...weekLines(result.weeks, percent), "");
  if (result.goals !== undefined) lines.push(...goalTable(result.goals), "");
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

/** Returns the attainment in one sentence, with the number of rows that it does not rest on. */
function sentence(result: ReportResult, { met, missed, attainment, interval }: Group): string {
  if (attainment === null || interval === null) {
    const rest = coverageText(result);
    return bold(`no case could be evaluated${rest}`);
  }
  const [low, high] = interval.map(percent);
  const range = dim(`(95% confidence interval ${low} to ${high})`);
  const evaluated = counted(met + missed, "evaluated case");
  if (unevaluatedRows(result) === 0)
    return `${bold(`${percent(attainment)} attainment`)}: ${met.toLocaleString("en")} of ${evaluated} met ${range}`;
  const figure = `${percent(attainment)} of ${evaluated}${coverageText(result)}`;
  return `${bold(figure)}: ${met.toLocaleString("en")} met ${range}`;
}

function table({ groups }: ReportResult): string[] {
  const head = ["tier", "severity", "cases", "met", "missed", "running", "attainment", "median", "p90", "p95"];
  const rows = groups.map((group) => [
    safe(group.tier ?? "all"),
    safe(group.severity ?? ""),
    ...[group.cases, group.met, group.missed, group.running].map((count) => count.toLocaleString("en")),
    group.attainment === null ? "–" : percent(group.attainment),
    ...[group.p50, group.p90, group.p95].map((seconds) => (seconds === null ? "–" : durationText(seconds))),
  ]);
  return aligned([head, ...rows]);
}

/** The goals of the policy, period by period. */
function goalTable(goals: readonly GoalResult[]): string[] {
  const head = ["goal", "from", "cases", "missed", "attainment", "reached", "misses left"];
  const rows = goals.map(({ goal, from, cases, misses, attainment, reached, missesLeft }) => [
    safe(goal),
    from,
    ...[cases, misses].map((count) => count.toLocaleString("en")),
    attainment === null ? "–" : percent(attainment),
    reached === null ? "open" : reached ? "yes" : "no",
    missesLeft === null ? "–" : missesLeft.toLocaleString("en"),
  ]);
  return aligned([head, ...rows]);
}

/** Whether a goal of the policy was not reached in some period. */
function missesGoal({ goals = [] }: ReportResult): boolean {
  const missed = goals.filter(({ reached }) => reached === false);
  for (const { goal, from } of missed)
    note(red(`case-slo: the goal ${safe(goal)} was not reached in the period from ${from}`));
  return missed.length > 0;
}

/** Writes a share with one decimal; only a whole one is 100%. */
function percent(share: number): string {
  return `${share < 1 ? Math.min(100 * share, 99.9).toFixed(1) : "100.0"}%`;
}

function failsUnder(result: ReportResult, least: number): boolean {
  const attainment = result.groups.find(({ tier }) => tier === null)?.attainment ?? null;
  if (attainment !== null && 100 * attainment >= least) return false;
  const figure = attainment === null ? "no case could be evaluated" : `${percent(attainment)} attainment`;
  const found = `${figure}${coverageText(result)}`;
  note(red(`case-slo: ${found}; required: at least ${least}%`));
  return true;
}
