/** `case-slo classify`, `expect` and `evaluate`: the severity of a case, what to expect, and its objectives at a given time. */

import type { Advice, Answers, CaseFacts, Instant, Policy, TargetEvaluation } from "../node.js";
import { loadPolicy } from "../node.js";
import { ownValue } from "../text/lookup.js";
import { command, shared, UsageError, type Values } from "./command.js";
import { assignments } from "./findings.js";
import { readJson, readPauses, readPolicy } from "./input.js";
import { aligned, bold, english, print, printJson, safe } from "./output.js";
import { durationText, timelineLines } from "./calendars.js";

export const classifyCommand = command({
  name: "classify",
  summary: "find the severity that follows from answers, and why",
  usage: "[policy.json|-] <question=option> …",
  count: [0, Infinity],
  details: [
    "Default: the reference policy. If several options are still possible, list them: question=one,other.",
    "question=unknown stands for any option.",
  ],
  options: { json: shared.json },
  async run({ json }, positionals) {
    const path = positionals[0]?.includes("=") ? undefined : positionals.shift();
    const answers = readAnswers(positionals);
    const policy = await readPolicy(path);
    const result = policy.classify(answers);
    if (json) {
      printJson(result);
      return 0;
    }
    const rows = [
      ["severity:", result.severity],
      ["basis:", result.basis],
      ["clauses:", result.clauses.join(", ") || "none"],
      ["because:", assignments(result.because) || "none of the answers"],
      ["vector:", result.vector],
    ];
    if (!result.decided) rows.splice(1, 0, ["undecided:", `still possible: ${result.possible.join(", ")}`]);
    for (const { severity, change } of result.whatIf) rows.push([`${severity} if:`, assignments(change)]);
    for (const [at, line] of aligned(rows).entries()) print(at === 0 ? bold(safe(line)) : safe(line));
    return 0;
  },
});

/** Reads answers; "unknown" is passed to the engine. */
export function readAnswers(texts: string[]): Answers {
  const answers: [string, string | string[]][] = [];
  for (const text of texts) {
    const [question, options, ...rest] = text.split("=");
    if (!question || !options || rest.length > 0)
      throw new UsageError(`expected an answer as question=option, found "${text}"`);
    if (answers.some(([known]) => known === question)) throw new UsageError(`"${question}" is answered twice`);
    answers.push([question, options.includes(",") ? options.split(",") : options]);
  }
  return Object.fromEntries(answers);
}

/** Options for the facts of a case. */
const factOptions = {
  tier: { value: "id", help: "the tier" },
  severity: { value: "id", help: "the severity at submission" },
  at: { value: "time", help: "the time of submission, in RFC 3339" },
  context: { value: "question=option", many: true, help: "the answer to a context question" },
  channel: { value: "id", help: "the channel by which the case is submitted" },
  zone: { value: "zone", help: "the customer’s time zone, such as America/Toronto" },
} as const;

/** Options for the facts of a case that has been submitted. */
const laterOptions = {
  stopped: { value: "measure=time", many: true, help: "a stop of a measure" },
  event: { value: "event=time", many: true, help: "an event of the policy" },
  pause: shared.pause,
} as const;

/** Merges facts that are given as options into those of a file. */
function factsOf(given: Values<typeof factOptions & typeof laterOptions>, file: unknown): CaseFacts {
  const { tier, severity, at, context, channel, zone, stopped, event, pause } = given;
  if (file === undefined) {
    for (const [name, value] of Object.entries({ tier, severity, at }))
      if (value === undefined) throw new UsageError(`--${name} is missing`);
  }
  const stops: [string, Instant | Instant[]][] = [];
  for (const [measure, time] of pairs(stopped, "measure=time")) {
    const known = stops.find(([id]) => id === measure);
    if (known === undefined) stops.push([measure, time]);
    else known[1] = [known[1], time].flat();
  }
  return {
    ...(file as CaseFacts),
    ...(tier !== undefined && { tier }),
    ...(severity !== undefined && { severity }),
    ...(at !== undefined && { submittedAt: at }),
    ...(context !== undefined && { context: Object.fromEntries(pairs(context, "question=option")) }),
    ...(channel !== undefined && { channel }),
    ...(zone !== undefined && { zone }),
    ...(stopped !== undefined && { stoppedAt: Object.fromEntries(stops) }),
    ...(event !== undefined && { events: Object.fromEntries(pairs(event, "event=time")) }),
    ...(pause !== undefined && { pauses: readPauses(pause) }),
  };
}

/** Reads options of the form "key=value". */
function pairs(texts: string[] | undefined, form: string): [string, string][] {
  return (texts ?? []).map((text) => {
    const at = text.indexOf("=");
    if (at < 1 || at === text.length - 1) throw new UsageError(`expected ${form}, found "${text}"`);
    return [text.slice(0, at), text.slice(at + 1)];
  });
}

