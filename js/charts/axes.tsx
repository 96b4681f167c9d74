/** Parts that several charts draw alike: axes, bars, and the legend of met and missed cases. */

import { chartsMessagesFor } from "../messages/charts/index.js";
import { LegendEntry } from "./figure.js";

/** Rounds to a tenth of a pixel, so that a saved picture of 200 weeks stays small. */
export const round = (value: number): number => Math.round(value * 10) / 10;

interface ValueAxisProps {
  ticks: readonly number[];
  /** Returns the height of a value in the picture. */
  y(value: number): number;
  /** Ends of the grid lines. */
  from: number;
  to: number;
  label(value: number): string;
  /** Whether labels are at both ends, for a picture that scrolls. */
  isLong?: boolean;
}

/** Shows the grid lines of a value axis with their labels; the line at zero is the base line. */
export function ValueAxis({ ticks, y, from, to, label, isLong = false }: ValueAxisProps) {
  return (
    <>
      {ticks.map((value) => (
        <g key={value}>
          <path class={value === 0 ? "base" : "grid"} d={`M${from} ${round(y(value))}H${round(to)}`} />
          <text class="tick" x={from - 8} y={round(y(value)) + 4} text-anchor="end">
            {label(value)}
          </text>
          {isLong && (
            <text class="tick after" x={round(to) + 8} y={round(y(value)) + 4}>
              {label(value)}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

interface PeriodTickProps {
  x: number;
  /** Height of the base line in the picture. */
  base: number;
  label: string;
  year: string | null;
}

/** Shows the label of a week or month below the base line, and the year where it begins. */
export function PeriodTick({ x, base, label, year }: PeriodTickProps) {
  return (
    <>
      <path class="base" d={`M${round(x)} ${base}v5`} />
      <text class="tick" x={round(x)} y={base + 18} text-anchor="middle">
        {label}
      </text>
      {year !== null && (
        <text class="tick" x={round(x)} y={base + 33} text-anchor="middle">
          {year}
        </text>
      )}
    </>
  );
}

interface BarProps {
  kind: "met" | "missed" | "others";
  /** Edges of the bar in the picture; nothing is shown if they are equal or reversed. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Fill of missed cases. */
  fill?: string;
}

/** Shows a bar, or a part of one. */
export function Bar({ kind, left, right, top, bottom, fill }: BarProps) {
  if (right <= left || bottom <= top) return null;
  return (
    <rect
      class={kind}
      fill={fill}
      x={round(left)}
      y={round(top)}
      width={round(right - left)}
      height={round(bottom - top)}
    />
  );
}

interface OutcomeLegendProps {
  language: string;
  id: string;
  /** Whether some cases are neither met nor missed. */
  hasOthers: boolean;
}

/** Shows the entries of a legend for met, missed and other cases. */
export function OutcomeLegend({ language, id, hasOthers }: OutcomeLegendProps) {
  const { key, columns } = chartsMessagesFor(language);
  return (
    <>
      <LegendEntry kind="met" id={id}>
        {key.met}
      </LegendEntry>
      <LegendEntry kind="missed" id={id}>
        {key.missed}
      </LegendEntry>
      {hasOthers && (
        <LegendEntry kind="others" id={id}>
          {columns.others}
        </LegendEntry>
      )}
    </>
  );
}
