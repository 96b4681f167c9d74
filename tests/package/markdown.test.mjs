// `case-slo/markdown` and `case-slo tags`: elements in Markdown as a fence of one line, filled from the policy.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fillTags, markdownItSlo, remarkSlo } from "case-slo/markdown";
import { cli } from "./support/cli.mjs";
import { root } from "./support/installed.mjs";

const boreal = JSON.parse(readFileSync(`${root}policies/boreal-care.json`, "utf8"));
const page = "# Times\n\n```slo-table tier=premium lang=en\n```\n\n```js\nslo-table\n```\n";

test("a fence becomes the tag with the objectives of the policy, other fences stay", () => {
  const html = fillTags(page);
  assert.match(html, /^# Times\n\n<slo-table tier="premium" lang="en">\n<table class="objectives">/);
  assert.match(html, /less than 15\u00a0min[\s\S]*<\/slo-table>\n\n```js\nslo-table\n```\n$/);
  // An empty line would end the HTML in Markdown.
  assert.doesNotMatch(html.slice(html.indexOf("<slo-table"), html.indexOf("</slo-table>")), /\n\s*\n/);
  assert.doesNotMatch(html, /<svg|<script/);
});

test("the policy, the language and attributes of every tag are options", () => {
  const html = fillTags("```slo-wizard\n```\n", {
    policy: boreal,
    lang: "fr_CA",
    attributes: { policy: "/boreal.json" },
  });
  assert.match(html, /^<slo-wizard policy="\/boreal\.json">/);
  assert.match(html, /Ligne d’urgence[\s\S]*Arrêt/);
});

test("text in the fence replaces that of the policy, and is text", () => {
  const html = fillTags('~~~ slo-wizard lang=en title="Get help"\nCall <us> {{ now }}.\n~~~\n');
  assert.equal(
    html,
    '<slo-wizard lang="en" title="Get help">\n<p>Call &lt;us> &#123;&#123; now }}.</p>\n</slo-wizard>\n',
  );
});

test("an attribute that runs a script is refused", () => {
  for (const line of ["slo-table onclick=alert(1)", 'slo-table "tier=1']) {
    assert.throws(() => fillTags(`\`\`\`${line}\n\`\`\`\n`), /expected an attribute of <slo-table>/);
  }
});

test("the plug-in of remark writes nodes that are HTML and JSX alike", () => {
  const tree = {
    type: "root",
    children: [
      { type: "list", children: [{ type: "code", lang: "slo-calculator", meta: "tier=premium lang=en", value: "" }] },
      { type: "code", lang: "js", value: "1" },
    ],
  };
  remarkSlo()(tree);
  const { data } = tree.children[0].children[0];
  assert.equal(data.hName, "slo-calculator");
  assert.deepEqual(data.hProperties, { tier: "premium", lang: "en" });
  assert.match(JSON.stringify(data.hChildren), /"tagName":"table","properties":\{"className":\["objectives"\]\}/);
  assert.equal(tree.children[1].type, "code");
});

test("the plug-in of markdown-it leaves other fences to it, and protects the tag from Vue", () => {
  const rules = { fence: (tokens, at) => `<pre>${tokens[at].content}</pre>` };
  markdownItSlo({ renderer: { rules } }, { lang: "en", vue: true });
  assert.match(
    rules.fence([{ info: "slo-table tier=premium", content: "" }], 0),
    /^<slo-table tier="premium" v-pre>\n/,
  );
  assert.equal(rules.fence([{ info: "js", content: "1" }], 0), "<pre>1</pre>");
});

describe("case-slo tags", () => {
  test("is a filter of Markdown", async () => {
    const { code, out, err } = await cli(["tags"], { input: page });
    assert.deepEqual([code, out, err], [0, fillTags(page), ""]);
  });

  test("refuses a tag that it does not know how to write", async () => {
    const { code, err } = await cli(["tags"], { input: "```slo-table on=1\n```\n" });
    assert.equal(code, 2);
    assert.match(err, /expected an attribute of <slo-table>, found "on=1"/);
  });

  test("is a preprocessor of mdBook: it supports HTML, and fills every chapter", async () => {
    assert.equal((await cli(["tags", "--mdbook", "supports", "html"])).code, 0);
    assert.equal((await cli(["tags", "--mdbook", "supports", "epub"])).code, 1);
    const chapter = (name, sub_items = []) => ({
      Chapter: { name, content: page, number: [1], sub_items, path: "a.md" },
    });
    const context = { root: ".", config: { book: { language: "en" } }, renderer: "html", mdbook_version: "0.5.4" };
    for (const list of ["items", "sections"]) {
      const book = { [list]: [chapter("One", [chapter("Two")]), "Separator"] };
      const { code, out } = await cli(["tags", "--mdbook"], { input: JSON.stringify([context, book]) });
      assert.equal(code, 0);
      const [one, separator] = JSON.parse(out)[list];
      assert.equal(one.Chapter.content, fillTags(page));
      assert.equal(one.Chapter.sub_items[0].Chapter.content, fillTags(page));
      assert.equal(separator, "Separator");
    }
  });
});

test("the plug-in of WordPress has the elements of a fence, and the version of the package", () => {
  const plugin = readFileSync(`${root}php/case-slo.php`, "utf8");
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const [, list] = /CASE_SLO_ELEMENTS = array\(([^)]*)\)/.exec(plugin);
  const names = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  const fences = names.filter((name) => fillTags(`\`\`\`${name}\n\`\`\`\n`).startsWith(`<${name}>`));
  assert.deepEqual(fences, names);
  assert.equal(names.length, 7);
  assert.deepEqual(
    [...plugin.matchAll(/\d+\.\d+\.\d+/g)].map(([found]) => found),
    [version, version],
  );
});

test("the recipes of the guide are the projects of the tests", () => {
  const guide = readFileSync(`${root}docs/embedding/documentation-tools.md`, "utf8").replaceAll(/\s+/g, " ");
  const fixtures = `${root}tests/matrix/docs/fixtures`;
  const files = readdirSync(fixtures, { recursive: true }).filter((name) =>
    /config\.m?js$|theme\/index\.js$|slo\.html$|wizard\.astro$/.test(name),
  );
  assert.equal(files.length, 7);
  for (const name of files) {
    const text = readFileSync(join(fixtures, name), "utf8").trim().replaceAll(/\s+/g, " ");
    assert.ok(guide.includes(text), name);
  }
});
