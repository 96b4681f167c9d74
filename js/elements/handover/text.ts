/** A case as plain text and as Markdown, both from the same lines. */

import { type HandoverMessages, levelled } from "../../messages/handover.js";
import type { CalendarEvent } from "../shared/files.js";
import { markdownParagraph, markdownText } from "../../text/markdown.js";
import type { AnsweredQuestion, HandoverModel, Wording } from "./model.js";

/** A name with its value; the value of a paragraph may have several lines. */
interface Line {
  name: string;
  value: string;
  isParagraph?: boolean;
}

/** Returns the lines of a case, without unknown values. */
export function linesOf(model: HandoverModel, { words, format }: Wording): Line[] {
  const { severity, recommended, tier, contact } = model;
  const lines: Line[] = [{ name: words.severity, value: levelled(severity.level, severity.name) }];
  if (recommended !== null && recommended.id !== severity.id)
    lines.push({ name: words.recommended, value: levelled(recommended.level, recommended.name) });
  if (tier !== null) lines.push({ name: words.tier, value: tier.name });
  if (model.filedAs !== null) lines.push({ name: words.filedAs, value: model.filedAs.name });
  lines.push({ name: words.submitted, value: format.dateTimeWithZone(model.submittedAt) });
  for (const target of model.targets) {
    const value =
      target.dueAt === null || target.bound === null
        ? (target.reason ?? words.notStated)
        : words.due(target.bound, format.dateTimeWithZone(target.dueAt));
    lines.push({ name: target.name, value });
  }
  const reachable = [contact.name, contact.phone, contact.email].filter((each) => each !== "").join(", ");
  if (reachable !== "") lines.push({ name: words.contact, value: reachable });
  const paragraphs = [
    [words.description, model.description],
    [words.troubleshooting, model.troubleshooting],
    [words.justification, model.justification],
    [words.answers, answerLines(model.answers, words)],
    [words.context, answerLines(model.context, words)],
  ] as const;
  for (const [name, value] of paragraphs) if (value !== "") lines.push({ name, value, isParagraph: true });
  if (model.vector !== null) lines.push({ name: words.reference, value: model.vector });
  return lines;
}

/** Writes questions with their answers, one per line. */
export const answerLines = (answered: readonly AnsweredQuestion[], words: HandoverMessages): string =>
  answered
    .map(({ question, answers }) => words.answered(question, answers.map(({ name }) => name).join(" / ")))
    .join("\n");

/** Writes the case as plain text. */
export function textOf(model: HandoverModel, wording: Wording): string {
  const lines = linesOf(model, wording).map(({ name, value, isParagraph }) =>
    isParagraph ? `\n${name}\n${value}` : wording.words.line(name, value),
  );
  const end = model.standingText === "" ? [] : ["", model.standingText];
  return [model.summary, "", ...lines, ...end].join("\n").replaceAll(/\n{3,}/g, "\n\n");
}

/** Writes the case as Markdown. */
export function markdownOf(model: HandoverModel, wording: Wording): string {
  const lines = linesOf(model, wording).map(({ name, value, isParagraph }) =>
    isParagraph
      ? `\n### ${markdownText(name)}\n\n${markdownParagraph(value)}\n`
      : `- **${markdownText(wording.words.line(name, "").trim())}** ${markdownText(value)}`,
  );
  const end = model.standingText === "" ? [] : ["", `_${markdownText(model.standingText)}_`];
  return [`## ${markdownText(model.summary)}`, "", ...lines, ...end].join("\n").replaceAll(/\n{3,}/g, "\n\n");
}

/** Returns the first due time as a calendar event; null if there is none. */
export function dueEvent(model: HandoverModel, wording: Wording): CalendarEvent | null {
  const { words, format } = wording;
  const target = model.targets.find(({ dueAt }) => dueAt !== null);
  if (target?.dueAt == null || target.bound === null) return null;
  const lines = [
    model.summary,
    words.line(target.name, words.due(target.bound, format.dateTimeWithZone(target.dueAt))),
    model.vector === null ? "" : words.line(words.reference, model.vector),
    model.standingText,
  ];
  const description = lines.filter((line) => line !== "").join("\n");
  return {
    start: target.dueAt,
    title: words.event(target.name, levelled(model.severity.level, model.severity.name)),
    description,
  };
}

/** Writes a request for escalation: the case, the delay, and how the time was counted (X1). */
export function escalationOf(model: HandoverModel, { words, format, say }: Wording, now: number): string {
  const { escalation } = words;
  const paragraphs = model.targets.flatMap(({ name, bound, dueAt, timeline }) => {
    if (dueAt === null || bound === null) return [];
    const due = format.dateTimeWithZone(dueAt);
    const late = (now - Date.parse(dueAt)) / 1_000;
    const stretches = timeline.map(({ from, to, kind, label }) => {
      const what = label === undefined ? escalation.kinds[kind] : words.line(escalation.kinds[kind], say(label));
      return `- ${escalation.stretch(format.dateTime(from), format.dateTime(to), what)}`;
    });
    return [
      late > 0 ? escalation.overdue(name, due, format.duration(late)) : escalation.running(name, due),
      ...(stretches.length === 0 ? [] : [escalation.counted, ...stretches]),
    ];
  });
  const head = [escalation.title, model.summary];
  const facts: [string, string | null][] = [
    [words.tier, model.tier?.name ?? null],
    [words.submitted, format.dateTimeWithZone(model.submittedAt)],
    [words.reference, model.vector],
  ];
  const known = facts.flatMap(([name, value]) => (value === null ? [] : [words.line(name, value)]));
  return [...head, "", ...known, "", ...paragraphs].join("\n");
}
