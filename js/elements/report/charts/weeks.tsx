import type { Month, Week } from "../../../index.js";
import { chartsMessagesFor } from "../../../messages/charts/index.js";
import type { ChartProps } from "./figure.js";
import { type Period, PeriodsChart, type Tick } from "./periods.js";
import { firstOf, mondayOf, monthsBetween, weeksBetween } from "./weeks-and-months.js";

/** Whose figures are shown: those of one tier, one severity, both, or, as a report has it, all together. */
interface Of {
  tier?: string | null;
  severity?: string | null;
}

interface WeeksProps extends ChartProps, Of {
  /** As a report gives them. */
  weeks: readonly Week[];
}

interface MonthsProps extends ChartProps, Of {
  /** Drawn low, where the page has little room. */
  isLow?: boolean;
  /** As a report gives them. */
  months: readonly Month[];
}

/** The most weeks that are drawn, the latest ones: ten years. The table of a report holds them all. */
const most = 520;
const day = 86_400_000;

/** Attainment by ISO week of submission, with the Wilson interval; a ring where fewer than five cases are judged. */
export function WeeksChart({ weeks, tier = null, severity = null, title, ...props }: WeeksProps) {
  const words = chartsMessagesFor(props.scene.language);
  const found = new Map(
    weeks.filter((each) => each.tier === tier && each.severity === severity).map((each) => [each.week, each]),
  );
  const keys = [...found.keys()].sort();
  const periods = weeksBetween(keys[0] ?? "", keys.at(-1) ?? "", most).map((key): Period => {
    const monday = mondayOf(key);
    const [year = 0, number = 0] = key.split("-W").map(Number);
    const name = words.periods.week({ number, year, from: new Date(monday), until: new Date(monday + 6 * day) });
    return { ...counts(found.get(key)), key, name };
  });
  return (
    <PeriodsChart
      {...props}
      title={title ?? words.periods.weeks}
      unit="week"
      column={words.columns.week}
      periods={periods}
      ticks={(band) =>
        periods.length > 60
          ? monthTicks(periods, band, words.periods.monthTick)
          : spaced(periods, band, 56, (key) => words.periods.weekTick(Number(key.split("-W")[1])))
      }
      recent={4}
    />
  );
}

/** Attainment by month of submission, drawn as that by week. */
export function MonthsChart({ months, tier = null, severity = null, title, ...props }: MonthsProps) {
  const words = chartsMessagesFor(props.scene.language);
  const found = new Map(
    months.filter((each) => each.tier === tier && each.severity === severity).map((each) => [each.month, each]),
  );
  const keys = [...found.keys()].sort();
  const periods = monthsBetween(keys[0] ?? "", keys.at(-1) ?? "", most).map((key): Period => {
    return { ...counts(found.get(key)), key, name: words.periods.month(firstOf(key)) };
  });
  return (
    <PeriodsChart
      {...props}
      title={title ?? words.periods.months}
      unit="month"
      column={words.columns.month}
      periods={periods}
      ticks={(band) => spaced(periods, band, 44, (key) => words.periods.monthTick(firstOf(key)))}
      recent={1}
    />
  );
}

const counts = (of: Week | Month | undefined) => ({
  cases: of?.cases ?? 0,
  met: of?.met ?? 0,
  missed: of?.missed ?? 0,
});

/** Every so many periods, so that the ticks stand `room` pixels apart; the first one always. */
function spaced(periods: readonly Period[], band: number, room: number, label: (key: string) => string): Tick[] {
  const step = [1, 2, 3, 4, 6, 13, 26, 52].find((each) => each * band >= room) ?? 104;
  return withYears(
    periods.filter((_, at) => at % step === 0).map(({ key }) => ({ key, label: label(key), year: key.slice(0, 4) })),
  );
}

/** Long rows of weeks: a tick at the first week of a month, of a quarter or of a year. */
function monthTicks(weeks: readonly Period[], band: number, label: (first: Date) => string): Tick[] {
  const step = [1, 3, 6, 12].find((each) => each * 4.35 * band >= 48) ?? 12;
  // A week belongs to the month of its Thursday.
  const dates = weeks.map(({ key }) => new Date(mondayOf(key) + 3 * day));
  return withYears(
    weeks.flatMap(({ key }, at) => {
      const [date, before] = [dates[at], dates[at - 1]];
      const isFirst = date !== undefined && before !== undefined && date.getUTCMonth() !== before.getUTCMonth();
      return isFirst && date.getUTCMonth() % step === 0
        ? [{ key, label: label(date), year: String(date.getUTCFullYear()) }]
        : [];
    }),
  );
}

/** The year stands at its first tick alone. */
const withYears = (ticks: readonly Tick[]): Tick[] =>
  ticks.map((tick, at) => (tick.year === ticks[at - 1]?.year ? { ...tick, year: null } : tick));
