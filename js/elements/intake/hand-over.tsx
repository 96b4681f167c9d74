import { useId, useRef, useState } from "preact/hooks";

import { intakeMessagesFor } from "../../messages/intake/index.js";
import { fieldsOf, type Template, valuesOf } from "../handover/fields.js";
import { type Known, modelOf, type Voice, voiceIn, type Written } from "../handover/model.js";
import { markdownOf, textOf } from "../handover/text.js";
import { calendarFile } from "../shared/calendar-file.js";
import { download } from "../shared/download.js";
import type { Scene } from "../shared/element.js";

interface Props {
  scene: Scene;
  facts: Known;
  written: Written;
  /** What has to be written first. */
  missing: readonly ("description" | "justification")[];
}

/** The case in the form that the ticket wants: copied, saved, sent by email, printed. */
export function HandOver({ scene, facts, written, missing }: Props) {
  const { policy, description, language, say } = scene;
  const { handover: words, form } = intakeMessagesFor(language);
  const id = useId();
  const [format, setFormat] = useState("text");
  const [isBilingual, setBilingual] = useState(false);
  const [status, setStatus] = useState("");
  const [isTried, setTried] = useState(false);
  const preview = useRef<HTMLTextAreaElement>(null);
  const problems = useRef<HTMLDivElement>(null);

  const languages = isBilingual ? policy.languages : [language];
  const systems = Object.entries(description.exports ?? {}) as [string, { name?: unknown; fields?: Template }][];
  const formats = [...(["text", "markdown", "json"] as const).map((each) => ({ id: each as string, name: words.formats[each] })), ...systems.map(([key, { name }]) => ({ id: key, name: nameOf(scene, name, key) }))];
  const content = contentIn(scene, languages, format, facts, written, systems);
  const { summary } = modelOf(scene, voiceIn(scene, language), facts, written);
  const target = facts.targets.find(({ dueAt }) => dueAt !== null);

  /** Does it, or says what is missing first. */
  const guarded = (act: () => void) => () => {
    setTried(true);
    if (missing.length === 0) act();
    else setTimeout(() => problems.current?.focus());
  };
  const copy = async () => {
    setStatus("");
    try {
      await navigator.clipboard.writeText(content);
      setStatus(words.copied);
    } catch {
      setStatus(words.refused);
      preview.current?.select();
    }
  };
  const isText = format === "text" || format === "markdown";
  return (
    <section class="handover" part="handover" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{words.heading}</h2>
      <p>{words.intro}</p>
      <div class="options">
        <div class="field">
          <label for={`${id}-format`}>{words.format}</label>
          <select id={`${id}-format`} value={format} onChange={(event) => setFormat(event.currentTarget.value)}>
            {formats.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
        {policy.languages.length > 1 && (
          <label class="check">
            <input type="checkbox" checked={isBilingual} onChange={(event) => setBilingual(event.currentTarget.checked)} />
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
        <button type="button" class="primary" onClick={guarded(() => void copy())}>
          {words.copy}
        </button>
        <button
          type="button"
          onClick={guarded(() =>
            download(`${words.fileName}.${isText ? (format === "text" ? "txt" : "md") : "json"}`, content, isText ? "text/plain" : "application/json"),
          )}
        >
          {words.save}
        </button>
        {isText && missing.length === 0 && (
          <a class="button" href={`mailto:?subject=${encodeURIComponent(summary)}&body=${encodeURIComponent(content.replaceAll("\n", "\r\n"))}`}>
            {words.mail}
          </a>
        )}
        {target?.dueAt != null && (
          <button
            type="button"
            onClick={() => {
              const voice = voiceIn(scene, language);
              const severity = say(description.severities.find(({ id: each }) => each === facts.severity)?.name);
              const event = { start: target.dueAt ?? "", title: voice.words.event(say(target.objective.name), severity), description: summary };
              download(`${words.fileName}.ics`, calendarFile([event], scene.now()), "text/calendar");
            }}
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

/** What is handed over; in several languages one after the other, the normative one first. */
function contentIn(
  scene: Scene,
  languages: readonly string[],
  format: string,
  facts: Known,
  written: Written,
  systems: readonly [string, { fields?: Template }][],
): string {
  const voices = languages.map((language) => voiceIn(scene, language));
  const model = (voice: Voice) => modelOf(scene, voice, facts, written);
  const texts = (make: typeof textOf, between: string) => voices.map((voice) => make(model(voice), voice)).join(between);
  const [text, markdown] = [texts(textOf, "\n\n————————\n\n"), texts(markdownOf, "\n\n---\n\n")];
  if (format === "text") return text;
  if (format === "markdown") return markdown;
  const models = voices.map(model);
  if (format === "json") return JSON.stringify(models.length === 1 ? models[0] : models, null, 2);
  const fields = systems.find(([key]) => key === format)?.[1].fields ?? {};
  const questions = (scene.description.context ?? []).map(({ id }) => id);
  const [first] = models;
  if (first === undefined) return "";
  const values = valuesOf(first, { text, markdown });
  // Names and reasons are told in each language; what the customer wrote stands once.
  const told = { ...values, summary: both(models, "summary"), reasons: models.map((each) => valuesOf(each, { text, markdown })["reasons"]).join("\n") };
  return JSON.stringify(fieldsOf(fields, told, questions), null, 2);
}

const both = (models: readonly { summary: string }[], key: "summary"): string => [...new Set(models.map((each) => each[key]))].join(" / ");

function nameOf({ say }: Scene, name: unknown, key: string): string {
  if (typeof name === "string") return name;
  return typeof name === "object" && name !== null ? say(name as Record<string, string>) : key;
}

/** The language without its region: "français". */
function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames(language, { type: "language" }).of(tag.split("-")[0] ?? tag) ?? tag;
}
