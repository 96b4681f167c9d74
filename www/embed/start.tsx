/** Five lines: an element with its attributes. */

import { useState } from "preact/hooks";
import { Code, element, headerFor, startTag } from "./code.js";
import { type ExampleProps, LiveElement } from "./example.js";
import { Fields, Select, Text } from "./fields.js";
type Kind = "wizard" | "calculator" | "table";

export function Start({ messages, language, offers }: ExampleProps) {
  const { example, fields } = messages;
  const [kind, setKind] = useState<Kind>("wizard");
  const [lang, setLang] = useState("");
  const [theme, setTheme] = useState("");
  const [engine, setEngine] = useState("auto");
  const [phone, setPhone] = useState("+1 514 555-0100");
  const [tier, setTier] = useState("premium");
  const [sale, setSale] = useState("");
  const tag = `slo-${kind}`;
  const attributes = { lang, theme, engine: engine === "auto" ? "" : engine, phone, tier, sale };
  const code = [
    `${startTag("script", { type: "module", src: `case-slo/elements/define-${kind}.js` })}</script>`,
    element(tag, attributes, `<p>${messages.static.fallback}</p>`),
  ].join("\n\n");
  return (
    <>
      <Fields legend={example.try}>
        <Select
          label={fields.element}
          value={kind}
          options={Object.entries(fields.elements)}
          onChange={(value) => setKind(value as Kind)}
        />
        <Select
          label={fields.language}
          value={lang}
          options={[
            ["", example.unset],
            ["fr-CA", "Français"],
            ["en", "English"],
          ]}
          onChange={setLang}
        />
        <Select
          label={fields.theme}
          value={theme}
          options={[["", example.unset], ...Object.entries(fields.themes)]}
          onChange={setTheme}
        />
        <Select label={fields.engine} value={engine} options={Object.entries(fields.engines)} onChange={setEngine} />
        <Select label={fields.tier} value={tier} options={[["", example.none], ...offers.tiers]} onChange={setTier} />
        <Select label={fields.sale} value={sale} options={[["", example.none], ...offers.sales]} onChange={setSale} />
        <Text label={fields.phone} value={phone} onChange={setPhone} />
      </Fields>
      <Code messages={messages} label={example.page} text={code} />
      <Code messages={messages} label={example.header} text={headerFor({ wasm: engine !== "js" })} />
      <LiveElement
        label={example.live}
        tag={tag}
        attributes={{ ...attributes, lang: lang || language, permalink: kind === "wizard" ? "off" : undefined }}
      />
    </>
  );
}
