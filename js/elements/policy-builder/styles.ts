/** CSS of the builder: three columns on a wide page, one on a narrow one. The width that counts is that of the element. */
export const styles = `
:host { container-type: inline-size; }
.hint { max-inline-size: 68ch; color: var(--_muted); font-size: 0.9em; }
.label, .field > label, .field > legend, legend { font-weight: 600; font-size: 0.9375em; }
textarea {
  inline-size: 100%; min-block-size: 2.75rem; padding: calc(2 * var(--_space)) calc(3 * var(--_space)); border: 1px solid var(--_border-strong);
  border-radius: var(--_radius); background: var(--_background); color: inherit; font: inherit; line-height: 1.45; resize: vertical; field-sizing: content;
}
input[type="text"], input[type="search"], select { inline-size: 100%; }
input[type="checkbox"] { flex: none; inline-size: 1.25rem; block-size: 1.25rem; min-block-size: 0; margin: 0; padding: 0; accent-color: var(--_accent); }
input::placeholder { color: var(--_muted); opacity: 1; }
[aria-invalid="true"] { border-color: var(--_critical); border-width: 2px; }
button[aria-disabled="true"], button:disabled { opacity: 0.45; cursor: default; }
label.button, label.card { position: relative; }
label.button:focus-within, label.card:focus-within { outline: 3px solid var(--_accent); outline-offset: 2px; }
:is(label.button, label.card) input { position: absolute; inset: 0; min-block-size: 0; inline-size: 100%; block-size: 100%; opacity: 0; cursor: pointer; }
summary { cursor: pointer; display: list-item; align-content: center; min-block-size: 2.75rem; inline-size: fit-content; color: var(--_accent); }
summary:hover { color: var(--_accent-strong); text-decoration: underline; text-underline-offset: 0.18em; }
.fault { color: var(--_critical); font-size: 0.9em; }
.notes { display: grid; gap: calc(3 * var(--_space)); justify-items: start; padding: calc(4 * var(--_space)); border: 1px solid var(--_high); border-radius: calc(2 * var(--_radius)); }
.notes ul { display: grid; gap: var(--_space); padding-inline-start: 1.2em; overflow-wrap: anywhere; font-size: 0.9375em; }
.notice, .keep {
  display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)) calc(4 * var(--_space)); align-items: center; justify-content: space-between;
  padding: calc(3 * var(--_space)) calc(4 * var(--_space)); border-radius: var(--_radius); background: var(--_accent-tint);
}

/* The first screen. */
.start { display: grid; gap: calc(5 * var(--_space)); padding: calc(2 * var(--_space)); border: 2px solid transparent; border-radius: calc(2 * var(--_radius)); }
.start.over { border-style: dashed; border-color: var(--_accent); background: var(--_accent-tint); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: calc(4 * var(--_space)); list-style: none; }
.cards li { display: grid; }
.card {
  display: grid; grid-template: auto auto 1fr / minmax(0, 1fr); gap: var(--_space); justify-content: stretch; justify-items: start; align-items: start; padding: calc(4 * var(--_space));
  border: 1px solid var(--_border-strong); border-radius: calc(2 * var(--_radius)); background: var(--_background); color: var(--_text);
  font-weight: 400; line-height: 1.4; text-align: start; cursor: pointer;
}
.card:hover { border-color: var(--_accent); background: var(--_accent-tint); color: var(--_text); }
.card-name { color: var(--_accent); font-weight: 650; }
.card-text { color: var(--_muted); font-size: 0.9em; }
.picture { margin-block-end: calc(2 * var(--_space)); color: var(--_muted); }
.ground { fill: var(--_border); }
.open { fill: var(--_accent); }
.thin { fill: var(--_critical); }
.dashed { stroke-dasharray: 3 3; }

/* The parts. */
.builder { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(5 * var(--_space)); align-items: start; }
.bar {
  display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)) calc(4 * var(--_space)); align-items: center;
  padding: calc(3 * var(--_space)) calc(4 * var(--_space)); border: 1px solid var(--_border); border-radius: calc(2 * var(--_radius)); background: var(--_surface);
}
.bar-title { flex: 1 1 10rem; min-inline-size: 0; line-height: 1.3; }
.bar-title strong { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bar-title .muted { display: block; font-size: 0.85em; }
.bar-actions { display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)); }
.bar-actions :is(button, .button) { min-block-size: 2.5rem; padding-inline: calc(3 * var(--_space)); font-size: 0.9375em; }
.bar-note { flex-basis: 100%; }
.bar-note.warned { color: var(--_high); font-weight: 600; }
.verdict { padding: var(--_space) calc(3 * var(--_space)); border: 1px solid currentColor; border-radius: 99px; color: var(--_muted); font-size: 0.9em; font-weight: 600; }
.verdict.error { color: var(--_critical); }
.verdict.warning { color: var(--_high); }
.verdict.sound { color: var(--_low); }
.parts {
  position: sticky; z-index: 3; inset-block-start: 0; min-inline-size: 0; overflow-x: auto; padding-block: calc(2 * var(--_space));
  border-block-end: 1px solid var(--_border); background: var(--_background);
}
.parts ul { display: flex; gap: calc(2 * var(--_space)); list-style: none; }
.parts li { flex: none; }
.parts button {
  min-block-size: 2.75rem; gap: calc(2 * var(--_space)); padding-inline: calc(3 * var(--_space)); border-color: var(--_border); color: var(--_text); font-weight: 500; text-align: start;
}
.parts [aria-current] { border-color: var(--_accent); background: var(--_accent-tint); color: var(--_accent-strong); font-weight: 650; }
.count { display: inline-grid; place-items: center; min-inline-size: 1.4rem; padding-inline: 0.3rem; border: 1px solid currentColor; border-radius: 99px; font-size: 0.8rem; font-weight: 650; }
.count.error { color: var(--_critical); }
.count.warning { color: var(--_high); }
.main, .block, .main > section, .main > details > :last-child { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(4 * var(--_space)); align-content: start; min-inline-size: 0; }
.main > section, .layer { padding-block-start: calc(4 * var(--_space)); border-block-start: 1px solid var(--_border); }
.layer > summary { font-weight: 600; }
.layer > .hint { margin-block-end: calc(3 * var(--_space)); }
.steps { display: flex; flex-wrap: wrap; gap: calc(3 * var(--_space)); justify-content: space-between; padding-block-start: calc(4 * var(--_space)); border-block-start: 1px solid var(--_border); }
.steps .primary { margin-inline-start: auto; }
.beside { display: none; min-inline-size: 0; }
.trying .beside { display: block; }
.trying .main { display: none; }

/* Forms. */
.form { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); gap: calc(4 * var(--_space)) calc(5 * var(--_space)); align-items: start; }
.form > .text, .form > .nested, .form > .condition, .form > .several { grid-column: 1 / -1; }
.field { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--_space); align-content: start; min-inline-size: 0; }
.flag label, .panel label { display: inline-flex; gap: calc(2 * var(--_space)); align-items: center; min-block-size: 2.75rem; font-weight: 400; }
.form > .flag { align-self: end; }
.short { max-inline-size: 8rem; }
.languages { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: calc(2 * var(--_space)) calc(3 * var(--_space)); }
.language { position: relative; display: grid; align-content: start; gap: 0; }
.language :is(input, textarea) { padding-inline-end: 2.6rem; }
.language :only-child { padding-inline-end: calc(3 * var(--_space)); }
.tag {
  position: absolute; inset-block-start: 0.7rem; inset-inline-end: 0.6rem; color: var(--_muted); font-size: 0.75rem; font-weight: 650; text-transform: uppercase; pointer-events: none;
}
.language .missing { border-style: dashed; border-color: var(--_high); }
.missing-mark { color: var(--_high); font-size: 0.8rem; font-weight: 600; }
.chips { display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)); align-items: center; }
.chips select { inline-size: auto; }
.chip {
  display: inline-flex; gap: calc(2 * var(--_space)); align-items: center; min-block-size: 2.75rem; padding-inline: calc(3 * var(--_space));
  border: 1px solid var(--_border-strong); border-radius: 99px; font-size: 0.9375em;
}
.chip.on { border-color: var(--_accent); background: var(--_accent-tint); }
.inline { display: inline-flex; gap: calc(2 * var(--_space)); align-items: center; min-block-size: 2.75rem; }
.wide-select { inline-size: auto; max-inline-size: 100%; }
.main :is(input, textarea, select, button, summary) { scroll-margin-block: 7rem 2rem; }
.chip .icon.icon { margin-inline-end: calc(-2 * var(--_space)); border-color: transparent; }
.add { display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)); align-items: center; max-inline-size: 34rem; }
.add > input { flex: 1 1 10rem; inline-size: auto; }
.icon.icon {
  flex: none; min-block-size: 2.25rem; inline-size: 2.25rem; padding: 0; border-color: var(--_border); color: var(--_muted); font-weight: 400;
}
.icon.down svg { transform: rotate(180deg); }
ol.entries { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(4 * var(--_space)); padding: 0; list-style: none; }
div.entries { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(3 * var(--_space)); }
.entry {
  display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(3 * var(--_space)); padding: calc(4 * var(--_space)); border: 1px solid var(--_border);
  border-radius: calc(2 * var(--_radius)); background: var(--_background);
}
.many > .entry { content-visibility: auto; contain-intrinsic-block-size: auto 16rem; }
.entry:focus-within { border-color: var(--_border-strong); }
.entry-head { display: flex; gap: calc(3 * var(--_space)); align-items: center; justify-content: space-between; }
.entry-head h3 { overflow-wrap: anywhere; font-size: 1.05em; }
.entry-head > input { flex: 1 1 8rem; }
.tools { display: flex; flex: none; gap: var(--_space); align-items: start; }
.nested { grid-column: 1 / -1; }
.nested-entries .entry {
  grid-template-columns: auto minmax(0, 1fr) auto; gap: 0 calc(3 * var(--_space)); padding: 0; border: 0; border-radius: 0;
}
.nested-entries .entry-head { display: contents; }
.nested-entries .entry > * { grid-column: 2; }
.nested-entries .entry-head > .number { grid-area: 1 / 1; padding-block-start: 0.7rem; }
.nested-entries .entry-head > .tools { grid-area: 1 / 3; padding-block-start: 0.25rem; }
.nested-entries .entry > .form { grid-area: 1 / 2; }
.nested-entries .entry > .form > .text:first-child > .label { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; }
.nested-entries .entry > .more > summary { min-block-size: 2rem; font-size: 0.875em; }
.nested-entries ol.entries { gap: calc(1.5 * var(--_space)); }
.nested-entries > .add { padding-inline-start: 1.5rem; }
.nested { margin-block-start: 0; }
.number { color: var(--_muted); font-variant-numeric: tabular-nums; }
.fact { display: flex; gap: calc(3 * var(--_space)); align-items: start; padding-block: calc(2 * var(--_space)); border-block-end: 1px solid var(--_border); }
.fact > :first-child { flex: 1; min-inline-size: 0; }
.special-day { display: grid; grid-template-columns: minmax(8rem, 1fr) minmax(0, 2fr); gap: calc(3 * var(--_space)); align-items: center; overflow-wrap: anywhere; }
.alias { display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)); }
.alias > input { flex: 1 1 8rem; min-inline-size: 0; }
.right { color: var(--_low); font-weight: 650; }
.failed { color: var(--_critical); font-weight: 650; }

/* Findings. */
.findings { display: grid; gap: calc(2 * var(--_space)); padding: 0; list-style: none; }
.finding { padding: calc(2 * var(--_space)) calc(3 * var(--_space)); border-inline-start: 4px solid var(--_border-strong); background: var(--_surface); font-size: 0.9em; overflow-wrap: anywhere; }
.finding.error { border-color: var(--_critical); }
.finding.warning { border-color: var(--_high); border-inline-start-style: double; }
.finding .level { font-weight: 650; }
.finding.error .level { color: var(--_critical); }
.finding.warning .level { color: var(--_high); }
.fix { min-block-size: 2rem; margin-inline-start: calc(2 * var(--_space)); padding-block: 0; padding-inline: calc(3 * var(--_space)); font-size: 0.95em; }

/* Tables of targets and of rules. */
.scroll { position: relative; overflow-x: auto; }
.grid { inline-size: 100%; border-collapse: collapse; }
.grid caption { padding-block: calc(2 * var(--_space)); font-weight: 650; text-align: start; }
.grid :is(th, td) { padding: calc(2 * var(--_space)); border: 1px solid var(--_border); text-align: start; vertical-align: top; }
.grid thead th { background: var(--_surface); font-size: 0.9em; vertical-align: bottom; }
.grid tbody th { font-weight: 600; }
.grid td { min-inline-size: 10.5rem; }
.severity { display: inline-flex; gap: calc(2 * var(--_space)); align-items: baseline; padding-block-start: calc(2 * var(--_space)); }
.target { padding-inline: calc(2 * var(--_space)); font-size: 0.9375em; }
.target.empty { border-style: dashed; }
td > .findings { margin-block-start: calc(2 * var(--_space)); }
.small-select { min-block-size: 2.25rem; margin-block-start: var(--_space); padding-block: 0; border-color: var(--_border); color: var(--_muted); font-size: 0.85em; }
.special { color: var(--_muted); font-size: 0.85em; }
.rules th.number { inline-size: 3.5rem; }
.rules th.number .icon { min-block-size: 2.75rem; font-variant-numeric: tabular-nums; }
.detail-row td { padding: calc(3 * var(--_space)); background: var(--_surface); }
.detail-row .actions { align-self: end; }
.rules .cell { justify-content: start; inline-size: 100%; padding-inline: calc(3 * var(--_space)); border-color: var(--_border); color: var(--_text); font-weight: 500; text-align: start; }
.rules .cell.any { color: var(--_muted); font-weight: 400; }
.rule.wrong > * { border-block-color: var(--_high); }
.rule.wrong > th.number .icon { border-color: var(--_high); color: var(--_high); font-weight: 650; }
.finding-row td { padding: 0; border: 0; }
.rules tr > td:first-child { min-inline-size: 0; }
.finding-row td > * { margin-block-end: calc(3 * var(--_space)); }
.gap > * { border-color: var(--_critical) !important; background: color-mix(in oklab, var(--_critical) 9%, var(--_background)); padding-block: calc(3.5 * var(--_space)) !important; }
.gap-mark { color: var(--_critical); font-weight: 650; white-space: nowrap; }
.gap select { margin-block: calc(-1.5 * var(--_space)); border-color: var(--_critical); }
.popup { display: block; }
.panel {
  display: grid; gap: 0; margin-block-start: var(--_space); padding: calc(2 * var(--_space)) calc(3 * var(--_space)); border: 1px solid var(--_border-strong);
  border-radius: var(--_radius); background: var(--_background); white-space: normal;
}
.panel .link { justify-self: start; min-block-size: 2.25rem; }

/* The week. */
.week { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(2 * var(--_space)); }
.day { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: var(--_space) calc(3 * var(--_space)); align-items: center; }
.day > label { font-weight: 500; }
.day > input { grid-column: 2; }
.day > .fault { grid-column: 2; }
.drawing {
  display: block; inline-size: 100%; block-size: 1.75rem; padding: 0; border: 0; border-radius: var(--_radius); background: none; cursor: crosshair; touch-action: pan-y; overflow: hidden; }
.drawing .tick { stroke: var(--_background); stroke-width: 6; }
.drawing .spill { fill: var(--_accent); opacity: 0.35; }
.drawing .drawn { fill: var(--_text); opacity: 0.35; }
.hour-marks { display: none; color: var(--_muted); font-size: 0.75rem; font-variant-numeric: tabular-nums; justify-content: space-between; }
.holidays { display: grid; gap: var(--_space); padding-inline-start: 1.2em; }

/* Text and preview. */
.texts { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(4 * var(--_space)); }
.many.texts > * { content-visibility: auto; contain-intrinsic-block-size: auto 5rem; }
.code {
  display: grid; grid-template-columns: auto minmax(0, 1fr); block-size: min(70vh, 44rem); border: 1px solid var(--_border-strong); border-radius: var(--_radius);
  font: 0.8125rem / 1.6 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
.code:focus-within { outline: 2px solid var(--_accent); }
.code textarea { block-size: 100%; border: 0; outline: 0; font: inherit; field-sizing: fixed; resize: none; white-space: pre; }
.marks { overflow: hidden; padding: calc(2 * var(--_space)); background: var(--_surface); color: var(--_muted); text-align: end; }
.marks pre { margin: 0; padding-block-end: 2rem; font: inherit; }
.preview { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(4 * var(--_space)); padding: calc(4 * var(--_space)); border: 1px solid var(--_border); border-radius: calc(2 * var(--_radius)); }
.tabs { display: flex; flex-wrap: wrap; gap: var(--_space); }
.tabs button { min-block-size: 2.25rem; padding-inline: calc(2 * var(--_space)); border-color: transparent; font-size: 0.875em; font-weight: 500; }
.tabs [aria-pressed="true"] { border-color: var(--_accent); background: var(--_accent-tint); font-weight: 650; }
.embed pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: calc(3 * var(--_space)); border-radius: var(--_radius); background: var(--_surface); font-size: 0.8125rem; line-height: 1.6; }
.embed { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(3 * var(--_space)); }
.description article { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(3 * var(--_space)); margin-block-start: calc(3 * var(--_space)); overflow-x: auto; }
.description table { inline-size: 100%; border-collapse: collapse; font-size: 0.9em; }
.description :is(th, td) { padding: calc(2 * var(--_space)) calc(3 * var(--_space)) calc(2 * var(--_space)) 0; border-block-end: 1px solid var(--_border); text-align: start; vertical-align: baseline; }
.description caption { text-align: start; font-weight: 600; }
.description dt { font-weight: 600; }
.description :is(ul, ol) { padding-inline-start: 1.4em; }
.description :is(.severity) { padding: 0; white-space: nowrap; }

@container (min-width: 40rem) {
  .day { grid-template-columns: 6.5rem minmax(0, 1fr) minmax(0, 16rem); }
  .day > input { grid-column: 3; }
  .hour-marks { display: flex; margin-inline: calc(6.5rem + 3 * var(--_space)) calc(16rem + 3 * var(--_space)); }
  .hour-marks span { inline-size: 0; display: grid; justify-content: center; }
}
@container (min-width: 56rem) {
  .builder { grid-template-columns: 13rem minmax(0, 1fr); }
  .bar { grid-column: 1 / -1; }
  .builder > .bar { position: sticky; z-index: 3; inset-block-start: 0; }
  .parts { inset-block-start: 6.5rem; max-block-size: calc(100vh - 7rem); overflow-y: auto; padding: 3px; border: 0; }
  .parts ul { display: grid; gap: var(--_space); }
  .parts button { justify-content: space-between; inline-size: 100%; min-block-size: 2.5rem; border-color: transparent; }
}
@container (min-width: 70rem) {
  .builder { grid-template-columns: 11.5rem minmax(0, 1fr) minmax(0, 22rem); }
  .beside { display: block; position: sticky; inset-block-start: 6.5rem; max-block-size: calc(100vh - 7rem); overflow-y: auto; }
  .trying .main { display: grid; }
  .parts .try { display: none; }
}
@container (min-width: 80rem) {
  .builder { grid-template-columns: 13rem minmax(0, 1fr) minmax(0, 26rem); }
}
@media (forced-colors: active) {
  .drawing .open, .picture .open { fill: Highlight; }
  .drawing .ground, .picture .ground { fill: GrayText; }
  .parts [aria-current], .chip.on, .tabs [aria-pressed="true"] { outline: 2px solid Highlight; }
}
@media print {
  .bar, .parts, .main, .tabs, .keep, .start { display: none !important; }
  .builder, .beside, .trying .beside { display: block; position: static; max-block-size: none; overflow: visible; }
  .preview { padding: 0; border: 0; }
}
`;
