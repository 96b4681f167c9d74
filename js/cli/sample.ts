/** `case-slo sample`: a log to try a report with. */

import { once } from "node:events";

import type { SampleLogOptions } from "../sample-log.js";
import { sampleLog, sampleOutages } from "../sample-log.js";
import { readArguments, UsageError, type Command } from "./command.js";
import { readPolicy } from "./input.js";

export const sampleCommand: Command = {
  name: "sample",
  summary: "make up a log of cases, or of outages, to try a report with",
  usage: "",
  details: [
    "Writes CSV to standard output: the same for the same options, everywhere. Most cases are answered in time, some are open,",
    "and a few rows cannot be read, as in any real log.",
  ],
  options: [
    ["--rows <number>", "how many cases; without it, 1000"],
    ["--seed <number>", "another number, another log; without it, 1"],
    ["--days <number>", "days that the log covers; without it, 182"],
    ["--as-of <instant>", "where the log ends; without it, 2026-07-01T00:00:00Z"],
    ["--policy <file>", "the policy the cases are under; without it, the reference policy"],
    ["--measure <measure>", "what the cases are answered for; without it, initial-response"],
    ["--lang <tag>", "language of headers and names; French logs have semicolons; without it, en"],
    ["--no-problems", "without rows that cannot be read"],
    ["--outages", "a log of outages, for case-slo availability"],
  ],
  async run(argv) {
    const text = { type: "string" } as const;
    const flag = { type: "boolean" } as const;
    const options = {
      rows: text,
      seed: text,
      days: text,
      "as-of": text,
      policy: text,
      measure: text,
      lang: text,
      "no-problems": flag,
      outages: flag,
    } as const;
    const { values } = readArguments(argv, options, { least: 0, most: 0 });
    const asked: SampleLogOptions = { problems: values["no-problems"] !== true };
    for (const key of ["rows", "seed", "days"] as const) {
      const typed = values[key];
      if (typed === undefined) continue;
      if (!/^\d{1,12}$/.test(typed)) throw new UsageError(`--${key} takes a number: "${typed}"`);
      asked[key] = Number(typed);
    }
    if (values["as-of"] !== undefined) asked.asOf = values["as-of"];
    if (values.measure !== undefined) asked.measure = values.measure;
    if (values.lang !== undefined) asked.language = values.lang;
    const chunks = values.outages ? sampleOutages(asked) : sampleLog(await readPolicy(values.policy), asked);
    for (const chunk of chunks) {
      // A reader that is slower is waited for.
      if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
    }
    return 0;
  },
};
