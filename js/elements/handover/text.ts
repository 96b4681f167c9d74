/** A case as plain text and as Markdown, both from the same lines, and the texts around its deadline. */

import type { Advice, ScheduledAdvice } from "../../index.js";
import { type HandoverMessages, levelled } from "../../messages/handover.js";
import type { CalendarEvent } from "../shared/files.js";
import { markdownLine, markdownParagraph, markdownText } from "../../text/markdown.js";
import type { AnsweredQuestion, HandoverModel, Wording } from "./model.js";

/** A name with its value; the value of a paragraph may have several lines. */
interface Line {
  name: string;
  value: string;
  isParagraph?: boolean;
}

type Target = HandoverModel["targets"][number];

/** Returns by how many seconds of real time a target is late; 0 for one that is not. */
export const secondsLate = ({ asOf }: HandoverModel, { state, dueAt }: Target): number =>
  state === "overdue" && dueAt !== null ? Math.max(0, (Date.parse(asOf) - Date.parse(dueAt)) / 1_000) : 0;

/** Returns the lines of a case, without unknown values. */
export function linesOf(model: HandoverModel, { words, format }: Wording): Line[] {
  const { severity, recommended, tier, contact } = model;
  const lines: Line[] = [{ name: words.severity, value: levelled(severity.level, severity.name) }];
  if (recommended !== null && recommended.id !== severity.id)
    lines.push({ name: words.recommended, value: levelled(recommended.level, recommended.name) });
  if (model.number !== null) lines.push({ name: words.number, value: model.number });
  if (tier !== null) lines.push({ name: words.tier, value: tier.name });
  if (model.filedAs !== null) lines.push({ name: words.filedAs, value: model.filedAs.name });
  if (model.submittedAt !== null)
    lines.push({ name: words.submitted, value: format.dateTimeWithZone(model.submittedAt) });
  for (const target of model.targets) {
    const late = secondsLate(model, target);
    const due =
      target.dueAt === null || target.bound === null
        ? (target.reason ?? words.notStated)
        : words.due(target.bound, format.dateTimeWithZone(target.dueAt));
    lines.push({ name: target.name, value: late > 0 ? words.late(due, format.duration(late)) : due });
  }
  if (model.phone !== null) lines.push({ name: words.call, value: model.phone });
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
  if (model.link !== null) lines.push({ name: words.link, value: model.link });
  return lines;
}

/** Writes questions with their answers, one per line. */
export const answerLines = (answered: readonly AnsweredQuestion[], words: HandoverMessages): string =>
  answered
    .map(({ question, answers }) => words.answered(question, answers.map(({ name }) => name).join(" / ")))
    .join("\n");

/** Writes the case as plain text. `actions` are sentences that come first: what to do now. */
export function textOf(model: HandoverModel, wording: Wording, actions: readonly string[] = []): string {
  const lines = linesOf(model, wording).map(({ name, value, isParagraph }) =>
    isParagraph ? `\n${name}\n${value}` : wording.words.line(name, value),
  );
  const end = model.standingText === "" ? [] : ["", model.standingText];
  return [model.summary, "", ...actions, "", ...lines, ...end].join("\n").replaceAll(/\n{3,}/g, "\n\n");
}

/** Writes the case as Markdown. `actions` are as in the plain text. */
export function markdownOf(model: HandoverModel, wording: Wording, actions: readonly string[] = []): string {
  const lines = linesOf(model, wording).map(({ name, value, isParagraph }) =>
    isParagraph
      ? `\n### ${markdownText(name)}\n\n${markdownParagraph(value)}\n`
      : `- **${markdownText(wording.words.line(name, "").trim())}** ${markdownText(value)}`,
  );
  const first = actions.map((each, index) => `${index + 1}. ${markdownLine(markdownText(each))}`);
  const end = model.standingText === "" ? [] : ["", `_${markdownText(model.standingText)}_`];
  return [`## ${markdownText(model.summary)}`, "", ...first, "", ...lines, ...end]
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n");
}

/**
 * Returns the first due time as a calendar event, with alarms before it and at it, the link of the case, and what to do if
 * nobody has answered by then; null if there is no due time.
 */
