/** Example of a brand: custom properties, and the contrast of the colours that follow. */

import { useEffect, useRef, useState } from "preact/hooks";
import { type Token, tokens } from "../messages/embed/index.js";
import { Code, element, headerFor, moduleScript, startTag } from "./code.js";
import type { Rgb } from "../../js/page/brand.js";
import { ContrastTable, hex, paintedTokens } from "./contrast.js";
import { type ExampleProps, LiveElement } from "./example.js";
import { Colour, Fields, Range, Select } from "./fields.js";
/** The brand that the example begins with. */
const colours: Partial<Record<Token, string>> = { accent: "#0b6e4f", "on-accent": "#ffffff" };
const families: Record<string, string> = {
  page: "",
  serif: 'Georgia, "Times New Roman", serif',
  mono: "ui-monospace, Menlo, monospace",
};
/** Colours that are always visible; the others are collapsed. */
const often = 4;

export function Brand({ messages, language }: ExampleProps) {
  const { example, fields, brand } = messages;
  const [theme, setTheme] = useState("light");
  const [chosen, setChosen] = useState(colours);
  const [radius, setRadius] = useState("0.75");
  const [space, setSpace] = useState("0.25");
  const [font, setFont] = useState("page");
  const [painted, setPainted] = useState<Record<Token, Rgb> | null>(null);
  const shown = useRef<HTMLElement | null>(null);

  const look: Record<string, string> = {};
  for (const token of tokens) if (chosen[token] !== undefined) look[`--slo-color-${token}`] = chosen[token];
  if (radius !== "0.25") look["--slo-radius"] = `${radius}rem`;
  if (space !== "0.25") look["--slo-space"] = `${space}rem`;
  if (families[font]) look["--slo-font"] = families[font];

  const measure = (): void => {
    const element = shown.current;
    // The tokens exist only after the element is defined.
    if (element?.isConnected && element.shadowRoot) setPainted(paintedTokens(element));
  };
  useEffect(() => {
    const frame = requestAnimationFrame(measure);
    return () => cancelAnimationFrame(frame);
  }, [theme, JSON.stringify(look)]);

  const field = (token: Token) => (
    <Colour
      key={token}
      label={brand.colours[token]}
      value={chosen[token] ?? (painted === null ? "#000000" : hex(painted[token]))}
      onChange={(value) => setChosen({ ...chosen, [token]: value })}
    />
  );
  const rules = Object.entries(look).map(([name, value]) => `  ${name}: ${value};`);
  const code = `slo-wizard, slo-calculator, slo-table {\n${rules.join("\n")}\n}`;
  const page = [
    startTag("link", { rel: "stylesheet", href: "brand.css" }),
    moduleScript("calculator"),
    element("slo-calculator", { theme, tier: "enhanced", severity: "high" }),
  ].join("\n");
  return (
    <>
      <div class="settings">
        <Fields legend={example.try}>
          <div class="colours">{tokens.slice(0, often).map(field)}</div>
          <Select
            label={fields.theme}
            value={theme}
            options={Object.entries(fields.themes).filter(([name]) => name !== "auto")}
            onChange={setTheme}
          />
          <Select label={brand.font} value={font} options={Object.entries(brand.fonts)} onChange={setFont} />
          <Range label={brand.radius} value={radius} min={0} max={1.5} step={0.125} onChange={setRadius} />
          <Range label={brand.space} value={space} min={0.15} max={0.4} step={0.05} onChange={setSpace} />
          <details class="wide-field">
            <summary>{brand.all}</summary>
            <div class="colours">{tokens.slice(often).map(field)}</div>
          </details>
          <button
            type="button"
            class="button"
            onClick={() => {
              setChosen(colours);
              setRadius("0.75");
              setSpace("0.25");
              setFont("page");
              setTheme("light");
            }}
          >
            {brand.back}
          </button>
        </Fields>
        {painted !== null && <ContrastTable messages={messages} painted={painted} />}
      </div>
      <div class="outcome">
        <LiveElement
          label={example.live}
          tag="slo-calculator"
          attributes={{ lang: language, theme, tier: "enhanced", severity: "high" }}
          look={look}
          onElement={(element) => {
            shown.current = element;
            element.addEventListener("slo-ready", measure);
          }}
        />
        <Code messages={messages} label="brand.css" text={code} />
        <Code messages={messages} label={example.page} text={page} />
        <Code messages={messages} label={example.header} text={headerFor({ wasm: true })} folded />
      </div>
    </>
  );
}
