import type { ViewContext } from "../elements/shared/element.js";
import { chartsMessagesFor } from "../messages/charts/index.js";
import { options, type ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";

/** Properties of every chart, besides its figures. */
export interface ChartProps {
  view: ViewContext;
  /** Title, in place of the default. */
  title?: string;
  /** A sentence after the summary, such as how many rows of a log the figures rest on. */
  note?: string | null;
  /** Content below the chart, such as buttons to save it. */
  children?: ComponentChildren;
}

interface FigureProps extends ChartProps {
  title: string;
  /** Sentences that describe the picture. */
  summary: readonly string[];
  /** Container of the picture and its measured size; a long picture is wider and scrolls. */
  plot: { ref: { current: HTMLDivElement | null }; width: number; height: number; isLong?: boolean };
  /** Description of each mark. */
  names: readonly string[];
  /** Index of the mark under the pointer or in focus, from `useMarks`. */
  marked: number | null;
  /** Meaning of colour and hatching. */
  legend?: ComponentChildren;
  /** Choice of the content of the picture, above it. */
  controls?: ComponentChildren;
  /** Whether a mark can be chosen, which the hint says. */
  isChoosable?: boolean;
  picture: (id: string) => ComponentChildren;
  /** All figures of the chart; the first cell of a row is its heading. */
  table: { columns: readonly string[]; rows: readonly (readonly string[])[] };
}

/** Shows a chart: title, summary, picture, description of the current mark, and a table of all figures. */
export function Figure({
  view,
  title,
  note,
  summary,
  plot,
  names,
  marked,
  legend,
  controls,
  isChoosable = false,
  picture,
  table,
  children,
}: FigureProps) {
  const words = chartsMessagesFor(view.language);
  const id = useId();
  const { ref, width, height, isLong = false } = plot;
  // The latest periods are visible first.
  useLayoutEffect(() => {
    if (isLong && ref.current !== null) ref.current.scrollLeft = ref.current.scrollWidth;
  }, [isLong, width]);
  return (
    <figure class="chart" part="chart">
      <figcaption>
        <h3 id={`${id}-title`}>{title}</h3>
        <p id={`${id}-summary`}>{[...summary, ...(note == null ? [] : [note])].join(" ")}</p>
      </figcaption>
      {controls}
      {legend !== undefined && (
        <p class="legend small" aria-hidden="true">
          {legend}
        </p>
      )}
      <div class="plot" ref={ref}>
        <svg
          role="group"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-summary`}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
        >
          <Hatch id={id} />
          {picture(id)}
        </svg>
      </div>
      {/* Not a live region: the name of a mark says the same when it takes focus. */}
      <p class="mark-label">
        {names[marked ?? -1] ?? <span class="hint small">{isChoosable ? words.hintToChoose : words.hint}</span>}
      </p>
      <details class="figures">
        <summary>{words.figures}</summary>
        <div class="scroll rows" tabIndex={0} role="region" aria-label={title}>
          <table>
            <caption class="hidden">{note == null ? title : `${title}. ${note}`}</caption>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([heading, ...cells], at) => (
                <tr key={at}>
                  <th scope="row">{heading}</th>
                  {cells.map((cell, place) => (
                    <td key={place}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      {children}
    </figure>
  );
}

/** Shows a chart without figures. */
export function EmptyFigure({ title, text, note }: { title: string; text: string; note?: string | null }) {
  return (
    <figure class="chart" part="chart">
      <figcaption>
        <h3>{title}</h3>
        <p class="muted">{note == null ? text : `${text} ${note}`}</p>
      </figcaption>
    </figure>
  );
}

/** Shows one entry of a legend: a swatch and its word. */
export function LegendEntry({
  kind,
  id,
  children,
}: {
  kind: "met" | "missed" | "few" | "worse" | "others" | "below" | "compared";
  id: string;
  children: ComponentChildren;
}) {
  return (
    <span class="key">
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        {kind === "missed" && <Hatch id={id} />}
        {kind === "below" && <path class="below" d="M2 3H12L7 12Z" />}
        {kind === "compared" && <path class="compared" d="M0 7H14" />}
        {kind === "few" && <circle class="dot few" cx="7" cy="7" r="4" />}
        {kind === "others" && <rect class="others" x="1" y="1" width="12" height="12" />}
        {kind === "worse" && <rect class="worse" x="1" y="1" width="12" height="12" />}
        {kind === "met" && <rect class="met" x="1" y="1" width="12" height="12" />}
        {kind === "missed" && <rect class="missed" fill={`url(#${id}-hatch)`} x="1" y="1" width="12" height="12" />}
      </svg>
      {children}
    </span>
  );
}

/**
 * Fill of missed cases. It is an attribute, because some browsers do not resolve a url(#…) of an adopted style sheet in this
 * tree.
 */
export const hatched = (id: string): string => `url(#${id}-hatch)`;

/** Defines the pattern of `hatched`; `id` is that of the chart. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect class="hatch-ground" width="5" height="5" />
        <path class="hatch-line" d="M-1 1 1-1M0 5 5 0M4 6 6 4" />
      </pattern>
    </defs>
  );
}

/** Layout of the marks of a chart: `columns` per row; default: one row. */
interface Grid {
  count: number;
  columns?: number;
  /** Takes the mark that is clicked, or on which Enter or the space bar is pressed; default: marks cannot be chosen. */
  onChoose?: ((index: number) => void) | undefined;
  /** Whether a mark can be chosen; default: all can. */
  isChoosable?: (index: number) => boolean;
}

/**
 * Makes the marks of a chart accessible by pointer and keyboard: one of them is a stop of the Tab key, and the arrow keys, Home
 * and End move through all. Each has its description as its name; `marked` is the index of the one with its figures below the
 * chart.
 */
export function useMarks({ count, columns = count, onChoose, isChoosable = () => true }: Grid) {
  const [marked, setMarked] = useState<number | null>(null);
  const [stop, setStop] = useState<number | null>(null);
  const elements = useRef(new Map<number, SVGGElement>());
  const last = count - 1;
  const reachable = stop === null ? last : Math.min(stop, last);

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (onChoose !== undefined && isChoosable(index) && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      onChoose(index);
      return;
    }
    const next = target(event.key, index, count, columns);
    if (next === null) return;
    event.preventDefault();
    elements.current.get(next)?.focus();
  };

  /** Returns the properties of a mark. */
  const mark = (index: number, name: string) => ({
    role: onChoose !== undefined && isChoosable(index) ? ("button" as const) : ("img" as const),
    "aria-label": name,
    ...(onChoose !== undefined && isChoosable(index) ? { onClick: () => onChoose(index) } : {}),
    tabindex: index === reachable ? 0 : -1,
    ref: (element: SVGGElement | null) => {
      if (element === null) elements.current.delete(index);
      else elements.current.set(index, element);
    },
    onFocus: () => {
      setStop(index);
      setMarked(index);
    },
    // A mark that comes under a pointer at rest, because a key has scrolled the page, is entered, but not pointed at.
    onPointerMove: () => setMarked(index),
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, index),
  });
  return { mark, marked: marked === null || marked > last ? null : marked };
}

