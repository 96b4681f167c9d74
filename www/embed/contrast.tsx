/** Contrast of colour pairs, calculated as WCAG 2.2 does, from the colours that the browser paints. */

import { useEffect, useRef } from "preact/hooks";

import { contrast, type Rgb } from "../../js/page/brand.js";
import { type EmbedMessages, type Pair, pairs, type Token, tokens } from "../messages/embed/index.js";

interface Props {
  messages: EmbedMessages;
  painted: Record<Token, Rgb>;
}

export function ContrastTable({ messages: { brand }, painted }: Props) {
  const rows = pairs.map((pair) => {
    const { of, on, needed } = colourPairs[pair];
    const ratio = contrast(painted[of], painted[on]);
    // The ratio is rounded down, so that it never claims more than it reaches.
    return {
      pair,
      needed,
      of: painted[of],
      on: painted[on],
      ratio: Math.floor(ratio * 10) / 10,
      isEnough: ratio >= needed,
    };
  });
  const failures = rows.filter(({ isEnough }) => !isEnough).length;
  return (
    <div class="contrast">
      <p role="status" class={failures === 0 ? "verdict-good" : "verdict-bad"}>
        {brand.verdict(failures)}
      </p>
      <table>
        <caption>{brand.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{brand.columns.pair}</th>
            <th scope="col">{brand.columns.ratio}</th>
            <th scope="col">{brand.columns.needed}</th>
            <th scope="col">{brand.columns.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ pair, needed, of, on, ratio, isEnough }) => (
            <tr key={pair} class={isEnough ? "enough" : "short"}>
              <th scope="row">
                <Sample of={of} on={on} isEdge={pair === "edge"} />
                {brand.pairs[pair]}
              </th>
              <td class="figure">{brand.ratio(ratio)}</td>
              <td class="figure">{brand.ratio(needed)}</td>
              <td>
                <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
                  <path
                    fill="none"
                    stroke="currentColor"
                    stroke-width="2.5"
                    d={isEnough ? "M2 8.5 6.5 13 14 3.5" : "M3 3 13 13M13 3 3 13"}
                  />
                </svg>
                {isEnough ? brand.enough : brand.short}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A patch of the pair, coloured from script: a strict header allows no style attribute. */
function Sample({ of, on, isEdge }: { of: Rgb; on: Rgb; isEdge: boolean }) {
  const patch = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (patch.current === null) return;
    const { style } = patch.current;
    style.color = isEdge ? "transparent" : hex(of);
    style.backgroundColor = hex(on);
    style.borderColor = isEdge ? hex(of) : "transparent";
  }, [of.join(), on.join()]);
  return (
    <span ref={patch} class="sample" aria-hidden="true">
      Aa
    </span>
  );
}

/** Pairs of tokens that meet, with the required contrast: 4.5 for text, 3 for the border of a control. */
export const colourPairs: Record<Pair, { on: Token; of: Token; needed: number }> = {
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

export const hex = (colour: Rgb): string => `#${colour.map((value) => value.toString(16).padStart(2, "0")).join("")}`;

/** Returns the colours of the tokens of an element in its current theme, as the browser mixes them. */
export function paintedTokens(element: HTMLElement): Record<Token, Rgb> {
  const probe = document.createElement("span");
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const look = getComputedStyle(element);
  probe.style.colorScheme = look.colorScheme;
  probe.hidden = true;
  document.body.append(probe);
  const painted = (token: Token): Rgb => {
    probe.style.color = look.getPropertyValue(`--_${token}`);
    if (canvas === null) return [0, 0, 0];
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  const found = Object.fromEntries(tokens.map((token) => [token, painted(token)])) as Record<Token, Rgb>;
  probe.remove();
  return found;
}
