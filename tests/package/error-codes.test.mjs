// The codes of errors: js/errors.ts lists those that JavaScript alone gives. The compiler refuses a code that is not listed,
// because the constructor of CaseSloError takes no other; this test finds those that nothing gives any more.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { root } from "./support/installed.mjs";

const listed = readFileSync(`${root}js/errors.ts`, "utf8").match(/type PackageErrorCode =[^;]+;/)[0];
const codes = [...listed.matchAll(/\| "([a-z-]+)"/g)].map(([, code]) => code);

const source = readdirSync(`${root}js`, { recursive: true })
  .filter((name) => /\.tsx?$/.test(name) && !/^(generated|messages|errors\.ts)/.test(name))
  .map((name) => readFileSync(`${root}js/${name}`, "utf8"))
  .join("\n");

test("every code that JavaScript alone lists is given somewhere", () => {
  assert.ok(codes.length > 3);
  for (const code of codes) assert.match(source, new RegExp(`CaseSloError\\(\\s*"${code}"`), code);
});

test("no code is of the engine and of JavaScript", () => {
  const engine = readFileSync(`${root}js/engine-types.ts`, "utf8").match(/type EngineErrorCode =[^;]+/)[0];
  for (const code of codes) assert.ok(!engine.includes(`"${code}"`), code);
});
