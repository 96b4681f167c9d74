/**
 * Style sheet of the page. It takes its colours from the tokens of the elements, so that a brand sets both at once, and shows by
 * attributes of the root: without a script there is no `data-view`, and the whole document can be read.
 */

import { viewNames } from "../messages/page.js";

/** Colour schemes and presets of the page, by the value of `--theme`. */
export const themes: Record<string, string> = {
  auto: ":root { color-scheme: light dark; }",
  light: ":root { color-scheme: light; }",
  dark: ":root { color-scheme: dark; }",
  momentum: `:root { color-scheme: light; --slo-color-accent: #1170cf; --slo-color-accent-strong: #0353a8; --slo-radius: 0.5rem; }`,
};

/** Each view shows if the root names it; the description is the document itself. */
const views = viewNames
  .filter((name) => name !== "service")
  .map((name) => `[data-view="${name}"] .view-${name}`)
  .join(", ");

export const pageStyles = `
:root {
  --text: var(--slo-color-text, light-dark(#191d22, #e6e9ed));
  --muted: var(--slo-color-muted, light-dark(#4c545d, #a8b1bb));
  --paper: var(--slo-color-background, light-dark(#fff, #14181d));
  --rule: var(--slo-color-border, light-dark(#d8dde2, #323a43));
  --rule-strong: var(--slo-color-border-strong, light-dark(#7f8892, #7f8994));
  --accent: var(--slo-color-accent, light-dark(#0353a8, #85bbfc));
  --critical: var(--slo-color-critical, light-dark(#b3171d, #ff8f89));
}
*, *::before, *::after { box-sizing: border-box; }
html {
  background: var(--paper); color: var(--text);
  font: 1rem / 1.55 var(--slo-font, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
}
body { margin: 0; }
h1, h2, h3, p, dl, dd, ul, ol, table { margin: 0; }
h1, h2, h3 { font-weight: 650; line-height: 1.2; letter-spacing: -0.012em; text-wrap: balance; }
h1 { font-size: 1.728em; }
h2 { font-size: 1.44em; }
h3 { font-size: 1.2em; }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 1px; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
[tabindex="-1"]:focus { outline: none; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -4rem; background: var(--paper); padding: 0.75rem 1rem; }
.skip:focus { inset-block-start: 0.5rem; }
.edition > * { max-inline-size: 62rem; margin-inline: auto; padding-inline: clamp(1rem, 3vw, 2rem); }
html:not([data-view]) .edition + .edition { border-block-start: 2px solid var(--rule-strong); margin-block-start: 4rem; }
.masthead { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: center; justify-content: space-between; padding-block: 0.75rem; }
.brand { display: flex; gap: 0.75rem; align-items: center; min-block-size: 2.75rem; font-size: 1.0667rem; font-weight: 650; }
.brand img { display: block; max-block-size: 2.5rem; max-inline-size: 12rem; }
nav ul { display: flex; flex-wrap: wrap; padding: 0; list-style: none; }
.languages ul, .contents ul { gap: 0 1.25rem; }
.languages a, .contents a { display: inline-flex; align-items: center; min-block-size: 2.75rem; }
.languages a[aria-current] { color: var(--text); text-decoration: none; }
.urgent { display: flex; gap: 0.75rem; align-items: baseline; padding-block: 0.75rem; }
.urgent strong { color: var(--critical); }
.urgent a { white-space: nowrap; }
.urgent svg { flex: none; inline-size: 0.9em; block-size: 0.9em; color: var(--critical); }
.views { border-block-end: 1px solid var(--rule); }
.views ul { gap: 0 clamp(0.75rem, 2.2vi, 1.75rem); }
.views button {
  min-block-size: 2.75rem; margin-block-end: -1px; padding: 0; border: solid transparent; border-width: 3px 0;
  background: none; color: var(--muted); font: inherit; font-size: 0.9375rem; cursor: pointer;
}
.views button:hover { color: var(--text); border-block-end-color: var(--rule-strong); }
.views button[aria-current] { color: var(--text); border-block-end-color: var(--accent); }
.view { display: none; }
.view, .document, .reach { padding-block: 1.5rem; }
.view > * + *, .document > * + *, .reach > * + * { margin-block-start: 1rem; }
.document > h2 { margin-block-start: 3rem; }
.document > h3 { margin-block-start: 2rem; }
.next { display: inline-flex; align-items: center; min-block-size: 2.75rem; padding: 0; border: 0; background: none; color: var(--accent); font: inherit; text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer; }
.running { padding-block-start: 1.5rem; }
.running > * + * { margin-block-start: 1rem; }
.document > p, .document dd, .document li { max-inline-size: 68ch; }
.reach { border-block-start: 1px solid var(--rule); }
table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; line-height: 1.4; }
caption { padding-block-end: 0.75rem; font-weight: 650; text-align: start; }
th, td { padding: 0.6rem 0.75rem 0.6rem 0; border-block-end: 1px solid var(--rule); font-weight: 400; text-align: start; vertical-align: baseline; }
td { overflow-wrap: anywhere; }
thead th { border-block-end: 1px solid var(--rule-strong); color: var(--muted); font-size: 0.875rem; vertical-align: bottom; }
tbody th { font-weight: 600; }
.nothing, .level, .alias, .notes, .footer { color: var(--muted); }
.level, .alias, .notes { font-weight: 400; font-size: 0.9375em; }
dl > div { padding-block: 0.6rem; border-block-start: 1px solid var(--rule); }
dt { font-weight: 600; }
.contacts > div { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 0 1.5rem; }
.clause { display: grid; grid-template-columns: 3rem minmax(0, 68ch); column-gap: 0.75rem; padding-block: 0.6rem; border-block-start: 1px solid var(--rule); }
.clause:target { box-shadow: inset 3px 0 var(--accent); padding-inline-start: 0.6rem; }
.clause-id { color: var(--muted); font-variant-numeric: tabular-nums; text-decoration: none; }
.clause-name { font-weight: 600; }
.mark { inline-size: 0.8em; block-size: 0.8em; vertical-align: -0.06em; }
.footer { padding-block: 2rem; font-size: 0.875rem; }
[data-view] .edition { display: none; }
[data-view] .edition.current { display: block; }
[data-view] .by-hand, [data-view] .contents, [data-view="service"] .live main { display: none; }
[data-view]:not([data-view="service"], [data-failed]) .document { display: none; }
${views} { display: block; }
@media (max-width: 40rem) {
  .contacts > div { display: block; }
  .objectives .mark { display: none; }
}
@media print {
  :root { color-scheme: light; }
  html { font-size: 10.5pt; }
  .skip, .languages, .views, .contents, .by-hand, .next { display: none; }
  a { color: inherit; text-decoration: none; }
  .clause, dl > div, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;
