import { scaleLinear } from "d3-scale";
import { Bar, OutcomeLegend, PeriodTick, round, ValueAxis } from "./axes.js";
import {
  EmptyFigure,
  Figure,
  LegendEntry,
  hatched,
  type ChartProps,
  useLabelRoom,
  useMarks,
  useWidth,
} from "./figure.js";
import { attainmentOf, change, enough, sum, wilson } from "./statistics.js";
import { numbersIn } from "../text/numbers.js";
import { firstOf, mondayOf, monthsBetween, weeksBetween } from "../text/periods.js";
import type { Month, Week } from "../index.js";
import { chartsMessagesFor, type Counts } from "../messages/charts/index.js";
import { useId } from "preact/hooks";

/** One week or month, with or without cases. */
export interface Period extends Counts {
  key: string;
  /** Name in the middle of a sentence. */
  name: string;
}

/** Label below the axis at a period; only some have a `year`. */
export interface Tick {
  key: string;
  label: string;
  year: string | null;
}

interface PeriodsProps extends ChartProps, PeriodOptions {
  title: string;
  unit: "week" | "month";
  column: string;
  /** Periods in order, without gaps. */
  periods: readonly Period[];
  /** Returns the labels that fit, by the width of a period. */
  ticks(band: number): readonly Tick[];
  /** Number of last periods that are compared with as many before them. */
  recent: number;
  /** Whether the chart is lower, for a page with little room. */
  isLow?: boolean;
  /** A second line with the share of each period; null where it has none. */
  compared?: ComparedLine | null;
}

/** The goal, and the choice of a period, in charts of weeks and months. */
interface PeriodOptions {
  /** The least share to be reached: periods below it are marked. */
  goal?: number | null;
  /** Takes the key of the period that is chosen. */
  onChoose?: (key: string) => void;
}

interface ComparedLine {
  name: string;
  shares: readonly (number | null)[];
}

const top = 16;
/** Least room for labels on the left and on the right. */
const leastRoom = [46, 58] as const;
const gap = 26;
const lower = 54;
const axis = 40;
/** Smallest widths of a period: below the first, the chart scrolls; from the second on, each interval is a line. */
const bands = { least: 3.5, own: 9 };
/** Width of a digit above a bar, in pixels. */
const digit = 7;

