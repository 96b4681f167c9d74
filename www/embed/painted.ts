/** Colours of an element as the browser paints them. */

import { type Token, tokens } from "../messages/embed/messages.js";
import type { Colour } from "./contrast.js";

/** The colours behind the tokens of an element, light or dark as it is, mixed as it mixes them. */
export function paintedTokens(element: HTMLElement): Record<Token, Colour> {
  const probe = document.createElement("span");
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const look = getComputedStyle(element);
  probe.style.colorScheme = look.colorScheme;
  probe.hidden = true;
  document.body.append(probe);
  const painted = (token: Token): Colour => {
    probe.style.color = look.getPropertyValue(`--_${token}`);
    if (canvas === null) return [0, 0, 0];
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  const found = Object.fromEntries(tokens.map((token) => [token, painted(token)])) as Record<Token, Colour>;
  probe.remove();
  return found;
}
