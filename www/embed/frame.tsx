/** Example of the page in an iframe with the script around it, and the events that the portal receives. */

import { useState } from "preact/hooks";
import { Code, element, headerFor, startTag } from "./code.js";
import { EventList, type ExampleProps, LiveElement } from "./example.js";
import { Check, ElementField, type ElementName, Fields, Select, ThemeField, TierField } from "./fields.js";

const events = ["slo-ready", "slo-step", "slo-classified", "slo-change", "slo-error"] as const;
/** Number of events in the list. */
const most = 6;

const sandbox = "allow-scripts allow-popups allow-downloads";

export function Frame({ messages, language, base, offers }: ExampleProps) {
  const { example, fields, frame: words } = messages;
  const [kind, setKind] = useState<ElementName>("wizard");
  const [lang, setLang] = useState<string>(language);
  const [theme, setTheme] = useState("");
  const [tier, setTier] = useState("premium");
  const [inSandbox, setInSandbox] = useState(true);
  const [heard, setHeard] = useState<string[]>([]);
  const attributes = { element: kind === "wizard" ? "" : kind, lang, theme, tier };
  const iframe = `${startTag("iframe", {
    src: "https://slo.example.com/frame.html",
    sandbox: inSandbox ? sandbox : undefined,
    allow: "clipboard-write",
  })}</iframe>`;
  const code = [`<script src="frame-host.js" defer></script>`, element("slo-frame", attributes, iframe)].join("\n\n");
  const inside = (): Node => {
    const made = document.createElement("iframe");
    if (inSandbox) made.setAttribute("sandbox", sandbox);
    made.allow = "clipboard-write";
    made.src = new URL(`${base}frame.html`, location.href).href;
    return made;
  };
  return (
    <>
      <div class="settings">
        <Fields legend={example.try}>
          <ElementField messages={messages} value={kind} onValue={setKind} />
          <Select
            label={fields.language}
            value={lang}
            options={[
              ["fr-CA", "Français"],
              ["en", "English"],
            ]}
            onChange={setLang}
          />
          <ThemeField messages={messages} value={theme} onValue={setTheme} />
          <TierField messages={messages} offers={offers} value={tier} onValue={setTier} />
          <Check label={words.inSandbox} checked={inSandbox} onChange={setInSandbox} />
        </Fields>
        <div class="heard live-only">
          <EventList heading={words.heard} nothing={words.nothingYet} lines={heard} />
        </div>
      </div>
      <div class="outcome">
        <LiveElement
          key={String(inSandbox)}
          label={example.live}
          tag="slo-frame"
          attributes={attributes}
          inside={inside}
          onElement={(element) => {
            for (const type of events) {
              element.addEventListener(type, ({ detail }) =>
                setHeard((before) => [...before, `${type} ${JSON.stringify(detail)}`].slice(-most)),
              );
            }
          }}
        />
        <Code messages={messages} label={example.page} text={code} />
        <Code
          messages={messages}
          label={words.portal}
          text={headerFor({ wasm: false, connects: false, frames: "https://slo.example.com" })}
        />
        <Code
          messages={messages}
          label={words.framed}
          text={headerFor({
            wasm: true,
            connects: false,
            framedBy: "https://portal.example.com",
            ...(inSandbox ? { own: "https://slo.example.com" } : {}),
          })}
        />
      </div>
    </>
  );
}
