/** The parts of the builder that are lists of forms, and the texts of the policy side by side. */

import { useMemo, useState } from "preact/hooks";

import { listOf, memo, recordOf, useBuilder } from "./context.js";
import { below, isObject, type Json, type JsonObject, keysOf, textsOf } from "../../text/policy-json.js";
import { EntryList, useOptions } from "./entries.js";
import { AddField, ChoiceField, LineField, NumberField, TextField, without } from "./fields.js";
import { Findings, OtherFindings } from "./findings.js";
import { knownMembers } from "./parts.js";
import { languageName, suggestedLanguages } from "./languages.js";

/** The policy as a whole: its title, its languages, and what holds for every case. */
export function PolicySection() {
  const { editor, m } = useBuilder();
  const { document } = editor;
  const source = recordOf(document["source"]);
  return (
    <>
      <Findings at="" />
      <OtherFindings at="" known={knownMembers.map((member) => member.slice(1))} />
      <div class="form">
        <TextField label={m.fields.title} at="/title" value={document["title"]} isRequired hint={m.policy.titleHint} />
        <LineField
          label={m.policy.version}
          at="/version"
          value={document["version"]}
          isRequired
          hint={m.policy.versionHint}
        />
        <LineField label={m.policy.id} at="/id" value={document["id"]} isRequired hint={m.policy.idHint} />
      </div>
      <Languages />
      <section>
        <h3>{m.policy.source}</h3>
        <p class="hint">{m.policy.sourceHint}</p>
        <div class="form">
          <TextField label={m.policy.sourceTitle} at="/source/title" value={source["title"]} />
          <LineField label={m.fields.href} at="/source/href" value={source["href"]} placeholder="https://" />
        </div>
      </section>
      <details class="more" open={document["atRisk"] !== undefined || document["onSeverityChange"] !== undefined}>
        <summary>{m.more}</summary>
        <div class="form">
          <ChoiceField
            label={m.policy.onSeverityChange}
            at="/onSeverityChange"
            value={document["onSeverityChange"]}
            options={(["from-submission", "from-change"] as const).map((id) => ({ id, name: m.policy.counts[id] }))}
            none={m.unset}
          />
          <NumberField label={m.policy.atRisk} hint={m.policy.atRiskHint} at="/atRisk" value={document["atRisk"]} />
        </div>
      </details>
    </>
  );
}

/** The languages of the policy: the first is the normative one. */
function Languages() {
  const { editor, m, language, languages, announce } = useBuilder();
  const open = suggestedLanguages.filter((tag) => !languages.includes(tag));
  return (
    <fieldset class="field" data-at="/languages">
      <legend>{m.policy.languages}</legend>
      <div class="chips">
        {languages.map((tag, index) => (
          <span class="chip on" key={tag}>
            {languageName(tag, language)}
            {index === 0 && <span class="muted"> {m.policy.normative}</span>}
            {index > 0 && (
              <button
                type="button"
                class="link"
                aria-label={`${languageName(tag, language)}: ${m.policy.makeFirst}`}
                onClick={() => editor.move("/languages", index, 0)}
              >
                {m.policy.makeFirst}
              </button>
            )}
            {languages.length > 1 && (
              <button
                type="button"
                class="icon"
                aria-label={m.removeNamed(languageName(tag, language))}
                onClick={() => {
                  editor.change((document) => withoutLanguage(document as JsonObject, tag));
                  announce(m.removed(languageName(tag, language)));
                }}
              >
                ×
              </button>
            )}
          </span>
        ))}
        <select
          aria-label={m.policy.addLanguage}
          value=""
          onChange={(event) => {
            const tag = event.currentTarget.value;
            event.currentTarget.value = "";
            if (tag !== "") editor.insert("/languages", tag);
          }}
        >
          <option value="">{m.policy.addLanguage}</option>
          {open.map((tag) => (
            <option key={tag} value={tag}>
              {languageName(tag, language)}
            </option>
          ))}
        </select>
      </div>
      <p class="hint">{m.policy.languagesHint}</p>
      <Findings at="/languages" reach="below" />
    </fieldset>
  );
}

/** Returns a document without a language and the texts in it. */
function withoutLanguage(document: JsonObject, tag: string): JsonObject {
  const cleared = (value: Json): Json => {
    if (Array.isArray(value)) return (value as readonly Json[]).map(cleared);
    if (!isObject(value)) return value;
    const isText = typeof value[tag] === "string" && Object.values(value).every((text) => typeof text === "string");
    return isText
      ? without(value as Record<string, Json>, tag)
      : Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cleared(entry)]));
  };
  const { exports: kept, ...rest } = document;
  return {
    ...(cleared(rest) as JsonObject),
    languages: listOf<string>(document["languages"]).filter((each) => each !== tag),
    ...(kept === undefined ? {} : { exports: kept }),
  };
}

