/** CSS of the charts. Colours come from the tokens of the elements, so that themes, dark mode and print apply to charts too. */
export const chartStyles = `
.chart { --_paper: 660px; display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(2 * var(--_space)); margin: 0; }
.chart figcaption { display: grid; gap: var(--_space); }
.chart figcaption p { max-inline-size: 68ch; color: var(--_muted); }
.chart .legend { display: flex; flex-wrap: wrap; gap: var(--_space) calc(5 * var(--_space)); color: var(--_muted); }
.chart .key { display: inline-flex; gap: calc(1.5 * var(--_space)); align-items: center; }
.chart .plot { overflow-x: auto; overflow-y: hidden; }
.chart .plot svg { display: block; direction: ltr; overflow: visible; font-variant-numeric: tabular-nums; }
.chart text { fill: var(--_text); font-size: 12.5px; stroke: none; }
.chart text.tick { fill: var(--_muted); }
.chart text.value { font-size: 12px; }
.chart text.strong { font-weight: 650; font-size: 13px; }
.chart .grid { stroke: var(--_border); stroke-width: 1; fill: none; }
.chart .base { stroke: var(--_border-strong); stroke-width: 1; fill: none; }
.chart .trend { stroke: var(--_accent); stroke-width: 1.5; fill: none; opacity: 0.55; }
.chart .goal { stroke: var(--_text); stroke-width: 1.5; fill: none; opacity: 0.75; }
.chart .below { fill: var(--_critical); stroke: none; }
.chart .compared { stroke: var(--_text); stroke-width: 1.5; stroke-dasharray: 5 4; fill: none; opacity: 0.8; }
.chart .ribbon { fill: var(--_accent); stroke: none; opacity: 0.16; }
.chart .interval { stroke: var(--_accent); stroke-width: 1.5; fill: none; opacity: 0.5; }
.chart .dot { fill: var(--_accent); stroke: none; }
.chart .dot.few { fill: var(--_background); stroke: var(--_border-strong); stroke-width: 1.5; }
.chart .met { fill: var(--_accent); stroke: none; }
.chart .others { fill: none; stroke: var(--_border-strong); stroke-width: 1; }
.chart .missed { stroke: var(--_critical); stroke-width: 1; }
.chart .hatch-ground { fill: var(--_background); }
.chart .hatch-line { stroke: var(--_critical); stroke-width: 1.25; fill: none; }
.chart .few .met, .chart .few .missed, .chart .few .others, .chart .pale .met, .chart .pale .missed, .chart .pale .others { opacity: 0.5; }
.chart .worse { fill: none; stroke: var(--_critical); stroke-width: 2; }
.chart .none { fill: var(--_border-strong); }
.chart .objective { stroke: var(--_text); stroke-width: 2; fill: none; }
.chart .values { pointer-events: none; }
.chart .reach { fill: transparent; stroke: none; }
.chart .mark-of-chart { outline: none; }
.chart .mark-of-chart[role="button"] { cursor: pointer; }
.chart .modes { display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)); }
.chart .modes button { padding-inline: calc(3 * var(--_space)); }
.chart .modes button[aria-pressed="true"] { background: var(--_accent); color: var(--_background); border-color: var(--_accent); }
.chart .share-of-misses { fill: var(--_critical); stroke: none; }
.chart .share-ground { fill: none; stroke: var(--_border-strong); stroke-width: 1; stroke-dasharray: 2 2; }
.chart .mark-of-chart:hover .reach { fill: var(--_accent); fill-opacity: 0.08; }
.chart .mark-of-chart:focus-visible .reach { stroke: var(--_accent); stroke-width: 2; fill: var(--_accent); fill-opacity: 0.08; }
.chart text.halo { paint-order: stroke; stroke: var(--_background); stroke-width: 4; stroke-linejoin: round; }
.chart .mark-label { min-block-size: 1.55em; max-inline-size: 68ch; }
.chart .hint { color: var(--_muted); }
.chart:not(:hover, :focus-within) .hint { clip-path: inset(50%); position: absolute; white-space: nowrap; overflow: hidden; inline-size: 1px; block-size: 1px; }
.chart .figures > summary { cursor: pointer; display: list-item; align-content: center; min-block-size: 2.75rem; inline-size: fit-content; color: var(--_accent); }
.chart .figures > summary:hover { color: var(--_accent-strong); text-decoration: underline; text-underline-offset: 0.18em; }
.chart .figures .scroll { overflow: auto; max-block-size: 26rem; }
.chart table { inline-size: auto; min-inline-size: min(100%, 30rem); border-collapse: collapse; font-size: 0.9375em; font-variant-numeric: tabular-nums; }
.chart th, .chart td { padding: calc(1.5 * var(--_space)) calc(5 * var(--_space)) calc(1.5 * var(--_space)) 0; border-block-end: 1px solid var(--_border); text-align: end; white-space: nowrap; }
.chart thead th { position: sticky; inset-block-start: 0; background: var(--_background); color: var(--_muted); font-weight: 500; border-block-end-color: var(--_border-strong); }
.chart th:first-child { text-align: start; font-weight: 500; }
@media (forced-colors: active) {
  .chart .plot svg, .chart .key svg { forced-color-adjust: none; }
  .chart text, .chart text.tick { fill: CanvasText; }
  .chart .grid { stroke: CanvasText; opacity: 0.35; }
  .chart text.halo { stroke: Canvas; }
  .chart .base, .chart .objective { stroke: CanvasText; }
  .chart .trend, .chart .interval, .chart .goal, .chart .compared { stroke: CanvasText; opacity: 1; }
  .chart .below, .chart .share-of-misses { fill: CanvasText; }
  .chart .ribbon { fill: CanvasText; }
  .chart .dot, .chart .met { fill: CanvasText; }
  .chart .dot.few { fill: Canvas; stroke: CanvasText; }
  .chart .missed, .chart .hatch-line, .chart .worse, .chart .others { stroke: CanvasText; }
  .chart .hatch-ground { fill: Canvas; }
  .chart .none { fill: CanvasText; }
  .chart .mark-of-chart:hover .reach { fill: none; stroke: Highlight; }
  .chart .mark-of-chart:focus-visible .reach { fill: none; stroke: Highlight; stroke-width: 3; }
}
@media print {
  .chart { break-inside: avoid; }
  .chart .mark-label, .chart .figures:not([open]) { display: none; }
  .chart .figures .scroll { max-block-size: none; overflow: visible; }
  .chart .plot { overflow: visible; }
  .chart .plot svg { max-inline-size: 100%; block-size: auto; }
}
`;
