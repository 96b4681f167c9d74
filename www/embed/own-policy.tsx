/** A policy in the page, and the wizard with it. */

import { useEffect, useState } from "preact/hooks";
import { Code } from "./code.js";
import type { ExampleProps } from "./example.js";
import { headerFor } from "./header.js";
import { Live } from "./live.js";
import { element, jsonBlock } from "./snippet.js";
import { starterPolicy } from "./starter-policy.js";

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
  const code = [jsonBlock("care", text), element("slo-wizard", { policy: "#care" })].join("\n\n");
  return (
    <>
      <div class="field live-only">
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
      <Live label={example.live} tag="slo-wizard" attributes={{ lang: language, permalink: "off" }} policy={rested} />
      <Code messages={messages} label={example.page} text={code} />
      <Code messages={messages} label={example.header} text={headerFor({ wasm: true })} />
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
