// The shared cases about time, evaluated in the page with the zones of the browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertContains } from "../../../package/support/contains.mjs";

/** The files of tests/data whose answers depend on calendars and zones. */
export const timeCases = [
  "calendar.json",
  "calendar-facts.json",
  "local-times.json",
  "clock.json",
  "running-cases.json",
].map((name) => ({
  name,
  ...JSON.parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url), "utf8")),
}));

/** An expression that asks every case in the page, and leaves the answers in `globalThis.answers` as JSON. */
export function whatTheyAnswer({ policy, cases }, address) {
  return `(() => {
    globalThis.answers = undefined;
    const load = (slo, policy) =>
      policy === undefined || policy === null ? undefined
        : typeof policy === "object" ? slo.loadPolicy(policy) : slo.referencePolicy();
    const ask = (slo, common, each) => {
      try {
        const subject = each.policy === undefined ? common : load(slo, each.policy);
        const args = each.args ?? [];
        return { answer: each.call in slo ? slo[each.call](...args) : subject[each.call](...args) };
      } catch (error) {
        return { error: { code: error.code ?? String(error), path: error.path ?? null } };
      }
    };
    const { policy, cases } = ${JSON.stringify({ policy, cases })};
    import(${JSON.stringify(address)}).then(async (slo) => {
      await slo.init();
      const common = load(slo, policy);
      globalThis.answers = JSON.stringify(cases.map((each) => ask(slo, common, each)));
    }).catch((error) => { globalThis.answers = JSON.stringify([{ error: { code: String(error) } }]); });
    return true;
  })()`;
}

/** Compares every answer with the expectation of its case, and returns the names of those that differ. */
export function checkAnswers({ cases }, answers) {
  assert.equal(answers.length, cases.length, JSON.stringify(answers[0]));
  const wrong = [];
  cases.forEach((each, index) => {
    const found = answers[index];
    try {
      if (each.error) assertContains(found.error, each.error, "");
      else assertContains(found.answer, each.expect, "");
    } catch (error) {
      wrong.push(`${each.name}: ${error.message} ${JSON.stringify(found.error ?? "")}`);
    }
  });
  assert.deepEqual(wrong, []);
}
