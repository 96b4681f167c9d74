/** Timelines as lines, and durations in words. */

import { loadPolicy, type Instant, type Policy, type TargetEvaluation, type TimelineSegment } from "../node.js";
import { aligned, english, safe } from "./output.js";
import { ownValue } from "../elements/shared/own.js";

/** A timeline as aligned lines: from, to, kind, duration, label. */
export function timelineLines(timeline: TimelineSegment[]): string[] {
  const rows = timeline.map(({ from, to, kind, label }) => [
    `  ${from}`,
    to,
    kind,
    spoken((Date.parse(to) - Date.parse(from)) / 1000),
    label === undefined ? "" : english(label),
  ]);
  return aligned(rows).map(safe);
}

/** Seconds in hours, minutes and seconds: "7 h 30 min". */
export function spoken(seconds: number): string {
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
  using alone = loadPolicy({
    id: "counted",
    version: "1",
    title: text,
    languages: ["en"],
    tiers: [{ id: "any", name: text }],
    severities: [{ id: "any", name: text }],
    calendars: { [calendar]: ownValue(policy.toJSON().calendars, calendar) },
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
