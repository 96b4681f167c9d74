/** CSS of the calculator alone. */
export const styles = `
.calculator { border: 1px solid var(--_border); border-radius: calc(2 * var(--_radius)); overflow: clip; }
.choices {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
  gap: calc(4 * var(--_space)) calc(5 * var(--_space)); align-items: start;
  padding: calc(5 * var(--_space)); background: var(--_surface); border-block-end: 1px solid var(--_border);
}
.choices select { inline-size: 100%; }
.submitted { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0 calc(5 * var(--_space)); }
.submitted legend { font-weight: 600; padding: 0; }
.submitted .field { flex: 1 1 100%; justify-items: start; margin-block-start: calc(2 * var(--_space)); }
.choice { display: inline-flex; gap: calc(2 * var(--_space)); align-items: center; min-block-size: 2.75rem; }
.choice input { inline-size: 1.15rem; block-size: 1.15rem; margin: 0; accent-color: var(--_accent); }
.outcome { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(4 * var(--_space)); padding: calc(5 * var(--_space)); }
.outcome .heading { font-size: 1em; }
@media (max-width: 30rem) {
  .choices, .outcome { padding: calc(4 * var(--_space)); }
}
@media print {
  .choices { background: none; }
}
`;
