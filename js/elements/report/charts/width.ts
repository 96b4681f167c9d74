import { options } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Before anything is laid out. */
const usual = 640;
/** Narrower than this, a chart scrolls. */
const least = 260;

/**
 * The width of an element in pixels: charts are drawn at the size at which they are seen, so that their text is. On paper it
 * is what the style sheet says in `--_paper`, for nothing can be measured there.
 */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    let frame = 0;
    const draw = (found: number) => {
      // What is not shown has no width.
      if (found > 0) setWidth(Math.max(least, Math.floor(found)));
    };
    const measure = () => draw(element.clientWidth);
    measure();
    // In the next frame: what is measured may change because of what is drawn.
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

/** Draws what `change` changes before it returns: the browser takes the page to paper as it then is. */
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
