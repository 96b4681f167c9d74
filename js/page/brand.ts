/** The brand of a page: its colour as tokens of the elements, and its logo. The contrast of colours follows WCAG 2.2. */

/** Red, green and blue, from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Contrast of text that WCAG 2.2 asks for. */
export const enoughContrast = 4.5;

/** An accent as tokens, and its contrast on a white page. */
export interface Accent {
  colour: string;
  css: string;
  onWhite: number;
}

/**
 * Returns the tokens for an accent: it carries white or black text, whichever is easier to read, and is lighter in a dark page. Null
 * for anything but a hexadecimal colour.
 */
export function accentOf(text: string): Accent | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (digits === undefined) return null;
  const colour = `#${digits}`;
  const wide = digits.length === 3 ? digits.replaceAll(/./g, "$&$&") : digits;
  const rgb = [0, 2, 4].map((at) => Number.parseInt(wide.slice(at, at + 2), 16)) as unknown as Rgb;
  const onWhite = contrast(rgb, [255, 255, 255]);
  const textColour = onWhite >= contrast(rgb, [0, 0, 0]) ? "#fff" : "#000";
  const css = `:root {
  --slo-color-accent: light-dark(${colour}, color-mix(in oklab, ${colour} 45%, #fff));
  --slo-color-on-accent: light-dark(${textColour}, #0c1520);
}`;
  return { colour, css, onWhite };
}

/** Types of logos by the ending of their files. */
export const logoTypes: Readonly<Record<string, string>> = {
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
};

/** Largest size of a logo in bytes, because the page contains it. */
export const maxLogo = 200_000;

/** Relative luminance, from 0 for black to 1 for white. */
export function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, no contrast, to 21, black on white. */
export function contrast(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}
