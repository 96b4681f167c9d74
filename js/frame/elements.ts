/** What a frame can show: the elements that the classic script has and that answer for themselves. */

export const frameElements = ["wizard", "calculator", "clock", "table"] as const;

export type FrameElement = (typeof frameElements)[number];

/** The element that is asked for, else the wizard. */
export const elementNamed = (wanted: string | null | undefined): FrameElement =>
  frameElements.find((name) => name === wanted) ?? "wizard";

/** What of the look of a page its frame can use: the tokens of the elements, the font, and light or dark. */
export const lookOf = (css: string): string[] => [
  ...new Set(css.match(/--slo-[a-z-]+/g) ?? []),
  "font-family",
  "color-scheme",
];
