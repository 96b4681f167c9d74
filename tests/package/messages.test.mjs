// Every message of elements and pages, in both languages: typeset as Québec does, without English in French, nor French in English.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { bundle } from "../../tools/lib/bundle.mjs";
import { root } from "./support/installed.mjs";

/** The files of messages of a language, under js/ and www/. */
const filesOf = (language) =>
  ["js", "www"].flatMap((folder) =>
    readdirSync(`${root}${folder}/messages`, { recursive: true })
      .map((name) => String(name).replaceAll("\\", "/"))
      .filter((name) => new RegExp(`(^|/)${language}\\.tsx?$`).test(name))
      .map((name) => `${folder}/messages/${name}`),
  );

/** What a file exports; its texts are functions too. */
async function exportsOf(file) {
  const { outputFiles } = await bundle({
    entryPoints: [file],
    write: false,
    platform: "node",
    define: { "import.meta.url": '""' },
  });
  const found = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return Object.values(found);
}

/** A word that stands for whatever is put into a sentence: with a small letter, so that nothing is changed. */
const word = "xyz";

/** Every text in a tree of messages, with its path: functions are asked with words, lists and numbers until they answer. */
function textsIn(value, path = "") {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value === "function") return answers(value).flatMap((answer) => textsIn(answer, `${path}()`));
  if (Array.isArray(value))
    return isMarkup(value)
      ? [{ path, text: plain(value) }]
      : value.flatMap((each, at) => textsIn(each, `${path}/${at}`));
  if (value === null || typeof value !== "object") return [];
  if ("props" in value) return [{ path, text: plain(value) }];
  return Object.entries(value).flatMap(([key, member]) => textsIn(member, `${path}/${key}`));
}

const isMarkup = (value) => value.some((each) => typeof each === "object" && each !== null && "props" in each);

/** Nodes of Preact as the text that they show; code is no language, but takes its place. */
function plain(node) {
  if (Array.isArray(node)) return node.map(plain).join("");
  if (node?.type === "code") return "x";
  if (typeof node === "object" && node !== null) return "props" in node ? plain(node.props.children) : "";
  return typeof node === "string" || typeof node === "number" ? String(node) : "";
}

/** What a message says of one and of several, of words and of figures. */
function answers(message) {
  const kinds = [
    [word, word],
    1,
    2,
    word,
    [[word], [word, word]],
    { bound: "under", minutes: 30, seconds: 1_800 },
    { bound: "within", minutes: 120, seconds: 7_200 },
    (text) => text ?? word,
    "under",
    "within",
    null,
  ];
  const found = [];
  const attempt = (given) => {
    try {
      const answer = message(...given);
      if (typeof answer === "string" || (typeof answer === "object" && answer !== null)) found.push(answer);
    } catch {
      // It takes something else.
    }
  };
  const count = Math.max(1, message.length);
  for (const kind of kinds) attempt(Array(count).fill(kind));
  for (const first of kinds)
    for (const second of kinds) attempt([first, second, ...Array(Math.max(0, count - 2)).fill(word)]);
  return found.filter((answer) => !/undefined|NaN|\[object|=>/.test(plain(answer) || String(answer)));
}

const misspaced = [
  [/[^\u00a0\d]:(?!\/\/)(?=\s|$)|[ ]:/, "a no-break space before a colon"],
  [/«(?!\u00a0)|(?<!\u00a0)»/, "no-break spaces inside quotation marks"],
  [/[ \u00a0\u202f][;!?]/, "no space before ; ! ?"],
  [/['"]/, "the apostrophes and quotation marks of print"],
  [/\d (?:h|min|s|%|\$|minutes?|heures?|jours?)\b/, "a no-break space between a figure and its unit"],
  [/\.\.\./, "an ellipsis of one character"],
];

const english = /\b(?:the|and|your|with|case|ticket|deadline|support desk|click|email|feedback|update)\b/i;
const french = /\b(?:le|la|les|vous|votre|avec|niveau|gravité|délai)\b|[éèêàçœ]/i;
/** Names that are the same in every language. */
const names = /case-slo|Markdown|Montréal|Boréal|Français|JavaScript/g;

for (const [language, check] of [
  [
    "fr-CA",
    (text) => [
      ...misspaced.filter(([pattern]) => pattern.test(text)).map(([, wanted]) => wanted),
      ...(english.test(text.replace(names, "")) ? ["no English"] : []),
    ],
  ],
  ["en", (text) => (french.test(text.replace(names, "")) ? ["no French"] : [])],
]) {
  describe(`messages in ${language}`, () => {
    const files = filesOf(language);
    test("there are files in both folders", () =>
      assert.ok(files.some((file) => file.startsWith("js/")) && files.some((file) => file.startsWith("www/"))));
    for (const file of files) {
      test(file, async () => {
        const texts = (await exportsOf(file)).flatMap((each) => textsIn(each));
        assert.ok(texts.length > 0, "it says something");
        const wrong = texts.flatMap(({ path, text }) => check(text).map((wanted) => `${path}: ${wanted}: ${text}`));
        assert.deepEqual([...new Set(wrong)], []);
      });
    }
  });
}
