// `case-slo/ssr`: elements as HTML with declarative shadow DOM, in Node without a page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadPolicy, referencePolicy } from "case-slo";
import { elementCss, renderElement, renderShadow } from "case-slo/ssr";
import { root } from "./support/installed.mjs";

const boreal = JSON.parse(readFileSync(`${root}policies/boreal-care.json`, "utf8"));
const names = ["calculator", "clock", "deliverables", "intake", "table", "term", "tiers", "wizard"];

test("no global of a page exists, before or after", () => {
  renderElement("slo-wizard");
  for (const name of ["document", "window", "HTMLElement", "ShadowRoot", "location", "history"])
    assert.equal(globalThis[name], undefined, name);
});

for (const lang of ["fr-CA", "en"])
  for (const name of names)
    test(`<slo-${name}> in ${lang} is its tag, one shadow root with a style, and the text inside the tag`, () => {
      const attributes = {
        lang,
        tier: "premium",
        severity: "critical",
        submitted: "2026-02-03T07:14:00Z",
        term: "TAC",
      };
      const html = renderElement(`slo-${name}`, { attributes, content: "<p>Call &amp; wait.</p>" });
      assert.match(
        html,
        new RegExp(`^<slo-${name} lang="${lang}" tier="premium" [^>]*><template shadowrootmode="open"><style>`),
      );
      assert.match(html, new RegExp(`</template><p>Call &amp; wait\\.</p></slo-${name}>$`));
      assert.equal(html.split("<template").length, 2);
      assert.doesNotMatch(html, /\[object|undefined|NaN/);
      // A policy that refuses inline styles and handlers has nothing to refuse but the style element.
      assert.doesNotMatch(html, / (?:style|on\w+)="/);
    });

test("the wizard shows the first question of the policy, in the language of the page around it", () => {
  for (const policy of [boreal, JSON.stringify(boreal), loadPolicy(boreal)]) {
    assert.match(renderElement("slo-wizard", { policy, lang: "en" }), /What do you need\?/);
    assert.match(renderElement("slo-wizard", { policy, lang: "fr_CA" }), /De quoi avez-vous besoin\?/);
  }
  const { text } = referencePolicy().nextQuestion({});
  assert.ok(renderElement("slo-wizard", { lang: "en" }).includes(text.en));
});

test("texts of attributes and of a policy are escaped", () => {
  const name = { en: '<b>&"Bad"</b>' };
  const severities = [{ id: "p1", name, definition: name }];
  const policy = { id: "bad", version: "1", title: name, languages: ["en"], severities };
  const html = renderElement("slo-table", { policy, attributes: { lang: "en", title: '"><script>' } });
  assert.doesNotMatch(html, /<b>|<script>/);
  assert.match(html, / title="&quot;>&lt;script>/);
  assert.throws(() => renderElement("slo-table", { attributes: { "a><b": "" } }), { code: "invalid-case" });
});

test("for a header that refuses inline styles there is the address of a file", () => {
  const html = renderElement("slo-table", { stylesheet: "/slo-table.css" });
  assert.doesNotMatch(html, /<style/);
  assert.match(html, /<template shadowrootmode="open"><link rel="stylesheet" href="\/slo-table\.css">/);
  assert.match(elementCss("slo-table"), /:host[\s\S]*scripting: none/);
  assert.match(renderShadow("slo-table", { nonce: "abc" }), /^<style nonce="abc">/);
});

test("what cannot be rendered is refused with a code", () => {
  assert.throws(() => renderElement("slo-report"), { code: "invalid-case", message: /found "slo-report"/ });
  assert.throws(() => renderElement("slo-clock", { zone: "Eastern Standard Time" }), { code: "unknown-zone" });
  assert.throws(() => renderElement("slo-wizard", { policy: "{}" }), { code: "invalid-policy" });
});
