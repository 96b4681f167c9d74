/** The colour of a brand as tokens of the elements, held to the contrast that WCAG 2.2 asks for. */

import { UsageError } from "./command.js";

/** Contrast of text that WCAG 2.2 asks for. */
const enough = 4.5;

/**
 * Returns the tokens for an accent: it carries white or black text, whichever is easier to read, and is lighter in a dark page. A
 * colour that is too pale for a white page is used, with a note.
 *
 * @throws UsageError for anything but a hexadecimal colour
 */
export function brandCss(accent: string | undefined, note: (line: string) => void): string {
  if (accent === undefined) return "";
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(accent)?.[1];
  if (digits === undefined) throw new UsageError(`expected a colour such as #0b6e4f, found "${accent}"`);
  const colour = `#${digits}`;
  const light = luminanceOf(digits);
  const onWhite = contrast(light, 1);
  if (onWhite < enough)
    note(`case-slo: ${colour} has a contrast of ${Math.floor(onWhite * 10) / 10} on white; text needs ${enough}`);
  const text = onWhite >= contrast(light, 0) ? "#fff" : "#000";
  return `:root {
  --slo-color-accent: light-dark(${colour}, color-mix(in oklab, ${colour} 45%, #fff));
  --slo-color-on-accent: light-dark(${text}, #0c1520);
}`;
}

const contrast = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** Returns the relative luminance of a colour in hexadecimal digits. */
function luminanceOf(digits: string): number {
  const wide = digits.length === 3 ? digits.replaceAll(/./g, "$&$&") : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(wide.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
