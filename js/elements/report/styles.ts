export const styles = `
.report, .results { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(10 * var(--_space)); }
.report { gap: calc(8 * var(--_space)); }
.report > .hidden { position: absolute; }
section > h2 { margin-block-end: calc(3 * var(--_space)); }
h2[tabindex]:focus-visible { outline: 3px solid var(--_accent); }
.results > * { transition: opacity 0.15s; }
.results.stale > :not(.filters) { opacity: 0.45; }
.views { display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)); margin-block-end: calc(6 * var(--_space)); }
.views button { padding-inline: calc(4 * var(--_space)); }
.views button[aria-pressed="true"] { background: var(--_accent); color: var(--_background); border-color: var(--_accent); }
.misplaced { display: grid; gap: calc(3 * var(--_space)); padding: calc(4 * var(--_space)); border: 1px solid var(--_border-strong); border-inline-start: 4px solid var(--_accent); border-radius: var(--_radius); overflow-wrap: anywhere; }
.misplaced p { font-weight: 600; }
.choose { padding: calc(6 * var(--_space)); border: 2px dashed var(--_border-strong); border-radius: calc(2 * var(--_radius)); }
.choose.dragging { border-style: solid; border-color: var(--_accent); background: var(--_accent-tint); }
.choose > * + * { margin-block-start: calc(3 * var(--_space)); }
.choose > p { max-inline-size: 68ch; }
.drop { display: flex; flex-wrap: wrap; gap: calc(3 * var(--_space)) calc(4 * var(--_space)); align-items: center; }
.privacy { font-weight: 600; }
.samples { display: grid; gap: calc(2 * var(--_space)); padding-block-start: calc(3 * var(--_space)); border-block-start: 1px solid var(--_border); }
label.button { position: relative; }
label.button:focus-within { outline: 3px solid var(--_accent); outline-offset: 2px; }
label.button input { position: absolute; inset: 0; min-block-size: 0; inline-size: 100%; opacity: 0; cursor: pointer; }
.failed { padding: calc(3 * var(--_space)) calc(4 * var(--_space)); border: 1px solid var(--_border); border-inline-start: 4px solid var(--_critical); border-radius: var(--_radius); }
.reading { padding: calc(5 * var(--_space)); border: 1px solid var(--_border); border-radius: calc(2 * var(--_radius)); background: var(--_surface); }
.reading h2 { font-size: 1.2em; overflow-wrap: anywhere; }
.reading > * + * { margin-block-start: calc(2 * var(--_space)); }
.reading.again {
  position: fixed; z-index: 1; inset-block-end: calc(4 * var(--_space)); inset-inline: calc(4 * var(--_space)); max-inline-size: 36rem; margin-inline: auto;
  box-shadow: 0 0.25rem 1.5rem light-dark(#0003, #000a); animation: appear 0s 0.2s both;
}
@keyframes appear { from { visibility: hidden; } }
progress { inline-size: 100%; block-size: 0.75rem; accent-color: var(--_accent); }
/* At most three beside each other, one below the other in columns. */
.fields {
  display: grid; gap: calc(4 * var(--_space)) calc(6 * var(--_space)); align-items: start;
  grid-template-columns: repeat(auto-fill, minmax(max(min(13rem, 100%), (100% - 12 * var(--_space)) / 3), 1fr));
}
.fields .field { min-inline-size: 0; max-inline-size: 22rem; align-content: start; }
.fields label { font-weight: 500; font-size: 0.9375em; overflow-wrap: anywhere; }
.fields select, .fields input { inline-size: 100%; text-overflow: ellipsis; }
.fields + .actions, .columns + .actions { margin-block-start: calc(4 * var(--_space)); }
.field .missing { color: var(--_critical); font-weight: 600; font-size: 0.9375em; }
.field [aria-invalid="true"] { border-color: var(--_critical); border-width: 2px; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(5 * var(--_space)); margin-block: calc(4 * var(--_space)); }
.file { padding: calc(5 * var(--_space)); border: 1px solid var(--_border); border-radius: calc(2 * var(--_radius)); }
.file > .muted { overflow-wrap: anywhere; }
summary { cursor: pointer; display: list-item; align-content: center; min-block-size: 2.75rem; inline-size: fit-content; color: var(--_accent); }
summary:hover { color: var(--_accent-strong); text-decoration: underline; text-underline-offset: 0.18em; }
.file > summary { font-weight: 600; }
.scroll { overflow-x: auto; }
/* A table that goes on fades at its edge, for a narrow window may end exactly between two columns. Whatever lies behind it. */
@supports (animation-timeline: scroll()) {
  .scroll:not(:focus-visible) { animation: goes-on linear; animation-timeline: scroll(self inline); --_end: left; }
  :host(:dir(rtl)) .scroll { --_end: right; }
  @keyframes goes-on {
    0%, 99% { mask-image: linear-gradient(to var(--_end), #0005, #000 2rem); }
    100% { mask-image: none; }
  }
}
table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--_muted); padding-block-end: calc(2 * var(--_space)); }
th, td { padding: calc(2.25 * var(--_space)) calc(3 * var(--_space)) calc(2.25 * var(--_space)) 0; border-block-end: 1px solid var(--_border); text-align: start; vertical-align: baseline; font-weight: 400; }
thead th { border-block-end: 1px solid var(--_border-strong); color: var(--_muted); font-size: 0.875em; vertical-align: bottom; }
th.number, td.number { text-align: end; white-space: nowrap; }
thead th.number { white-space: normal; }
.number + :not(.number) { padding-inline-start: calc(3 * var(--_space)); }
button:disabled { opacity: 0.5; cursor: not-allowed; }
tr > :last-child { padding-inline-end: 0; }
.sample th, .sample td { max-inline-size: 16rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.sample thead th.taken { color: var(--_text); font-weight: 600; }
.role { display: block; color: var(--_accent); font-weight: 500; }
.answer h2 { max-inline-size: 26ch; font-size: clamp(1.44em, 1rem + 2.4vi, 2.0736em); line-height: 1.15; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.answer > p { max-inline-size: 68ch; margin-block-start: calc(2 * var(--_space)); }
.answer .comparison { font-weight: 600; }
.facts { display: flex; flex-wrap: wrap; gap: var(--_space) calc(6 * var(--_space)); margin-block-start: calc(4 * var(--_space)); padding-block-start: calc(3 * var(--_space)); border-block-start: 1px solid var(--_border); list-style: none; color: var(--_muted); }
.filters { padding: calc(5 * var(--_space)); border-radius: calc(2 * var(--_radius)); background: var(--_surface); }
.filters h2 { font-size: 1.2em; }
.several { position: relative; }
.several > .label { font-weight: 500; font-size: 0.9375em; }
.several > button { justify-content: space-between; gap: calc(3 * var(--_space)); padding-inline: calc(4 * var(--_space)) calc(2.5 * var(--_space)); background: var(--_background); color: inherit; font-weight: 400; text-align: start; }
.several > button > span { min-inline-size: 0; overflow-wrap: anywhere; }
.several > button::after { content: ""; flex: none; inline-size: 0.45em; block-size: 0.45em; margin-block-end: 0.2em; border: solid; border-width: 0 2px 2px 0; transform: rotate(45deg); }
.several > button[aria-expanded="true"]::after { margin-block: 0.2em 0; transform: rotate(225deg); }
.several .options {
  position: absolute; z-index: 2; inset-block-start: calc(100% + var(--_space)); inset-inline: 0; max-block-size: 21rem; overflow-y: auto;
  padding: var(--_space) calc(4 * var(--_space)); border: 1px solid var(--_border-strong); border-radius: var(--_radius); background: var(--_background);
  box-shadow: 0 0.25rem 1.5rem light-dark(#0003, #000a);
}
.several .options[hidden] { display: none; }
.several .options label { display: flex; gap: calc(3 * var(--_space)); align-items: center; min-block-size: 2.75rem; font-weight: 400; font-size: 1em; }
.several .options input { flex: none; inline-size: 1.25rem; block-size: 1.25rem; min-block-size: 0; margin: 0; accent-color: var(--_accent); }
.groups { font-size: 0.9375em; }
.groups .group-objective { min-inline-size: 8rem; }
[part="misses"] th[scope="row"] { white-space: nowrap; }
[part="misses"] tr > :first-child { text-align: start; }
.groups th[scope="rowgroup"] { padding-block-start: calc(6 * var(--_space)); font-weight: 650; }
.groups th[scope="row"] { font-weight: 500; }
.groups .all > tr > * { border-block-start: 2px solid var(--_border-strong); font-weight: 600; }
.severity { display: inline-flex; gap: calc(2 * var(--_space)); align-items: baseline; white-space: nowrap; }
.severity .mark { position: relative; inset-block-start: 0.06em; }
.secondary { display: block; color: var(--_muted); font-size: 0.8333em; font-weight: 400; }
.pale > * { color: var(--_muted); }
.pale strong { font-weight: 400; font-style: italic; }
section > .scroll + p { margin-block-start: calc(3 * var(--_space)); }
section > p.small { max-inline-size: 90ch; }
.charts { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(10 * var(--_space)) calc(8 * var(--_space)); }
.save { gap: 0 calc(2 * var(--_space)); font-size: 0.9375em; }
.save .target { justify-content: center; min-inline-size: 2.75rem; }
.charts .chart { align-content: start; }
section > .scroll + .actions { margin-block-start: calc(3 * var(--_space)); }
.chips { position: sticky; z-index: 1; inset-block-start: 0; display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)); align-items: center; padding-block: calc(2 * var(--_space)); background: var(--_background); }
.chip { display: inline-flex; gap: calc(2 * var(--_space)); align-items: center; padding-inline: calc(3 * var(--_space)); border-radius: 999px; }
.chip path { stroke: currentcolor; stroke-width: 1.75; fill: none; }
.groups button.link { min-block-size: 0; font-weight: inherit; text-align: start; }
.goals .missed, .answer .goal.missed { color: var(--_critical); font-weight: 600; }
.goals th[scope="row"] { font-weight: 500; }
.cause { display: grid; gap: calc(2 * var(--_space)); justify-items: start; padding: calc(4 * var(--_space)); border: 1px solid var(--_border-strong); border-inline-start: 4px solid var(--_critical); border-radius: var(--_radius); }
.values > * + *, .exports > * + * { margin-block-start: calc(3 * var(--_space)); }
.values { padding: calc(5 * var(--_space)); border: 1px solid var(--_border); border-radius: calc(2 * var(--_radius)); }
.problems ul { list-style: none; padding: 0; }
.problems > ul > li { padding-block: calc(3 * var(--_space)); border-block-end: 1px solid var(--_border); }
.problems .rows { display: flex; flex-wrap: wrap; gap: 0 calc(5 * var(--_space)); margin-block-start: var(--_space); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
@media (min-width: 60rem) {
  .charts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .charts > :first-child, .charts > :last-child { grid-column: 1 / -1; }
}
@media (max-width: 40rem) {
  .choose, .file, .filters, .values { padding: calc(4 * var(--_space)); }
  .fields .field { max-inline-size: none; }
}
@media (prefers-reduced-motion: reduce) { .results > * { transition: none; } }
@media (forced-colors: active) {
  .choose.dragging { border-color: Highlight; }
}
@media print {
  .report, .results { display: block; }
  .chips { position: static; }
  .groups button.link { color: inherit; text-decoration: none; }
  .results > * + * { margin-block-start: 1.5rem; }
  .results > section { break-inside: auto; }
  .scroll, .scroll:not(:focus-visible) { overflow: visible; animation: none; }
  th, td { padding: 0.2rem 0.4rem 0.2rem 0; }
  .number + :not(.number) { padding-inline-start: 0.2rem; }
  table, .groups { font-size: 8.5pt; }
  .groups .group-objective { min-inline-size: 0; }
  summary, .facts a { color: inherit; text-decoration: none; }
  summary { min-block-size: 0; list-style: none; }
  tr, .chart { break-inside: avoid; }
  .charts { display: block; }
  .charts > * + * { margin-block-start: 1.5rem; }
}
`;
