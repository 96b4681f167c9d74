/**
 * A case to hand over: one neutral model, from which every text and the fields of every system follow. docs/handover.md
 * describes it for authors of `exports`.
 */

import type { Answers, Classification, TargetEvaluation } from "../../index.js";
import { type HandoverMessages, handoverMessagesFor } from "../../messages/handover.js";
import { messagesFor } from "../../messages/index.js";
import { noDueTime } from "../shared/due.js";
import type { ViewContext } from "../shared/element.js";
import { createFormat, type Format } from "../../text/format.js";
import { ownValue } from "../../text/lookup.js";
import { targetText } from "../../text/targets.js";

/** The customer's own words about a case. They are not saved. */
export interface RequestEntries {
  description: string;
  troubleshooting: string;
  /** Why the customer assigns another priority than the answers lead to (C9). */
  justification: string;
  contact: { name: string; phone: string; email: string };
}

/** No words of the customer. */
export const noEntries: RequestEntries = {
  description: "",
  troubleshooting: "",
  justification: "",
  contact: { name: "", phone: "", email: "" },
};

/** The facts of the case and the results of the engine. */
export interface CaseRecord {
  /** The severity that the customer assigns. */
  severity: string;
  /** The tier; null if it is unknown. */
  tier: string | null;
  /** Null if nobody has said when the case was submitted. */
  submittedAt: number | null;
  /** The instant of the evaluation. */
  now: number;
  /** Number of the case at the support desk. */
  number: string | null;
  /** Phone number of the support desk. */
  phone: string | null;
  /** Permalink of the case. */
  link: string | null;
  context: Record<string, string>;
  targets: readonly TargetEvaluation[];
  /** The severity as which the tier files the case; null if it offers that of the case. */
  filedAs: string | null;
  standing: "contractual" | "informational" | "unspecified";
  /** Id of the channel that the advice names first. */
  channel: string | null;
  /** The classification by the answers; null without answers. */
  found: Classification | null;
  answers: Answers;
}

/** An id with its name in the language of the model. */
export interface NamedItem {
  id: string;
  name: string;
}

/** A question with its answer, as ids and in words. */
export interface AnsweredQuestion {
  id: string;
  question: string;
  answers: NamedItem[];
}

/** The neutral model in one language. Instants are in RFC 3339 and UTC, durations in seconds. */
export interface HandoverModel {
  language: string;
  policy: { id: string; version: string; title: string };
  summary: string;
  severity: NamedItem & { level: number | null };
  recommended: (NamedItem & { level: number | null }) | null;
  tier: NamedItem | null;
  /** The severity as which the tier files the case; null if it offers that of the case. */
  filedAs: NamedItem | null;
  standing: CaseRecord["standing"];
  /** The sentence about the standing; empty if the policy does not distinguish. */
  standingText: string;
  /** Null if nobody has said when the case was submitted; no measure has a due time then. */
  submittedAt: string | null;
  /** The instant as of which the states are true. */
  asOf: string;
  /** Number of the case at the support desk; null if it is unknown. */
  number: string | null;
  /** Phone number of the support desk; null if it is unknown. */
  phone: string | null;
  /** Permalink of the case; null on a page without one. */
  link: string | null;
  targets: {
    measure: string;
    name: string;
    state: TargetEvaluation["state"];
    bound: "under" | "within" | null;
    seconds: number | null;
    /** The target in business days; null for a target in seconds, and without a target. */
    businessDays: number | null;
    dueAt: string | null;
    /** The reason why there is no due time, in words; null if there is one. */
    reason: string | null;
    clause: string | null;
    timeline: TargetEvaluation["timeline"];
  }[];
  answers: AnsweredQuestion[];
  context: AnsweredQuestion[];
  vector: string | null;
  channel: string | null;
  description: string;
  troubleshooting: string;
  justification: string;
  contact: RequestEntries["contact"];
}

/** The texts and the formats of one language, in which a case is written. */
export interface Wording {
  language: string;
  words: HandoverMessages;
  format: Format;
  say: ViewContext["say"];
}