export function dueEvent(
  model: HandoverModel,
  wording: Wording,
  escalation: readonly string[] = [],
): CalendarEvent | null {
  const { words, format } = wording;
  const target = model.targets.find(({ dueAt }) => dueAt !== null);
  if (target?.dueAt == null || target.bound === null) return null;
  const lines = [
    model.summary,
    model.number === null ? "" : words.line(words.number, model.number),
    words.line(target.name, words.due(target.bound, format.dateTimeWithZone(target.dueAt))),
    model.phone === null ? "" : words.line(words.call, model.phone),
    escalation.length === 0 ? "" : words.line(words.ifNobody, escalation.join(" ")),
    model.vector === null ? "" : words.line(words.reference, model.vector),
    model.link ?? "",
    model.standingText,
  ];
  const minutes = (Date.parse(target.dueAt) - Date.parse(model.submittedAt ?? model.asOf)) / 60_000;
  const title = words.event(target.name, levelled(model.severity.level, model.severity.name));
  return {
    start: target.dueAt,
    title: model.number === null ? title : `${model.number}: ${title}`,
    description: lines.filter((line) => line !== "").join("\n"),
    // A quarter of an hour before a deadline of a quarter of an hour would be at once.
    alarms: [minutes < 60 ? 5 : 15, 0],
    ...(model.link === null ? {} : { url: model.link }),
  };
}

/** Returns the name of a file about the case, without its ending. */
export const fileNameOf = (model: HandoverModel, name: string): string =>
  [name, model.number ?? model.severity.id].join("-").replaceAll(/[^\p{L}\p{N}_-]+/gu, "-");

/** Returns the advice for a case that nobody answers in time: that which holds later, else that about escalation which holds now. */
export function ifNobody(
  definitions: readonly { id: string; kind: Advice["kind"]; text: Record<string, string> }[] = [],
  given: readonly Advice[],
  schedule: readonly ScheduledAdvice[],
  { say }: Wording,
): string[] {
  const later = schedule.flatMap(({ advice }) =>
    definitions.filter(({ id, kind }) => id === advice && kind === "escalate"),
  );
  const held = given.filter(({ kind }) => kind === "escalate");
  return (later.length > 0 ? later : held).map(({ text }) => say(text));
}

/** Returns the requests of escalations in the customer's words: those of the policy, else one that refers to its procedure. */
export function asksOf(
  { advice = [] }: { advice?: readonly { id: string; ask?: Record<string, string> }[] },
  given: readonly Advice[],
  { words, say }: Wording,
): string[] {
  const found = given.filter(({ kind }) => kind === "escalate");
  const asks = found.map(({ id, text, clause }) => {
    const ask = advice.find((each) => each.id === id)?.ask;
    return ask === undefined ? words.escalation.ask(say(text), clause ?? null) : say(ask);
  });
  return asks.length === 0 ? [words.escalation.ask(null, null)] : [...new Set(asks)];
}

/** Writes a request for escalation: what is asked, then the case, the delay, and how the time was counted (X1). */
export function escalationOf(model: HandoverModel, { words, format, say }: Wording, asks: readonly string[]): string {
  const { escalation } = words;
  const paragraphs = model.targets.flatMap((target) => {
    const { name, bound, dueAt, timeline } = target;
    if (dueAt === null || bound === null) return [];
    const due = format.dateTimeWithZone(dueAt);
    const late = secondsLate(model, target);
    const stretches = timeline.map(({ from, to, kind, label }) => {
      const what = label === undefined ? escalation.kinds[kind] : words.line(escalation.kinds[kind], say(label));
      return `- ${escalation.stretch(format.dateTimeWithZone(from), format.dateTimeWithZone(to), what)}`;
    });
    return [
      late > 0 ? escalation.overdue(name, due, format.duration(late)) : escalation.running(name, due),
      ...(stretches.length === 0 ? [] : [escalation.counted, ...stretches]),
    ];
  });
  const facts: [string, string | null][] = [
    [words.tier, model.tier?.name ?? null],
    [words.submitted, model.submittedAt === null ? null : format.dateTimeWithZone(model.submittedAt)],
    [words.description, model.description || null],
    [words.contact, [model.contact.name, model.contact.phone].filter((each) => each !== "").join(", ") || null],
  ];
  const references: [string, string | null][] = [
    [words.number, model.number],
    [words.reference, model.vector],
    [words.link, model.link],
  ];
  const known = (list: typeof facts) =>
    list.flatMap(([name, value]) => (value === null ? [] : [words.line(name, value)]));
  return [
    ...asks,
    "",
    words.line(escalation.title, model.summary),
    ...known(facts),
    "",
    ...paragraphs,
    "",
    ...known(references),
  ].join("\n");
}
