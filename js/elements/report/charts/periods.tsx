import { scaleLinear } from "d3-scale";
import { useId } from "preact/hooks";

import { type Counts, chartsMessagesFor } from "../../../messages/charts/index.js";
import { numbersIn } from "../numbers.js";
import { type ChartProps, Empty, Figure, Key } from "./figure.js";
import { hatched } from "./hatch.js";
import { useMarks } from "./marks.js";
import { attainmentOf, change, enough, sum, wilson } from "./statistics.js";
import { useWidth } from "./width.js";

/** One week or month, with or without cases. */
export interface Period extends Counts {
  key: string;
  /** In the middle of a sentence. */
  name: string;
}

/** What stands below the axis at a period; `year` where it is told. */
export interface Tick {
  key: string;
  label: string;
  year: string | null;
}

interface PeriodsProps extends ChartProps {
  title: string;
  unit: "week" | "month";
  column: string;
  /** In order, without gaps. */
  periods: readonly Period[];
  /** For which periods there is room, by the width of one. */
  ticks(band: number): readonly Tick[];
  /** How many periods at the end are compared with as many before. */
  recent: number;
  /** Drawn low, where the page has little room. */
  isLow?: boolean;
}

const margin = { left: 46, right: 58, top: 16 };
const gap = 26;
const lower = 54;
const axis = 40;
/** What a period needs at least; below, the chart scrolls. With this much its interval is a line of its own. */
const bands = { least: 3.5, own: 9 };
/** Of a digit above a bar, in pixels. */
const digit = 7;

