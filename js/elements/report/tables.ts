/** What a report holds, as tables to be taken along. */

import { reportMessagesFor } from "../../messages/report/index.js";
import type { Scene } from "../shared/element.js";
import { type Cell, minutesCell as minutes, percentCell as percent, type Table } from "../shared/spreadsheet.js";
import { localTime } from "./days.js";
import { severityName, tierName } from "./names.js";
import { ordered, type Outcome, overall } from "./outcome.js";
import { foundIn } from "./problem.js";

export interface ReportTable extends Table {
  /** What of a report it holds. */
  id: "groups" | "weeks" | "months" | "channels" | "hours" | "misses" | "problems";
  name: string;
}

/** Every table of a report that has rows; they are written when they are asked for. */
export function tablesOf(scene: Scene, { result, settings }: Outcome): ReportTable[] {
  const words = reportMessagesFor(scene.language);
  const { columns: heads, names } = words.exports;
  const tier = (id: string | null): Cell => (id === null ? words.exports.all : tierName(scene, id));
  const severity = (id: string | null): Cell => (id === null ? words.exports.all : severityName(scene, id));
  const shareOf = (met: number, missed: number): Cell => (met + missed === 0 ? null : percent(met / (met + missed)));
  const all = overall(result);
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
        [...ordered(result, scene.description), ...(all === undefined ? [] : [all])].map((group) => [
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
          weekdayName(scene.language, each.weekday),
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
      header: [heads.row, heads.id, heads.tier, heads.severity, heads.submitted(settings.zone), heads.overrun],
      rows: () =>
        result.misses.map((each) => [
          each.row,
          each.id,
          tier(each.tier),
          severity(each.severity),
          localTime(settings.zone, Date.parse(each.submittedAt)),
          minutes(each.overrunSeconds),
        ]),
    },
    {
      id: "problems",
      name: names.problems,
      header: [heads.row, heads.problem, heads.found],
      rows: () =>
        result.problems.flatMap(({ code, first }) =>
          first.map((place) => [place.row, words.problems.codes[code] ?? code, foundIn(place, code) ?? ""]),
        ),
    },
  ];
  return tables.filter(({ id }) => result[id].length > 0);
}

/** 2024-01-01 was a Monday. */
const weekdayName = (language: string, weekday: number): string =>
  new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, weekday));
