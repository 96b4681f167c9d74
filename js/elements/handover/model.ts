/**
 * A case as it is handed over: one neutral model, from which every text and every system's fields are made.
 * docs/handover.md describes it for those who write `exports`.
 */

import type { Answers, Classification, TargetEvaluation } from "../../index.js";
import { type HandoverMessages, handoverMessagesFor } from "../../messages/handover.js";
import type { Scene } from "../shared/element.js";
import { createFormat, type Format } from "../../text/format.js";
import { ownValue } from "../../text/lookup.js";

/** The customer's own words about a case. They are not saved. */
export interface Written {
  description: string;
  troubleshooting: string;
  /** Why the customer assigns another priority than the answers lead to (C9). */
  justification: string;
  contact: { name: string; phone: string; email: string };
}

/** The rest of the case. */
export interface CaseRecord {
  /** The severity that the customer assigns. */
  severity: string;
  /** The tier, where it is known. */
  tier: string | null;
  submittedAt: number;
  context: Record<string, string>;
  targets: readonly TargetEvaluation[];
  standing: "contractual" | "informational" | "unspecified";
  /** Id of the channel that the advice names first. */
  channel: string | null;
  /** The answers, and what they lead to; null where nobody was asked. */
  found: Classification | null;
  answers: Answers;
}

/** An id with its name in the language of the model. */
export interface Named {
  id: string;
  name: string;
}

/** A question with its answer, as ids and in words. */
export interface AnsweredQuestion {
  id: string;
  question: string;
  answers: Named[];
}

/** The neutral model, in one language. Instants are RFC 3339 in UTC, durations seconds. */
export interface HandoverModel {
  language: string;
  policy: { id: string; version: string; title: string };
  summary: string;
  severity: Named & { level: number | null };
  recommended: (Named & { level: number | null }) | null;
  tier: Named | null;
  standing: CaseRecord["standing"];
  /** The standing in words; empty if the policy makes no difference. */
  standingText: string;
  submittedAt: string;
  targets: {
    measure: string;
    name: string;
    state: TargetEvaluation["state"];
    bound: "under" | "within" | null;
    seconds: number | null;
    dueAt: string | null;
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
  contact: Written["contact"];
}

/** A language in which a case is written. */
export interface Voice {
  language: string;
  words: HandoverMessages;
  format: Format;
  say: Scene["say"];
}

/** The voice of a scene in one of the policy's languages. */
export function voiceIn(scene: Scene, language: string): Voice {
  return {
    language,
    words: handoverMessagesFor(language),
    format: createFormat(language, scene.zone),
    say: (text) => ownValue(text, language) ?? scene.say(text),
  };
}

/** The model of a case in one language. */
export function modelOf(
  { description, policy, standing }: Scene,
  { language, say, words }: Voice,
  known: CaseRecord,
  written: Written,
): HandoverModel {
  const named = (
    list: readonly { id: string; name: Record<string, string> }[] | undefined,
    id: string | null,
  ): Named | null => {
    const found = list?.find((each) => each.id === id);
    return found === undefined ? null : { id: found.id, name: say(found.name) };
  };
  const severity = named(description.severities, known.severity) ?? { id: known.severity, name: known.severity };
  const levelOf = (wanted: string) => description.severities.find(({ id }) => id === wanted)?.level ?? null;
  const level = levelOf(known.severity);
  const recommended = known.found === null ? null : named(description.severities, known.found.severity);
  const subject = written.description.trim().split("\n", 1)[0]?.slice(0, 120) ?? "";
  return {
    language,
    policy: { id: policy.id, version: policy.version, title: say(description.title) },
    summary: words.summary(severity.name, level, subject),
    severity: { ...severity, level },
    recommended: recommended && { ...recommended, level: levelOf(recommended.id) },
    tier: named(description.tiers, known.tier),
    standing: known.standing,
    standingText: standing(known.standing) === "" ? "" : words.standing[known.standing],
    submittedAt: new Date(known.submittedAt).toISOString().replace(".000", ""),
    targets: known.targets.map(({ objective, state, dueAt, timeline }) => ({
      measure: objective.measure,
      name: say(objective.name),
      state,
      bound: objective.bound,
      seconds: objective.seconds,
      dueAt,
      clause: objective.clause ?? null,
      timeline,
    })),
    answers: answeredOf(description.questions, known.answers, say),
    context: answeredOf(description.context, known.context, say),
    vector: known.found?.vector ?? null,
    channel: known.channel,
    description: written.description.trim(),
    troubleshooting: written.troubleshooting.trim(),
    justification: written.justification.trim(),
    contact: {
      name: written.contact.name.trim(),
      phone: written.contact.phone.trim(),
      email: written.contact.email.trim(),
    },
  };
}

interface Asked {
  id: string;
  text: Record<string, string>;
  options: readonly { id: string; text: Record<string, string> }[];
}

/** The questions that have an answer, in the policy's order. */
function answeredOf(questions: readonly Asked[] | undefined, answers: Answers, say: Scene["say"]): AnsweredQuestion[] {
  return (questions ?? []).flatMap(({ id, text, options }) => {
    const given = [ownValue(answers, id) ?? []].flat();
    const found = options.filter((option) => given.includes(option.id));
    if (found.length === 0) return [];
    return [{ id, question: say(text), answers: found.map((option) => ({ id: option.id, name: say(option.text) })) }];
  });
}
