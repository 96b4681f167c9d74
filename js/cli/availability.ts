/** `case-slo availability`: availability of services month by month, from an outage log. */

import type { AvailabilityOptions, AvailabilityResult, ServiceAvailability } from "../node.js";
import { referencePolicy } from "../node.js";
import { command, shared } from "./command.js";
import { problemLines, readColumns, readLog, readPercent } from "./log.js";
import { aligned, bold, counted, dim, note, print, printJson, red, safe, yellow } from "./output.js";
import { durationText } from "./calendars.js";

export const availabilityCommand = command({
  name: "availability",
  summary: "report the availability of services month by month from an outage log",
  usage: "<outages.csv|->",
  count: [1, 1],
  details: [
    "The log is CSV in UTF-8 with a header: start, end and, if there are several services, service. The columns are",
    "detected from English and French headers. An outage without an end is ongoing; overlapping outages of a service are",
    "counted once. The exit code is 1 if all services together are below --fail-under.",
  ],
  options: {
    from: { value: "time", help: "start of the period; default: the month of the first outage" },
    until: { value: "time", help: "end of the period, at most --as-of; default: --as-of" },
    "as-of": { value: "time", help: "the time up to which outages are known; default: now" },
    zone: { value: "zone", help: "time zone of months and of times without a UTC offset, such as America/Toronto" },
    column: { value: "name=header", many: true, help: "a column, by header or by number from 0, such as start=Down" },
    "fail-under": { value: "percent", help: "exit with code 1 if the availability is lower" },
    json: shared.json,
  },
  async run(values, [path = "-"]) {
    const least = readPercent(values["fail-under"]);
    const columns = readColumns(values.column ?? []) as NonNullable<AvailabilityOptions["columns"]>;
    const options: AvailabilityOptions = { asOf: values["as-of"] ?? new Date(), columns };
    for (const key of ["from", "until", "zone"] as const) if (values[key] !== undefined) options[key] = values[key];

    const result = await readLog(path, referencePolicy().availability(options));
    if (values.json) printJson(result);
    else for (const line of described(result)) print(line);
    return least !== undefined && failsUnder(result, least) ? 1 : 0;
  },
});

function described({ services, problems, from, until, outside }: AvailabilityResult): string[] {
  const all = services.at(-1);
  if (all === undefined) return [];
  const downtime =
    all.lostSeconds > 0
      ? `${durationText(all.lostSeconds)} of downtime in ${counted(all.outages, "outage")}`
      : "no downtime";
  const lines = [`${bold(`${percent(all.availability)} available`)}: ${downtime} ${dim(`(${from} to ${until})`)}`, ""];
  lines.push(...table(services), "");
  if (services.length > 1 || all.months.length > 1) lines.push(...months(services), "");
  lines.push(...problemLines(problems));
  if (outside > 0) lines.push(dim(`${counted(outside, "outage")} outside this period: not counted`));
  while (lines.at(-1) === "") lines.pop();
  return lines;
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
    ...services.map(({ months }) => percent(months[at]?.availability ?? 1)),
  ]);
  return aligned([head, ...rows]);
}

const nameOf = ({ service }: ServiceAvailability) => (service === null ? "all" : safe(service) || "(no name)");

/** Writes a share with three decimals, rounded down, so that 100% means no downtime. */
function percent(share: number): string {
  const text = (Math.floor(share * 100_000) / 1_000).toFixed(3);
  return `${share === 1 ? "100" : text}%`;
}

function failsUnder({ services }: AvailabilityResult, least: number): boolean {
  const availability = services.at(-1)?.availability ?? 1;
  if (100 * availability >= least) return false;
  note(red(`case-slo: ${percent(availability)} available; required: at least ${least}%`));
  return true;
}
