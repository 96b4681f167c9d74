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

.result { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(8 * var(--_space)); max-inline-size: 42rem; }
.verdict { display: flex; gap: calc(4 * var(--_space)); align-items: center; }
.verdict .mark { inline-size: 3rem; block-size: 3rem; }
.verdict h2 { font-size: 2.0736em; color: var(--_text); }
.verdict .level { color: var(--_muted); line-height: 1.2; }
.unsure { padding-inline-start: calc(4 * var(--_space)); border-inline-start: 4px solid var(--_border-strong); margin-block-start: calc(-4 * var(--_space)); }
.time {
  display: grid; gap: calc(4 * var(--_space));
  padding: calc(5 * var(--_space)); border: 1px solid var(--_border); border-radius: calc(2 * var(--_radius)); background: var(--_surface);
}
.tiers { display: flex; flex-wrap: wrap; gap: calc(1 * var(--_space)) calc(5 * var(--_space)); }
.tiers.open { display: grid; gap: 0; }
.tiers legend { margin-block-end: var(--_space); }
.tiers legend h3 { font-size: 1em; }
.tier { display: flex; flex-wrap: wrap; gap: 0 calc(3 * var(--_space)); align-items: center; min-block-size: 2.75rem; }
.tiers.open .tier { padding-block: calc(2 * var(--_space)); border-block-start: 1px solid var(--_border); }
.tiers.open .tier-name { flex: 0 0 9.5em; font-weight: 600; }
.tiers.open .tier-due { flex: 1 1 13rem; }
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
@media (max-width: 30rem) {
  .verdict h2 { font-size: 1.728em; }
  .time { padding: calc(4 * var(--_space)); }
  form .primary { inline-size: 100%; }
}
@media print {
  .result { gap: 1rem; }
  .time { background: none; }
}
`;
