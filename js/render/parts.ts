/** The parts of a policy's document, each by its name. */

import type { Clause, PolicyDocument, Text } from "../index.js";
import { ownValue } from "../text/lookup.js";
import { anchorOf, type Block, type Phrase, phraseOf, severityRun, type Subject } from "./blocks.js";
import { contacts } from "./contacts.js";
import { objectives } from "./objectives.js";
import { recurring, tiers } from "./tiers.js";

/** Names of the parts, in the order of a whole document. */
export const partNames = [
  "objectives",
  "severities",
  "interpreted",
  "tiers",
  "recurring",
  "contacts",
  "clauses",
  "glossary",
] as const;

export type PartName = (typeof partNames)[number];

const makers: Record<PartName, (subject: Subject) => Block[]> = {
  objectives,
  severities,
  interpreted,
  tiers,
  recurring,
  contacts,
  clauses,
  glossary,
};

/** Returns a part without its heading; empty if the policy has no such part. */
export const partOf = (subject: Subject, name: PartName): Block[] => makers[name](subject);

/** Returns parts under their headings, without empty ones. */
export function documentOf(subject: Subject, names: readonly PartName[]): Block[] {
  return names.flatMap((name): Block[] => {
    const blocks = partOf(subject, name);
    if (blocks.length === 0) return [];
    return [{ kind: "heading", depth: 0, anchor: name, text: subject.words[name].heading }, ...blocks];
  });
}

/** Returns the definition of each severity, the most severe first. */
export function severities(subject: Subject): Block[] {
  const { description, say } = subject;
  const entries = description.severities.map(({ id, definition, clause }) => ({
    term: namedSeverity(subject, id),
    text: [say(definition), ...(clause === undefined ? [] : [" ", { clause }])],
  }));
  return [{ kind: "entries", name: "definitions", entries }];
}

/** Returns the combinations of answers that no definition covers, with the severity that the policy chooses. */
export function interpreted(subject: Subject): Block[] {
  const { description, say, words } = subject;
  const rules = (description.classification?.rules ?? []).filter(({ basis }) => basis === "interpreted");
  if (rules.length === 0) return [];
  const answers = (when: Record<string, string[]>) =>
    (description.questions ?? [])
      .filter(({ id }) => Object.hasOwn(when, id))
      .map((question) =>
        question.options.filter(({ id }) => ownValue(when, question.id)?.includes(id)).map(({ text }) => say(text)),
      );
  return [
    { kind: "paragraph", text: [words.interpreted.intro] },
    {
      kind: "table",
      name: "silent",
      caption: null,
      head: [words.interpreted.severity, words.interpreted.situation],
      rows: rules.map(({ severity, when = {} }) => ({
        head: [severityRun(subject, severity)],
        cells: [{ text: [words.interpreted.answers(answers(when))] }],
      })),
    },
  ];
}

/** Returns the name of a severity with its number. */
export function namedSeverity(subject: Subject, id: string): Phrase {
  const level = subject.description.severities.find((each) => each.id === id)?.level;
  return [severityRun(subject, id), ...(level === undefined ? [] : [{ aside: subject.words.severities.level(level) }])];
}

/** Returns every clause under its anchor, below its heading in the description. */
export function clauses(subject: Subject): Block[] {
  const { description, say } = subject;
  const groups: { heading: string; ids: string[] }[] = [];
  for (const [id, clause] of Object.entries(description.clauses ?? {})) {
    const heading = say(clause.heading);
    if (groups.at(-1)?.heading !== heading) groups.push({ heading, ids: [] });
    groups.at(-1)?.ids.push(id);
  }
  return groups.flatMap(({ heading, ids }) => [
    { kind: "heading" as const, depth: 1, anchor: `clauses-${anchorOf(ids[0] ?? "")}`, text: heading },
    statements(subject, ids),
  ]);
}

/** Returns clauses, each under its anchor; a clause that defines a severity has the name of the severity. */
export function statements(subject: Subject, ids: readonly string[]): Block {
  const { description, say } = subject;
  const all: Record<string, Clause> = description.clauses ?? {};
  const items = ids.flatMap((id) => {
    const clause = ownValue(all, id);
    if (clause === undefined) return [];
    const own = clause.href === undefined ? [] : [" ", { link: clause.href, text: clause.href }];
    const severity = description.severities.find((each) => each.clause === id);
    const name = severity === undefined ? {} : { name: namedSeverity(subject, severity.id) };
    return [{ id, ...name, text: [...phraseOf(say(clause.text), all), ...own], notes: [] }];
  });
  return { kind: "statements", items };
}

/** Returns every term under its anchor. */
export function glossary({ description, say }: Subject): Block[] {
  const entries = (description.glossary ?? []).map(({ term, text, clause }) => ({
    anchor: termAnchor(description, term),
    term: [say(term)],
    text: [say(text), ...(clause === undefined ? [] : [" ", { clause }])],
  }));
  return entries.length === 0 ? [] : [{ kind: "entries", name: "glossary", entries }];
}

/** Returns the anchor of a term, the same in every language: its normative name in plain letters. */
export function termAnchor({ languages }: PolicyDocument, term: Text): string {
  const name = ownValue(term, languages[0] ?? "") ?? "";
  const letters = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return `terme-${letters.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "")}`;
}