/** Shows the attainment by period with its interval, above the number of cases. */
export function PeriodsChart({
  view,
  title,
  unit,
  column,
  periods,
  ticks,
  recent,
  isLow = false,
  goal = null,
  compared = null,
  onChoose,
  note,
  children,
}: PeriodsProps) {
  const upper = isLow ? 104 : 168;
  const height = top + upper + gap + lower + axis;
  const words = chartsMessagesFor(view.language);
  const { percent } = view.format;
  const { share: write } = numbersIn(view.language);
  const id = useId();
  const [ref, room] = useWidth();
  const [left, right] = useLabelRoom(ref, leastRoom);
  const margin = { left, right };
  const choose = onChoose === undefined ? undefined : (index: number) => onChoose(periods[index]?.key ?? "");
  const isChoosable = (index: number) => (periods[index]?.cases ?? 0) > 0;
  const { mark, marked } = useMarks({ count: periods.length, onChoose: choose, isChoosable });
  const shares = periods.map(attainmentOf);
  const intervals = periods.map(({ met, missed }) => (met + missed < enough ? null : wilson(met, met + missed)));
  const total = sum(periods);
  if (total.cases === 0) return <EmptyFigure title={title} text={words.nothing} note={note ?? null} />;

  const width = Math.max(room, margin.left + margin.right + periods.length * bands.least);
  const isLong = width > room;
  // The width is limited, because a few periods in a wide column would be far apart.
  const band = Math.min(96, (width - margin.left - margin.right) / periods.length);
  const center = (index: number) => margin.left + (index + 0.5) * band;
  const end = margin.left + band * periods.length;
  const lowestShown = Math.min(
    ...shares.map((share, at) => intervals[at]?.[0] ?? share ?? 1),
    ...(compared?.shares.map((share) => share ?? 1) ?? []),
    goal ?? 1,
  );
  /** Whether a period with enough cases is below the goal. */
  const isBelow = (at: number) => goal !== null && intervals[at] != null && (shares[at] ?? 1) < goal;
  const floor = Math.min(0.9, Math.floor(lowestShown * 10) / 10);
  const y = scaleLinear()
    .domain([floor, 1])
    .range([top + upper, top]);
  const base = top + upper + gap + lower;
  const most = Math.max(...periods.map(({ cases }) => cases));
  const size = scaleLinear().domain([0, most]).range([0, lower]);
  const isNumbered = band >= 8 + digit * words.count(most).length;
  const bar = Math.max(1, Math.min(28, band * 0.62));
  const names = periods.map((period, at) => {
    const [share, interval] = [shares[at] ?? null, intervals[at] ?? null];
    const other = compared?.shares[at] ?? null;
    return [
      words.periods.markLabel(
        period.name,
        period,
        share === null ? null : write(share),
        interval === null ? null : [write(interval[0]), write(interval[1])],
      ),
      ...(isBelow(at) ? [words.periods.below] : []),
      ...(compared === null || other === null ? [] : [words.periods.compared(compared.name, write(other))]),
    ].join(" ");
  });
  const lastEvaluated = shares.findLastIndex((share) => share !== null);
  const hasFew = periods.some((_, at) => shares[at] !== null && intervals[at] === null);
  const isNarrow = band < bands.own;
  const picture = (chart: string) => (
    <>
      <g aria-hidden="true">
        <ValueAxis ticks={y.ticks(4)} y={y} from={margin.left} to={end} label={percent} isLong={isLong} />
        <path class="base" d={`M${margin.left} ${base}H${round(end)}`} />
        {!isNumbered && (
          <text class="tick" x={margin.left - 8} y={base - lower + 4} text-anchor="end">
            {words.count(most)}
          </text>
        )}
        {ticks(band).map(({ key, label, year }) => (
          <PeriodTick
            key={key}
            x={center(periods.findIndex((period) => period.key === key))}
            base={base}
            label={label}
            year={year}
          />
        ))}
        {isNarrow && <path class="ribbon" d={ribbon(intervals, center, y)} />}
        {goal !== null && <path class="goal" d={`M${margin.left} ${round(y(goal))}H${round(end)}`} />}
        {compared !== null && <path class="compared" d={trend(compared.shares, center, y)} />}
        <path class="trend" d={trend(shares, center, y)} />
      </g>
      {periods.map((period, at) => {
        const [share, interval, x] = [shares[at] ?? null, intervals[at] ?? null, round(center(at))];
        // From the axis up: missed, met, and neither.
        const [missed, met, all] = [size(period.missed), size(period.missed + period.met), size(period.cases)];
        const few = interval === null ? " few" : "";
        const edges = { left: x - bar / 2, right: x + bar / 2 };
        return (
          <g key={period.key} class={`mark-of-chart${few}`} {...mark(at, names[at] ?? "")}>
            <rect
              class="reach"
              x={round(center(at) - band / 2)}
              y={top - 12}
              width={round(band)}
              height={base - top + 12}
            />
            {interval !== null && !isNarrow && (
              <path class="interval" d={`M${x} ${round(y(interval[0]))}V${round(y(interval[1]))}`} />
            )}
            {share !== null && isBelow(at) && <path class="below" d={triangle(x, round(y(share)), isNarrow ? 3 : 5)} />}
            {share !== null && !isBelow(at) && (
              <circle class={`dot${few}`} cx={x} cy={round(y(share))} r={isNarrow ? 2 : 4} />
            )}
            <Bar kind="others" {...edges} top={base - all} bottom={base - met} />
            <Bar kind="met" {...edges} top={base - met} bottom={base - missed} />
            <Bar kind="missed" {...edges} top={base - missed} bottom={base} fill={hatched(chart)} />
          </g>
        );
      })}
      {/* Beside the marks, because the name of a mark says its numbers in words. */}
      <g class="values" aria-hidden="true">
        {isNumbered &&
          periods.map(
            ({ key, cases }, at) =>
              cases > 0 && (
                <text
                  key={key}
                  class="value"
                  x={round(center(at))}
                  y={round(base - size(cases)) - 5}
                  text-anchor="middle"
                >
                  {words.count(cases)}
                </text>
              ),
          )}
      </g>
      {goal !== null && !isLong && Math.abs(y(goal) - y(shares[lastEvaluated] ?? 0)) > 14 && (
        <text aria-hidden="true" class="value halo after" x={round(end) + 8} y={round(y(goal)) + 4}>
          {words.periods.goalTick(write(goal))}
        </text>
      )}
      {lastEvaluated >= 0 && !isLong && (
        <text
          aria-hidden="true"
          class="value strong halo after"
          x={round(center(lastEvaluated)) + 10}
          y={round(y(shares[lastEvaluated] ?? 0)) + 4}
        >
          {write(shares[lastEvaluated] ?? 0)}
        </text>
      )}
    </>
  );
  return (
    <Figure
      view={view}
      note={note ?? null}
      title={title}
      summary={summaryOf()}
      plot={{ ref, width, height, isLong }}
      names={names}
      marked={marked}
      legend={
        <>
          <OutcomeLegend language={view.language} id={`${id}-key`} hasOthers={total.cases > total.met + total.missed} />
          {hasFew && (
            <LegendEntry kind="few" id={`${id}-key`}>
              {words.key.few(enough)}
            </LegendEntry>
          )}
          {periods.some((_, at) => isBelow(at)) && (
            <LegendEntry kind="below" id={`${id}-key`}>
              {words.key.below}
            </LegendEntry>
          )}
          {compared !== null && (
            <LegendEntry kind="compared" id={`${id}-key`}>
              {compared.name}
            </LegendEntry>
          )}
        </>
      }
      isChoosable={onChoose !== undefined}
      picture={picture}
      table={{
        columns: [
          column,
          words.columns.cases,
          words.columns.met,
          words.columns.missed,
          words.columns.others,
          words.columns.attainment,
          words.columns.interval,
          ...(compared === null ? [] : [compared.name]),
        ],
        rows: periods.map(({ name, cases, met, missed }, at) => {
          const [share, interval] = [shares[at] ?? null, intervals[at] ?? null];
          return [
            name,
            words.count(cases),
            words.count(met),
            words.count(missed),
            words.count(cases - met - missed),
            share === null ? "—" : isBelow(at) ? words.periods.belowCell(write(share)) : write(share),
            interval === null ? "—" : words.range(write(interval[0]), write(interval[1])),
            ...(compared === null ? [] : [compared.shares[at] == null ? "—" : write(compared.shares[at])]),
          ];
        }),
      }}
    >
      {children}
    </Figure>
  );

  function summaryOf(): string[] {
    const share = attainmentOf(total);
    if (share === null) return [];
    const sentences = [words.periods.overall(write(share), total)];
    if (goal !== null) {
      const enoughCases = intervals.filter((interval) => interval !== null).length;
      sentences.push(words.periods.goal(unit, write(goal), periods.filter((_, at) => isBelow(at)).length, enoughCases));
    }
    const evaluated = shares.flatMap((each, at) =>
      each === null || intervals[at] === null ? [] : [{ at, share: each }],
    );
    const lowest = evaluated.reduce<{ at: number; share: number } | null>(
      (least, each) => (least === null || each.share < least.share ? each : least),
      null,
    );
    const period = lowest === null ? undefined : periods[lowest.at];
    if (lowest !== null && period !== undefined && evaluated.length > 1 && lowest.share < share) {
      sentences.push(words.periods.lowest(period.name, write(lowest.share), period.met + period.missed));
    }
    const count = Math.min(recent, Math.floor(periods.length / 2));
    if (count > 0) {
      const [now, before] = [sum(periods.slice(-count)), sum(periods.slice(-2 * count, -count))];
      const kind = change(before, now);
      if (kind !== null)
        sentences.push(
          words.periods.recent(unit, kind, count, write(attainmentOf(now) ?? 0), write(attainmentOf(before) ?? 0)),
        );
    }
    return sentences;
  }
}