/** Returns the mark to which a key leads; null for any other key. */
export function target(key: string, index: number, count: number, columns: number): number | null {
  const column = index % columns;
  const within = (next: number) => (next >= 0 && next < count ? next : index);
  const isGrid = columns < count;
  switch (key) {
    case "ArrowRight":
      return column < columns - 1 ? within(index + 1) : index;
    case "ArrowLeft":
      return column > 0 ? index - 1 : index;
    case "ArrowDown":
      return isGrid ? within(index + columns) : within(index + 1);
    case "ArrowUp":
      return isGrid ? within(index - columns) : within(index - 1);
    case "Home":
      return isGrid ? index - column : 0;
    case "End":
      return isGrid ? within(index - column + columns - 1) : count - 1;
    default:
      return null;
  }
}

/**
 * Returns the room in pixels that the labels left and right of a picture need, as they are drawn: fonts differ, and a label
 * that is cut off says another number. Labels on the left end at their place or have the class "row-name"; those on the right have the class "after".
 */
export function useLabelRoom(ref: { current: HTMLElement | null }, least: readonly [left: number, right: number]) {
  const [room, setRoom] = useState(least);
  useLayoutEffect(() => {
    const widest = (selector: string) => {
      const texts = ref.current?.querySelectorAll<SVGTextElement>(`:scope > svg ${selector}`) ?? [];
      return Math.max(0, ...Array.from(texts, (text) => text.getComputedTextLength()));
    };
    const found = [
      Math.max(least[0], Math.ceil(widest('text[text-anchor="end"]:not(.objective-label), text.row-name')) + 12),
      Math.max(least[1], Math.ceil(widest("text.after")) + 14),
    ] as const;
    if (found[0] !== room[0] || found[1] !== room[1]) setRoom(found);
  });
  return room;
}

/** Width before the first layout. */
const defaultWidth = 640;
/** Below this width, a chart scrolls. */
const leastWidth = 260;

/**
 * Returns the width of an element in pixels. Charts are drawn at their visible size, so that their text has its own size. On
 * paper, where nothing can be measured, the style sheet gives the width in `--_paper`.
 */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(defaultWidth);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    let frame = 0;
    const draw = (found: number) => {
      // A hidden element has no width.
      if (found > 0) setWidth(Math.max(leastWidth, Math.floor(found)));
    };
    const measure = () => draw(element.clientWidth);
    measure();
    // The next frame measures, because drawing may change the width.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    });
    observer.observe(element);
    const ending = new AbortController();
    const onPaper = () => atOnce(() => draw(Number.parseFloat(getComputedStyle(element).getPropertyValue("--_paper"))));
    addEventListener("beforeprint", onPaper, { signal: ending.signal });
    addEventListener("afterprint", measure, { signal: ending.signal });
    return () => {
      ending.abort();
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
  return [ref, width] as const;
}

/** Renders a change synchronously, because the browser prints the page as it is when the event ends. */
function atOnce(change: () => void): void {
  const before = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  try {
    change();
  } finally {
    if (before === undefined) delete options.debounceRendering;
    else options.debounceRendering = before;
  }
}
