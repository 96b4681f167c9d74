/** Fields of the forms: each writes one member of the document, and shows the findings about it. */

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { ownValue } from "../../text/lookup.js";
import { languageName } from "./languages.js";
import { memo, recordOf, useBuilder, useFindings } from "./context.js";
import type { Json } from "../../text/policy-json.js";
import { FindingList } from "./findings.js";

interface FieldProps {
  label: string;
  /** Pointer to the member. */
  at: string;
  hint?: string | undefined;
}

/** Shows a label, a control, a hint and the findings about a member. `children` gets the id of the control and of its description. */
export function Field({
  label,
  at,
  hint,
  reach = "at",
  children,
}: FieldProps & {
  reach?: "at" | "below";
  children: (id: string, description: string | undefined, isWrong: boolean) => ComponentChildren;
}) {
  const id = useId();
  const findings = useFindings(at, reach);
  const described = [...(hint ? [`${id}-hint`] : []), ...(findings.length > 0 ? [`${id}-findings`] : [])].join(" ");
  return (
    <div class="field" data-at={at}>
      <label for={id}>{label}</label>
      {children(
        id,
        described || undefined,
        findings.some(({ level }) => level === "error"),
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FindingList findings={findings} id={`${id}-findings`} />
    </div>
  );
}

/** A text field that keeps what is typed until it can be taken. */
export function Input({
  id,
  value,
  onValue,
  describedBy,
  isWrong = false,
  ...rest
}: {
  id?: string | undefined;
  value: string;
  onValue(value: string): void;
  describedBy?: string | undefined;
  isWrong?: boolean;
  label?: string;
  lang?: string;
  list?: string;
  placeholder?: string;
  inputMode?: "numeric" | "decimal" | "tel" | "url";
  class?: string;
}) {
  const { label, lang, list, placeholder, inputMode, class: name } = rest;
  return (
    <input
      id={id}
      class={name}
      type="text"
      value={value}
      lang={lang}
      list={list}
      placeholder={placeholder}
      inputMode={inputMode}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={isWrong || undefined}
      autocomplete="off"
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
}

/** A plain text, such as a version; an empty one removes the member, unless it is required. */
export const LineField = memo(function LineField({
  label,
  at,
  hint,
  value,
  isRequired = false,
  placeholder,
}: FieldProps & { value: Json | undefined; isRequired?: boolean; placeholder?: string | undefined }) {
  const { editor } = useBuilder();
  return (
    <Field label={label} at={at} hint={hint}>
      {(id, describedBy, isWrong) => (
        <Input
          id={id}
          value={typeof value === "string" ? value : ""}
          {...(placeholder === undefined ? {} : { placeholder })}
          describedBy={describedBy}
          isWrong={isWrong}
          onValue={(text) => editor.set(at, text === "" && !isRequired ? undefined : text)}
        />
      )}
    </Field>
  );
});

/** A number; an empty field removes the member. */
export const NumberField = memo(function NumberField({
  label,
  at,
  hint,
  value,
}: FieldProps & { value: Json | undefined }) {
  const { editor } = useBuilder();
  const [text, setText] = useState(String(value ?? ""));
  useEffect(() => {
    if (Number(text.replace(",", ".")) !== value) setText(String(value ?? ""));
  }, [value]);
  return (
    <Field label={label} at={at} hint={hint}>
      {(id, describedBy, isWrong) => (
        <Input
          id={id}
          class="short"
          inputMode="decimal"
          value={text}
          describedBy={describedBy}
          isWrong={isWrong}
          onValue={(typed) => {
            setText(typed);
            const number = Number(typed.replace(",", "."));
            if (typed.trim() === "") editor.set(at, undefined);
            else if (Number.isFinite(number)) editor.set(at, number);
          }}
        />
      )}
    </Field>
  );
});

/** Yes or no; no removes the member. */
export const FlagField = memo(function FlagField({ label, at, hint, value }: FieldProps & { value: Json | undefined }) {
  const { editor } = useBuilder();
  const id = useId();
  return (
    <div class="field flag" data-at={at}>
      <label>
        <input
          type="checkbox"
          checked={value === true}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => editor.set(at, event.currentTarget.checked || undefined)}
        />
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
});

/** One of a few values; `none` removes the member. */
export const ChoiceField = memo(function ChoiceField({
  label,
  at,
  hint,
  value,
  options,
  none,
}: FieldProps & {
  value: Json | undefined;
  options: readonly { id: string; name: string }[];
  none?: string | undefined;
}) {
  const { editor } = useBuilder();
  const chosen = typeof value === "string" ? value : "";
  const isUnknown = chosen !== "" && !options.some(({ id }) => id === chosen);
  return (
    <Field label={label} at={at} hint={hint}>
      {(id, describedBy, isWrong) => (
        <select
          id={id}
          value={chosen}
          aria-describedby={describedBy}
          aria-invalid={isWrong || undefined}
          onChange={(event) => editor.set(at, event.currentTarget.value || undefined)}
        >
          {(none !== undefined || chosen === "") && <option value="">{none ?? "—"}</option>}
          {isUnknown && <option value={chosen}>{chosen}</option>}
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
});

/** Some of a few values, in the order of the options; none of them removes the member, unless an empty list means something. */
export const SeveralField = memo(function SeveralField({
  label,
  at,
  hint,
  value,
  options,
  any,
}: FieldProps & {
  value: Json | undefined;
  options: readonly { id: string; name: string }[];
  /** Text for no choice, which stands for all. */
  any?: string | undefined;
}) {
  const { editor } = useBuilder();
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const known = options.map(({ id }) => id);
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
    const ordered = [...known.filter((each) => next.includes(each)), ...next.filter((each) => !known.includes(each))];
    editor.set(at, ordered.length === 0 ? undefined : ordered);
  };
  const unknown = chosen.filter((id) => !known.includes(id)).map((id) => ({ id, name: id }));
  const findings = useFindings(at, "below");
  return (
    <fieldset class="field several" data-at={at}>
      <legend>{label}</legend>
      <div class="chips">
        {[...options, ...unknown].map(({ id, name }) => (
          <label key={id} class={chosen.includes(id) ? "chip on" : "chip"}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {name}
          </label>
        ))}
        {any !== undefined && chosen.length === 0 && <span class="muted">{any}</span>}
      </div>
      {hint && <p class="hint">{hint}</p>}
      <FindingList findings={findings} />
    </fieldset>
  );
});

/** A text in every language of the policy, side by side; a language without one is marked. */
export const TextField = memo(function TextField({
  label,
  at,
  hint,
  value,
  isLong = false,
  isRequired = false,
}: FieldProps & { value: Json | undefined; isLong?: boolean | undefined; isRequired?: boolean | undefined }) {
  const { editor, languages, m, language: shown } = useBuilder();
  const id = useId();
  const findings = useFindings(at, "below");
  const texts = recordOf<Json>(value);
  const hasText = languages.some((language) => typeof texts[language] === "string" && texts[language] !== "");
  const others = Object.keys(texts).filter((language) => !languages.includes(language));
  const write = (language: string, text: string) => {
    const next = text === "" ? without(texts, language) : { ...texts, [language]: text };
    const isEmpty = Object.keys(next).length === 0;
    editor.set(at, isEmpty && !isRequired ? undefined : (next as Json));
  };
  const shownFindings = findings.filter(({ code }) => code !== "missing-translation");
  const isAlone = languages.length === 1 && others.length === 0;
  return (
    <div class="field text" data-at={at} role="group" aria-labelledby={`${id}-label`}>
      <span class="label" id={`${id}-label`}>
        {label}
      </span>
      <div class="languages">
        {[...languages, ...others].map((language) => {
          const text = ownValue(texts, language);
          const isMissing =
            (text === undefined || text === "") && (hasText || isRequired) && languages.includes(language);
          const name = isAlone ? label : `${label}, ${languageName(language, shown)}`;
          const common = {
            lang: language,
            value: typeof text === "string" ? text : "",
            "aria-label": name,
            "aria-describedby": isMissing ? `${id}-missing-${language}` : hint ? `${id}-hint` : undefined,
            class: isMissing ? "missing" : undefined,
            autocomplete: "off",
            spellcheck: true,
          } as const;
          return (
            <div key={language} class="language">
              {isLong ? (
                <textarea {...common} rows={2} onInput={(event) => write(language, event.currentTarget.value)} />
              ) : (
                <input type="text" {...common} onInput={(event) => write(language, event.currentTarget.value)} />
              )}
              {!isAlone && (
                <span class="tag" aria-hidden="true">
                  {language.slice(0, 2)}
                </span>
              )}
              {isMissing && (
                <span class="missing-mark" id={`${id}-missing-${language}`}>
                  {m.missing}
                </span>
              )}
            </div>
          );
        })}
      </div>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FindingList findings={shownFindings} />
    </div>
  );
});

/** Returns a record without one member. */
export const without = <Value,>(record: Record<string, Value>, key: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** A field to add an entry by its name: Enter adds it, and the field waits for the next one. */
export function AddField({
  label,
  button,
  placeholder,
  onAdd,
}: {
  label: string;
  button: string;
  placeholder?: string;
  onAdd(name: string): void;
}) {
  const [name, setName] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const add = () => {
    if (name.trim() === "") field.current?.focus();
    else onAdd(name.trim());
    setName("");
    field.current?.focus();
  };
  return (
    <div class="add">
      <input
        ref={field}
        type="text"
        value={name}
        aria-label={label}
        placeholder={placeholder ?? label}
        autocomplete="off"
        onInput={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.isComposing) return;
          event.preventDefault();
          add();
        }}
      />
      <button type="button" onClick={add}>
        {button}
      </button>
    </div>
  );
}

/** A part that is folded away at first; its content is drawn once it is open. */
export function Fold({ title, isOpen, children }: { title: string; isOpen: boolean; children: ComponentChildren }) {
  const [isUnfolded, setUnfolded] = useState(isOpen);
  return (
    <details class="layer" open={isUnfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isUnfolded && children}
    </details>
  );
}
