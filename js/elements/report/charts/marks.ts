import { useRef, useState } from "preact/hooks";

/** How the marks of a chart lie: `columns` in a row; one row without it. */
interface Grid {
  count: number;
  columns?: number;
}

/**
 * The marks of a chart by pointer and keyboard: one of them is a stop of the Tab key, and the arrow keys, Home and End move
 * through all. Each says itself by its name; `told` is the one whose figures are shown below the chart.
 */
export function useMarks({ count, columns = count }: Grid) {
  const [told, setTold] = useState<number | null>(null);
  const [stop, setStop] = useState<number | null>(null);
  const elements = useRef(new Map<number, SVGGElement>());
  const last = count - 1;
  const reachable = stop === null ? last : Math.min(stop, last);

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = target(event.key, index, count, columns);
    if (next === null) return;
    event.preventDefault();
    elements.current.get(next)?.focus();
  };

  /** What a mark takes to be one. */
  const mark = (index: number, name: string) => ({
    role: "img" as const,
    "aria-label": name,
    tabindex: index === reachable ? 0 : -1,
    ref: (element: SVGGElement | null) => {
      if (element === null) elements.current.delete(index);
      else elements.current.set(index, element);
    },
    onFocus: () => {
      setStop(index);
      setTold(index);
    },
    // A mark that comes under a pointer at rest, because a key has scrolled the page, is entered, but not pointed at.
    onPointerMove: () => setTold(index),
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, index),
  });
  return { mark, told: told === null || told > last ? null : told };
}

/** The mark to which a key leads; null for a key that leads nowhere. */
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
