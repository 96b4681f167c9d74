import { scaleSqrt } from "d3-scale";
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
import { OutcomeLegend, round } from "./axes.js";
import { attainmentOf, enough, sum, wilson } from "./statistics.js";
import { numbersIn } from "../text/numbers.js";
import type { HourAttainment } from "../index.js";
import { chartsMessagesFor } from "../messages/charts/index.js";
import { useId, useState } from "preact/hooks";

interface HeatProps extends ChartProps {
  /** Values as in the report. */
  hours: readonly HourAttainment[];
  /** IANA time zone of the hours, for the summary. */
  zone?: string;
  /** Takes the hour that is chosen. */
  onChoose?: (hour: { weekday: number; hour: number }) => void;
}

/** Three standard deviations: chance alone reaches this for one hour in about five logs of 168 hours. */
const z99 = 3;
/** Below this width, the hours are rows and the days are columns. */
const wide = 600;

/** Shows cases by hour and weekday: the size of a square is their number, and missed cases are hatched. */
export function HeatStrip({ view, hours, zone, title, note, onChoose, children }: HeatProps) {
  const words = chartsMessagesFor(view.language);
  const { share: write } = numbersIn(view.language);
  const id = useId();
  const [ref, width] = useWidth();
  const isWide = width >= wide;
  const columns = isWide ? 24 : 7;
  const heading = title ?? words.heat.title;
  const found = new Map(hours.map((each) => [`${each.weekday} ${each.hour}`, each]));
  const cells = Array.from({ length: 168 }, (_, at) => {
    const [column, line] = [at % columns, Math.floor(at / columns)];
    const [weekday, hour] = isWide ? [line + 1, column] : [column + 1, line];
    return { column, line, weekday, hour, of: found.get(`${weekday} ${hour}`) };
  });
  const choose = (at: number) => {
    const { weekday = 1, hour = 0 } = cells[at] ?? {};
    onChoose?.({ weekday, hour });
  };
  const { mark, marked } = useMarks({
    count: 168,
    columns,
    onChoose: onChoose === undefined ? undefined : choose,
    isChoosable: (at) => (cells[at]?.of?.cases ?? 0) > 0,
  });
  const [mode, setMode] = useState<"cases" | "share">("cases");
  const [labels] = useLabelRoom(ref, [isWide ? 44 : 60, 0]);
  const most = Math.max(0, ...hours.map(({ cases }) => cases));
  if (most === 0) return <EmptyFigure title={heading} text={words.nothing} note={note ?? null} />;

  const whole = attainmentOf(sum(hours)) ?? 1;
  /** Returns whether an hour is further below the overall rate than chance explains, even for 168 hours at once. */
  const isWorse = ({ met, missed }: HourAttainment) =>
    met + missed >= enough && wilson(met, met + missed, z99)[1] < whole;
  const days = daysIn(view.language);
  const time = words.heat.hour;
  const missedShare = ({ met, missed }: HourAttainment) => (met + missed === 0 ? 0 : missed / (met + missed));
  const largest = Math.max(0, ...hours.filter(({ met, missed }) => met + missed >= enough).map(missedShare));
  const span = (hour: number) => words.heat.hours(time(hour), time((hour + 1) % 24));
  const names = cells.map(({ weekday, hour, of }) => {
    const day = days[weekday - 1]?.long ?? "";
    if (of === undefined) return words.heat.empty(day, span(hour));
    const share = attainmentOf(of);
    return words.heat.markLabel(day, span(hour), of, share === null ? null : write(share), isWorse(of));
  });

  const margin = { left: labels, top: 24 };
  const [across, down] = isWide
    ? [(width - margin.left) / 24, Math.min(40, (width - margin.left) / 24)]
    : [(width - margin.left) / 7, 26];
  const frame = Math.min(across, down) - 2;
  const side = scaleSqrt()
    .domain([0, most])
    .range([0, frame - 6]);
  const height = margin.top + down * (isWide ? 7 : 24) + 4;
  const place = (column: number, line: number) =>
    [margin.left + (column + 0.5) * across, margin.top + (line + 0.5) * down] as const;
  return (
    <Figure
      view={view}
      note={note ?? null}
      title={heading}
      summary={summary()}
      plot={{ ref, width, height }}
      names={names}
      marked={marked}
      legend={
        <>
          {mode === "cases" && (
            <OutcomeLegend
              language={view.language}
              id={`${id}-key`}
              hasOthers={hours.some(({ cases, met, missed }) => met + missed < cases)}
            />
          )}
          {mode === "share" && <span>{words.heat.shares(write(largest))}</span>}
          {hours.some(isWorse) && (
            <LegendEntry kind="worse" id={`${id}-key`}>
              {words.heat.worse}
            </LegendEntry>
          )}
          {mode === "cases" && <span>{words.heat.size}</span>}
        </>
      }
      isChoosable={onChoose !== undefined}
      controls={
        <div class="modes no-print" role="group" aria-label={words.heat.modes.label}>
          {(["cases", "share"] as const).map((each) => (
            <button key={each} type="button" aria-pressed={mode === each} onClick={() => setMode(each)}>
              {words.heat.modes[each]}
            </button>
          ))}
        </div>
      }
      picture={(chart) => (
        <>
          <g aria-hidden="true">
            {Array.from({ length: 24 }, (_, hour) => hour)
              .filter((hour) => hour % 3 === 0)
              .map((hour) => (
                <text
                  key={hour}
                  class="tick"
                  x={isWide ? round(place(hour, 0)[0]) : margin.left - 10}
                  y={isWide ? 14 : round(place(0, hour)[1]) + 4}
                  text-anchor={isWide ? "middle" : "end"}
                >
                  {time(hour)}
                </text>
              ))}
            {days.map(({ short }, at) => (
              <text
                key={short}
                class="tick"
                x={isWide ? margin.left - 10 : round(place(at, 0)[0])}
                y={isWide ? round(place(0, at)[1]) + 4 : 14}
                text-anchor={isWide ? "end" : "middle"}
              >
                {short}
              </text>
            ))}
          </g>
          {cells.map(({ column, line, of }, at) => {
            const [x, y] = place(column, line);
            return (
              <g
                key={at}
                class={of !== undefined && of.cases < enough ? "mark-of-chart pale" : "mark-of-chart"}
                {...mark(at, names[at] ?? "")}
              >
                <rect
                  class="reach"
                  x={round(x - across / 2)}
                  y={round(y - down / 2)}
                  width={round(across)}
                  height={round(down)}
                />
                {of === undefined || of.cases === 0 ? (
                  <circle class="none" cx={round(x)} cy={round(y)} r="1" />
                ) : (
                  <>
                    {isWorse(of) && (
                      <rect
                        class="worse"
                        x={round(x - frame / 2)}
                        y={round(y - frame / 2)}
                        width={round(frame)}
                        height={round(frame)}
                      />
                    )}
                    {mode === "cases" ? (
                      <Square x={x} y={y} side={Math.max(3, side(of.cases))} of={of} fill={hatched(chart)} />
                    ) : (
                      <rect
                        class={of.met + of.missed < enough ? "share-ground" : "share-of-misses"}
                        fill-opacity={largest === 0 ? 0 : missedShare(of) / largest}
                        x={round(x - frame / 2 + 2)}
                        y={round(y - frame / 2 + 2)}
                        width={round(frame - 4)}
                        height={round(frame - 4)}
                      />
                    )}
                  </>
                )}
              </g>
            );
          })}
        </>
      )}
      table={{
        columns: [
          words.columns.weekday,
          words.columns.hour,
          words.columns.cases,
          words.columns.met,
          words.columns.missed,
          words.columns.attainment,
        ],
        rows: hours.map((each) => {
          const share = attainmentOf(each);
          return [
            days[each.weekday - 1]?.long ?? "",
            time(each.hour),
            words.count(each.cases),
            words.count(each.met),
            words.count(each.missed),
            share === null ? "—" : write(share),
          ];
        }),
      }}
    >
      {children}
    </Figure>
  );

  function summary(): string[] {
    const at = ({ weekday, hour }: HourAttainment) => [days[weekday - 1]?.long ?? "", span(hour)] as const;
    const busiest = hours.reduce((one, other) => (other.cases > one.cases ? other : one));
    const worst = hours.reduce((one, other) => (other.missed > one.missed ? other : one));
    return [
      words.heat.busiest(...at(busiest), busiest.cases),
      worst.missed === 0 ? words.heat.noMisses : words.heat.worst(...at(worst), worst.missed, worst.met + worst.missed),
      ...(hours.some(isWorse) ? [words.heat.worseHours(hours.filter(isWorse).length)] : []),
      ...(zone === undefined ? [] : [words.heat.zone(zone)]),
    ];
  }
}

