import { useId, useRef, useState } from "preact/hooks";

import { intakeMessagesFor } from "../../messages/intake.js";
import { contentOf, textFormats } from "../handover/fields.js";
import {
  type CaseRecord,
  type HandoverModel,
  modelOf,
  type Wording,
  wordingIn,
  type RequestEntries,
} from "../handover/model.js";
import { dueEvent, linesOf } from "../handover/text.js";
import { SelectField } from "../shared/fields.js";
import type { ViewContext } from "../shared/element.js";
import { calendarFile, download, useCopy } from "../shared/files.js";
import { Mark, rankOf } from "../shared/marks.js";

interface Props {
  view: ViewContext;
  facts: CaseRecord;
  entries: RequestEntries;
  /** The fields that must be filled in first. */
  missing: readonly ("description" | "justification")[];
  /** Whether the case is written in every language of the policy. */
  isBilingual: boolean;
  onBilingual(isBilingual: boolean): void;
}

/** Shows the case in the format of a ticket system, with buttons to copy, save, send and print it. */
export function HandOver({ view, facts, entries, missing, isBilingual, onBilingual }: Props) {
  const { policy, description, language } = view;
  const { handover: words, form } = intakeMessagesFor(language);
  const id = useId();
  const [format, setFormat] = useState("text");
  const { status, copy } = useCopy(words);
  const [isTried, setTried] = useState(false);
  const preview = useRef<HTMLTextAreaElement>(null);
  const problems = useRef<HTMLDivElement>(null);

  const languages = isBilingual ? policy.languages : [language];
  const cases = languages.map((each) => {
    const wording = wordingIn(view, each);
    return { wording, model: modelOf(view, wording, facts, entries) };
  });
  const formats = [
    ...textFormats.map((each) => ({ id: each as string, name: words.formats[each] })),
    ...Object.entries(description.exports ?? {}).map(([key, system]) => ({
      id: key,
      name: nameOf(view, system, key),
    })),
  ];
  const content = contentOf(description, cases, format);
  const wording = wordingIn(view, language);
  const model = modelOf(view, wording, facts, entries);
  const due = dueEvent(model, wording);

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
      <textarea ref={preview} class="preview" readOnly rows={14} aria-label={words.preview} value={content} />
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
        <button type="button" class="primary" onClick={guarded(() => void copyOrSelect())}>
          {words.copy}
        </button>
        <button
          type="button"
          onClick={guarded(() =>
            download(
              `${words.fileName}.${isText ? (format === "text" ? "txt" : "md") : "json"}`,
              content,
              isText ? "text/plain" : "application/json",
            ),
          )}
        >
          {words.save}
        </button>
        {isText && missing.length === 0 && (
          <a
            class="button"
            href={`mailto:?subject=${encodeURIComponent(model.summary)}&body=${encodeURIComponent(content.replaceAll("\n", "\r\n"))}`}
          >
            {words.mail}
          </a>
        )}
        {due !== null && (
          <button
            type="button"
            onClick={() => download(`${words.fileName}.ics`, calendarFile([due], view.now()), "text/calendar")}
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

interface SheetProps {
  view: ViewContext;
  cases: readonly { wording: Wording; model: HandoverModel }[];
}

/** Shows the case for print: one page per language. */
export function Sheet({ view, cases }: SheetProps) {
  return (
    <div class="sheet">
      {cases.map(({ wording, model }) => {
        const lines = linesOf(model, wording);
        return (
          <section key={wording.language} lang={wording.language}>
            <h2>
              <Mark rank={rankOf(view.description.severities, model.severity.id)} /> {model.summary}
            </h2>
            <dl class="facts">
              {lines
                .filter(({ isParagraph }) => !isParagraph)
                .map(({ name, value }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
            </dl>
            {lines
              .filter(({ isParagraph }) => isParagraph)
              .map(({ name, value }) => (
                <div key={name}>
                  <h3>{name}</h3>
                  <p class="written">{value}</p>
                </div>
              ))}
            {model.standingText !== "" && <p class="small">{model.standingText}</p>}
          </section>
        );
      })}
    </div>
  );
}
