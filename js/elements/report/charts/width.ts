import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Before anything is laid out, and on paper that nobody has measured. */
const usual = 640;
/** Narrower than this, a chart scrolls. */
const least = 260;

/** The width of an element in pixels: charts are drawn at the size at which they are seen, so that their text is. */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    let frame = 0;
    const measure = () => {
      const found = Math.floor(element.clientWidth);
      // What is not shown has no width.
      if (found > 0) setWidth(Math.max(least, found));
    };
    measure();
    if (typeof ResizeObserver === "undefined") return undefined;
    // In the next frame: what is measured may change because of what is drawn.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
  return [ref, width] as const;
}
