/** The wizard as a field of a form. */

import { useRef, useState } from "preact/hooks";
import { Code, element, headerFor, moduleScript, startTag } from "./code.js";
import { type ExampleProps, LiveElement } from "./example.js";
import { Check, Fields, Text } from "./fields.js";

interface FormState {
  value: string | null;
  isValid: boolean;
  message: string;
}

type Field = HTMLElementTagNameMap["slo-wizard"];

export function OwnForm({ messages, language }: ExampleProps) {
  const { example, fields, form: words } = messages;
  const [name, setName] = useState("severity");
  const [required, setRequired] = useState(true);
  const [known, setKnown] = useState<FormState | null>(null);
  const [sent, setSent] = useState("");
  const field = useRef<Field | null>(null);
  const look = (): void => {
    const { value, validity, validationMessage } = field.current ?? {};
    setKnown({ value: value ?? null, isValid: validity?.valid ?? true, message: validationMessage ?? "" });
  };
  const attributes = { name, required, lang: language, permalink: "off" };
  const code = [
    moduleScript("wizard"),
    "",
    startTag("form", { action: "/tickets", method: "post" }),
    `  <label>${words.subject} <input name="subject"></label>`,
    `  ${element("slo-wizard", { name, required })}`,
    `  <button>${words.send}</button>`,
    `  <button type="reset">${words.reset}</button>`,
    "</form>",
  ].join("\n");
  return (
    <>
      <div class="settings">
        <Fields legend={example.try}>
          <Text label={fields.name} value={name} onChange={setName} />
          <Check
            label={fields.required}
            checked={required}
            onChange={(checked) => {
              setRequired(checked);
              setTimeout(look, 100);
            }}
          />
        </Fields>
        <table class="known live-only">
          <caption>{words.caption}</caption>
          <tbody>
            {[
              [words.rows.name, name],
              [words.rows.value, known?.value ?? ""],
              [words.rows.valid, known === null ? "" : known.isValid ? words.yes : words.no],
              [words.rows.message, known?.message ?? ""],
              [words.rows.sent, sent],
            ].map(([label = "", value = ""]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  {value === "" ? (
                    <span class="nothing">{words.nothing}</span>
                  ) : label === words.rows.valid || label === words.rows.message ? (
                    value
                  ) : (
                    <code>{value}</code>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="outcome">
        <form
          class="live-only ticket"
          onSubmit={(event) => {
            event.preventDefault();
            const data = new FormData(event.currentTarget);
            setSent([...data].map(([key, value]) => `${key}=${String(value)}`).join("&"));
            look();
          }}
          onReset={() => {
            setSent("");
            setTimeout(look, 100);
          }}
        >
          <div class="field">
            <label for="own-form-subject">{words.subject}</label>
            <input id="own-form-subject" name="subject" defaultValue={words.subjectValue} autocomplete="off" />
          </div>
          <LiveElement
            label={example.live}
            tag="slo-wizard"
            attributes={attributes}
            onElement={(element) => {
              field.current = element as Field;
              for (const type of ["slo-ready", "slo-step", "slo-classified"])
                element.addEventListener(type, () => setTimeout(look));
            }}
          />
          <div class="actions">
            <button class="button primary" type="submit">
              {words.send}
            </button>
            <button class="button" type="reset">
              {words.reset}
            </button>
          </div>
        </form>
        <Code messages={messages} label={example.page} text={code} />
        <Code messages={messages} label={example.header} text={headerFor({ wasm: true, forms: true })} folded />
      </div>
    </>
  );
}
