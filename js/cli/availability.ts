/** `case-slo availability`: availability of services month by month, from an outage log. */

import type { AvailabilityOptions, AvailabilityResult, ServiceAvailability } from "../node.js";
import { referencePolicy } from "../node.js";
import { command, shared } from "./command.js";
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
import { aligned, bold, counted, dim, note, print, printJson, red, safe, yellow } from "./output.js";
import { formOptions, readElapsed, readForm, readingLines } from "./reading.js";
import { durationText } from "./calendars.js";
import type { SheetChoice } from "./open.js";

export const availabilityCommand = command({
  name: "availability",
  summary: "report the availability of services month by month from an outage log",
  usage: "<outages.csv|->",
  count: [1, 1],
  details: [
    "The log is a table with a header: start, end or duration and, if there are several services, service. The columns are",
    "detected from English and French headers. An outage without an end is ongoing; overlapping outages of a service are",
    "counted once. The exit code is 1 if all services together are below --fail-under or less than --min-coverage of the",
    "rows could be evaluated, and always if none could be.",
  ],
  options: {
    from: { value: "time", help: "start of the period; default: the month of the first outage" },
    until: { value: "time", help: "end of the period, at most --as-of; default: --as-of" },
    "as-of": { value: "time", help: "the time up to which outages are known; default: now" },
    zone: { value: "zone", help: "time zone of months and of times without a UTC offset, such as America/Toronto" },
    column: { value: "name=header", many: true, help: "a column, by header or by number from 0, such as start=Down" },
    elapsed: {
      value: "header=unit",
      help: "a column of durations in place of the end; the unit is milliseconds, seconds, minutes, hours or days; default: by the header",
    },
    ...formOptions,
    "fail-under": { value: "percent", help: "exit with code 1 if the availability is lower" },
    "min-coverage": minCoverage,
    json: shared.json,
  },
  async run(values, [path = "-"]) {
    const least = readPercent("fail-under", values["fail-under"]);
    const leastCoverage = readPercent("min-coverage", values["min-coverage"]);
    const columns = readColumns(values.column ?? []) as NonNullable<AvailabilityOptions["columns"]>;
    const options: AvailabilityOptions = { asOf: values["as-of"] ?? new Date(), columns };
    Object.assign(options, readForm(values));
    if (values.elapsed !== undefined) options.elapsed = readElapsed(values.elapsed);
    for (const key of ["from", "until", "zone"] as const) if (values[key] !== undefined) options[key] = values[key];

    const sheet: SheetChoice = { wanted: values.sheet };
    const result = await readLog(path, referencePolicy().availability(options), sheet);
    if (values.json) printJson(result);
    else for (const line of described(result, sheet.workbook)) print(line);
    const isLow = least !== undefined && failsUnder(result, least);
    const isThin = least !== undefined && failsCoverage(result, leastCoverage);
    return isLow || isThin || isUnreadable(result) ? 1 : 0;
  },
});

function described(result: AvailabilityResult, workbook: SheetChoice["workbook"]): string[] {
  const { services, problems, outside } = result;
  const all = services.at(-1);
  if (all === undefined) return [];
  const isPartial = unevaluatedRows(result) > 0 || isUnreadable(result);
  const lines = [
    sentence(result, all),
    ...(isPartial ? causeLines(result) : []),
    ...readingLines(result, workbook),
    "",
  ];
  if (all.availability !== null) lines.push(...table(services), "");
  if (all.availability !== null && (services.length > 1 || all.months.length > 1)) lines.push(...months(services), "");
  lines.push(...problemLines(problems));
  if (outside > 0) lines.push(dim(`${counted(outside, "outage")} outside this period: not counted`));
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Returns the availability in one sentence. If some outages could not be read, it is an upper bound. */
function sentence(result: AvailabilityResult, all: ServiceAvailability): string {
  const rest = coverageText(result);
  if (all.availability === null) return bold(`the availability is unknown: no outage could be read${rest}`);
  const downtime =
    all.lostSeconds > 0
      ? `${durationText(all.lostSeconds)} of downtime in ${counted(all.outages, "outage")}`
      : "no downtime";
  const figure = `${rest === "" ? "" : "at most "}${percent(all.availability)} available${rest}`;
  return `${bold(figure)}: ${downtime} ${dim(`(${result.from} to ${result.until})`)}`;
}

function table(services: ServiceAvailability[]): string[] {
  const head = ["service", "available", "downtime", "outages", "longest", "longest began"];
  const rows = services.map((each) => [
    nameOf(each),
    percent(each.availability),
    durationText(each.lostSeconds),
    each.outages.toLocaleString("en"),
    each.longestStart === null ? "–" : durationText(each.longestSeconds),
    `${each.longestStart ?? "–"}${each.ongoing ? `  ${yellow("ongoing")}` : ""}`,
  ]);
  return aligned([head, ...rows]);
}

/** Returns the availability of every service in each month. */
function months(services: ServiceAvailability[]): string[] {
  const head = ["month", ...services.map(nameOf)];
  const rows = (services[0]?.months ?? []).map(({ month }, at) => [
    month,
    ...services.map(({ months }) => percent(months[at]?.availability ?? null)),
  ]);
  return aligned([head, ...rows]);
}

const nameOf = ({ service }: ServiceAvailability) => (service === null ? "all" : safe(service) || "(no name)");

/** Writes a share with three decimals, rounded down, so that 100% means no downtime. */
function percent(share: number | null): string {
  if (share === null) return "–";
  const text = (Math.floor(share * 100_000) / 1_000).toFixed(3);
  return `${share === 1 ? "100" : text}%`;
}

function failsUnder(result: AvailabilityResult, least: number): boolean {
  const availability = result.services.at(-1)?.availability ?? null;
  if (availability !== null && 100 * availability >= least) return false;
  const figure = availability === null ? "the availability is unknown" : `${percent(availability)} available`;
  note(red(`case-slo: ${figure}${coverageText(result)}; required: at least ${least}%`));
  return true;
}
