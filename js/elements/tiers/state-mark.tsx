import type { TierFeature } from "../../index.js";

/** The state of a feature, or that an exclusion applies. */
type State = TierFeature["state"] | "barred";

const shapes: Record<State, string> = {
  included: "M2 8.5 6.2 13 14 3.5",
  conditional: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 2.5v11",
  excluded: "M3 8h10",
  barred: "M3.5 3.5l9 9M12.5 3.5l-9 9",
};

/** A shape for each state, beside its word. */
export function StateMark({ state }: { state: State }) {
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
