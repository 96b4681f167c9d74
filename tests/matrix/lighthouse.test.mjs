// Lighthouse on the wizard's page, as a visitor meets it who wants less motion: in both languages, as a phone and as a desktop.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromiumFlags, findBrowser } from "../../tools/lib/browsers.mjs";
import { site } from "../../tools/lib/paths.mjs";
import { serve } from "../../tools/serve/server.mjs";
import { node } from "./support/process.mjs";
import { root, tool } from "./support/project.mjs";

let server;
before(async () => {
  server = await serve({ folder: site });
});
after(() => server?.close());

/** The score of the page, of 100, in each category, and the audits that cost points. */
async function measured(path, preset) {
  const flags = [...chromiumFlags, "--headless=new", "--force-prefers-reduced-motion"].join(" ");
  const args = [join(tool("lighthouse"), "cli", "index.js"), `${server.url}${path}`];
  args.push("--output=json", "--quiet", "--no-enable-error-reporting", `--chrome-flags=${flags}`);
  if (preset) args.push(`--preset=${preset}`);
  const output = await node(args, { cwd: root, env: { CHROME_PATH: findBrowser("chromium") }, limit: 120_000 });
  const { categories, audits } = JSON.parse(output.slice(output.indexOf("{\n")));
  const scores = Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, Math.round(score * 100)]));
  const lost = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map(({ id }) => id),
  );
  return { scores, lost: lost.map((id) => `${id} ${audits[id].displayValue ?? ""}`.trim()) };
}

// How fast a page is for Lighthouse depends on what else the machine does: the best of three counts. What a busy machine
// may cost is 5 points; the other categories depend on the page alone.
const attempts = 3;
const busy = 95;

for (const [path, language] of [
  ["index.html", "fr-CA"],
  ["en/index.html", "en"],
]) {
  for (const preset of [undefined, "desktop"]) {
    test(`${language}, ${preset ?? "mobile"}: 100 in all four categories, except for the cost of a busy machine`, {
      timeout: 400_000,
    }, async (t) => {
      let best = 0;
      let lost = [];
      for (let attempt = 0; attempt < attempts && best < 100; attempt += 1) {
        const found = await measured(path, preset);
        const { performance, ...others } = found.scores;
        assert.deepEqual(others, { accessibility: 100, "best-practices": 100, seo: 100 }, found.lost.join("; "));
        if (performance > best) ({ best, lost } = { best: performance, lost: found.lost });
      }
      t.diagnostic(`performance ${best}${best < 100 ? `: ${lost.join("; ")}` : ""}`);
      assert.ok(best >= busy, `performance ${best}: ${lost.join("; ")}`);
    });
  }
}
