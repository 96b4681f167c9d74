/**
 * Style sheets of the elements. They are adopted, never written into the page: a strict style-src needs no exception. The header of `SloElement` describes the tokens.
 */

const sheets = new Map<string, CSSStyleSheet>();

/** Returns the style sheet of a CSS text, created once for all elements of the page. */
export function sheetOf(css: string): CSSStyleSheet {
  let sheet = sheets.get(css);
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  return sheet;
}

/**
 * Design tokens and CSS of every element. Without the attribute `theme`, the color-scheme of the page decides between light and
 * dark.
 */
export const common = `
:host {
  display: block;
  --_text: var(--slo-color-text, light-dark(#191d22, #e6e9ed));
  --_muted: var(--slo-color-muted, light-dark(#4c545d, #a8b1bb));
  --_background: var(--slo-color-background, light-dark(#fff, #14181d));
  --_surface: var(--slo-color-surface, light-dark(#f5f6f8, #1c222a));
  --_border: var(--slo-color-border, light-dark(#d8dde2, #323a43));
  --_border-strong: var(--slo-color-border-strong, light-dark(#7f8892, #7f8994));
  --_accent: var(--slo-color-accent, light-dark(#0353a8, #85bbfc));
  --_accent-strong: var(--slo-color-accent-strong, color-mix(in oklab, var(--_accent) 70%, var(--_text)));
  --_accent-tint: var(--slo-color-accent-tint, color-mix(in oklab, var(--_accent) 9%, var(--_background)));
  --_on-accent: var(--slo-color-on-accent, light-dark(#fff, #0c1520));
  --_critical: var(--slo-color-critical, light-dark(#b3171d, #ff8f89));
  --_high: var(--slo-color-high, light-dark(#ac4700, #ffad70));
  --_medium: var(--slo-color-medium, light-dark(#765a00, #e3c154));
  --_low: var(--slo-color-low, light-dark(#29684a, #82cda2));
  --_radius: var(--slo-radius, 0.25rem);
  --_space: var(--slo-space, 0.25rem);
  color: var(--_text);
  font-family: var(--slo-font, inherit);
  line-height: 1.55;
  text-align: start;
}
:host([hidden]) { display: none; }
:host([theme="auto"]) { color-scheme: light dark; background: var(--_background); }
:host([theme="light"]) { color-scheme: light; background: var(--_background); }
:host([theme="dark"]) { color-scheme: dark; background: var(--_background); }
:host([theme="momentum"]) {
  color-scheme: light; background: var(--_background);
  --_accent: var(--slo-color-accent, #1170cf);
  --_accent-strong: var(--slo-color-accent-strong, #0353a8);
  --_radius: var(--slo-radius, 0.5rem);
}
/* On a page from right to left each text keeps the direction of its own language; numbers to dial, and pictures, theirs. */
:host(:dir(rtl)), :host(:dir(rtl)) :is(caption, th, td) { text-align: right; }
:host(:dir(rtl)) * { unicode-bidi: plaintext; }
:host(:dir(rtl)) :is(svg, [href^="tel"]) { direction: ltr; unicode-bidi: isolate; }
*, *::before, *::after { box-sizing: border-box; }
h2, h3, p, ul, ol, dl, dd, fieldset, legend, table { margin: 0; padding: 0; }
fieldset { border: 0; min-inline-size: 0; }
h2, h3 { line-height: 1.2; letter-spacing: -0.012em; overflow-wrap: break-word; text-wrap: balance; }
h2 { font-size: 1.44em; font-weight: 650; }
h3 { font-size: 1.2em; font-weight: 650; }
p { text-wrap: pretty; }
a { color: var(--_accent); text-underline-offset: 0.18em; text-decoration-thickness: 1px; overflow-wrap: anywhere; }
a:hover { color: var(--_accent-strong); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; border-radius: 2px; }
[tabindex="-1"]:focus { outline: none; }
button, .button {
  display: inline-flex; align-items: center; justify-content: center;
  min-block-size: 2.75rem; padding: calc(2 * var(--_space)) calc(5 * var(--_space));
  border: 1px solid var(--_border-strong); border-radius: var(--_radius);
  background: transparent; color: var(--_accent); font: inherit; font-weight: 600; line-height: 1.2;
  text-align: center; text-decoration: none; cursor: pointer;
}
button:hover, .button:hover { border-color: var(--_accent); background: var(--_accent-tint); color: var(--_accent-strong); }
.primary { border-color: var(--_accent); background: var(--_accent); color: var(--_on-accent); }
.primary:hover { border-color: var(--_accent-strong); background: var(--_accent-strong); color: var(--_on-accent); }
button.link {
  display: inline; min-block-size: 0; padding: 0; border: 0; background: none;
  font-weight: inherit; text-decoration: underline; text-underline-offset: 0.18em; text-decoration-thickness: 1px;
}
button.link.target, a.target { display: inline-flex; align-items: center; min-block-size: 2.75rem; }
.actions { display: flex; flex-wrap: wrap; gap: calc(3 * var(--_space)); align-items: center; }
.muted { color: var(--_muted); }
.small { font-size: 0.8333em; }
.hidden {
  position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.mark { flex: none; inline-size: 0.8em; block-size: 0.8em; }
.level-1 { color: var(--_critical); }
.level-2 { color: var(--_high); }
.level-3 { color: var(--_medium); }
.level-4 { color: var(--_low); }
.level-5 { color: var(--_muted); }
.failure { margin-block-end: calc(3 * var(--_space)); }
.failure ~ ul { margin-block-end: calc(4 * var(--_space)); padding-inline-start: 1.4em; }
.unbroken { white-space: nowrap; }
.whole, a[href^="tel:"]:not(.button) { display: inline-block; }
.figure { font-variant-numeric: tabular-nums; }
.cite { position: relative; font-size: 0.75em; vertical-align: 0.25em; font-variant-numeric: tabular-nums; color: var(--_muted); }
.cite a { padding: 6px 5px; margin-inline: -3px; color: inherit; text-decoration-style: dotted; white-space: nowrap; }
label { cursor: pointer; }
.field { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--_space); }
.field > label { font-weight: 600; }
select, input:not([type="radio"]) {
  min-block-size: 2.75rem; max-inline-size: 100%; padding: calc(2 * var(--_space)) calc(3 * var(--_space));
  border: 1px solid var(--_border-strong); border-radius: var(--_radius);
  background: var(--_background); color: inherit; font: inherit;
}
/* Large text on a phone: a long word breaks rather than widening the page. */
@media (max-width: 40rem) {
  :host { overflow-wrap: anywhere; }
  table { overflow-wrap: break-word; }
}
@media (forced-colors: active) {
  .mark { color: CanvasText; }
  .primary { border-width: 2px; }
}
@media print {
  .no-print { display: none !important; }
}
`;
