/** Contrast as WCAG 2.2 reckons it, of colours as the browser paints them. */

import type { Pair, Token } from "../messages/embed/messages.js";

/** Red, green and blue, from 0 to 255. */
export type Colour = readonly [number, number, number];

/** Pairs of tokens that meet, with the required contrast: 4.5 for text, 3 for the border of a control. */
export const meetings: Record<Pair, { on: Token; of: Token; needed: number }> = {
  text: { of: "text", on: "background", needed: 4.5 },
  muted: { of: "muted", on: "background", needed: 4.5 },
  surface: { of: "text", on: "surface", needed: 4.5 },
  link: { of: "accent", on: "background", needed: 4.5 },
  button: { of: "on-accent", on: "accent", needed: 4.5 },
  hover: { of: "on-accent", on: "accent-strong", needed: 4.5 },
  chosen: { of: "text", on: "accent-tint", needed: 4.5 },
  edge: { of: "border-strong", on: "background", needed: 3 },
  critical: { of: "critical", on: "background", needed: 4.5 },
  high: { of: "high", on: "background", needed: 4.5 },
  medium: { of: "medium", on: "background", needed: 4.5 },
  low: { of: "low", on: "background", needed: 4.5 },
};

/** Relative luminance, from 0 for black to 1 for white. */
export function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, no contrast, to 21, black on white. */
export function contrast(one: Colour, other: Colour): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

export const hex = (colour: Colour): string =>
  `#${colour.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
