/** CSS of the dashboard, in addition to that of the report. */
export const styles = `
.files { display: flex; flex-wrap: wrap; gap: calc(4 * var(--_space)) calc(6 * var(--_space)); align-items: start; }
.files .outages { display: grid; gap: var(--_space); justify-items: start; }
.controls { display: flex; flex-wrap: wrap; gap: calc(4 * var(--_space)) calc(6 * var(--_space)); align-items: end; justify-content: space-between; padding-block-end: calc(5 * var(--_space)); border-block-end: 1px solid var(--_border); }
.controls .fields { flex: 1 1 20rem; align-items: end; }
.page { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(9 * var(--_space)); }
.page header > p { max-inline-size: 68ch; margin-block-start: calc(2 * var(--_space)); }
.page h2 .cite, .page h3 .cite { font-weight: 400; letter-spacing: 0; font-size: 0.6944em; }
.page section { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(3 * var(--_space)); align-content: start; }
.page .covered { font-weight: 600; }
.page section > p { max-inline-size: 68ch; }
.page .chart h3 { font-size: 1em; }
.page .availability > .button { justify-self: start; }
.key-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr)); gap: calc(5 * var(--_space)) calc(6 * var(--_space)); padding-block: calc(5 * var(--_space)); border-block: 1px solid var(--_border); }
.key-figures dt { color: var(--_muted); }
.key-figures strong { display: block; font-size: 1.9em; font-weight: 650; line-height: 1.15; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.key-figures .note { display: block; color: var(--_muted); font-size: 0.875em; line-height: 1.4; }
.beside { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(9 * var(--_space)); }
.page table { line-height: 1.4; font-size: 0.9375em; }
.page .scroll { container-type: inline-size; }
.page caption { max-inline-size: 100cqi; }
.page th, .page td { padding-inline-end: calc(3 * var(--_space)); }
.page tr > :last-child { padding-inline-end: 0; }
.page td, .page thead th:not(:first-child) { text-align: end; white-space: nowrap; }
.page .critical td:nth-child(2), .page .critical th:nth-child(2) { text-align: start; white-space: normal; }
.page .critical th[scope="row"] { white-space: nowrap; }
.page th { font-weight: 400; }
.page tfoot > tr > * { border-block-start: 2px solid var(--_border-strong); border-block-end: 0; font-weight: 600; }
.projects label { font-weight: 600; }
.projects textarea { inline-size: 100%; max-inline-size: 68ch; padding: calc(2 * var(--_space)); border: 1px solid var(--_border-strong); border-radius: var(--_radius); background: var(--_background); color: inherit; font: inherit; }
.projects .printed { display: none; }
.page .chart { --_paper: 340px; align-content: start; }
.outages-only .availability > .scroll { grid-column: 1 / -1; }
@media (max-width: 40rem) { .key-figures strong { font-size: 1.4em; } }
@media (min-width: 60rem) {
  .beside, .page .cases, .page .availability { grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: calc(12 * var(--_space)); }
  .page .cases > h3, .page .cases > p, .page .availability > h3, .page .availability > p { grid-column: 1 / -1; }
}
@media print {
  .dashboard { display: block; }
  .page { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.7rem 1.2rem; font-size: 0.8em; line-height: 1.35; }
  .page > header, .key-figures, .page .availability, .page .cases > h3, .page .cases > p, .page .status { grid-column: 1 / -1; }
  .page .cases, .beside { display: contents; }
  .page .cases .chart { grid-column: 2; grid-row: span 2; }
  .page .cases .scroll, .page .critical { grid-column: 1; }
  .page .availability { grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 1.2rem; }
  .page .availability > h3, .page .availability > p { grid-column: 1 / -1; }
  .page section { gap: 0.3rem; break-inside: avoid; align-content: start; }
  .page h2 { font-size: 1.5em; }
  .page h3 { font-size: 1.15em; }
  .page .chart { gap: 0.2rem; }
  .page .chart figcaption { gap: 0; }
  .page .chart text, .page .chart text.strong { font-size: 10.5px; }
  .page header > p { margin-block-start: 0.2rem; }
  .page section > p, .page header > p, .page .chart figcaption p { max-inline-size: none; }
  .key-figures { padding-block: 0.5rem; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 0.5rem 1rem; }
  .page th, .page td { padding-block: 0.1rem; }
  .page caption { padding-block-end: 0.1rem; }
  .page .scroll { margin: 0; overflow: visible; container-type: normal; }
  .page caption { max-inline-size: none; }
  .page table { margin: 0; }
  .page h2[tabindex]:focus-visible { outline: none; }
  .outages-only, .outages-only .availability { display: block; font-size: 1em; }
  .outages-only > * + *, .outages-only .availability > * + * { margin-block-start: 1rem; }
  .projects { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 0.8rem; }
  .projects .printed { display: block; white-space: pre-wrap; }
}
`;