type PeriodPosition = (index: number) => number;

/** Returns a triangle that points down, around a point. */
const triangle = (x: number, y: number, size: number): string =>
  `M${round(x - size)} ${round(y - size * 0.8)}H${round(x + size)}L${x} ${round(y + size)}Z`;

/** Returns a line through the periods with evaluated cases, with gaps at the others. */
function trend(shares: readonly (number | null)[], x: PeriodPosition, y: (share: number) => number): string {
  let isOpen = false;
  return shares
    .map((share, at) => {
      const step = share === null ? "" : `${isOpen ? "L" : "M"}${round(x(at))} ${round(y(share))}`;
      isOpen = share !== null;
      return step;
    })
    .join("");
}

/** Returns the intervals of many periods as one band. */
function ribbon(
  intervals: readonly ([number, number] | null)[],
  x: PeriodPosition,
  y: (share: number) => number,
): string {
  const runs: number[][] = [[]];
  for (const [at, interval] of intervals.entries()) {
    if (interval === null) runs.push([]);
    else runs.at(-1)?.push(at);
  }
  const point = (at: number, edge: 0 | 1) => `${round(x(at))} ${round(y(intervals[at]?.[edge] ?? 0))}`;
  return runs
    .filter((run) => run.length > 1)
    .map(
      (run) =>
        `M${run.map((at) => point(at, 1)).join("L")}L${run
          .toReversed()
          .map((at) => point(at, 0))
          .join("L")}Z`,
    )
    .join("");
}

