import { scaleLinear } from "d3-scale";
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
import { Bar, round, ValueAxis } from "./axes.js";
import { numbersIn } from "../text/numbers.js";
import type { Group } from "../index.js";
import { chartsMessagesFor } from "../messages/charts/index.js";
import { useId } from "preact/hooks";

/** An objective as a line; `name` distinguishes several. */
export interface ObjectiveLine {
  bound: "under" | "within";
  seconds: number;
  name?: string;
}

interface DistributionProps extends ChartProps {
  /** Group as in the report. */
  group: Pick<Group, "histogram" | "p50" | "p90" | "p95">;
  /** Objectives of the cases; with a single one, the bars beyond it are hatched. */
  objectives: readonly ObjectiveLine[];
}

/** Width on the right for half of the last label of the axis. */
const right = 26;
const plotHeight = 190;
const axis = 32;
/** Height of the text line of each objective above the bars. */
const lineHeight = 18;

/** Shows the response times as a histogram with the objectives as lines. */
export function DistributionChart({ view, group, objectives, title, note, children }: DistributionProps) {
  const words = chartsMessagesFor(view.language);
  const { duration } = view.format;
  const { share } = numbersIn(view.language);
  const id = useId();
  const [ref, width] = useWidth();
  const lines = distinct(objectives);
  const bins = binsOf(group.histogram, lines);
  const { mark, marked } = useMarks({ count: bins.length });
  const [labels] = useLabelRoom(ref, [46, 0]);
  const heading = title ?? words.distribution.title;
  const stopped = bins.reduce((total, { count }) => total + count, 0);
  const { p50, p90, p95 } = group;
  if (stopped === 0 || p50 === null || p90 === null || p95 === null) {
    return <EmptyFigure title={heading} text={words.nothing} note={note ?? null} />;
  }

  const most = Math.max(...bins.map(({ count }) => count));
  const margin = { left: labels, right };
  const top = 14 + lines.length * lineHeight;
  const height = top + plotHeight + axis;
  const base = top + plotHeight;
  const step = (width - margin.left - margin.right) / bins.length;
  // The classes have uneven durations but equal widths, so positions are interpolated within a class.
  const x = scaleLinear()
    .domain([0, ...bins.map(({ upTo }) => upTo)])
    .range([0, ...bins.map((_, at) => at + 1)].map((place) => margin.left + place * step))
    .clamp(true);
  const y = scaleLinear().domain([0, most]).nice(4).range([base, top]);
  const [only] = lines;
  const limit = lines.length === 1 && only !== undefined ? x(only.seconds) : Number.POSITIVE_INFINITY;
  const rangeOf = (at: number) => {
    const [from, upTo] = [bins[at - 1]?.upTo, bins[at]?.upTo ?? 0];
    return from === undefined
      ? words.distribution.upTo(duration(upTo))
      : words.distribution.between(duration(from), duration(upTo));
  };
  const names = bins.map(({ count }, at) => words.distribution.markLabel(rangeOf(at), count, share(count / stopped)));
  /** Returns the label of a line: with its name if there is room, on its right side if possible. */
  const targetOf = ({ seconds, bound }: ObjectiveLine) => words.distribution.objective(bound, duration(seconds));
  const namedOf = (line: ObjectiveLine) => words.distribution.named(line.name ?? null, targetOf(line));
  const labelOf = (line: ObjectiveLine, place: number) => {
    const [target, named] = [targetOf(line), namedOf(line)];
    const rooms = [width - place - 7, place - 7] as const;
    const fits = (text: string, room: number) => text.length * 7.2 <= room;
    const text = rooms.some((room) => fits(named, room)) ? named : target;
    return { text, isLeft: !fits(text, rooms[0]) && rooms[1] > rooms[0] };
  };
  const edges = labelled([0, ...bins.map(({ upTo }) => upTo)], x, (seconds) => duration(seconds));
  const summary = [
    words.distribution.summary(stopped, duration(p50), duration(p90), duration(p95)),
    ...lines.map((line) => `${namedOf(line)}.`),
  ];
  return (
    <Figure
      view={view}
      note={note ?? null}
      title={heading}
      summary={summary}
      plot={{ ref, width, height }}
      names={names}
      marked={marked}
      legend={
        <>
          {limit < width && (
            <LegendEntry kind="missed" id={`${id}-key`}>
              {words.distribution.beyond}
            </LegendEntry>
          )}
          <span>{words.distribution.steps}</span>
        </>
      }
      picture={(chart) => (
        <>
          <g aria-hidden="true">
            <ValueAxis
              ticks={y.ticks(4).filter(Number.isInteger)}
              y={y}
              from={margin.left}
              to={width - margin.right}
              label={words.count}
            />
            {edges.map(({ at, text, anchor }) => (
              <g key={at}>
                <path class="base" d={`M${round(at)} ${base}v5`} />
                <text class="tick" x={round(at)} y={base + 18} text-anchor={anchor}>
                  {text}
                </text>
              </g>
            ))}
          </g>
          {bins.map(({ upTo, count }, at) => {
            const [left, edge] = [margin.left + at * step + 1, margin.left + (at + 1) * step - 1];
            const [split, tall] = [Math.max(left, Math.min(edge, limit)), y(count)];
            return (
              <g key={upTo} class="mark-of-chart" {...mark(at, names[at] ?? "")}>
                <rect class="reach" x={round(left)} y={top - 4} width={round(edge - left)} height={plotHeight + 4} />
                <Bar kind="met" left={left} right={split} top={tall} bottom={base} />
                <Bar kind="missed" left={split} right={edge} top={tall} bottom={base} fill={hatched(chart)} />
                {count > 0 && step >= 8 + 7 * words.count(most).length && (
                  <text class="value" x={round((left + edge) / 2)} y={round(tall) - 5} text-anchor="middle">
                    {words.count(count)}
                  </text>
                )}
              </g>
            );
          })}
          <g aria-hidden="true">
            {lines.map((line, at) => {
              const place = round(x(line.seconds));
              const { text, isLeft } = labelOf(line, place);
              return (
                <g key={`${line.bound}${line.seconds}`}>
                  <path class="objective" d={`M${place} ${8 + at * lineHeight}V${base}`} />
                  <text
                    class="value strong halo objective-label"
                    x={isLeft ? place - 7 : place + 7}
                    y={18 + at * lineHeight}
                    text-anchor={isLeft ? "end" : "start"}
                  >
                    {text}
                  </text>
                </g>
              );
            })}
          </g>
        </>
      )}
      table={{
        columns: [words.columns.time, words.columns.cases, words.columns.share],
        rows: bins.map(({ count }, at) => [rangeOf(at), words.count(count), share(count / stopped)]),
      }}
    >
      {children}
    </Figure>
  );
}

