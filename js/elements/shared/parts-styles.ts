/** CSS of the countdown, the timeline, and what is handed over. */
export const parts = `
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
.handover h3 { margin-block-end: calc(3 * var(--_space)); }
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
