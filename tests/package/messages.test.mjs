// Every message of elements and pages, in both languages, is free of the faults that a program can find.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { bundle } from "../../tools/lib/bundle.mjs";
import { root } from "./support/installed.mjs";
import { faultsOf, faultsOfLabel } from "./support/words.mjs";

/** The modules with messages of a language, under js/ and www/: one a language, or one of both. */
const filesOf = (language) =>
  ["js", "www"].flatMap((folder) =>
    readdirSync(`${root}${folder}/messages`, { recursive: true })
      .map((name) => String(name).replaceAll("\\", "/"))
      .filter((name) => new RegExp(`(^|/)${language}\\.tsx?$`).test(name) || isOfBoth(`${folder}/messages/${name}`))
      .map((name) => `${folder}/messages/${name}`),
  );

const isOfBoth = (file) =>
  /\/(?!en\.|fr-CA\.)[\w-]+\.ts$/.test(file) && /^export const frCA:/m.test(readFileSync(root + file, "utf8"));

/** The messages of a language that a module exports; its texts are functions too. */
async function messagesOf(file, language) {
  const { outputFiles } = await bundle({
    entryPoints: [file],
    write: false,
    platform: "node",
    define: { "import.meta.url": '""' },
  });
  const found = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return found[language === "en" ? "en" : "frCA"];
}

/** A word in place of a name that goes into a sentence. */
const word = "xyz";

/** Every text in a tree of messages, with its path: functions are asked with words, lists and numbers until they answer. */
function textsIn(value, path = "") {
  if (typeof value === "string") return [{ path, text: value, isFixed: !path.includes("()") }];
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

/** A text that does not end as a sentence does. */
const isLabel = (text) => !/[.:?!)]$/.test(text);

/** The texts of a message for one and for several, for words and for figures. */
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

for (const language of ["fr-CA", "en"]) {
  describe(`messages in ${language}`, () => {
    const files = filesOf(language);
    test("there are files in both folders", () =>
      assert.ok(files.some((file) => file.startsWith("js/")) && files.some((file) => file.startsWith("www/"))));
    for (const file of files) {
      test(file, async () => {
        const texts = textsIn(await messagesOf(file, language));
        assert.ok(texts.length > 0, "it has texts");
        const wrong = texts.flatMap(({ path, text, isFixed }) =>
          [...faultsOf(text, language), ...(isFixed && isLabel(text) ? faultsOfLabel(text, language) : [])].map(
            (fault) => `${path}: ${fault}: ${text}`,
          ),
        );
        assert.deepEqual([...new Set(wrong)], []);
      });
    }
  });
}
