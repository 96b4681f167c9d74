import { readArguments, type Command } from "./command.js";
import { readDuration, readPauses, readPolicy } from "./input.js";
import { print } from "./output.js";
import { count, timelineLines } from "./timeline.js";

export const deadlineCommand: Command = {
  name: "deadline",
  summary: "say when a calendar has been open for some time",
  usage: "<calendar> <start> <duration>",
  details: [
    "The start is an instant of RFC 3339: 2026-02-03T02:14:00-05:00. The duration is in seconds, or as ISO 8601 writes it: PT7H30M.",
  ],
  options: [
    ["--policy <file>", "the policy whose calendar it is; without it, the reference policy"],
    ["--pause <from/to>", "a hold, which does not count; may be given again; without an end, it lasts"],
    ["--explain", "how the time was counted"],
  ],
  async run(argv) {
    const options = {
      policy: { type: "string" },
      pause: { type: "string", multiple: true },
      explain: { type: "boolean" },
    } as const;
    const { values, positionals } = readArguments(argv, options, { least: 3, most: 3 });
    const [calendar, start, duration] = positionals as [string, string, string];
    const [seconds, pauses] = [readDuration(duration), readPauses(values.pause ?? [])];
    const policy = await readPolicy(values.policy);
    const due = policy.deadline(calendar, start, seconds, pauses);
    print(due);
    if (values.explain)
      for (const line of timelineLines(count(policy, calendar, start, due, pauses).timeline)) print(line);
    return 0;
  },
};
