/** `case-slo sample`: sample logs of cases or outages. */

import { once } from "node:events";

import { sampleLog, type SampleLogOptions, sampleOutages } from "../sample-log.js";
import { command, shared, UsageError } from "./command.js";
import { readPolicy } from "./input.js";

export const sampleCommand = command({
  name: "sample",
  summary: "generate a sample log of cases or outages",
  usage: "[options]",
  count: [0, 0],
  details: [
    "Prints CSV, which is always the same for the same options. Most cases meet their objective, some are open, and a few",
    "rows cannot be read, as in a real log.",
  ],
  options: {
    rows: { value: "number", help: "number of cases; default: 1000" },
    seed: { value: "number", help: "each seed gives a different log; default: 1" },
    days: { value: "number", help: "number of days in the log; default: 182" },
    "as-of": { value: "time", help: "end of the log; default: 2026-07-01T00:00:00Z" },
    policy: shared.policy,
    measure: { value: "measure", help: "the measure of the response times; default: initial-response" },
    lang: { value: "tag", help: "language of headers and names; a French log uses semicolons; default: en" },
    "no-problems": { help: "leave out the rows that cannot be read" },
    outages: { help: "generate an outage log, for case-slo availability" },
  },
  async run(values) {
    const options: SampleLogOptions = { problems: values["no-problems"] !== true };
    for (const key of ["rows", "seed", "days"] as const) {
      const typed = values[key];
      if (typed === undefined) continue;
      if (!/^\d{1,12}$/.test(typed)) throw new UsageError(`expected a number for --${key}, found "${typed}"`);
      options[key] = Number(typed);
    }
    if (values["as-of"] !== undefined) options.asOf = values["as-of"];
    if (values.measure !== undefined) options.measure = values.measure;
    if (values.lang !== undefined) options.language = values.lang;
    const chunks = values.outages ? sampleOutages(options) : sampleLog(await readPolicy(values.policy), options);
    for (const chunk of chunks) {
      // A slow reader of standard output pauses the writing.
      if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
    }
    return 0;
  },
});
