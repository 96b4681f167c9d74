/** Phone numbers: as they are written, and as they are called. */

import type { Phone } from "./element.js";

/** Returns the number of a text that somebody wrote. */
export const phoneOfText = (text: string): Phone => ({ text, href: `tel:${text.replaceAll(/[^+\d]/g, "")}` });

/** Returns the number of a link of the policy; null without one. */
export function phoneOfAddress(href: string | undefined): Phone | null {
  if (href === undefined) return null;
  return { text: href.replace(/^tel:/i, "").replace(/^(\+1)(\d{3})(\d{3})(\d{4})$/, "$1\u00a0$2\u00a0$3-$4"), href };
}
