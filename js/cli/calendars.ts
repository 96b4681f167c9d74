/** `case-slo deadline` and `case-slo elapsed`: business hours of a calendar. */

import { command, shared } from "./command.js";
import { readDuration, readPauses, readPolicy } from "./input.js";
import { print } from "./output.js";
import { countedTime, spoken, timelineLines } from "./timeline.js";

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
    print(`${seconds} s${seconds < 60 ? "" : ` (${spoken(seconds)})`}`);
    if (explain)
      for (const line of timelineLines(countedTime(policy, calendar, start, end, pauses).timeline)) print(line);
    return 0;
  },
});
