/** Elements that a frame can show: those of the classic script that need no other element. */

export const frameElements = ["wizard", "calculator", "clock", "table"] as const;

export type FrameElement = (typeof frameElements)[number];

/** Returns the name of the requested element, else that of the wizard. */
export const elementNamed = (wanted: string | null | undefined): FrameElement =>
  frameElements.find((name) => name === wanted) ?? "wizard";

/** Returns the CSS properties of a page that its frame can use: the tokens of the elements, the font, and the color-scheme. */
export const lookOf = (css: string): string[] => [
  ...new Set(css.match(/--slo-[a-z-]+/g) ?? []),
  "font-family",
  "color-scheme",
];
