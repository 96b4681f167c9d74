import { readArguments, type Command } from "./command.js";
import { readPauses, readPolicy } from "./input.js";
import { print } from "./output.js";
import { count, spoken, timelineLines } from "./timeline.js";

export const elapsedCommand: Command = {
  name: "elapsed",
  summary: "say how long a calendar was open between two instants",
  usage: "<calendar> <start> <end>",
  details: ["Both are instants of RFC 3339: 2026-02-03T02:14:00-05:00."],
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
    const [calendar, start, end] = positionals as [string, string, string];
    const pauses = readPauses(values.pause ?? []);
    const policy = await readPolicy(values.policy);
    const seconds = policy.elapsed(calendar, start, end, pauses);
    print(`${seconds} s${seconds < 60 ? "" : ` (${spoken(seconds)})`}`);
    if (values.explain)
      for (const line of timelineLines(count(policy, calendar, start, end, pauses).timeline)) print(line);
    return 0;
  },
};