/** The cases that are shown: of one tier, of one severity, of both, or all. */
interface ObjectiveSelection {
  tier?: string | null;
  severity?: string | null;
}

interface WeeksProps extends ChartProps, ObjectiveSelection, PeriodOptions {
  /** Values as in the report. */
  weeks: readonly Week[];
  /** Weeks of a comparison. The first week of an earlier period is drawn at the first week of this one. */
  compared?: { name: string; weeks: readonly Week[]; isEarlier: boolean } | null;
}

interface MonthsProps extends ChartProps, ObjectiveSelection, PeriodOptions {
  /** Whether the chart is lower, for a page with little room. */
  isLow?: boolean;
  /** Values as in the report. */
  months: readonly Month[];
}

/** Most weeks in the chart: the last ten years. The table of a report has all of them. */
const most = 520;
const day = 86_400_000;

/** Shows the attainment by ISO week of submission with the Wilson interval; a ring marks fewer than five evaluated cases. */
export function WeeksChart({ weeks, tier = null, severity = null, title, compared = null, ...props }: WeeksProps) {
  const words = chartsMessagesFor(props.view.language);
  const byWeek = (some: readonly Week[]) =>
    new Map(some.filter((each) => each.tier === tier && each.severity === severity).map((each) => [each.week, each]));
  const found = byWeek(weeks);
  const keys = [...found.keys()].sort();
  const periods = weeksBetween(keys[0] ?? "", keys.at(-1) ?? "", most).map((key): Period => {
    const monday = mondayOf(key);
    const [year = 0, number = 0] = key.split("-W").map(Number);
    const name = words.periods.week({ number, year, from: new Date(monday), until: new Date(monday + 6 * day) });
    return { ...counts(found.get(key)), key, name };
  });
  const others = byWeek(compared?.weeks ?? []);
  const earlier = [...others.keys()].sort();
  const earlierWeeks = weeksBetween(earlier[0] ?? "", earlier.at(-1) ?? "", most);
  const shares = periods.map(({ key }, at) => {
    const other = others.get(compared?.isEarlier === true ? (earlierWeeks[at] ?? "") : key);
    return other === undefined ? null : attainmentOf(other);
  });
  return (
    <PeriodsChart
      {...props}
      compared={compared === null ? null : { name: compared.name, shares }}
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

/** Shows the attainment by month of submission, drawn like the weeks. */
export function MonthsChart({ months, tier = null, severity = null, title, ...props }: MonthsProps) {
  const words = chartsMessagesFor(props.view.language);
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

/** Returns the interval between ticks, in periods, that leaves `room` pixels between them; the first period has a tick. */
function spaced(periods: readonly Period[], band: number, room: number, label: (key: string) => string): Tick[] {
  const step = [1, 2, 3, 4, 6, 13, 26, 52].find((each) => each * band >= room) ?? 104;
  return withYears(
    periods.filter((_, at) => at % step === 0).map(({ key }) => ({ key, label: label(key), year: key.slice(0, 4) })),
  );
}

/** Returns ticks for many weeks: at the first week of a month, of a quarter or of a year. */
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

/** Shows the year at its first tick only. */
const withYears = (ticks: readonly Tick[]): Tick[] =>
  ticks.map((tick, at) => (tick.year === ticks[at - 1]?.year ? { ...tick, year: null } : tick));
