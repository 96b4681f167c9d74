// Compares an answer with the expectation of a shared case.

import assert from "node:assert/strict";

/** Objects may have more members, arrays are compared whole, numbers to a billionth. */
export function assertContains(found, expected, at) {
  if (Array.isArray(expected)) {
    assert.ok(Array.isArray(found), `expected a list at "${at}", found ${JSON.stringify(found)}`);
    assert.equal(found.length, expected.length, `length of the list at "${at}": found ${JSON.stringify(found)}`);
    for (const [index, value] of expected.entries()) assertContains(found[index], value, `${at}/${index}`);
  } else if (typeof expected === "object" && expected !== null) {
    assert.ok(
      typeof found === "object" && found !== null,
      `expected an object at "${at}", found ${JSON.stringify(found)}`,
    );
    for (const [key, value] of Object.entries(expected)) assertContains(found[key] ?? null, value, `${at}/${key}`);
  } else if (typeof expected === "number" && typeof found === "number") {
    const close = Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
    assert.ok(close, `expected ${expected} at "${at}", found ${found}`);
  } else {
    assert.deepEqual(found, expected, `at "${at}"`);
  }
}
