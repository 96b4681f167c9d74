import type { MonthAvailability } from "../../index.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import { minutesCell, type Table } from "../shared/spreadsheet.js";
import type { Scene } from "../shared/element.js";

/** The figures of the chart of lost time, for a spreadsheet. */
export function lostTimeTable(scene: Scene, months: readonly MonthAvailability[]): Table {
  const { columns, exported } = dashboardMessagesFor(scene.language).availability;
  return {
    header: [columns.month, exported.availability, exported.lost, columns.outages, exported.longest],
    rows: () =>
      months.map((each) => [
        each.month,
        // Never rounded up: a second without service is not 100 %.
        Math.floor(each.availability * 1e5) / 1e3,
        minutesCell(each.lostSeconds),
        each.outages,
        minutesCell(each.longestSeconds),
      ]),
  };
}
