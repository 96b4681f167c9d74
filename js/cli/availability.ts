/** `case-slo availability`: how much of each month services could be used, by a log of their outages. */

import type { AvailabilityOptions, AvailabilityResult, ServiceAvailability } from "../node.js";
import { referencePolicy } from "../node.js";
import { readArguments, type Command } from "./command.js";
import { problemLines, readColumns, readLog, readPercent } from "./log.js";
import { aligned, bold, counted, dim, note, print, printJson, red, safe, yellow } from "./output.js";
import { spoken } from "./timeline.js";

export const availabilityCommand: Command = {
  name: "availability",
  summary: "say how much of each month services could be used, from a log of outages",
  usage: "<outages.csv|->",
  details: [
    "The log is CSV in UTF-8 with a header: start, end and, where there are several, service; the columns are guessed, in",
    "English and French. An outage without an end goes on; outages of a service that overlap are counted once. Exit code 1",
    "where all services together were available for less than --fail-under asks.",
  ],
  options: [
    ["--from <instant>", "the period begins here; without it, with the month of the first outage"],
    ["--until <instant>", "the period ends here; without it, and at the latest, at --as-of"],
    ["--as-of <instant>", "what is known is known up to here; without it, now"],
    ["--zone <zone>", "of months, and of timestamps without an offset: America/Toronto"],
    ["--column <name=header>", "where a column is, by header or number from 0: start=Down; may be given again"],
    ["--fail-under <percent>", "exit code 1 where less than this was available"],
    ["--json", "the result as JSON"],
  ],
  async run(argv) {
    const text = { type: "string" } as const;
    const options = {
      from: text,
      until: text,
      "as-of": text,
      zone: text,
      column: { type: "string", multiple: true },
      "fail-under": text,
      json: { type: "boolean" },
    } as const;
    const { values, positionals } = readArguments(argv, options, { least: 1, most: 1 });
    const [path = "-"] = positionals;
    const least = readPercent(values["fail-under"]);
    const columns = readColumns(values.column ?? []) as NonNullable<AvailabilityOptions["columns"]>;
    const asked: AvailabilityOptions = { asOf: values["as-of"] ?? new Date(), columns };
    for (const key of ["from", "until", "zone"] as const) if (values[key] !== undefined) asked[key] = values[key];

    const result = await readLog(path, referencePolicy().availability(asked));
    if (values.json) printJson(result);
    else for (const line of described(result)) print(line);
    return least !== undefined && failsUnder(result, least) ? 1 : 0;
  },
};

function described({ services, problems, from, until, outside }: AvailabilityResult): string[] {
  const all = services.at(-1);
  if (all === undefined) return [];
  const lost =
    all.lostSeconds > 0 ? `${spoken(all.lostSeconds)} lost in ${counted(all.outages, "outage")}` : "no time lost";
  const lines = [`${bold(`${percent(all.availability)} available`)}: ${lost} ${dim(`(${from} to ${until})`)}`, ""];
  lines.push(...table(services), "");
  if (services.length > 1 || all.months.length > 1) lines.push(...months(services), "");
  lines.push(...problemLines(problems));
  if (outside > 0) lines.push(dim(`${counted(outside, "outage")} outside this time: not counted`));
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

function table(services: ServiceAvailability[]): string[] {
  const head = ["service", "available", "lost", "outages", "longest", "began"];
  const rows = services.map((each) => [
    nameOf(each),
    percent(each.availability),
    spoken(each.lostSeconds),
    each.outages.toLocaleString("en"),
    each.longestStart === null ? "–" : spoken(each.longestSeconds),
    `${each.longestStart ?? "–"}${each.ongoing ? `  ${yellow("still out")}` : ""}`,
  ]);
  return aligned([head, ...rows]);
}

/** Availability of every service in each month. */
function months(services: ServiceAvailability[]): string[] {
  const head = ["month", ...services.map(nameOf)];
  const rows = (services[0]?.months ?? []).map(({ month }, at) => [
    month,
    ...services.map(({ months }) => percent(months[at]?.availability ?? 1)),
  ]);
  return aligned([head, ...rows]);
}

const nameOf = ({ service }: ServiceAvailability) => (service === null ? "all" : safe(service) || "(no name)");

/** To three digits behind the point, as such objectives are written, and never 100 % where something was lost. */
function percent(share: number): string {
  const text = (Math.floor(share * 100_000) / 1_000).toFixed(3);
  return `${share === 1 ? "100" : text} %`;
}

function failsUnder({ services }: AvailabilityResult, least: number): boolean {
  const availability = services.at(-1)?.availability ?? 1;
  if (100 * availability >= least) return false;
  note(red(`case-slo: ${percent(availability)} available; at least ${least} % was asked for`));
  return true;
}
