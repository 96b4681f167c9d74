import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { attemptNode } from "../lib/command.mjs";
import { testFolder } from "../lib/node-test.mjs";
import { cache, inRoot, nodeTool } from "../lib/paths.mjs";
import { counted } from "../lib/stage.mjs";

/** The site in Chromium, by Playwright. */
export const chromium = {
  title: "Site, in Chromium",
  async run(tell) {
    const report = join(cache, "playwright.json");
    rmSync(report, { force: true });
    const result = await attemptNode(nodeTool("@playwright", "test", "cli.js"), ["test", "--reporter=line,json"], {
      tell,
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, FORCE_COLOR: "0" },
    });
    const stats = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")).stats : undefined;
    return counted(result, { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 });
  },
};

/** What matters most of the site, in Firefox and WebKit. */
export const engines = {
  title: "Site, in Firefox and WebKit",
  run: (tell) => testFolder(inRoot("tests", "browser", "engines"), tell),
};