interface SquareProps {
  x: number;
  y: number;
  side: number;
  of: HourAttainment;
  fill: string;
}

/** Shows the square of an hour; from below, as in the bars of a week: missed, met, and hollow for neither. */
function Square({ x, y, side, of: { cases, met, missed }, fill }: SquareProps) {
  const [left, top] = [x - side / 2, y - side / 2];
  const [filled, hatched] = [(side * met) / cases, (side * missed) / cases];
  const bottom = top + side;
  return (
    <>
      {met + missed < cases && (
        <rect class="others" x={round(left)} y={round(top)} width={round(side)} height={round(side)} />
      )}
      {met > 0 && (
        <rect
          class="met"
          x={round(left)}
          y={round(bottom - hatched - filled)}
          width={round(side)}
          height={round(filled)}
        />
      )}
      {missed > 0 && (
        <rect
          class="missed"
          fill={fill}
          x={round(left)}
          y={round(bottom - hatched)}
          width={round(side)}
          height={round(hatched)}
        />
      )}
    </>
  );
}

/** Returns the names of the days from Monday on. */
function daysIn(language: string) {
  const monday = Date.UTC(2024, 0, 1);
  const day = (at: number, weekday: "long" | "short") =>
    new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" }).format(monday + at * 86_400_000);
  return Array.from({ length: 7 }, (_, at) => ({ long: day(at, "long"), short: day(at, "short") }));
}
