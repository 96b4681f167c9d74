// opening_hours: the calendar as OpenStreetMap writes it. It knows only the machine's own zone.

import OpeningHours from "opening_hours";
import { hours } from "../lib/workload.mjs";

export const name = "opening_hours";
export const step = 250;
export const localZoneOnly = true;

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const clock = (minutes) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

export function prepare({ holidays }) {
  const open = hours.map((interval) => interval.map(clock).join("-")).join(",");
  const off = holidays.map((day) => {
    const date = new Date(day * 86_400_000);
    return `${date.getUTCFullYear()} ${months[date.getUTCMonth()]} ${date.getUTCDate()} off`;
  });
  const calendar = new OpeningHours([`Mo-Fr ${open}`, ...off].join("; "), null);
  return {
    deadline(start, seconds) {
      let left = seconds * 1_000;
      const states = calendar.getIterator(new Date(start));
      for (;;) {
        const [open, from] = [states.getState(), states.getDate().getTime()];
        states.advance();
        const passed = states.getDate().getTime() - from;
        if (open && left <= passed) return from + left;
        if (open) left -= passed;
      }
    },
    elapsed: (start, end) => calendar.getOpenDuration(new Date(start), new Date(end))[0] / 1_000,
  };
}