/** Returns the wording of a view in one of the policy's languages. */
export function wordingIn(view: ViewContext, language: string): Wording {
  return {
    language,
    words: handoverMessagesFor(language),
    format: createFormat(language, view.zone),
    say: (text) => ownValue(text, language) ?? view.say(text),
  };
}

/** Returns the model of a case in one language. */
export function modelOf(
  { description, policy, standing }: ViewContext,
  { language, say, words, format }: Wording,
  known: CaseRecord,
  entries: RequestEntries,
): HandoverModel {
  const named = (
    list: readonly { id: string; name: Record<string, string> }[] | undefined,
    id: string | null,
  ): NamedItem | null => {
    const found = list?.find((each) => each.id === id);
    return found === undefined ? null : { id: found.id, name: say(found.name) };
  };
  const severity = named(description.severities, known.severity) ?? { id: known.severity, name: known.severity };
  const levelOf = (wanted: string) => description.severities.find(({ id }) => id === wanted)?.level ?? null;
  const level = levelOf(known.severity);
  const recommended = known.found === null ? null : named(description.severities, known.found.severity);
  const subject = entries.description.trim().split("\n", 1)[0]?.slice(0, 120) ?? "";
  return {
    language,
    policy: { id: policy.id, version: policy.version, title: say(description.title) },
    summary: words.summary(severity.name, level, subject),
    severity: { ...severity, level },
    recommended: recommended && { ...recommended, level: levelOf(recommended.id) },
    tier: named(description.tiers, known.tier),
    filedAs: named(description.severities, known.filedAs),
    standing: known.standing,
    standingText: standing(known.standing) === "" ? "" : words.standing[known.standing],
    submittedAt: known.submittedAt === null ? null : instant(known.submittedAt),
    asOf: instant(known.now),
    number: known.number,
    phone: known.phone,
    link: known.link,
    targets: known.targets.map((target) => {
      const { objective, state, dueAt, timeline } = target;
      const texts = { messages: messagesFor(language), description, say, format, language };
      const reason = () =>
        (known.submittedAt === null && targetText(texts, objective, texts.messages.due.target, "long")) ||
        noDueTime(texts, target, "beside the name");
      return {
        measure: objective.measure,
        name: say(objective.name),
        state,
        bound: objective.bound,
        seconds: objective.seconds,
        businessDays: objective.businessDays ?? null,
        dueAt,
        reason: dueAt === null ? reason() : null,
        clause: objective.clause ?? null,
        timeline,
      };
    }),
    answers: answeredQuestions(description.questions, known.answers, say, words.notSure),
    context: answeredQuestions(description.context, known.context, say, words.notSure),
    vector: known.found?.vector ?? null,
    channel: known.channel,
    description: entries.description.trim(),
    troubleshooting: entries.troubleshooting.trim(),
    justification: entries.justification.trim(),
    contact: {
      name: entries.contact.name.trim(),
      phone: entries.contact.phone.trim(),
      email: entries.contact.email.trim(),
    },
  };
}

/** Writes an instant in RFC 3339, with milliseconds only if there are any. */
const instant = (at: number): string => new Date(at).toISOString().replace(".000", "");

interface QuestionWithOptions {
  id: string;
  text: Record<string, string>;
  options: readonly { id: string; text: Record<string, string> }[];
}

/** Returns the questions with an answer, in the order of the policy. */
function answeredQuestions(
  questions: readonly QuestionWithOptions[] | undefined,
  answers: Answers,
  say: ViewContext["say"],
  notSure: string,
): AnsweredQuestion[] {
  return (questions ?? []).flatMap(({ id, text, options }) => {
    const given = [ownValue(answers, id) ?? []].flat();
    const found = options
      .filter((option) => given.includes(option.id))
      .map((option) => ({
        id: option.id,
        name: say(option.text),
      }));
    // The reader has to know which answers the customer could not give.
    if (found.length === 0 && given.includes("unknown")) found.push({ id: "unknown", name: notSure });
    return found.length === 0 ? [] : [{ id, question: say(text), answers: found }];
  });
}
