import { useId, useRef, useState } from "preact/hooks";

import type { Advice, ScheduledAdvice } from "../../index.js";
import { intakeMessagesFor } from "../../messages/intake.js";
import { type CaseInLanguage, contentOf, filledFields, formAddress, textFormats } from "../handover/fields.js";
import { dueEvent, fileNameOf, ifNobody } from "../handover/text.js";
import { SelectField } from "../shared/fields.js";
import type { ViewContext } from "../shared/element.js";
import { calendarFile, download, mailAddress, useCopy } from "../shared/files.js";

interface Props {
  view: ViewContext;
  /** The case in each language in which it is handed over. */
  cases: readonly CaseInLanguage[];
  /** The case in the language of the element. */
  own: CaseInLanguage;
  advice: readonly Advice[];
  schedule: readonly ScheduledAdvice[];
  /** The fields that must be filled in first. */
  missing: readonly ("description" | "justification")[];
  /** Whether the case is written in every language of the policy. */
  isBilingual: boolean;
  onBilingual(isBilingual: boolean): void;
}

/** Shows the case in the format of a ticket system, with buttons to copy, save, send and print it. */
export function HandOver({ view, cases, own, advice, schedule, missing, isBilingual, onBilingual }: Props) {
  const { policy, description, language } = view;
  const { handover: words, form } = intakeMessagesFor(language);
  const id = useId();
  const [format, setFormat] = useState("text");
  const { status, copy } = useCopy(words);
  const [isTried, setTried] = useState(false);
  const preview = useRef<HTMLTextAreaElement>(null);
  const problems = useRef<HTMLDivElement>(null);

  const formats = [
    ...textFormats.map((each) => ({ id: each as string, name: words.formats[each] })),
    ...Object.entries(description.exports ?? {}).map(([key, system]) => ({
      id: key,
      name: nameOf(view, system, key),
    })),
  ];
  const content = contentOf(description, cases, format);
  const { model, wording } = own;
  const due = dueEvent(model, wording, ifNobody(description.advice, advice, schedule, wording));
  const fileName = fileNameOf(model, words.fileName);

  /** Returns a handler that acts, or lists the missing fields first. */
  const guarded = (act: () => void) => () => {
    setTried(true);
    if (missing.length === 0) act();
    else setTimeout(() => problems.current?.focus());
  };
  const copyOrSelect = async () => {
    if (!(await copy(content))) preview.current?.select();
  };
  const isText = format === "text" || format === "markdown";
  const isSystem = Object.hasOwn(description.exports ?? {}, format);
  const address = isSystem ? formAddress(description, cases, format) : null;
  const whole = (
    <textarea ref={preview} class="preview" readOnly rows={14} aria-label={words.preview} value={content} />
  );
  return (
    <section class="handover" part="handover" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{words.heading}</h2>
      <p>{words.intro}</p>
      <div class="options">
        <SelectField label={words.format} value={format} options={formats} onValue={setFormat} />
        {policy.languages.length > 1 && (
          <label class="check">
            <input
              type="checkbox"
              checked={isBilingual}
              onChange={(event) => onBilingual(event.currentTarget.checked)}
            />
            {words.bilingual(policy.languages.map((each) => languageName(each, language)))}
          </label>
        )}
      </div>
      {isSystem ? (
        <>
          <dl class="ticket">
            {filledFields(description, cases, format).map(({ path, value }) => (
              <div key={path}>
                <dt>
                  <code>{path}</code>
                </dt>
                <dd>
                  <span class="written">{value}</span>
                  <button type="button" onClick={guarded(() => void copy(value))}>
                    {words.copy}
                    <span class="hidden"> {path}</span>
                  </button>
                </dd>
              </div>
            ))}
          </dl>
          <details>
            <summary>{words.forApi}</summary>
            {whole}
          </details>
        </>
      ) : (
        whole
      )}
      {isTried && missing.length > 0 && (
        <div ref={problems} class="fix" tabIndex={-1} role="group" aria-label={form.fix}>
          <strong>{form.fix}</strong>
          <ul>
            {missing.map((each) => (
              <li key={each}>{form.missing[each]}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="actions no-print">
        {address !== null && missing.length === 0 && (
          <a class="button primary" href={address} target="_blank" rel="noreferrer">
            {words.open(formats.find((each) => each.id === format)?.name ?? format)}
          </a>
        )}
        <button type="button" class={address === null ? "primary" : ""} onClick={guarded(() => void copyOrSelect())}>
          {isSystem ? words.copyJson : words.copy}
        </button>
        <button
          type="button"
          onClick={guarded(() =>
            download(
              `${fileName}.${isText ? (format === "text" ? "txt" : "md") : "json"}`,
              content,
              isText ? "text/plain" : "application/json",
            ),
          )}
        >
          {words.save}
        </button>
        {isText && missing.length === 0 && (
          <a class="button" href={mailAddress(undefined, model.summary, content)}>
            {words.mail}
          </a>
        )}
        {due !== null && (
          <button
            type="button"
            onClick={() => download(`${fileName}.ics`, calendarFile([due], view.now()), "text/calendar")}
          >
            {words.calendar}
          </button>
        )}
        <button type="button" onClick={guarded(() => print())}>
          {words.print}
        </button>
      </div>
      <p class="small" role="status">
        {status}
      </p>
    </section>
  );
}

/** Returns the name that the policy gives a system, else the key of its map. */
function nameOf({ say }: ViewContext, system: unknown, key: string): string {
  const name = typeof system === "object" && system !== null && "name" in system ? system.name : undefined;
  if (typeof name === "string") return name;
  return typeof name === "object" && name !== null ? say(name as Record<string, string>) : key;
}

/** Returns the name of a language without its region: "français". */
function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames(language, { type: "language" }).of(tag.split("-")[0] ?? tag) ?? tag;
}
