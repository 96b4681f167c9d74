// The manifest and the data for editors describe the elements as they are.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import manifest from "case-slo/custom-elements.json" with { type: "json" };
import cssData from "case-slo/css-data.json" with { type: "json" };
import htmlData from "case-slo/html-data.json" with { type: "json" };
import webTypes from "case-slo/web-types.json" with { type: "json" };
import { dist } from "../../tools/lib/paths.mjs";

/** The elements, and the charts that they draw. */
const sources = ["elements", "charts"].flatMap((room) => {
  const folder = fileURLToPath(new URL(`../../js/${room}/`, import.meta.url));
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
});
const host = readFileSync(fileURLToPath(new URL("../../js/frame/host.ts", import.meta.url)), "utf8");
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
const found = (pattern, of = sources) =>
  [...new Set(of.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name)))].sort();
const described = (key) =>
  [...new Set(elements.flatMap((element) => (element[key] ?? []).map(({ name }) => name)))].sort();

test("every element that define registers is in the manifest, under its tag", () => {
  const registered = found(/register\("(slo-[a-z-]+)"/g);
  assert.notEqual(registered.length, 0);
  const [, frame] = /customElements\.define\("(slo-[a-z]+)"/.exec(host);
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), [...registered, frame].sort());
});

test("everything in the manifest has a name and a description", () => {
  for (const element of elements) {
    assert.ok(element.description.length > 10, element.tagName);
    for (const key of ["attributes", "events", "cssParts", "cssProperties"]) {
      for (const { name, description } of element[key] ?? [])
        assert.ok(name && description, `${element.tagName} ${key} ${name}`);
    }
  }
});

test("the manifest has every attribute that an element observes", () => {
  for (const { tagName, attributes } of elements) {
    const own = sources.filter(({ name }) => name.replaceAll("\\", "/") === `${tagName.slice(4)}/element.tsx`);
    const [list = ""] = found(/\[\.\.\.super\.observedAttributes, ([^\]]+)\]/g, own);
    for (const [, name] of list.matchAll(/"([^"]+)"/g)) {
      assert.ok(
        attributes.some((attribute) => attribute.name === name),
        `${tagName} ${name}`,
      );
    }
  }
});

test("slots are those of the sources, and each has a description", () => {
  assert.deepEqual(described("slots"), ["", ...found(/<slot name="([a-z]+)"/g)]);
  for (const { tagName, slots } of elements)
    assert.ok(slots.length > 0 && slots.every(({ description }) => description), tagName);
});

test("editors get the values of an attribute, and every element", () => {
  const { attributes } = htmlData.tags.find(({ name }) => name === "slo-wizard");
  const theme = attributes.find(({ name }) => name === "theme");
  assert.deepEqual(
    theme.values.map(({ name }) => name),
    ["light", "dark", "auto", "momentum"],
  );
  assert.deepEqual(htmlData.tags.map(({ name }) => name).sort(), elements.map(({ tagName }) => tagName).sort());
});

test("events, parts and tokens are those of the sources, and no others", () => {
  assert.deepEqual(described("events"), found(/emit\("(slo-[a-z]+)"/g));
  // A list of advice is a part by its kind as well: part={`advice ${kind}`}.
  assert.deepEqual(
    described("cssParts"),
    [...new Set(["advice", ...found(/part="([a-z]+)"/g), ...found(/<AdviceList[^>]*\bkind="([a-z]+)"/g)])].sort(),
  );
  assert.deepEqual(described("cssProperties"), found(/var\((--slo-[a-z-]+)/g));
});

test("the list of elements is the same in the entries, the class names and the editor data", () => {
  const [list] = sources.filter(({ name }) => name === "index.ts");
  const classes = found(/^export \{ (Slo\w+) \} from "\.\/[\w-]+\/element\.js"/gm, [list]).filter(
    (name) => name !== "SloElement",
  );
  assert.deepEqual(elements.map(({ name }) => name).sort(), [...classes, "SloFrame"].sort());
  const tags = elements.map(({ tagName }) => tagName).sort();
  assert.deepEqual(webTypes.contributions.html.elements.map(({ name }) => name).sort(), tags);
  for (const { path } of manifest.modules) assert.ok(existsSync(join(dist, path)), path);
});

test("the data for style sheets has each token and each part once", () => {
  const names = [...cssData.properties, ...cssData.pseudoElements].map(({ name }) => name);
  assert.ok(names.includes("--slo-color-accent"));
  assert.equal(new Set(names).size, names.length);
});

test("the README lists each element with its description", () => {
  const readme = readFileSync(fileURLToPath(new URL("../../README.md", import.meta.url)), "utf8");
  const rows = elements.map(
    ({ tagName, description }) => `| \`<${tagName}>\` | ${description.replaceAll("\n", " ")} |`,
  );
  assert.deepEqual(readme.match(/^\| `<slo-.*$/gm), rows);
});
