/** A policy in the page, and the wizard with it. */

import { useEffect, useState } from "preact/hooks";

import { Code, element, headerFor, jsonBlock, moduleScript } from "./code.js";
import { type ExampleProps, LiveElement } from "./example.js";

/** How long the text has to rest before the wizard starts on it. */
const restMilliseconds = 400;

export function OwnPolicy({ messages, language, checkPage }: ExampleProps) {
  const { example, policy: words } = messages;
  const [text, setText] = useState(starterPolicy);
  const [rested, setRested] = useState(starterPolicy);
  const isJson = isJsonText(text);
  useEffect(() => {
    const rest = setTimeout(() => isJson && setRested(text), restMilliseconds);
    return () => clearTimeout(rest);
  }, [text]);
  const code = [moduleScript("wizard"), jsonBlock("care", text), element("slo-wizard", { policy: "#care" })].join(
    "\n\n",
  );
  return (
    <>
      <div class="settings field live-only">
        <label class="label" for="own-policy">
          {words.text}
        </label>
        <textarea
          id="own-policy"
          rows={16}
          spellcheck={false}
          autocomplete="off"
          wrap="off"
          value={text}
          aria-describedby="own-policy-hint"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="hint" id="own-policy-hint">
          {words.hint}{" "}
          {words.check((link) => (
            <a href={checkPage}>{link}</a>
          ))}
        </p>
        <p class="hint problem" role="status">
          {!isJson && words.notJson}
        </p>
      </div>
      <div class="outcome">
        <LiveElement
          label={example.live}
          tag="slo-wizard"
          attributes={{ lang: language, permalink: "off" }}
          policy={rested}
        />
        <Code messages={messages} label={example.page} text={code} />
        <Code messages={messages} label={example.header} text={headerFor({ wasm: true })} folded />
      </div>
    </>
  );
}

function isJsonText(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

export const starterPolicy = `{
  "id": "acme-care",
  "version": "1.0.0",
  "title": { "fr-CA": "Service Acme", "en": "Acme Care" },
  "languages": ["fr-CA", "en"],
  "severities": [
    { "id": "urgent", "level": 1, "name": { "fr-CA": "Urgente", "en": "Urgent" } },
    { "id": "normal", "level": 2, "name": { "fr-CA": "Normale", "en": "Normal" } }
  ],
  "questions": [
    {
      "id": "orders",
      "ordered": true,
      "text": { "fr-CA": "Les commandes passent-elles?", "en": "Do orders get through?" },
      "options": [
        { "id": "all", "text": { "fr-CA": "Oui, toutes", "en": "Yes, all of them" } },
        { "id": "some", "text": { "fr-CA": "Certaines seulement", "en": "Only some" } },
        { "id": "none", "text": { "fr-CA": "Aucune", "en": "None" } }
      ]
    }
  ],
  "classification": {
    "rules": [
      { "id": "stopped", "when": { "orders": ["some", "none"] }, "severity": "urgent" },
      { "id": "running", "when": { "orders": ["all"] }, "severity": "normal" }
    ]
  },
  "tiers": [{ "id": "care", "name": { "fr-CA": "Acme", "en": "Acme" } }],
  "calendars": {
    "desk": {
      "zone": "America/Toronto",
      "weekly": {
        "mon": [["08:00", "18:00"]], "tue": [["08:00", "18:00"]], "wed": [["08:00", "18:00"]],
        "thu": [["08:00", "18:00"]], "fri": [["08:00", "18:00"]]
      }
    }
  },
  "measures": [{ "id": "initial-response", "name": { "fr-CA": "Première réponse", "en": "First response" } }],
  "objectives": [
    {
      "id": "urgent", "measure": "initial-response", "tiers": ["care"], "severities": ["urgent"],
      "target": { "within": "PT1H" }, "calendar": "desk"
    },
    {
      "id": "normal", "measure": "initial-response", "tiers": ["care"], "severities": ["normal"],
      "target": { "within": "PT8H" }, "calendar": "desk"
    }
  ]
}
`;
