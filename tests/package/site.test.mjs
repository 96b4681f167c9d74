// The site, as its settings change it.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { loadPolicy, referencePolicy } from "case-slo";
import { cache, dist, root, site } from "../../tools/lib/paths.mjs";

const { buildSite } = await import(pathToFileURL(join(cache, "www.mjs")).href);

const alternates = async (out, page) =>
  [
    ...(await readFile(join(out, page), "utf8")).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g),
  ].map(([, language, href]) => `${language} ${href}`);

test("only a site that knows its address says where each page is in the other language", async () => {
  const out = await mkdtemp(join(tmpdir(), "case-slo-site-"));
  try {
    await buildSite({ root, dist, out, address: "https://support.example.com/severity/" });
    const whole = [
      "fr-CA https://support.example.com/severity/tiers.html",
      "en https://support.example.com/severity/en/tiers.html",
    ];
    assert.deepEqual(await alternates(out, "tiers.html"), whole);
    assert.deepEqual(await alternates(out, "en/tiers.html"), whole);
    await buildSite({ root, dist, out });
    // A relative URL is not an address to a search engine, and Lighthouse reports it.
    assert.deepEqual(await alternates(out, "tiers.html"), []);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
});

/** All combinations of answers. */
function combinations([question, ...rest]) {
  if (question === undefined) return [{}];
  return combinations(rest).flatMap((others) => question.options.map(({ id }) => ({ [question.id]: id, ...others })));
}

for (const [page, language] of [
  ["index.html", "fr-CA"],
  ["en/index.html", "en"],
]) {
  test(`the policy in ${page} decides and advises as the whole policy does`, async () => {
    const html = await readFile(join(site, page), "utf8");
    const [, text] = /<script type="application\/json" id="policy">(.*?)<\/script>/s.exec(html) ?? [];
    const [part, whole] = [loadPolicy(text), referencePolicy()];
    const { questions, severities, tiers, context } = whole.toJSON();
    for (const answers of combinations(questions)) {
      assert.deepEqual(part.classify(answers), whole.classify(answers));
      assert.deepEqual(part.nextQuestion(answers), whole.nextQuestion(answers));
    }
    // The part has its texts in one language.
    const said = (value) => JSON.parse(JSON.stringify(value, (_, each) => each?.[language] ?? each));
    const contexts = [{}, ...context.flatMap(({ id, options }) => options.map((option) => ({ [id]: option.id })))];
    const submittedAt = "2026-02-03T07:14:00Z";
    for (const { id: severity } of severities) {
      for (const { id: tier } of tiers) {
        for (const given of contexts) {
          const facts = { severity, tier, context: given, submittedAt };
          for (const now of [submittedAt, "2026-02-05T07:14:00Z"]) {
            assert.deepEqual(said(part.evaluate(facts, now)), said(whole.evaluate(facts, now)));
            assert.deepEqual(said(part.advise(facts, now)), said(whole.advise(facts, now)));
          }
        }
      }
    }
    const { clauses, features, glossary, exports, examples, ...kept } = whole.toJSON();
    assert.deepEqual(Object.keys(part.toJSON()).sort(), Object.keys(kept).sort());
    assert.deepEqual(part.languages, [language]);
  });
}
