/** A shape for each severity, so that colour is not the only cue. */

export const shapes: readonly string[] = [
  "M5 1h6l4 4v6l-4 4H5l-4-4V5z",
  "M8 1.2 15.6 14.8H.4z",
  "M8 .4 15.6 8 8 15.6.4 8z",
  "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
  "M2 2h12v12H2z",
];

/** Returns the rank of a severity among those of its policy, from 1 to 5, which decides its colour and shape. */
export function rankOf(severities: readonly { id: string }[], id: string): number {
  const place = severities.findIndex((severity) => severity.id === id);
  return place < 0 ? shapes.length : Math.min(place + 1, shapes.length);
}

/**
 * Shows the shape of a rank: octagon, triangle, diamond, circle, square. Assistive technology skips it and reads the word
 * beside it.
 */
export function Mark({ rank }: { rank: number }) {
  return (
    <svg class={`mark level-${rank}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={shapes[rank - 1] ?? shapes.at(-1)} fill="currentColor" />
    </svg>
  );
}
