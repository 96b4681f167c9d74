/** `case-slo import`: a policy from the settings of a help desk, or from a table of response times. */

import { importKinds, type ImportKind, importPolicy } from "../import/index.js";
import { importMessagesFor } from "../messages/import.js";
import { command, suggestion, UsageError } from "./command.js";
import { nameOf, readText } from "./input.js";
import { note, printJson, safe } from "./output.js";

export const importCommand = command({
  name: "import",
  summary: "print a policy made from the settings of a help desk, or from a table of response times",
  usage: `<${importKinds.join("|")}> <file|-> …`,
  count: [2, 20],
  details: [
    "The files are the answers of the help desk's API as JSON, in any order: SLA policies, and its business hours (schedules,",
    "calendars) and holidays if you have them. With csv, the file is a table with a column of severities and a column of targets",
    "for each tier, or for each measure: 30 min, 4 business hours, next business day, none, best effort.",
    "Whatever cannot be carried over is listed on standard error, with its place. Complete the policy, then run case-slo check.",
  ],
  options: {
    lang: { value: "tag", help: "the language of the names in the files, en or fr-CA; default: en" },
    title: { value: "text", help: "the title of the policy" },
    zone: { value: "zone", help: "the time zone of business hours that the files do not give; default: UTC" },
  },
  async run({ lang = "en", title, zone }, [kind = "", ...paths]) {
    if (!isKind(kind)) throw new UsageError(`unknown kind "${kind}"${suggestion(kind, importKinds)}`);
    const files = [];
    for (const path of paths) files.push({ name: nameOf(path), text: await readText(path) });
    const { policy, findings } = importPolicy(kind, files, {
      language: lang,
      ...(title === undefined ? {} : { title }),
      ...(zone === undefined ? {} : { zone }),
    });
    const messages = importMessagesFor(lang);
    for (const { code, path, values } of findings)
      note(safe(`${code}${path === "" ? "" : ` (at ${path})`}: ${messages.findings[code](...values)}`));
    note(messages.count(findings.length));
    printJson(policy);
    return 0;
  },
});

const isKind = (kind: string): kind is ImportKind => importKinds.some((each) => each === kind);
