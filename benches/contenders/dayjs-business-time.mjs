// dayjs-business-time: the plug-in for business minutes. It knows only the machine's own zone.

import dayjs from "dayjs";
import businessTime from "dayjs-business-time";
import { hours } from "../lib/workload.mjs";

export const name = "dayjs-business-time";
export const step = 250;
export const localZoneOnly = true;

dayjs.extend(businessTime);
const clock = (minutes) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00`;

export function prepare({ holidays }) {
  const segments = hours.map(([opens, closes]) => ({ start: clock(opens), end: clock(closes) }));
  const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"];
  dayjs.setBusinessTime({
    sunday: null,
    saturday: null,
    ...Object.fromEntries(weekdays.map((day) => [day, segments])),
  });
  dayjs.setHolidays(holidays.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)));
  return {
    deadline: (start, seconds) =>
      dayjs(start)
        .addBusinessMinutes(seconds / 60)
        .valueOf(),
    elapsed: (start, end) => dayjs(start).businessMinutesDiff(dayjs(end)) * 60,
  };
}
