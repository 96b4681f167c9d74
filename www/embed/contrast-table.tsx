/** The contrast of every pair of colours that meets, with a sample of each. */

import { useEffect, useRef } from "preact/hooks";
import { type EmbedMessages, pairs, type Token } from "../messages/embed/messages.js";
import { type Colour, contrast, hex, meetings } from "./contrast.js";

interface Props {
  messages: EmbedMessages;
  painted: Record<Token, Colour>;
}

export function ContrastTable({ messages: { brand }, painted }: Props) {
  const rows = pairs.map((pair) => {
    const { of, on, needed } = meetings[pair];
    const ratio = contrast(painted[of], painted[on]);
    // Rounded down: what is not reached is not claimed.
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
function Sample({ of, on, isEdge }: { of: Colour; on: Colour; isEdge: boolean }) {
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
