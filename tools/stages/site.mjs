// The site in three browsers.

import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { attemptNode } from "../lib/command.mjs";
import { matches, nodeTests, titlesIn } from "../lib/node-test.mjs";
import { counted, literally } from "../lib/outcome.mjs";
import { cache, inRoot, nodeTool } from "../lib/paths.mjs";

const folder = "tests/browser";

/** Everything, in Chromium, by Playwright. */
export const site = {
  name: "site",
  title: "Site, in Chromium",
  needs: ["build", "browsers"],
  run: (progress) => playwright([], progress),
  select(word) {
    const specs = readdirSync(inRoot(folder)).filter((name) => name.endsWith(".spec.ts"));
    const named = specs.filter((name) => matches(name, word)).map((name) => `${folder}/${name}`);
    const hasTitle = specs.some((name) => titlesIn(`${folder}/${name}`).some((title) => matches(title, word)));
    return {
      files: named.length > 0 ? (progress) => playwright(named, progress) : undefined,
      titles: hasTitle ? (progress) => playwright(["--grep", literally(word)], progress) : undefined,
    };
  },
};

/** The essentials, in Firefox and WebKit. */
export const browsers = {
  name: "browsers",
  title: "Site, in Firefox and WebKit",
  needs: ["build", "browsers"],
  ...nodeTests({ folder: `${folder}/engines`, name: "browsers" }),
};

async function playwright(args, progress) {
  const report = join(cache, "playwright.json");
  rmSync(report, { force: true });
  const result = await attemptNode(
    nodeTool("@playwright", "test", "cli.js"),
    ["test", "--reporter=line,json", ...args],
    { progress, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, FORCE_COLOR: "0" } },
  );
  if (!existsSync(report)) return counted(result, { passed: 0, failed: 0 });
  const { stats, suites } = JSON.parse(readFileSync(report, "utf8"));
  return counted(result, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    failures: failuresIn(suites),
  });
}

/** The tests that failed, of suites within suites. */
function failuresIn(suites) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ title, file, line }) => ({
        name: title,
        file: `${folder}/${file}:${line}`,
        repeat: `npx playwright test ${folder}/${file}:${line}`,
      })),
    ...failuresIn(inner),
  ]);
}
