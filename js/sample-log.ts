/**
 * Logs to try a report with, made up from a seed: "case-slo/sample-log". The same seed and options give the same bytes
 * everywhere. Apart from the API, because a page that reads logs of its own does not need it.
 */

export { sampleLog, type SampleLogOptions } from "./sample/cases.js";
export { sampleOutages, type SampleOutagesOptions } from "./sample/outages.js";
