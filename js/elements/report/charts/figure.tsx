import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect } from "preact/hooks";

import { chartsMessagesFor } from "../../../messages/charts/index.js";
import type { Scene } from "../../shared/element.js";
import { Hatch } from "./hatch.js";

/** What every chart takes, beside its figures. */
export interface ChartProps {
  scene: Scene;
  /** Instead of the chart's own. */
  title?: string;
  /** Shown below the chart, such as buttons to save it. */
  children?: ComponentChildren;
}

interface FigureProps extends ChartProps {
  title: string;
  /** Whole sentences that say what the picture shows. */
  summary: readonly string[];
  /** Where the picture is drawn, which is measured; a long one is wider, and scrolls. */
  plot: { ref: { current: HTMLDivElement | null }; width: number; height: number; isLong?: boolean };
  /** The mark in words that is pointed at or focused. */
  told: string | null;
  /** What colour and hatching mean. */
  legend?: ComponentChildren;
  picture: (id: string) => ComponentChildren;
  table: ComponentChildren;
}

/** A chart: title, summary, picture, the mark at hand in words, and every figure as a table. */
export function Figure({ scene, title, summary, plot, told, legend, picture, table, children }: FigureProps) {
  const words = chartsMessagesFor(scene.language);
  const id = useId();
  const { ref, width, height, isLong = false } = plot;
  // What is latest is seen first.
  useLayoutEffect(() => {
    if (isLong && ref.current !== null) ref.current.scrollLeft = ref.current.scrollWidth;
  }, [isLong, width]);
  return (
    <figure class="chart" part="chart">
      <figcaption>
        <h3 id={`${id}-title`}>{title}</h3>
        <p id={`${id}-summary`}>{summary.join(" ")}</p>
      </figcaption>
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
      <p class="told">{told ?? <span class="hint small">{words.hint}</span>}</p>
      <details class="figures">
        <summary>{words.figures}</summary>
        <div class="scroll rows" tabIndex={0} role="region" aria-label={title}>
          {table}
        </div>
      </details>
      {children}
    </figure>
  );
}

/** A chart without a figure to show. */
export function Empty({ title, text }: { title: string; text: string }) {
  return (
    <figure class="chart" part="chart">
      <figcaption>
        <h3>{title}</h3>
        <p class="muted">{text}</p>
      </figcaption>
    </figure>
  );
}

/** One entry of a legend: a swatch and its word. */
export function Key({
  kind,
  id,
  children,
}: {
  kind: "met" | "missed" | "few" | "worse" | "others";
  id: string;
  children: ComponentChildren;
}) {
  return (
    <span class="key">
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        {kind === "missed" && <Hatch id={id} />}
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