/** Channels and advice. */
export function AdviceSection() {
  const { editor, m } = useBuilder();
  return (
    <>
      <section>
        <h3>{m.advice.channels}</h3>
        <p class="hint">{m.advice.channelsHint}</p>
        <EntryList entry="channel" at="/channels" value={editor.at("/channels")} template={{ kind: "phone" }} />
      </section>
      <section>
        <h3>{m.advice.advice}</h3>
        <p class="hint">{m.advice.adviceHint}</p>
        <EntryList entry="advice" at="/advice" value={editor.at("/advice")} template={{ kind: "act" }} />
      </section>
    </>
  );
}

/** Features, clauses and defined terms. */
export function TermsSection() {
  const { editor, m } = useBuilder();
  const tiers = useOptions("tiers");
  return (
    <>
      <section>
        <h3>{m.terms.features}</h3>
        <p class="hint">{m.terms.featuresHint}</p>
        <EntryList
          entry="feature"
          at="/features"
          value={editor.at("/features")}
          template={{ tier: tiers[0]?.id ?? "" }}
        />
      </section>
      <section>
        <h3>{m.terms.clauses}</h3>
        <p class="hint">{m.terms.clausesHint}</p>
        <EntryList entry="clause" at="/clauses" value={editor.at("/clauses")} template={{ text: {} }} />
      </section>
      <section>
        <h3>{m.terms.glossary}</h3>
        <Glossary />
      </section>
    </>
  );
}

/** Defined terms have no id, so a key for each is its place. */
function Glossary() {
  const { editor, m, languages } = useBuilder();
  const terms = listOf<JsonObject>(editor.at("/glossary"));
  return (
    <>
      {terms.map((term, index) => (
        <div class="entry" key={index} data-at={below("/glossary", index)}>
          <div class="form">
            <TextField label={m.fields.term} at={below("/glossary", index, "term")} value={term["term"]} isRequired />
            <TextField
              label={m.fields.text}
              at={below("/glossary", index, "text")}
              value={term["text"]}
              isLong
              isRequired
            />
          </div>
          <button type="button" onClick={() => editor.set(below("/glossary", index), undefined)}>
            {m.remove}
          </button>
        </div>
      ))}
      <AddField
        label={m.entries.term.add}
        button={m.add}
        onAdd={(name) =>
          editor.insert("/glossary", { term: Object.fromEntries([[languages[0] ?? "en", name]]), text: {} })
        }
      />
    </>
  );
}

/** From this many texts on, the browser lays out only those in sight. */
const manyTexts = 300;

/** Every text of the policy, its languages side by side. */
export function TextsSection() {
  const { editor, m, languages } = useBuilder();
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [wanted, setWanted] = useState("");
  const texts = useMemo(() => textsOf(editor.document), [editor.document]);
  const isMissing = (text: JsonObject) => languages.some((language) => !text[language]);
  // A text that is being completed stays until the reader asks anew.
  const kept = useMemo(
    () =>
      new Set(
        texts
          .filter(({ text }) => !onlyMissing || isMissing(text))
          .filter(
            ({ text }) =>
              Object.values(text).some((each) => String(each).toLowerCase().includes(wanted.toLowerCase())) ||
              wanted === "",
          )
          .map(({ pointer }) => pointer),
      ),
    [onlyMissing, wanted, texts.length],
  );
  const count = texts.filter(({ text }) => isMissing(text)).length;
  return (
    <>
      <p>{m.texts.summary(texts.length, count)}</p>
      <div class="form">
        <div class="field">
          <label>
            {m.texts.search}
            <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
          </label>
        </div>
        <div class="field flag">
          <label>
            <input
              type="checkbox"
              checked={onlyMissing}
              onChange={(event) => setOnlyMissing(event.currentTarget.checked)}
            />
            {m.texts.onlyMissing}
          </label>
        </div>
      </div>
      <div class={kept.size > manyTexts ? "texts many" : "texts"}>
        {texts
          .filter(({ pointer }) => kept.has(pointer))
          .map(({ pointer, text }) => (
            <PlacedTextField key={pointer} at={pointer} value={text} languages={languages.join()} />
          ))}
      </div>
    </>
  );
}

const PlacedTextField = memo(function PlacedTextField({
  at,
  value,
}: {
  at: string;
  value: JsonObject;
  languages: string;
}) {
  const { m } = useBuilder();
  const isLong = Object.values(value).some((text) => String(text).length > 60);
  return <TextField label={labelOf(at, m)} at={at} value={value} isLong={isLong} isRequired />;
});

/** Returns the place of a text in words: "Severities 2, name". */
function labelOf(pointer: string, m: ReturnType<typeof useBuilder>["m"]): string {
  const lists = m.lists as Record<string, string>;
  const names = m.fields as Record<string, string>;
  return keysOf(pointer)
    .map((key) => (/^\d+$/.test(key) ? String(Number(key) + 1) : (lists[key] ?? names[key] ?? key)))
    .join(" › ");
}

/** Facts about the customer and the request. */
export function FactsSection() {
  const { editor, m } = useBuilder();
  return (
    <>
      <p class="hint">{m.factsHint}</p>
      <EntryList entry="context" at="/context" value={editor.at("/context")} template={{ options: [] }} />
    </>
  );
}
