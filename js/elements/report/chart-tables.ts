/** The figures of charts as tables for a spreadsheet: numbers, where the table beside the chart has words. */

import type { Group, Month, ReportResult, Week } from "../../index.js";
import { chartsMessagesFor } from "../../messages/charts/index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import type { Scene } from "../shared/element.js";
import { overrunBins } from "./charts/overruns.js";
import { attainmentOf, enough, wilson } from "./charts/statistics.js";
import { minutesCell, percentCell, type Table } from "../shared/spreadsheet.js";
import { overall } from "./outcome.js";

/** Weeks or months over all cases, each with its interval where enough cases are judged. */
export function periodsTable(scene: Scene, unit: "week" | "month", periods: readonly (Week | Month)[]): Table {
  const heads = reportMessagesFor(scene.language).exports.columns;
  const { others } = chartsMessagesFor(scene.language).columns;
  const key = (each: Week | Month) => ("week" in each ? each.week : each.month);
  const shown = periods
    .filter(({ tier, severity }) => tier === null && severity === null)
    .toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  return {
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

/** How long answers took, step by step. */
export function distributionTable(scene: Scene, { histogram }: Pick<Group, "histogram">): Table {
  const heads = reportMessagesFor(scene.language).exports.columns;
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

/** How late the missed cases were, step by step, and of which severity. */
export function overrunsTable(scene: Scene, result: ReportResult): Table {
  const heads = reportMessagesFor(scene.language).exports.columns;
  const severities = scene.description.severities.filter(({ id }) =>
    result.misses.some(({ severity }) => severity === id),
  );
  return {
    header: [heads.above, heads.upTo, heads.cases, ...severities.map(({ name }) => scene.say(name))],
    rows: () =>
      overrunBins(result.misses, overall(result)?.missed ?? 0).map(({ from, upTo, count, severities: of }) => [
        ...[minutesCell(from ?? 0), minutesCell(upTo), count],
        // Where not every case is listed, nobody knows how they divide.
        ...severities.map(({ id }) => (of === null ? null : (of.get(id) ?? 0))),
      ]),
  };
}
