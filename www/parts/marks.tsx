/** Icons. Each is next to the word that it illustrates, and hidden from assistive technology. */

/** A shape for each severity, so that colour is not the only cue. */
const shapes: Record<string, string> = {
  critical: "M5 1h6l4 4v6l-4 4H5l-4-4V5z",
  high: "M8 1.2 15.6 14.8H.4z",
  medium: "M8 .4 15.6 8 8 15.6.4 8z",
  low: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
};

/** The mark of a severity. */
export function SeverityMark({ severity }: { severity: string }) {
  return (
    <svg
      class={`mark mark-${severity}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[severity] ?? shapes["low"]} fill="currentColor" />
    </svg>
  );
}

/** The site's mark: an octagon whose hands stand at a quarter to. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z" fill="currentColor" />
      <path
        class="logo-hands"
        d="M12 6v6.2H7.4"
        fill="none"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
