/** A shape for each level, so that none is marked by colour alone. */

export const shapes: readonly string[] = [
  "M5 1h6l4 4v6l-4 4H5l-4-4V5z",
  "M8 1.2 15.6 14.8H.4z",
  "M8 .4 15.6 8 8 15.6.4 8z",
  "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
  "M2 2h12v12H2z",
];

/** The rank of a severity among those of its policy, 1 to 5, as its colour and shape show it. */
export function rankOf(severities: readonly { id: string }[], id: string): number {
  const place = severities.findIndex((severity) => severity.id === id);
  return place < 0 ? shapes.length : Math.min(place + 1, shapes.length);
}

/** Octagon, triangle, diamond, circle, square; hidden from assistive technology, because the word is beside it. */
export function Mark({ rank }: { rank: number }) {
  return (
    <svg class={`mark level-${rank}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={shapes[rank - 1] ?? shapes.at(-1)} fill="currentColor" />
    </svg>
  );
}
