import { useId } from "preact/hooks";

import type { TimelineSegment } from "../../index.js";
import type { ViewContext } from "./element.js";

interface Props {
  view: ViewContext;
  timeline: readonly TimelineSegment[];
  dueAt: string | null;
  now: number;
  /** Heading, if the page shows several timelines. */
  label?: string;
}

const bar = { top: 8, height: 28 };
/** Widths in units of the picture: the column, the narrowest segment, and the widest picture. */
const widths = { column: 640, stretch: 4, most: 6_400 };
/** A table with more rows than this scrolls under its headings. */
const rows = 12;
const kinds = ["counted", "closed", "holiday", "paused"] as const;

/** Shows a timeline as a picture and as a table. */
export function Timeline({ view, timeline, dueAt, label }: Props) {
  const { messages, format, say } = view;
  const words = messages.timeline;
  const id = useId();
  const [first, last] = [timeline[0], timeline.at(-1)];
  if (first === undefined || last === undefined) return null;
  const start = Date.parse(first.from);
  const due = Date.parse(dueAt ?? "");
  const total = Date.parse(last.to) - start;
  const span = Math.max(1, total, Number.isNaN(due) ? 0 : due - start);
  // Hundreds of segments in the width of the column would be a grey blur, so a wider picture scrolls.
  const width = Math.min(widths.most, Math.max(widths.column, timeline.length * widths.stretch));
  const isLong = width > widths.column;
  const x = (instant: string) => ((Date.parse(instant) - start) / span) * width;
  // The fill is an attribute, because some browsers do not resolve a url(#…) of an adopted style sheet in this tree.
  const fills = { counted: undefined, closed: `url(#${id}-closed)`, holiday: `url(#${id}-holiday)`, paused: undefined };
  const seconds = ({ from, to }: TimelineSegment) => (Date.parse(to) - Date.parse(from)) / 1_000;
  const counted = timeline.filter(({ kind }) => kind === "counted").reduce((sum, each) => sum + seconds(each), 0);
  const summary = words.summary(format.duration(counted, "long"), format.duration(total / 1_000, "long"));
  return (
    <details class="timeline" part="timeline">
      <summary>{label ?? words.heading}</summary>
      <div class="scroll" {...(isLong ? { tabIndex: 0, role: "region", "aria-label": words.picture } : {})}>
        <svg
          class={isLong ? "picture long" : "picture"}
          viewBox={`0 0 ${width} 44`}
          width={width}
          role="img"
          aria-label={summary}
          preserveAspectRatio="none"
        >
          <defs>
            <pattern
              id={`${id}-closed`}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <line y2="6" class="hatch" />
            </pattern>
            <pattern id={`${id}-holiday`} width="6" height="6" patternUnits="userSpaceOnUse">
              <path d="M0 0 6 6M6 0 0 6" class="hatch" />
            </pattern>
          </defs>
          {timeline.map((each) => (
            <rect
              key={each.from}
              class={`stretch ${each.kind}`}
              fill={fills[each.kind]}
              x={x(each.from)}
              y={bar.top}
              width={Math.max(0.5, x(each.to) - x(each.from))}
              height={bar.height}
            />
          ))}
          {dueAt !== null && !Number.isNaN(due) && (
            <path class="mark-due" d={`M${Math.max(1.5, Math.min(width - 1.5, x(dueAt)))} 2V42`} />
          )}
        </svg>
      </div>
      <ul class="legend small" aria-hidden="true">
        {kinds
          .filter((kind) => timeline.some((each) => each.kind === kind))
          .map((kind) => (
            <li key={kind} class={kind}>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <rect class={`stretch ${kind}`} fill={fills[kind]} x="1" y="1" width="14" height="14" />
              </svg>
              {words.kinds[kind]}
            </li>
          ))}
      </ul>
      {dueAt !== null && !Number.isNaN(due) && (
        <p class="legend small">
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path class="mark-due" d="M8 0V16" />
          </svg>
          {words.due(format.dateTimeWithZone(dueAt))}
        </p>
      )}
      <div
        class={timeline.length > rows ? "scroll rows" : "scroll"}
        tabIndex={0}
        role="region"
        aria-label={label ?? words.heading}
      >
        <table class="small">
          <caption>{summary}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.from}</th>
              <th scope="col">{words.columns.to}</th>
              <th scope="col">{words.columns.kind}</th>
              <th scope="col">{words.columns.duration}</th>
            </tr>
          </thead>
          <tbody>
            {timeline.map((each) => (
              <tr key={each.from} class={each.kind}>
                <td>{format.dateTime(each.from)}</td>
                <td>{format.dateTime(each.to)}</td>
                <td>
                  {each.label === undefined
                    ? words.kinds[each.kind]
                    : words.labelled(words.kinds[each.kind], say(each.label))}
                </td>
                <td class="figure">{format.duration(seconds(each))}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={4}>{words.sum(format.duration(counted, "long"))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </details>
  );
}