/** Joins objectives with the same target into one line with all names. */
function distinct(objectives: readonly ObjectiveLine[]): ObjectiveLine[] {
  const lines = new Map<string, ObjectiveLine>();
  for (const each of objectives) {
    const key = `${each.bound} ${each.seconds}`;
    const known = lines.get(key);
    const names = [known?.name, each.name].filter((name) => name !== undefined);
    lines.set(key, { ...each, ...(names.length > 0 ? { name: names.join(", ") } : {}) });
  }
  return [...lines.values()].sort((one, other) => one.seconds - other.seconds);
}

interface Bin {
  upTo: number;
  count: number;
}

/** Returns the classes of the histogram, and one more if an objective is beyond them. */
function binsOf(histogram: Group["histogram"], lines: readonly ObjectiveLine[]): Bin[] {
  const bins = histogram.map(({ upToSeconds, count }) => ({ upTo: upToSeconds, count }));
  const furthest = Math.max(0, ...lines.map(({ seconds }) => seconds));
  return furthest > (bins.at(-1)?.upTo ?? 0) ? [...bins, { upTo: furthest, count: 0 }] : bins;
}

/** Returns the edges with room for a label: the first, the last, and those between them that fit. */
function labelled(edges: readonly number[], x: (seconds: number) => number, text: (seconds: number) => string) {
  const all = edges.map((seconds, index) => {
    const [at, words] = [x(seconds), index === 0 ? "0" : text(seconds)];
    const size = words.length * 7 + 10;
    const anchor = index === edges.length - 1 && size / 2 > right ? ("end" as const) : ("middle" as const);
    return {
      at,
      text: words,
      anchor,
      from: anchor === "end" ? at - size : at - size / 2,
      until: anchor === "end" ? at : at + size / 2,
    };
  });
  const last = all.at(-1);
  let free = Number.NEGATIVE_INFINITY;
  return all.filter((each) => {
    const fits = each === last || (each.from >= free && each.until <= (last?.from ?? 0));
    if (fits) free = each.until;
    return fits;
  });
}
