// The texts that people read, as far as a program can check them: policies, written documents, pages, and examples of faults.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { site } from "../../tools/lib/paths.mjs";
import { root } from "./support/installed.mjs";
import { faultsOf, faultsOfLabel } from "./support/words.mjs";

const languages = ["fr-CA", "en"];

describe("a planted fault is found", () => {
  for (const [language, text, fault] of [
    ["fr-CA", "Priorité: haute", /colon/],
    ["fr-CA", "Priorité : haute", /colon/],
    ["fr-CA", "«\u00a0oui »", /quotation/],
    ["fr-CA", "Vraiment ?", /no space/],
    ["fr-CA", "l'échéance", /apostrophes/],
    ["fr-CA", "en 30 minutes", /figure and its unit/],
    ["fr-CA", "Encore...", /ellipsis/],
    ["fr-CA", "La gravité la plus sûre sera retenue.", /par prudence/],
    ["fr-CA", "L’objectif est dépassé.", /délai dépassé/],
    ["fr-CA", "Vous pouvez faire une remontée.", /faire remonter/],
    ["fr-CA", "Ce qui revient chaque mois", /services récurrents/],
    ["fr-CA", "Palier", /niveau de service/],
    ["fr-CA", "Open the ticket", /other language/],
    ["en", "The safer severity will be used.", /most severe/],
    ["en", "This is no link.", /is not a/],
    ["en", "Only where you say so", /only if/],
    ["en", "Call the desk.", /support desk/],
    ["en", "It is recognised.", /-ize/],
    ["en", "Votre niveau", /other language/],
    ["en", "It's late", /apostrophes/],
  ]) {
    test(`${language}: ${text}`, () => assert.ok(faultsOf(text, language).some((each) => fault.test(each))));
  }
  test("a long label", () => assert.equal(faultsOfLabel("x".repeat(61), "en").length, 1));
  for (const [language, text] of [
    ["fr-CA", "Délai\u00a0: 30\u00a0minutes; voir https://example.com/a?b=c."],
    ["en", "There is no objective: call the support desk within 30 minutes."],
  ])
    test(`and nothing in: ${text}`, () => assert.deepEqual(faultsOf(text, language), []));
});

/** A text in a language: the sets of holidays have "fr" for every kind of French. */
const textIn = (texts, language) => texts[language] ?? texts[language.split("-")[0]];

/** Every text of a policy with its path. Aliases are what logs call things. */
function textsIn(value, path = "") {
  if (value === null || typeof value !== "object") return [];
  if (languages.some((language) => typeof value[language] === "string")) return [{ path, texts: value }];
  return Object.entries(value).flatMap(([key, member]) =>
    key === "aliases" ? [] : textsIn(member, `${path}/${member?.id ?? key}`),
  );
}

for (const file of readdirSync(`${root}policies`).filter((name) => /(?<!schema)\.json$/.test(name))) {
  describe(file, () => {
    const all = textsIn(JSON.parse(readFileSync(`${root}policies/${file}`, "utf8")));
    for (const language of languages) {
      test(`has no fault in ${language}`, () => {
        assert.ok(all.length > 100);
        assert.deepEqual(
          all.flatMap(({ path, texts }) =>
            [
              ...faultsOf(textIn(texts, language), language),
              ...(/^\/(?!clauses|exports).*\/name$/.test(path) ? faultsOfLabel(textIn(texts, language), language) : []),
            ].map((fault) => `${path}: ${fault}: ${textIn(texts, language)}`),
          ),
          [],
        );
      });
    }
  });
}

/** The texts of a page by language, an element at a time; code and scripts are no language. */
function textsOfPage(html) {
  const found = [];
  const open = [];
  for (const [, comment, close, name, attributes, text] of html.matchAll(
    /(<!--[\s\S]*?-->|<!doctype[^>]*>)|<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>|([^<]+)/gi,
  )) {
    if (comment !== undefined) continue;
    if (text !== undefined) {
      const { language, isQuiet } = open.at(-1) ?? {};
      if (!isQuiet && text.trim() !== "") found.push({ language, text: characters(text) });
    } else if (close) {
      while (open.length > 0 && open.pop().name !== name);
    } else if (!/^(area|base|br|col|hr|img|input|link|meta|source|wbr)$/.test(name) && !attributes.endsWith("/")) {
      const language = / lang="([^"]*)"/.exec(attributes)?.[1] ?? open.at(-1)?.language;
      const isQuiet = open.at(-1)?.isQuiet || /^(code|pre|script|style|svg|textarea)$/.test(name);
      open.push({ name, language, isQuiet });
    }
  }
  return found;
}

const characters = (text) =>
  text.replaceAll("&nbsp;", "\u00a0").replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** The pages of a folder, and of those below it. */
const pagesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith(".html") && !name.includes("node_modules"))
        .map((name) => join(folder, name))
    : [];

const pages = [...pagesIn(site), ...pagesIn(`${root}examples`), `${root}js/frame/frame.html`];

describe("pages", () => {
  test("a French word on an English page is found, and the reverse", () => {
    const page = (language, text) => textsOfPage(`<html lang="${language}"><p>${text} <code>le the</code></p></html>`);
    const found = [...page("en", "Votre niveau"), ...page("fr-CA", "Your tier")];
    assert.deepEqual(
      found.map(({ language, text }) => faultsOf(text, language)),
      [["the other language"], ["the other language"]],
    );
  });
  for (const path of pages) {
    test(path.slice(root.length), () => {
      const texts = textsOfPage(readFileSync(path, "utf8")).filter(({ language }) => languages.includes(language));
      // Of runs that are cut by tags, only the words are looked at: a space may stand in the next run.
      const wrong = texts.flatMap(({ language, text }) =>
        faultsOf(text, language)
          .filter((fault) => /^say|other language|apostrophes|ellipsis/.test(fault))
          .map((fault) => `${fault}: ${text.trim()}`),
      );
      assert.deepEqual([...new Set(wrong)], []);
    });
  }
});
