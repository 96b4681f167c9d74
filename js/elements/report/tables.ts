/** The content of a report as tables for export. */

import { overrunBins } from "../../charts/misses.js";
import { attainmentOf, enough, wilson } from "../../charts/statistics.js";
import { severityName, tierName } from "./comparison.js";
import { coverageSentence } from "./coverage.js";
import { valueIn, orderedGroups, overallGroup, type Outcome } from "./outcome.js";
import { localTime } from "../../text/periods.js";
import type { ViewContext } from "../shared/element.js";
import {
  minutesCell,
  minutesCell as minutes,
  percentCell,
  percentCell as percent,
  type Cell,
  type Table,
} from "../shared/spreadsheet.js";
import type { Group, Month, ReportResult, Week } from "../../index.js";
import { chartsMessagesFor } from "../../messages/charts/index.js";
import { reportMessagesFor } from "../../messages/report/index.js";

export interface ReportTable extends Table {
  /** The part of the report in the table. */
  id: "groups" | "weeks" | "months" | "channels" | "hours" | "misses" | "problems";
  name: string;
}

/** Returns the tables of a report that have rows; each is created on demand. */
export function tablesOf(view: ViewContext, { result, settings }: Outcome): ReportTable[] {
  const words = reportMessagesFor(view.language);
  const { columns: heads, names } = words.exports;
  const tier = (id: string | null): Cell => (id === null ? words.exports.all : tierName(view, id));
  const severity = (id: string | null): Cell => (id === null ? words.exports.all : severityName(view, id));
  const shareOf = (met: number, missed: number): Cell => (met + missed === 0 ? null : percent(met / (met + missed)));
  const all = overallGroup(result);
  const tables: ReportTable[] = [
    {
      id: "groups",
      name: names.groups,
      header: [
        heads.tier,
        heads.severity,
        heads.cases,
        heads.met,
        heads.missed,
        heads.running,
        heads.notStated,
        heads.attainment,
        heads.low,
        heads.high,
        heads.p50,
        heads.p90,
        heads.p95,
      ],
      rows: () =>
        [...orderedGroups(result, view.description), ...(all === undefined ? [] : [all])].map((group) => [
          ...[
            tier(group.tier),
            severity(group.severity),
            group.cases,
            group.met,
            group.missed,
            group.running,
            group.notStated,
          ],
          ...[percent(group.attainment), percent(group.interval?.[0] ?? null), percent(group.interval?.[1] ?? null)],
          ...[minutes(group.p50), minutes(group.p90), minutes(group.p95)],
        ]),
    },
    {
      id: "weeks",
      name: names.weeks,
      header: [heads.week, heads.tier, heads.severity, heads.cases, heads.met, heads.missed, heads.attainment],
      rows: () =>
        result.weeks.map((each) => [
          each.week,
          tier(each.tier),
          severity(each.severity),
          each.cases,
          each.met,
          each.missed,
          shareOf(each.met, each.missed),
        ]),
    },
    {
      id: "months",
      name: names.months,
      header: [heads.month, heads.tier, heads.severity, heads.cases, heads.met, heads.missed, heads.attainment],
      rows: () =>
        result.months.map((each) => [
          each.month,
          tier(each.tier),
          severity(each.severity),
          each.cases,
          each.met,
          each.missed,
          shareOf(each.met, each.missed),
        ]),
    },
    {
      id: "channels",
      name: names.channels,
      header: [heads.channel, heads.cases, heads.met, heads.missed, heads.attainment],
      rows: () =>
        result.channels.map((each) => [
          each.channel ?? words.exports.otherChannels,
          each.cases,
          each.met,
          each.missed,
          percent(each.attainment),
        ]),
    },
    {
      id: "hours",
      name: names.hours,
      header: [heads.weekday, heads.hour, heads.cases, heads.met, heads.missed, heads.attainment],
      rows: () =>
        result.hours.map((each) => [
          weekdayName(view.language, each.weekday),
          each.hour,
          each.cases,
          each.met,
          each.missed,
          shareOf(each.met, each.missed),
        ]),
    },
    {
      id: "misses",
      name: names.misses,
      header: [
        heads.row,
        heads.id,
        heads.tier,
        heads.severity,
        heads.submitted(settings.zone),
        heads.overrun,
        heads.state,
      ],
      rows: () =>
        result.misses.map((each) => [
          each.row,
          each.id,
          tier(each.tier),
          severity(each.severity),
          localTime(settings.zone, Date.parse(each.submittedAt)),
          minutes(each.overrunSeconds),
          each.open ? words.exports.open : words.exports.late,
        ]),
    },
    {
      id: "problems",
      name: names.problems,
      header: [heads.row, heads.problem, heads.found],
      rows: () =>
        result.problems.flatMap(({ code, first }) =>
          first.map((place) => [place.row, words.problems.codes[code] ?? code, valueIn(place, code) ?? ""]),
        ),
    },
  ];
  const note = coverageSentence(view, result);
  return tables
    .filter(({ id }) => result[id].length > 0)
    .map((table) => (table.id === "problems" ? table : { ...table, note }));
}

/** 2024-01-01 was a Monday. */
const weekdayName = (language: string, weekday: number): string =>
  new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, weekday));

/** Returns weeks or months over all cases, each with its interval if enough cases are evaluated. */
export function periodsTable(
  view: ViewContext,
  unit: "week" | "month",
  periods: readonly (Week | Month)[],
  covered: Pick<ReportResult, "rows" | "coverage">,
): Table {
  const heads = reportMessagesFor(view.language).exports.columns;
  const { others } = chartsMessagesFor(view.language).columns;
  const key = (each: Week | Month) => ("week" in each ? each.week : each.month);
  const shown = periods
    .filter(({ tier, severity }) => tier === null && severity === null)
    .toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  return {
    note: coverageSentence(view, covered),
    header: [heads[unit], heads.cases, heads.met, heads.missed, others, heads.attainment, heads.low, heads.high],
    rows: () =>
      shown.map((each) => {
        const { cases, met, missed } = each;
        const [low, high] = met + missed < enough ? [null, null] : wilson(met, met + missed);
        return [
          key(each),
          cases,
          met,
          missed,
          cases - met - missed,
          percentCell(attainmentOf(each)),
          percentCell(low),
          percentCell(high),
        ];
      }),
  };
}

/** Returns the distribution of the response times. */
export function distributionTable(view: ViewContext, { histogram }: Pick<Group, "histogram">): Table {
  const heads = reportMessagesFor(view.language).exports.columns;
  return {
    header: [heads.above, heads.upTo, heads.cases],
    rows: () =>
      histogram.map(({ upToSeconds, count }, at) => [
        minutesCell(histogram[at - 1]?.upToSeconds ?? 0),
        minutesCell(upToSeconds),
        count,
      ]),
  };
}

/** Returns the distribution of the delays by severity. */
export function overrunsTable(view: ViewContext, result: ReportResult): Table {
  const heads = reportMessagesFor(view.language).exports.columns;
  const severities = view.description.severities.filter(({ id }) =>
    result.misses.some(({ severity }) => severity === id),
  );
  return {
    header: [heads.above, heads.upTo, heads.cases, ...severities.map(({ name }) => view.say(name))],
    rows: () =>
      overrunBins(result.misses, overallGroup(result)?.missed ?? 0).map(({ from, upTo, count, severities: of }) => [
        ...[minutesCell(from ?? 0), minutesCell(upTo), count],
        // If not every case is listed, the counts by severity are unknown.
        ...severities.map(({ id }) => (of === null ? null : (of.get(id) ?? 0))),
      ]),
  };
}