export const expectCommand = command({
  name: "expect",
  summary: "tell when to expect an answer to a case that is about to be submitted, and what to do",
  usage: "--tier <id> --severity <id> --at <time>",
  count: [0, 0],
  options: { ...factOptions, policy: shared.policy, json: shared.json },
  async run({ policy: path, json, ...given }) {
    const facts = factsOf(given, undefined);
    const policy = await readPolicy(path);
    const expectation = policy.expect(facts);
    const advice = expectation.advice.map((entry) => ({ ...entry, ...opening(policy, entry, facts) }));
    if (json) {
      printJson({ ...expectation, advice });
      return 0;
    }
    if (expectation.filedAs !== undefined)
      print(safe(`The tier ${expectation.tier} takes the case as ${expectation.filedAs}.`));
    for (const target of expectation.targets) for (const line of described(target)) print(line);
    for (const { kind, text, channel, channelOpen, channelOpensAt } of advice) {
      const hours =
        channelOpen === undefined ? "" : channelOpen ? ", open now" : `, opens ${channelOpensAt ?? "never"}`;
      print(`${kind}: ${english(text)}${channel === undefined ? "" : safe(` (${channel}${hours})`)}`);
    }
    for (const { advice: id, at } of expectation.schedule) {
      const entry = policy.toJSON().advice?.find((entry) => entry.id === id);
      print(`from ${at}: ${entry === undefined ? safe(id) : english(entry.text)}`);
    }
    return 0;
  },
});

/** Says whether the channel of advice is open at the submission, and else when it opens; nothing where that is not known. */
function opening(
  policy: Policy,
  { channel: id }: Advice,
  facts: CaseFacts,
): { channelOpen?: boolean; channelOpensAt?: string | null } {
  const { calendars, holidaySets, channels } = policy.toJSON();
  let name = channels?.find((channel) => channel.id === id)?.calendar;
  let definition = ownValue(calendars, name ?? "");
  if (definition?.by !== undefined) {
    const answer = definition.by === "channel" ? facts.channel : facts.context?.[definition.by];
    if (typeof answer !== "string" || answer === "unknown") return {};
    name = ownValue(definition.values, answer) ?? definition.else;
    definition = ownValue(calendars, name ?? "");
  }
  if (definition === undefined) return {};
  if (typeof definition.zone === "object") {
    if (facts.zone === undefined) return {};
    definition = { ...definition, zone: facts.zone };
  }
  const text = { en: "Channel" };
  using alone = loadPolicy({
    id: "channel",
    version: "1",
    title: text,
    languages: ["en"],
    severities: [{ id: "any", name: text }],
    ...(holidaySets !== undefined && { holidaySets }),
    calendars: { hours: definition },
  });
  const from = Date.parse(alone.deadline("hours", facts.submittedAt, 0));
  const channelOpen = from === Date.parse(String(facts.submittedAt));
  return channelOpen ? { channelOpen } : { channelOpen, channelOpensAt: alone.deadline("hours", facts.submittedAt, 0) };
}

export const evaluateCommand = command({
  name: "evaluate",
  summary: "evaluate a case against its objectives at a given time",
  usage: "[case.json|-] --now <time>",
  count: [0, 1],
  details: ["The facts come from a file, from options, or from both; an option replaces the member of the file."],
  options: {
    now: { value: "time", help: "the time of the evaluation, in RFC 3339; required" },
    ...factOptions,
    ...laterOptions,
    policy: shared.policy,
    explain: shared.explain,
    json: shared.json,
  },
  async run({ now, policy: policyPath, explain, json, ...given }, [path]) {
    if (now === undefined) throw new UsageError("--now is missing: the time of the evaluation");
    if (path === undefined && given.tier === undefined) throw new UsageError("an argument is missing");
    const facts = factsOf(given, path === undefined ? undefined : await readJson(path));
    const policy = await readPolicy(policyPath);
    const evaluation = policy.evaluate(facts, now);
    if (json) {
      printJson(evaluation);
      return 0;
    }
    if (evaluation.filedAs !== undefined)
      print(safe(`The tier ${facts.tier} takes the case as ${evaluation.filedAs}.`));
    for (const target of evaluation.targets) {
      for (const line of described(target)) print(line);
      if (explain) for (const line of timelineLines(target.timeline)) print(line);
    }
    if (evaluation.targets.length === 0) print("no objective applies to this case");
    return 0;
  },
});

function described(target: TargetEvaluation): string[] {
  const { objective, state, dueAt, elapsedSeconds, remainingSeconds, dependsOn, rounds } = target;
  const { bound, seconds, businessDays, calendar, clause, measure, tier, severity, note } = objective;
  const rows = [["  elapsed:", durationText(elapsedSeconds)]];
  const amount =
    businessDays !== undefined
      ? `${businessDays} business day${businessDays === 1 ? "" : "s"}`
      : seconds === null
        ? null
        : durationText(seconds);
  const hours = calendar === "" ? "real time" : `calendar ${calendar}`;
  if (bound !== null && amount !== null) rows.unshift(["  target:", `${bound} ${amount}, ${hours}`]);
  if (note !== undefined) rows.push(["  note:", english(note)]);
  if (dependsOn !== undefined) rows.push(["  depends on:", dependsOn.join(", ")]);
  if (target.earliestDueAt !== undefined) rows.push(["  due from:", target.earliestDueAt]);
  if (target.latestDueAt !== undefined) rows.push(["  due until:", target.latestDueAt]);
  if (rounds !== undefined) rows.push(["  rounds:", `${rounds.met} met, ${rounds.missed} missed`]);
  if (dueAt !== null) rows.push(["  due:", dueAt]);
  if (remainingSeconds !== null) rows.push(["  remaining:", durationText(remainingSeconds)]);
  if (clause !== undefined) rows.push(["  clause:", clause]);
  return [`${bold(safe(measure))} (${safe(tier)}, ${safe(severity)}): ${state}`, ...aligned(rows).map(safe)];
}
