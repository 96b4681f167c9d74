import type { Block, Phrase, Run } from "./blocks.js";
import type { Subject } from "./subject.js";
import { ownValue } from "../elements/shared/own.js";

/** The definition of each severity, the most severe first. */
export function severities(subject: Subject): Block[] {
  const { description, say } = subject;
  const entries = description.severities.map(({ id, definition, clause }) => ({
    term: namedSeverity(subject, id),
    text: [say(definition), ...(clause === undefined ? [] : [" ", { clause }])],
  }));
  return [{ kind: "entries", name: "definitions", entries }];
}

/** The combinations of answers that no definition covers, with the severity that the policy takes. */
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

/** A severity with its number. */
export function namedSeverity(subject: Subject, id: string): Phrase {
  const level = subject.description.severities.find((each) => each.id === id)?.level;
  return [severityRun(subject, id), ...(level === undefined ? [] : [{ aside: subject.words.severities.level(level) }])];
}

/** A severity by its id, as a run of words. */
export function severityRun({ description, say }: Subject, id: string): Run {
  const at = description.severities.findIndex((each) => each.id === id);
  return { severity: id, rank: at + 1, text: say(description.severities[at]?.name) };
}
