// The examples of the API reference: each function has one, and each of them holds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import * as api from "case-slo";
import { sampleLog, sampleOutages } from "case-slo/sample-log";
import { cache } from "../../tools/lib/paths.mjs";

/** The functions, and the methods of the classes, that the declarations of an entry export. */
function functionsOf(entry) {
  const { members } = JSON.parse(readFileSync(join(cache, "reference", `${entry}.api.json`), "utf8"));
  return members[0].members.flatMap(({ kind, name, docComment, members: own = [] }) =>
    kind === "Function"
      ? [{ name, docComment }]
      : kind === "Class"
        ? [
            ...(docComment.includes("@example") ? [{ name, docComment }] : []),
            ...own
              .filter((member) => member.kind === "Method" && member.name !== "[Symbol.dispose]")
              .map((member) => ({
                name: `${name.replace(/_\d+$/, "")}.${member.name}`,
                docComment: member.docComment,
              })),
          ]
        : [],
  );
}

const functions = ["index", "sample-log"].flatMap(functionsOf);

const examplesOf = (comment) =>
  [...comment.matchAll(/^ \* ```ts\n([\s\S]*?)^ \* ```$/gm)].map(([, code]) => code.replace(/^ \* ?/gm, ""));

/** Each line "expression; // => value" as an assertion. */
const asserting = (code) =>
  code.replace(
    /^(\s*)(.+?);? \/\/ => (.+)$/gm,
    (_, space, expression, value) =>
      `${space}assert.deepEqual(${expression}, ${value}, ${JSON.stringify(expression)});`,
  );

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

await api.init();

test("the reference has the functions of the package", () => {
  const names = functions.map(({ name }) => name);
  for (const name of ["check", "Policy.classify", "Log.push", "sampleLog"]) assert.ok(names.includes(name), name);
});

describe("examples of the API reference", () => {
  for (const { name, docComment } of functions) {
    test(name, async () => {
      const examples = examplesOf(docComment);
      assert.notEqual(examples.length, 0, "it has no example");
      for (const example of examples) {
        const given = { ...api, sampleLog, sampleOutages, policy: api.referencePolicy(), assert };
        await new AsyncFunction(...Object.keys(given), asserting(example))(...Object.values(given));
      }
    });
  }
});
