/** CSS of the wizard alone. */
export const styles = `
.back { margin-block-end: calc(2 * var(--_space)); }
.back::before { content: "‹"; margin-inline-end: 0.4em; }
legend { padding: 0; }
legend .progress { display: block; margin-block-end: var(--_space); }
.hint { margin-block-start: calc(2 * var(--_space)); }
.missing:not(:empty) {
  margin-block-start: calc(3 * var(--_space)); padding-inline-start: calc(3 * var(--_space));
  border-inline-start: 4px solid var(--_critical); color: var(--_critical); font-weight: 600;
}
.cards { display: grid; gap: calc(2 * var(--_space)); margin-block: calc(5 * var(--_space)); max-inline-size: 38rem; }
.card {
  display: grid; grid-template-columns: auto 1fr; gap: calc(3 * var(--_space)); align-items: start;
  min-block-size: 2.75rem; padding: calc(3 * var(--_space)) calc(4 * var(--_space));
  border: 1px solid var(--_border-strong); border-radius: var(--_radius); background: var(--_background);
}
.card:hover { border-color: var(--_accent); background: var(--_accent-tint); }
.card:has(:checked) { border-color: var(--_accent); background: var(--_accent-tint); box-shadow: inset 0 0 0 1px var(--_accent); }
.card:has(:focus-visible) { outline: 3px solid var(--_accent); outline-offset: 2px; }
.card.quiet { border-color: var(--_border); background: transparent; }
.card input { inline-size: 1.25rem; block-size: 1.25rem; margin: 0.15em 0 0; accent-color: var(--_accent); }
.card input:focus-visible { outline: none; }
.card-text { display: block; font-weight: 600; }
.card-help { display: block; font-size: 0.9375em; }
.quiet .card-text { font-weight: 500; }

.doors { display: flex; flex-wrap: wrap; gap: 0 calc(5 * var(--_space)); margin-block-end: calc(5 * var(--_space)); border-block-end: 1px solid var(--_border); }
.doors button { text-align: start; padding-inline: 0; border: 0; border-block-end: 3px solid transparent; border-radius: 0; margin-block-end: -1px; background: none; font-weight: 500; }
.doors button[aria-pressed="true"] { border-block-end-color: var(--_accent); color: var(--_text); font-weight: 600; }
@media (forced-colors: active) {
  /* The border that keeps the place would show under every door. */
  .doors button[aria-pressed="false"] { border-block-end-color: Canvas; }
}
.late-form { display: grid; gap: calc(4 * var(--_space)); justify-items: start; max-inline-size: 38rem; }
.late-form .field { min-inline-size: min(20rem, 100%); }

.frame { container-type: inline-size; }
.result { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(8 * var(--_space)); }
.answer, .rest { display: grid; grid-template-columns: minmax(0, 1fr); align-content: start; max-inline-size: 42rem; }
.answer {
  gap: calc(4 * var(--_space)); padding: calc(5 * var(--_space)); border: 1px solid var(--_border);
  border-block-start: 4px solid currentColor; border-radius: calc(2 * var(--_radius)); background: var(--_surface);
}
.answer:has(.level-1) { border-block-start-color: var(--_critical); }
.answer:has(.level-2) { border-block-start-color: var(--_high); }
.answer:has(.level-3) { border-block-start-color: var(--_medium); }
.answer:has(.level-4) { border-block-start-color: var(--_low); }
.rest { gap: calc(8 * var(--_space)); }
.rest :is(h2, h3) { font-size: 1.1em; }
.verdict { display: flex; flex-wrap: wrap; gap: calc(3 * var(--_space)); align-items: center; }
.verdict .mark { inline-size: 2.5rem; block-size: 2.5rem; }
.verdict :is(h1, h2) { margin: 0; overflow-wrap: break-word; font-size: min(2.0736em, 16cqi); line-height: 1.1; color: var(--_text); }
.verdict .level { color: var(--_muted); line-height: 1.2; }
.answer .heading { font-size: 1em; }
.unsure { padding-inline-start: calc(4 * var(--_space)); border-inline-start: 4px solid var(--_border-strong); }
.unsure ul { padding-inline-start: 1.4em; margin-block: var(--_space) calc(2 * var(--_space)); }
.unsure button { vertical-align: top; text-align: start; line-height: inherit; }
.unsure li { line-height: 1.75rem; }
.tier-due .overdue { display: block; }
.time { padding-block-start: calc(3 * var(--_space)); border-block-start: 1px solid var(--_border); display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(3 * var(--_space)); }
.definitions tr[aria-current] { background: var(--_accent-tint); }
.definitions tr > :first-child { padding-inline-start: calc(2 * var(--_space)); white-space: nowrap; vertical-align: top; }
.tiers { display: flex; flex-wrap: wrap; gap: calc(1 * var(--_space)) calc(5 * var(--_space)); }
.tiers.open { display: grid; gap: 0; }
.tiers legend { margin-block-end: var(--_space); }
.tiers legend :is(h2, h3) { font-size: 1em; }
.tier { display: flex; flex-wrap: wrap; gap: 0 calc(3 * var(--_space)); align-items: center; min-block-size: 2.75rem; }
.tiers.open .tier { padding-block: calc(2 * var(--_space)); border-block-start: 1px solid var(--_border); }
.tiers.open .tier-name { flex: 1 1 9.5em; font-weight: 600; }
.tiers.open .tier-due { flex: 4 1 13rem; }
.tier input { inline-size: 1.15rem; block-size: 1.15rem; margin: 0; accent-color: var(--_accent); }
.reasons { display: grid; gap: calc(2 * var(--_space)); }
.reasons blockquote { margin: 0; padding-inline-start: calc(4 * var(--_space)); border-inline-start: 2px solid var(--_border); }
.what-if .level { white-space: nowrap; }
.what-if .mark { vertical-align: -0.06em; }
.situation .field { margin-block-start: calc(4 * var(--_space)); }
.answered dl { display: grid; margin-block-end: calc(5 * var(--_space)); }
.answered dl > div { padding-block: calc(2 * var(--_space)); border-block-start: 1px solid var(--_border); }
.answered dl > div:last-child { border-block-end: 1px solid var(--_border); }
.answered dt { color: var(--_muted); font-size: 0.9375em; }
.answered dd { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0 calc(4 * var(--_space)); font-weight: 500; }
@container (min-width: 54rem) {
  .result { grid-template-columns: minmax(0, 22rem) minmax(0, 42rem); gap: calc(10 * var(--_space)); align-items: start; }
  .answer { position: sticky; inset-block-start: calc(4 * var(--_space)); max-block-size: calc(100dvh - 8 * var(--_space)); overflow-y: auto;
    /* A shade at the lower edge as long as more lies below it. */
    background: linear-gradient(transparent, var(--_surface) 70%) bottom / 100% 3rem no-repeat local,
      linear-gradient(transparent, var(--_border)) bottom / 100% 1.5rem no-repeat, var(--_surface);
  }
}
@media (max-width: 30rem) {
  .answer { padding: calc(4 * var(--_space)); }
  form .primary { inline-size: 100%; }
  .ready { position: sticky; inset-block-end: 0; padding-block: calc(2 * var(--_space)); background: var(--_background); box-shadow: 0 -1px var(--_border); }
  .card { scroll-margin-block-end: 5rem; }
}
@media print {
  .answer { position: static; max-block-size: none; background: none; }
  .rest .advice-know, .reasons details { display: none; }
  .result, .rest { gap: 1rem; }
  .result { font-size: 0.85em; line-height: 1.4; }
  .tiers:not(.open) .tier:not(:has(:checked)) { display: none; }
}
`;
