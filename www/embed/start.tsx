/** Five lines: an element with its attributes. */

import { useState } from "preact/hooks";
import { Code, element, headerFor, startTag } from "./code.js";
import { type ExampleProps, LiveElement } from "./example.js";
import { ElementField, type ElementName, Fields, Select, Text, ThemeField, TierField } from "./fields.js";

export function Start({ messages, language, offers }: ExampleProps) {
  const { example, fields } = messages;
  const [kind, setKind] = useState<ElementName>("wizard");
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
        <ElementField messages={messages} value={kind} onValue={setKind} />
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
        <ThemeField messages={messages} value={theme} onValue={setTheme} />
        <Select label={fields.engine} value={engine} options={Object.entries(fields.engines)} onChange={setEngine} />
        <TierField messages={messages} offers={offers} value={tier} onValue={setTier} />
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
