/** CSS of the clock alone. */
export const styles = `
.clock {
  display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(3 * var(--_space));
  padding: calc(5 * var(--_space)); border: 1px solid var(--_border); border-radius: calc(2 * var(--_radius));
}
.clock .heading { font-size: 1em; }
.clock .other { padding-block-start: calc(3 * var(--_space)); border-block-start: 1px solid var(--_border); }
`;
