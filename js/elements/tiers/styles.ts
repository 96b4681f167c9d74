export const styles = `
.tiers { display: grid; grid-template-columns: minmax(0, 1fr); gap: calc(10 * var(--_space)); }
.filters { display: flex; flex-wrap: wrap; gap: calc(4 * var(--_space)) calc(6 * var(--_space)); }
.filters { align-items: end; }
.filters .field { flex: 1 1 14rem; min-inline-size: 0; max-inline-size: 24rem; }
.filters select { inline-size: 100%; }
.filters label { font-weight: 500; font-size: 0.9375em; }
section > h2 { margin-block-end: calc(3 * var(--_space)); }
section > p { max-inline-size: 68ch; }
.scroll { overflow-x: auto; margin-block-start: calc(5 * var(--_space)); }
table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { margin-block-end: calc(3 * var(--_space)); text-align: start; font-weight: 650; }
th, td { padding: calc(2.5 * var(--_space)) calc(3 * var(--_space)); border-block-end: 1px solid var(--_border); text-align: start; vertical-align: top; }
thead th { border-block-end: 2px solid var(--_border-strong); vertical-align: bottom; }
th[scope="row"] { min-inline-size: min(15rem, 45vi); font-weight: 500; }
th[scope="rowgroup"] { padding-block-start: calc(7 * var(--_space)); font-size: 1.1em; }
td.state { white-space: nowrap; }
.cell { display: inline-flex; gap: calc(2 * var(--_space)); align-items: baseline; }
.cell svg { flex: none; position: relative; inset-block-start: 0.1em; inline-size: 0.9em; block-size: 0.9em; }
.cell.included svg { color: var(--_low); }
.cell.conditional svg { color: var(--_medium); }
.cell.excluded { color: var(--_muted); }
.notes { display: block; margin-block-start: var(--_space); color: var(--_muted); font-size: 0.875em; font-weight: 400; }
details { font-size: 0.9375em; }
summary { cursor: pointer; display: list-item; font-size: 1.0667em; }
summary:hover { color: var(--_accent-strong); }
details > p { margin-block: calc(2 * var(--_space)); color: var(--_muted); font-weight: 400; max-inline-size: 52ch; }
@media (max-width: 40rem) {
  th, td { padding-inline: 0 calc(2 * var(--_space)); }
  [part="features"] { table-layout: fixed; }
  [part="features"] thead th:first-child { inline-size: 40%; }
  [part="features"] thead th:not(:first-child) { padding-inline-end: var(--_space); font-size: 0.75em; overflow-wrap: anywhere; }
  th[scope="row"] { min-inline-size: 0; overflow-wrap: anywhere; }
  .state .word { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .cell { position: relative; }
  .cell svg { inline-size: 1.15em; block-size: 1.15em; }
}
.yours { background: var(--_accent-tint); }
`;
