/** CSS of the comparison of tiers for a case, also used by `<slo-intake>`. */
export const compareStyles = `
.compare .scroll { overflow-x: auto; }
.compare table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
.compare caption { margin-block-end: calc(2 * var(--_space)); padding: 0; text-align: start; color: var(--_text); font-weight: 650; }
.compare tr > th, .compare tr > td { padding: calc(2.5 * var(--_space)) calc(3 * var(--_space)); border-block-end: 1px solid var(--_border); text-align: start; vertical-align: top; color: var(--_text); }
.compare thead th { position: static; background: none; border-block-end: 2px solid var(--_border-strong); vertical-align: bottom; }
.compare th[scope="row"] { font-weight: 500; }
.compare td strong { display: block; }
.compare tr > td.nothing { color: var(--_muted); }
.compare .yours { background: var(--_accent-tint); }
.compare .notes { display: block; color: var(--_muted); font-size: 0.875em; font-weight: 400; }
`;
