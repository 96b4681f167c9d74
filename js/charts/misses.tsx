import { scaleLinear } from "d3-scale";
import { EmptyFigure, Figure, hatched, type ChartProps, useLabelRoom, useMarks, useWidth } from "./figure.js";
import { Bar, round } from "./axes.js";
import type { ReportResult } from "../index.js";
import { chartsMessagesFor } from "../messages/charts/index.js";

interface MissesProps extends ChartProps {
  /** Misses as in the report: the longest overrun first. */
  misses: ReportResult["misses"];
  /** Number of missed cases, which can exceed the list. */
  missed: number;
}

const row = 30;
const bar = 16;
const top = 6;

/** Shows the delays of the missed cases as a histogram. */
export function MissesChart({ view, misses, missed, title, note, children }: MissesProps) {
  const words = chartsMessagesFor(view.language);
  const { duration } = view.format;
  const [ref, width] = useWidth();
  const bins = overrunBins(misses, missed);
  const { mark, marked } = useMarks({ count: bins.length, columns: 1 });
  const [labels] = useLabelRoom(ref, [10, 0]);
  const heading = title ?? words.misses.title;
  const severities = view.description.severities.filter(({ id }) => misses.some(({ severity }) => severity === id));
  if (missed === 0) return <EmptyFigure title={heading} text={words.misses.none} note={note ?? null} />;

  const rangeOf = ({ from, upTo }: OverrunBin) => {
    if (from === null) return upTo === null ? "" : words.misses.upTo(duration(upTo));
    return upTo === null ? words.misses.beyond(duration(from)) : words.misses.between(duration(from), duration(upTo));
  };
  const names = bins.map((bin) => {
    const parts = severities.flatMap(({ id, name }) => {
      const count = bin.severities?.get(id) ?? 0;
      return count === 0 ? [] : [words.misses.part(count, view.say(name))];
    });
    return words.misses.markLabel(rangeOf(bin), bin.count, parts);
  });
  const label = Math.min(width * 0.6, labels);
  const x = scaleLinear()
    .domain([0, Math.max(...bins.map(({ count }) => count))])
    .range([0, width - label - 56]);
  const height = top + bins.length * row + 4;
  const longest = duration(Math.max(0, ...misses.map(({ overrunSeconds }) => overrunSeconds)));
  const half = medianOverrun(misses, missed);
  const [first] = bins;
  const summary = [words.misses.summary(missed, half === null ? null : duration(half), longest)];
  if (misses.length < missed && first?.upTo != null)
    summary.push(words.misses.shortened(misses.length, duration(first.upTo)));
  return (
    <Figure
      view={view}
      note={note ?? null}
      title={heading}
      summary={summary}
      plot={{ ref, width, height }}
      names={names}
      marked={marked}
      picture={(chart) => (
        <>
          {bins.map((bin, at) => {
            const y = top + at * row;
            return (
              <g key={at} class="mark-of-chart" {...mark(at, names[at] ?? "")}>
                <rect class="reach" x="0" y={y} width={width} height={row} />
                <text class="label" x={label - 10} y={y + row / 2 + 4} text-anchor="end">
                  {rangeOf(bin)}
                </text>
                {bin.count > 0 && (
                  <Bar
                    kind="missed"
                    left={label}
                    right={label + Math.max(1, x(bin.count))}
                    top={y + (row - bar) / 2}
                    bottom={y + (row + bar) / 2}
                    fill={hatched(chart)}
                  />
                )}
                <text
                  class="value strong"
                  x={round(label + x(bin.count)) + (bin.count > 0 ? 7 : 4)}
                  y={y + row / 2 + 4}
                >
                  {words.count(bin.count)}
                </text>
              </g>
            );
          })}
          <path class="base" d={`M${round(label)} ${top}V${height - 4}`} />
        </>
      )}
      table={{
        columns: [words.columns.overrun, words.columns.cases, ...severities.map(({ name }) => view.say(name))],
        rows: bins.map((bin) => [
          rangeOf(bin),
          words.count(bin.count),
          ...severities.map(({ id }) => (bin.severities === null ? "—" : words.count(bin.severities.get(id) ?? 0))),
        ]),
      }}
    >
      {children}
    </Figure>
  );
}

type Miss = Pick<ReportResult["misses"][number], "severity" | "overrunSeconds">;

/** Upper edges of the classes in seconds; longer delays form the last class. */
export const overrunEdges = [300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 172_800, 604_800];

/** Cases with a delay above `from` and at most `upTo`; `upTo` is null for the last class. */
export interface OverrunBin {
  from: number | null;
  upTo: number | null;
  count: number;
  /** Counts by severity; null if not every case is listed. */
  severities: Map<string, number> | null;
}

/**
 * Counts the delays by class. A report lists only the longest ones: if `missed` is larger than the list, the classes below its
 * shortest delay are counted together, because the report does not say how they divide.
 */
export function overrunBins(misses: readonly Miss[], missed: number): OverrunBin[] {
  const hasAll = misses.length >= missed;
  const shortest = Math.min(...misses.map(({ overrunSeconds }) => overrunSeconds));
  const edges = hasAll ? overrunEdges : overrunEdges.filter((edge) => edge >= shortest);
  if (!hasAll && edges.length === 0) edges.push(Math.ceil(shortest));
  const bins = [...edges, null].map(
    (upTo, at): OverrunBin => ({ from: edges[at - 1] ?? null, upTo, count: 0, severities: new Map() }),
  );
  for (const { overrunSeconds, severity } of misses) {
    const bin = bins.find(({ upTo }) => upTo === null || overrunSeconds <= upTo);
    if (bin === undefined) continue;
    bin.count += 1;
    bin.severities?.set(severity, (bin.severities.get(severity) ?? 0) + 1);
  }
  const [first] = bins;
  if (!hasAll && first !== undefined) {
    first.count += missed - misses.length;
    first.severities = null;
  }
  while (bins.length > 1 && bins.at(-1)?.count === 0) bins.pop();
  return bins;
}

/** Returns the median delay by nearest rank; null if not enough cases are listed. */
export function medianOverrun(misses: readonly Miss[], missed: number): number | null {
  if (misses.length === 0 || misses.length < missed) return null;
  const sorted = misses.map(({ overrunSeconds }) => overrunSeconds).sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}
