// Node's own test runner, and what it counted.

import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { attempt } from "./command.mjs";
import { cache } from "./paths.mjs";
import { counted } from "./stage.mjs";

/** The sums at the end of a report in the form of the Test Anything Protocol. */
function tapCounts(output) {
  const sum = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(output)?.[1] ?? 0);
  return { passed: sum("pass"), failed: sum("fail") + sum("cancelled") };
}

/** Runs every *.test.mjs of a folder. */
export async function testFolder(folder, tell) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".test.mjs")) : [];
  if (files.length === 0) return { passed: 0, failed: 0, skipped: "there is none" };
  const paths = files.sort().map((name) => join(folder, name));
  const report = join(cache, "node-test.tap");
  mkdirSync(cache, { recursive: true });
  const reporters = [
    ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
    ...["--test-reporter=tap", `--test-reporter-destination=${report}`],
  ];
  const result = await attempt(process.execPath, ["--test", ...reporters, ...paths], { tell });
  return counted(result, tapCounts(readFileSync(report, "utf8")));
}