/** Attainment by period with its interval, above the number of cases. */
export function PeriodsChart({
  scene,
  title,
  unit,
  column,
  periods,
  ticks,
  recent,
  isLow = false,
  children,
}: PeriodsProps) {
  const upper = isLow ? 104 : 168;
  const height = margin.top + upper + gap + lower + axis;
  const words = chartsMessagesFor(scene.language);
  const { percent } = scene.format;
  const { share: write } = numbersIn(scene.language);
  const id = useId();
  const [ref, room] = useWidth();
  const { mark, told } = useMarks({ count: periods.length });
  const shares = periods.map(attainmentOf);
  const intervals = periods.map(({ met, missed }) => (met + missed < enough ? null : wilson(met, met + missed)));
  const total = sum(periods);
  if (total.cases === 0) return <Empty title={title} text={words.nothing} />;

  const width = Math.max(room, margin.left + margin.right + periods.length * bands.least);
  const isLong = width > room;
  // A handful of periods in a wide column would stand a hand apart.
  const band = Math.min(96, (width - margin.left - margin.right) / periods.length);
  const center = (index: number) => margin.left + (index + 0.5) * band;
  const end = margin.left + band * periods.length;
  const lowestShown = Math.min(...shares.map((share, at) => intervals[at]?.[0] ?? share ?? 1));
  const floor = Math.min(0.9, Math.floor(lowestShown * 10) / 10);
  const y = scaleLinear()
    .domain([floor, 1])
    .range([margin.top + upper, margin.top]);
  const base = margin.top + upper + gap + lower;
  const most = Math.max(...periods.map(({ cases }) => cases));
  const size = scaleLinear().domain([0, most]).range([0, lower]);
  const isNumbered = band >= 8 + digit * words.count(most).length;
  const bar = Math.max(1, Math.min(28, band * 0.62));
  const names = periods.map((period, at) => {
    const [share, interval] = [shares[at] ?? null, intervals[at] ?? null];
    return words.periods.told(
      period.name,
      period,
      share === null ? null : write(share),
      interval === null ? null : [write(interval[0]), write(interval[1])],
    );
  });
  const lastJudged = shares.findLastIndex((share) => share !== null);
  const hasFew = periods.some((_, at) => shares[at] !== null && intervals[at] === null);
  const isNarrow = band < bands.own;
  const picture = (chart: string) => (
    <>
      <g aria-hidden="true">
        {y.ticks(4).map((share) => (
          <g key={share}>
            <path class="grid" d={`M${margin.left} ${round(y(share))}H${round(end)}`} />
            <text class="tick" x={margin.left - 8} y={round(y(share)) + 4} text-anchor="end">
              {percent(share)}
            </text>
            {isLong && (
              <text class="tick" x={round(end) + 8} y={round(y(share)) + 4}>
                {percent(share)}
              </text>
            )}
          </g>
        ))}
        <path class="base" d={`M${margin.left} ${base}H${round(end)}`} />
        {!isNumbered && (
          <text class="tick" x={margin.left - 8} y={base - lower + 4} text-anchor="end">
            {words.count(most)}
          </text>
        )}
        {ticks(band).map(({ key, label, year }) => {
          const x = round(center(periods.findIndex((period) => period.key === key)));
          return (
            <g key={key}>
              <path class="base" d={`M${x} ${base}v5`} />
              <text class="tick" x={x} y={base + 18} text-anchor="middle">
                {label}
              </text>
              {year !== null && (
                <text class="tick" x={x} y={base + 33} text-anchor="middle">
                  {year}
                </text>
              )}
            </g>
          );
        })}
        {isNarrow && <path class="ribbon" d={ribbon(intervals, center, y)} />}
        <path class="trend" d={trend(shares, center, y)} />
      </g>
      {periods.map((period, at) => {
        const [share, interval, x] = [shares[at] ?? null, intervals[at] ?? null, round(center(at))];
        // From the axis up: missed, met, and neither.
        const [missed, met, all] = [size(period.missed), size(period.missed + period.met), size(period.cases)];
        const few = interval === null ? " few" : "";
        return (
          <g key={period.key} class={`mark-of-chart${few}`} {...mark(at, names[at] ?? "")}>
            <rect
              class="reach"
              x={round(center(at) - band / 2)}
              y={margin.top - 12}
              width={round(band)}
              height={base - margin.top + 12}
            />
            {interval !== null && !isNarrow && (
              <path class="interval" d={`M${x} ${round(y(interval[0]))}V${round(y(interval[1]))}`} />
            )}
            {share !== null && <circle class={`dot${few}`} cx={x} cy={round(y(share))} r={isNarrow ? 2 : 4} />}
            {all > met && (
              <rect
                class="others"
                x={round(x - bar / 2)}
                y={round(base - all)}
                width={round(bar)}
                height={round(all - met)}
              />
            )}
            {met > missed && (
              <rect
                class="met"
                x={round(x - bar / 2)}
                y={round(base - met)}
                width={round(bar)}
                height={round(met - missed)}
              />
            )}
            {missed > 0 && (
              <rect
                class="missed"
                fill={hatched(chart)}
                x={round(x - bar / 2)}
                y={round(base - missed)}
                width={round(bar)}
                height={round(missed)}
              />
            )}
            {period.cases > 0 && isNumbered && (
              <text class="value" x={x} y={round(base - all) - 5} text-anchor="middle">
                {words.count(period.cases)}
              </text>
            )}
          </g>
        );
      })}
      {lastJudged >= 0 && !isLong && (
        <text
          aria-hidden="true"
          class="value strong halo"
          x={round(center(lastJudged)) + 10}
          y={round(y(shares[lastJudged] ?? 0)) + 4}
        >
          {write(shares[lastJudged] ?? 0)}
        </text>
      )}
    </>
  );
  return (
    <Figure
      scene={scene}
      title={title}
      summary={summaryOf()}
      plot={{ ref, width, height, isLong }}
      told={told === null ? null : (names[told] ?? null)}
      legend={
        <>
          <Key kind="met" id={`${id}-key`}>
            {words.key.met}
          </Key>
          <Key kind="missed" id={`${id}-key`}>
            {words.key.missed}
          </Key>
          {total.cases > total.met + total.missed && (
            <Key kind="others" id={`${id}-key`}>
              {words.columns.others}
            </Key>
          )}
          {hasFew && (
            <Key kind="few" id={`${id}-key`}>
              {words.key.few(enough)}
            </Key>
          )}
        </>
      }
      picture={picture}
      table={
        <table>
          <caption class="hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{column}</th>
              <th scope="col">{words.columns.cases}</th>
              <th scope="col">{words.columns.met}</th>
              <th scope="col">{words.columns.missed}</th>
              <th scope="col">{words.columns.others}</th>
              <th scope="col">{words.columns.attainment}</th>
              <th scope="col">{words.columns.interval}</th>
            </tr>
          </thead>
          <tbody>
            {periods.map(({ key, name, cases, met, missed }, at) => {
              const [share, interval] = [shares[at] ?? null, intervals[at] ?? null];
              return (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td>{words.count(cases)}</td>
                  <td>{words.count(met)}</td>
                  <td>{words.count(missed)}</td>
                  <td>{words.count(cases - met - missed)}</td>
                  <td>{share === null ? "—" : write(share)}</td>
                  <td>{interval === null ? "—" : words.range(write(interval[0]), write(interval[1]))}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      }
    >
      {children}
    </Figure>
  );

  function summaryOf(): string[] {
    const share = attainmentOf(total);
    if (share === null) return [];
    const sentences = [words.periods.overall(write(share), total)];
    const judged = shares.flatMap((each, at) => (each === null || intervals[at] === null ? [] : [{ at, share: each }]));
    const lowest = judged.reduce<{ at: number; share: number } | null>(
      (least, each) => (least === null || each.share < least.share ? each : least),
      null,
    );
    const period = lowest === null ? undefined : periods[lowest.at];
    if (lowest !== null && period !== undefined && judged.length > 1 && lowest.share < share) {
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

/** To a tenth of a pixel: a picture of 200 weeks stays small when it is saved. */
export const round = (value: number): number => Math.round(value * 10) / 10;

type Place = (index: number) => number;

/** A line through the periods with judged cases; broken where one has none. */
function trend(shares: readonly (number | null)[], x: Place, y: (share: number) => number): string {
  let isOpen = false;
  return shares
    .map((share, at) => {
      const step = share === null ? "" : `${isOpen ? "L" : "M"}${round(x(at))} ${round(y(share))}`;
      isOpen = share !== null;
      return step;
    })
    .join("");
}

/** The intervals of many periods as one band. */
function ribbon(intervals: readonly ([number, number] | null)[], x: Place, y: (share: number) => number): string {
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
