/** `case-slo deadline` and `case-slo elapsed`: business hours of a calendar, with timelines as lines and durations in words. */

import { type Instant, loadPolicy, type Policy, type TargetEvaluation, type TimelineSegment } from "../node.js";
import { ownValue } from "../text/lookup.js";
import { command, shared } from "./command.js";
import { readDuration, readPauses, readPolicy } from "./input.js";
import { aligned, english, print, safe } from "./output.js";

const options = {
  policy: { ...shared.policy, help: "the policy that defines the calendar; default: the reference policy" },
  pause: shared.pause,
  explain: shared.explain,
} as const;

export const deadlineCommand = command({
  name: "deadline",
  summary: "find the time at which a duration in a calendar’s business hours ends",
  usage: "<calendar> <start> <duration>",
  count: [3, 3],
  details: [
    "The start is an RFC 3339 time, such as 2026-02-03T02:14:00-05:00. The duration is a number of seconds, or hours,",
    "minutes and seconds in ISO 8601, such as PT7H30M.",
  ],
  options,
  async run({ policy: path, pause, explain }, positionals) {
    const [calendar, start, duration] = positionals as [string, string, string];
    const [seconds, pauses] = [readDuration(duration), readPauses(pause ?? [])];
    const policy = await readPolicy(path);
    const due = policy.deadline(calendar, start, seconds, pauses);
    print(due);
    if (explain)
      for (const line of timelineLines(countedTime(policy, calendar, start, due, pauses).timeline)) print(line);
    return 0;
  },
});

export const elapsedCommand = command({
  name: "elapsed",
  summary: "measure a calendar’s business hours between two times",
  usage: "<calendar> <start> <end>",
  count: [3, 3],
  details: ["Both are RFC 3339 times, such as 2026-02-03T02:14:00-05:00."],
  options,
  async run({ policy: path, pause, explain }, positionals) {
    const [calendar, start, end] = positionals as [string, string, string];
    const pauses = readPauses(pause ?? []);
    const policy = await readPolicy(path);
    const seconds = policy.elapsed(calendar, start, end, pauses);
    print(`${seconds} s${seconds < 60 ? "" : ` (${durationText(seconds)})`}`);
    if (explain)
      for (const line of timelineLines(countedTime(policy, calendar, start, end, pauses).timeline)) print(line);
    return 0;
  },
});

/** Returns a timeline as aligned lines: from, to, kind, duration, label. */
export function timelineLines(timeline: TimelineSegment[]): string[] {
  const rows = timeline.map(({ from, to, kind, label }) => [
    `  ${from}`,
    to,
    kind,
    durationText((Date.parse(to) - Date.parse(from)) / 1000),
    label === undefined ? "" : english(label),
  ]);
  return aligned(rows).map(safe);
}

/** Writes seconds as hours, minutes and seconds: "7 h 30 min". */
export function durationText(seconds: number): string {
  const whole = Math.abs(seconds);
  const [hours, minutes, rest] = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    Number((whole % 60).toFixed(3)),
  ];
  const parts = [hours > 0 ? `${hours} h` : "", minutes > 0 ? `${minutes} min` : "", rest > 0 ? `${rest} s` : ""];
  return (seconds < 0 ? "−" : "") + (parts.filter(Boolean).join(" ") || "0 s");
}

/** Evaluates a case whose only objective uses the calendar, to get the timeline from `start` to `end`. */
export function countedTime(
  policy: Policy,
  calendar: string,
  start: Instant,
  end: Instant,
  pauses: [Instant, Instant | null][],
): TargetEvaluation {
  const text = { en: "Counted" };
  const { calendars, holidaySets } = policy.toJSON();
  using alone = loadPolicy({
    id: "counted",
    version: "1",
    title: text,
    languages: ["en"],
    tiers: [{ id: "any", name: text }],
    severities: [{ id: "any", name: text }],
    calendars: { [calendar]: ownValue(calendars, calendar) },
    holidaySets,
    measures: [{ id: "counted", name: text, pausable: true }],
    objectives: [
      { id: "counted", measure: "counted", tiers: ["any"], severities: ["any"], target: { within: "PT1S" }, calendar },
    ],
  });
  const facts = { tier: "any", severity: "any", submittedAt: start, pauses };
  const [target] = alone.evaluate(facts, end).targets;
  if (target === undefined) throw new Error("a case has one target for each of its objectives");
  return target;
}
