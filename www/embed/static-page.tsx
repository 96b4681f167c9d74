/** Example of a page without a server: the complete page, to save in the folder of `case-slo.js`. */

import { useState } from "preact/hooks";
import { Code, element, headerFor, page } from "./code.js";
import { type ExampleProps, LiveElement } from "./example.js";
import { ElementField, type ElementName, Fields, Select, TierField } from "./fields.js";

export function StaticPage({ messages, language, offers }: ExampleProps) {
  const { example, fields } = messages;
  const [kind, setKind] = useState<ElementName>("table");
  const [engine, setEngine] = useState("wasm");
  const [tier, setTier] = useState("");
  const tag = `slo-${kind}`;
  const file = engine === "js" ? "case-slo-js.js" : "case-slo.js";
  // The command line can write the table and check it against the policy.
  const inside =
    kind === "table"
      ? `<!-- case-slo render objectives severities lang=${language} -->\n<!-- case-slo end -->`
      : `<p>${messages.static.fallback}</p>`;
  const code = page(
    language,
    messages.heading,
    [`<script src="${file}"></script>`, element(tag, { tier }, inside)].join("\n"),
  );
  const save = (): void => {
    const address = URL.createObjectURL(new Blob([code], { type: "text/html" }));
    Object.assign(document.createElement("a"), { href: address, download: messages.static.fileName }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1_000);
  };
  return (
    <>
      <div class="settings">
        <Fields legend={example.try}>
          <ElementField messages={messages} value={kind} onValue={setKind} />
          <Select
            label={fields.engine}
            value={engine}
            options={Object.entries(fields.engines).filter(([name]) => name !== "auto")}
            onChange={setEngine}
          />
          <TierField messages={messages} offers={offers} value={tier} onValue={setTier} />
        </Fields>
        <p class="live-only">
          <button type="button" class="button" onClick={save}>
            {messages.static.download}
          </button>
        </p>
      </div>
      <div class="outcome">
        <LiveElement
          label={example.live}
          tag={tag}
          attributes={{ lang: language, tier, permalink: kind === "wizard" ? "off" : undefined }}
        />
        <Code messages={messages} label={example.page} text={code} />
        <Code
          messages={messages}
          label={example.header}
          text={headerFor({ wasm: engine !== "js", connects: false })}
          folded
        />
      </div>
    </>
  );
}
