import type { TierFeature } from "../../index.js";

const shapes: Record<TierFeature["state"], string> = {
  included: "M2 8.5 6.2 13 14 3.5",
  conditional: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 2.5v11",
  excluded: "M3 8h10",
};

/** A shape for each state, beside its word. */
export function StateMark({ state }: { state: TierFeature["state"] }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={shapes[state]}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
