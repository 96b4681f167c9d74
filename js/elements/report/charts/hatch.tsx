/** Hatching, so that what was missed is told from what was met without colour. */

/** Fill of what was missed. As an attribute: not every browser looks up a url(#…) of an adopted style sheet in its tree. */
export const hatched = (id: string): string => `url(#${id}-hatch)`;

/** The pattern behind `hatched`; `id` is that of the chart. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect class="hatch-ground" width="5" height="5" />
        <path class="hatch-line" d="M-1 1 1-1M0 5 5 0M4 6 6 4" />
      </pattern>
    </defs>
  );
}
