// The language-neutral cases of tests/data through the npm API, on one engine or the other.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { CaseSloError, check, diffPolicies, engine, init, instantOf, loadPolicy, referencePolicy } from "case-slo";
import { assertContains } from "./contains.mjs";

const folder = new URL("../../data/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

/** Runs every case on the engine in one language. @param {"wasm" | "js"} kind */
export async function runCases(kind) {
  await init(undefined, { engine: kind });

  test(`the engine runs in ${kind}`, () => assert.equal(engine(), kind));
  test("there are shared cases", () => assert.notEqual(files.length, 0));

  for (const file of files) {
    const { about, policy, cases } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    describe(`${file}: ${about}`, () => {
      const common = load(policy);
      for (const each of cases) {
        test(each.name, () => {
          const subject = each.policy === undefined ? common : load(each.policy);
          const make = () => call(subject, each.call, each.args ?? []);
          if (each.error) assert.throws(make, (error) => isExpected(error, each.error));
          else assertContains(plain(make()), each.expect, "");
        });
      }
    });
  }
}

/** The reference policy by its id, or an inline one; a file whose cases only call `check` has none. */
function load(policy) {
  if (policy === undefined || policy === null) return undefined;
  if (typeof policy === "object") return loadPolicy(policy);
  const reference = referencePolicy();
  assert.equal(policy, reference.id);
  return reference;
}

function call(policy, name, args) {
  switch (name) {
    case "check":
      return check(...args);
    case "diff":
      return diffPolicies(loadPolicy(args[0]), loadPolicy(args[1]));
    case "report":
    case "availability":
      return resultOf(args[1], () => policy[name](args[0]));
    case "instantOf":
      return instantOf(...args);
    case "loadPolicy":
      return loadPolicy(...args);
    default:
      return policy[name](...args);
  }
}

/** The bytes of a log: a text in UTF-8, or in the encoding that its only key names. */
function bytesOf(log) {
  if (typeof log === "string") return new TextEncoder().encode(log);
  const [[encoding, text]] = Object.entries(log);
  const bytes = Buffer.from(text, encoding === "latin1" ? "latin1" : "utf16le");
  return Uint8Array.from(encoding === "utf16be" ? bytes.swap16() : bytes);
}

/** The result of a log, with `all`, its last entry over everything, and problems as codes with their counts. */
function resultOf(log, begin) {
  const bytes = bytesOf(log);
  const inChunks = (size) => {
    const reader = begin();
    for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
    return reader.finish();
  };
  const result = inChunks(Math.max(1, bytes.length));
  assert.deepEqual(inChunks(3), result, "in chunks of three bytes");
  const problems = result.problems.map(({ code, count }) => [code, count]);
  return { ...result, problems, all: (result.groups ?? result.services).at(-1) };
}

/** The result as JSON holds it: a member that is undefined is absent. */
const plain = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

function isExpected(error, expected) {
  assert.ok(error instanceof CaseSloError, `expected a CaseSloError, found ${error}`);
  assertContains({ code: error.code, path: error.path ?? null, message: error.message }, expected, "");
  return true;
}
