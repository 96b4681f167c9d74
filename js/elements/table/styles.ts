export const styles = `
.table { display: grid; gap: calc(8 * var(--_space)); }
.scroll { overflow-x: auto; }
table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { margin-block-end: calc(3 * var(--_space)); text-align: start; font-weight: 650; }
th, td { padding: calc(3 * var(--_space)); border-block-end: 1px solid var(--_border); text-align: start; vertical-align: baseline; }
thead th { border-block-end: 2px solid var(--_border-strong); }
thead th:not(:first-child) { min-inline-size: 8em; }
.severity { display: inline-flex; gap: calc(2 * var(--_space)); align-items: baseline; white-space: nowrap; }
.nothing { color: var(--_muted); }
dl { display: grid; gap: calc(4 * var(--_space)); margin-block-start: calc(4 * var(--_space)); max-inline-size: 68ch; }
dt { display: flex; gap: calc(3 * var(--_space)); align-items: baseline; font-weight: 600; }
dt .muted { font-weight: 400; }
`;
