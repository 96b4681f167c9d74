/** The parts of a policy's document, each by its name. */

import type { Clause, PolicyDocument, Text } from "../index.js";
import { ownValue } from "../text/lookup.js";
import { objectiveTexts } from "../text/objectives.js";
import { anchorOf, type Block, type Cell, type Phrase, phraseOf, type Run, type Subject } from "./blocks.js";
import { contacts } from "./contacts.js";
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

/** Returns a table of targets for each measure, and notes on the standing of the objectives. */
export function objectives(subject: Subject): Block[] {
  return [...targetTables(subject), ...standingNotes(subject)];
}

/** Returns a table of targets for each measure, by severity and tier. */
export function targetTables(subject: Subject): Block[] {
  const { description, objectives: all, say, words } = subject;
  const { severities, tiers = [] } = description;
  const measures = new Map(all.map(({ measure, name }) => [measure, name]));
  return [...measures].map(([measure, name]) => ({
    kind: "table",
    name: "objectives",
    caption: words.objectives.caption(say(name)),
    head: [words.objectives.severity, ...tiers.map((tier) => say(tier.name))],
    rows: severities.map(({ id }) => ({
      head: [severityRun(subject, id)],
      cells: tiers.map((tier) => target(subject, measure, tier.id, id)),
    })),
  }));
}

/** Writes the objectives of a tier and severity, or the severity as which the tier files such a case. */
function target(subject: Subject, measure: string, tier: string, severity: string): Cell {
  const { objectives: all, filedAs, description, say, words } = subject;
  const filed = description.severities.find(({ id }) => id === filedAs(tier, severity));
  if (filed !== undefined) return { kind: "nothing", text: [words.objectives.filedAs(say(filed.name))] };
  const found = all.filter((each) => each.measure === measure && each.tier === tier && each.severity === severity);
  const texts = objectiveTexts(subject, found, words.objectives.target);
  if (texts.every(({ text }) => text === null)) return { kind: "nothing", text: [words.objectives.notStated] };
  return {
    kind: "time",
    text: texts.flatMap(
      ({ text, note, clause }, at): Phrase => [
        ...(at === 0 ? [] : ["; "]),
        text ?? words.objectives.notStated,
        ...(note === null ? [] : [{ aside: note }]),
        ...(clause === undefined ? [] : [" ", { clause }]),
      ],
    ),
  };
}

/**
 * Returns notes on the customers for whom the objectives are contractual, or informational; none if the policy does not
 * distinguish.
 */
export function standingNotes({ description, say, words }: Subject): Block[] {
  return (description.context ?? []).flatMap(({ text: question, options }) =>
    options.flatMap(({ standing, text: answer }): Block[] =>
      standing === undefined || standing === "unspecified"
        ? []
        : [{ kind: "paragraph", text: [words.objectives.standing[standing](say(question), say(answer))] }],
    ),
  );
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

/** Returns the name of a severity by its id. */
export function severityRun({ description, say }: Subject, id: string): Run {
  const at = description.severities.findIndex((each) => each.id === id);
  return { severity: id, rank: at + 1, text: say(description.severities[at]?.name) };
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
