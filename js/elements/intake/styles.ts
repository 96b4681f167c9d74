export const styles = `
.intake { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(10 * var(--_space)); max-inline-size: 44rem; }
.intake > section > h2, .intake .advice .heading { margin-block-end: calc(3 * var(--_space)); }
.priority { padding: calc(5 * var(--_space)); border: 1px solid var(--_border); border-radius: calc(2 * var(--_radius)); background: var(--_surface); }
.verdict { display: flex; gap: calc(3 * var(--_space)); align-items: center; margin-block-end: calc(4 * var(--_space)); }
.verdict .mark { inline-size: 2rem; block-size: 2rem; }
.verdict strong { font-size: 1.44em; line-height: 1.2; }
.verdict span { display: block; }
.pair { display: flex; flex-wrap: wrap; gap: calc(4 * var(--_space)) calc(6 * var(--_space)); margin-block: calc(4 * var(--_space)); }
.pair .field { flex: 1 1 12rem; }
.overridden { padding-inline-start: calc(4 * var(--_space)); border-inline-start: 4px solid var(--_border-strong); }
fieldset.ask:not(.submission) { margin-block-start: calc(3 * var(--_space)); padding: calc(5 * var(--_space)); border: 1px solid var(--_border-strong); border-radius: calc(2 * var(--_radius)); }
legend { padding: 0; float: inline-start; inline-size: 100%; margin-block-end: calc(3 * var(--_space)); font-size: 1.1em; font-weight: 650; }
legend + * { clear: both; }
.ask > .small { margin-block-end: calc(2 * var(--_space)); }
.choice { display: flex; gap: calc(3 * var(--_space)); align-items: start; min-block-size: 2.75rem; padding-block: calc(2 * var(--_space)); border-block-start: 1px solid var(--_border); }
.choice input { inline-size: 1.2rem; block-size: 1.2rem; margin: 0.2em 0 0; accent-color: var(--_accent); flex: none; }
.choice .muted { display: block; font-size: 0.9375em; }
fieldset + .advice, [role="status"] + .advice, .advice + details { margin-block-start: calc(6 * var(--_space)); }
fieldset .actions { margin-block-start: calc(4 * var(--_space)); }
.missing:not(:empty) { padding-inline-start: calc(3 * var(--_space)); border-inline-start: 4px solid var(--_critical); color: var(--_critical); font-weight: 600; margin-block: calc(2 * var(--_space)); }
.answered { display: grid; margin-block-start: calc(4 * var(--_space)); }
.answered > div { display: flex; flex-wrap: wrap; gap: 0 calc(4 * var(--_space)); justify-content: space-between; align-items: center; padding-block: calc(2 * var(--_space)); border-block-end: 1px solid var(--_border); }
.answered dt { color: var(--_muted); flex: 1 1 16rem; font-size: 0.9375em; }
.answered dd { display: flex; gap: calc(4 * var(--_space)); align-items: center; font-weight: 500; }
.checklist { list-style: none; padding: 0 !important; }
.checklist li { display: flex; flex-wrap: wrap; gap: 0 calc(3 * var(--_space)); align-items: baseline; justify-content: space-between; border-block-end: 1px solid var(--_border); }
.checklist label { flex: 1 1 24rem; padding-block: var(--_space); display: flex; gap: calc(3 * var(--_space)); align-items: center; min-block-size: 2.75rem; }
.checklist input { inline-size: 1.2rem; block-size: 1.2rem; min-block-size: 0; margin: 0; padding: 0; accent-color: var(--_accent); flex: none; }
form.request { display: grid; gap: calc(5 * var(--_space)); }
.field .muted { font-weight: 400; }
textarea {
  inline-size: 100%; padding: calc(2 * var(--_space)) calc(3 * var(--_space)); border: 1px solid var(--_border-strong);
  border-radius: var(--_radius); background: var(--_background); color: inherit; font: inherit; resize: vertical;
}
textarea[aria-invalid="true"] { border-color: var(--_critical); border-width: 2px; }
.field > input { inline-size: 100%; }
.ticket { display: grid; }
.ticket > div { display: grid; grid-template-columns: minmax(0, 12rem) minmax(0, 1fr); gap: 0 calc(4 * var(--_space)); padding-block: calc(2 * var(--_space)); border-block-end: 1px solid var(--_border); }
.ticket dt { color: var(--_muted); font-size: 0.875em; overflow-wrap: anywhere; }
.ticket dd { display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)); justify-content: space-between; align-items: start; }
.ticket .written { flex: 1 1 12rem; max-block-size: 12rem; overflow-y: auto; overflow-wrap: anywhere; }
.ticket button { min-block-size: 2.25rem; padding: var(--_space) calc(3 * var(--_space)); }
.written { white-space: pre-wrap; }
.options { display: flex; flex-wrap: wrap; gap: calc(3 * var(--_space)) calc(6 * var(--_space)); align-items: end; margin-block: calc(4 * var(--_space)); }
.check { display: flex; gap: calc(2 * var(--_space)); align-items: center; min-block-size: 2.75rem; }
.check input { inline-size: 1.2rem; block-size: 1.2rem; min-block-size: 0; margin: 0; accent-color: var(--_accent); }
.handover .actions { margin-block-start: calc(3 * var(--_space)); }
.fix ul { padding-inline-start: 1.4em; }
.fix { padding: calc(3 * var(--_space)) calc(4 * var(--_space)); border: 1px solid var(--_border); border-inline-start: 4px solid var(--_high); border-radius: var(--_radius); margin-block: calc(4 * var(--_space)); }
.sheet { display: none; }
@media (max-width: 30rem) {
  .priority, fieldset.ask:not(.submission) { padding: calc(4 * var(--_space)); }
  .ticket > div { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  .intake > :not(.sheet) { display: none; }
  .sheet { display: grid; gap: 1.5em; font-size: 0.85em; line-height: 1.4; }
  .sheet section { display: grid; gap: 0.75em; }
  .sheet section + section { padding-block-start: 1.5em; border-block-start: 1px solid; }
  .sheet h2 { font-size: 1.3em; }
  .sheet h3 { font-size: 1em; }
  .facts > div { display: grid; grid-template-columns: 12em 1fr; gap: 1em; padding-block: 0.2em; border-block-end: 1px solid var(--_border); }
  .facts > .blank { min-block-size: 1.8em; }
}
`;
