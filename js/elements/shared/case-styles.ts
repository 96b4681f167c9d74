/** CSS of the result of a case: the urgent line, the due time, and the advice. */
export const outcomeStyles = `
.urgent {
  display: flex; gap: calc(3 * var(--_space)); align-items: baseline;
  padding: calc(3 * var(--_space)) calc(4 * var(--_space));
  border: 1px solid var(--_border); border-inline-start: 4px solid var(--_critical); border-radius: var(--_radius);
  margin-block-end: calc(6 * var(--_space));
}
.urgent .mark { position: relative; inset-block-start: 0.06em; }
.advice .heading, .reasons :is(h2, h3), .answered :is(h2, h3) { margin-block-end: calc(2 * var(--_space)); }
.advice ol, .advice ul, .reasons ul { padding-inline-start: 1.4em; display: grid; gap: calc(2 * var(--_space)); }
.advice li::marker, .reasons li::marker { color: var(--_muted); font-variant-numeric: tabular-nums; }
.advice-act ol { font-size: 1.1em; }
.advice-act ol > :only-child { list-style: none; margin-inline-start: -1.4em; }
.call { display: flex; inline-size: fit-content; margin-block: calc(2 * var(--_space)); font-size: 1rem; }
.due { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(3 * var(--_space)); container-type: inline-size; }
.expected { display: grid; gap: 0; }
.expected .measure { font-weight: 600; }
.expected .when { font-size: 1.2em; }
.moment {
  display: inline-block; overflow-wrap: anywhere; font-size: min(1.728em, 10cqi); font-weight: 650; line-height: 1.15; letter-spacing: -0.02em;
}
.no-due-time { font-size: 1.1em; }
.how-late .overdue { font-size: 1.3em; line-height: 1.25; }
.whom { display: grid; gap: calc(2 * var(--_space)); margin-block: calc(2 * var(--_space)); justify-items: start; }
.whom .field { inline-size: 100%; }
.whom .call { margin-block: 0; }
.submission p .target, .number button.target { display: flex; }
.row { display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)); }
.row input { flex: 1 1 10rem; min-inline-size: 0; }
.submission { display: grid; gap: var(--_space); }
.submission legend { padding: 0; font-weight: 650; font-size: 1.1em; }
.submission .field { margin-block-start: calc(2 * var(--_space)); justify-items: start; }
.submission .actions { margin-block-start: calc(3 * var(--_space)); }
.escalation { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(3 * var(--_space)); }
.escalation .call { margin-block: 0; }
.later > div { display: flex; flex-wrap: wrap; gap: 0 calc(3 * var(--_space)); }
.later dt { color: var(--_muted); }
.preview { font-family: ui-monospace, "Cascadia Mono", Menlo, monospace; font-size: 0.875em; line-height: 1.5; }
.overdue { color: var(--_critical); font-weight: 600; }
.others { display: grid; gap: var(--_space); }
.others > div { display: flex; flex-wrap: wrap; gap: calc(1 * var(--_space)) calc(3 * var(--_space)); }
.others dt { color: var(--_muted); }
.chosen { display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)); align-items: center; }
.chosen strong { color: var(--_text); font-size: 1.1em; }
.chosen .mark { inline-size: 1.2em; block-size: 1.2em; }
summary { cursor: pointer; min-block-size: 2.75rem; display: list-item; align-content: center; inline-size: fit-content; color: var(--_accent); }
summary:hover { color: var(--_accent-strong); text-decoration: underline; text-underline-offset: 0.18em; }
@media print {
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;

/** CSS of the countdown, the timeline, and the handover. */
export const partStyles = `
.countdown { display: flex; flex-wrap: wrap; align-items: center; gap: 0 calc(5 * var(--_space)); }
.remaining { font-weight: 600; font-size: 1.1em; }
.countdown-actions { display: flex; gap: calc(4 * var(--_space)); font-size: 0.9375em; }
.timeline .picture { display: block; inline-size: 100%; block-size: 2.75rem; margin-block: calc(2 * var(--_space)); }
.timeline .picture.long { inline-size: auto; min-inline-size: 100%; }
.stretch { stroke: none; }
.stretch.counted { fill: var(--_accent); }
.stretch.paused { fill: none; stroke: var(--_border-strong); vector-effect: non-scaling-stroke; }
.hatch { stroke: var(--_border-strong); stroke-width: 1.5; fill: none; }
.mark-due { stroke: var(--_text); stroke-width: 3; vector-effect: non-scaling-stroke; }
.legend { display: flex; flex-wrap: wrap; gap: var(--_space) calc(5 * var(--_space)); list-style: none; }
.legend li { display: inline-flex; gap: calc(2 * var(--_space)); align-items: start; }
p.legend { flex-wrap: nowrap; align-items: start; gap: calc(2 * var(--_space)); }
.legend svg { flex: none; margin-block-start: 0.2em; }
.legend + .scroll { margin-block: calc(3 * var(--_space)) calc(2 * var(--_space)); }
.scroll { overflow-x: auto; }
.scroll.rows { max-block-size: 26rem; overflow-y: auto; }
thead th { position: sticky; inset-block-start: 0; background: var(--_background); }
table { inline-size: 100%; border-collapse: collapse; margin-block: calc(3 * var(--_space)); font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--_muted); padding-block-end: calc(2 * var(--_space)); }
th, td { text-align: start; padding: calc(1.5 * var(--_space)) calc(3 * var(--_space)) calc(1.5 * var(--_space)) 0; border-block-end: 1px solid var(--_border); }
tr:not(.counted) > td { color: var(--_muted); }
tfoot td { font-weight: 600; color: var(--_text) !important; border: 0; }
.handover :is(h2, h3) { margin-block-end: calc(3 * var(--_space)); }
.handover .status { margin-block-start: calc(2 * var(--_space)); }
textarea {
  inline-size: 100%; margin-block-start: calc(2 * var(--_space)); padding: calc(2 * var(--_space));
  border: 1px solid var(--_border-strong); border-radius: var(--_radius); background: var(--_background); color: inherit; font: inherit;
}
@media (forced-colors: active) {
  .stretch.counted { fill: Highlight; }
  .hatch, .mark-due, .stretch.paused { stroke: CanvasText; }
}
@media print {
  .scroll.rows { max-block-size: none; overflow: visible; }
}
`;
