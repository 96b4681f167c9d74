// The essentials that have to work in every browser engine.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { serve } from "../../../../tools/serve/server.mjs";
import { contentSecurityPolicy } from "../../../../tools/serve/headers.mjs";
import { site } from "../../../../tools/lib/paths.mjs";
import { until as waitUntil } from "./portal.mjs";
import { checkAnswers, timeCases, whatTheyAnswer } from "./time-cases.mjs";

/**
 * @typedef {object} Browser
 * @property {(url: string) => Promise<void>} open
 * @property {(script: string) => Promise<any>} evaluate an expression, in the page
 * @property {(key: "Space" | "Enter" | "Tab" | "Escape") => Promise<void>} press
 * @property {() => Promise<void>} close
 */

/** @param {string} name @param {() => Promise<Browser>} open */
export function essentials(name, open) {
  describe(name, () => {
    let browser;
    let server;
    before(async () => {
      server = await serve({ folder: site });
      browser = await open();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    const wizard = `document.querySelector("slo-wizard").shadowRoot`;
    const until = (expression) => waitUntil(browser, expression);
    const answer = async (option) => {
      // The question is in the page before any script; a press counts from when the element is defined.
      await until(`!!customElements.get("slo-wizard") && !!${wizard}?.querySelector('input[value="${option}"]')`);
      await browser.evaluate(`(${wizard}.querySelector('input[value="${option}"]').click(), true)`);
      await browser.evaluate(`(${wizard}.querySelector("form button[type=submit]").click(), true)`);
    };

    for (const [language, folder, critical, low] of [
      ["fr-CA", "", "Critique", "Faible"],
      ["en", "en/", "Critical", "Low"],
    ]) {
      it(`an outage is critical after one answer (${language})`, async () => {
        await browser.open(`${server.url}${folder}index.html`);
        await answer("unavailable");
        assert.equal(await until(`${wizard}.querySelector(".verdict :is(h1, h2)")?.textContent`), critical);
        assert.match(await until(`${wizard}.querySelector(".tier-due time")?.textContent`), /\d/);
      });

      it(`a small fault is low after three answers (${language})`, async () => {
        await browser.open(`${server.url}${folder}calculator.html`);
        await browser.open(`${server.url}${folder}index.html`);
        for (const option of ["works", "minimal", "minor"]) await answer(option);
        assert.equal(await until(`${wizard}.querySelector(".verdict :is(h1, h2)")?.textContent`), low);
      });

      it(`the calculator gives the deadline to the second (${language})`, async () => {
        await browser.open(`${server.url}${folder}calculator.html`);
        const calculator = `document.querySelector("slo-calculator").shadowRoot`;
        await until(`!!${calculator}?.querySelector(".moment")`);
        await browser.evaluate(
          `(document.querySelector("slo-calculator").setAttribute("submitted", "2026-02-03T02:14:30-05:00"), true)`,
        );
        const due = `${calculator}.querySelector(".moment")?.dateTime`;
        await until(`${due} === "2026-02-03T07:29:30Z"`);
      });
    }

    for (const place of ["a worker", "the page"]) {
      it(`a log is dropped and answered, read by ${place}`, async () => {
        await browser.open(`${server.url}en/report.html`);
        const report = `document.querySelector("slo-report")`;
        await until(`!!${report}.shadowRoot?.querySelector(".choose")`);
        if (place === "the page") await browser.evaluate(`(${report}.removeAttribute("worker"), true)`);
        await browser.evaluate(dropLog(report));
        assert.equal(
          await until(`${report}.shadowRoot.querySelector(".answer h2")?.textContent`),
          "The “Initial response” objective was met in 50.0% of 2 evaluated cases.",
        );
        await until(`${report}.shadowRoot.querySelectorAll(".chart .plot svg").length === 4`);
      });
    }

    it("where the page refuses WebAssembly, the engine in JavaScript answers", async () => {
      const policy = contentSecurityPolicy.replace(" 'wasm-unsafe-eval'", "");
      assert.notEqual(policy, contentSecurityPolicy);
      const strict = await serve({ folder: site, policy });
      try {
        await browser.open(`${strict.url}en/index.html`);
        await answer("unavailable");
        assert.equal(await until(`${wizard}.querySelector(".verdict :is(h1, h2)")?.textContent`), "Critical");
        const loaded = `performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1))`;
        assert.equal(await browser.evaluate(`${loaded}.includes("js-engine.js")`), true);
      } finally {
        await strict.close();
      }
    });

    for (const file of timeCases) {
      it(`its own time zones give the answers of ${file.name}`, async () => {
        await browser.open(`${server.url}en/calculator.html`);
        await browser.evaluate(whatTheyAnswer(file, `${server.url}case-slo/index.js`));
        checkAnswers(file, JSON.parse(await until("globalThis.answers")));
      });
    }
  });
}

const log = [
  "id,tier,severity,submitted_at,first_response_at",
  "1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z",
  "2,premium,critical,2026-02-03T07:14:00Z,2026-02-03T08:20:00Z",
].join("\n");

/** Drops a log on an element. */
const dropLog = (report) => `(() => {
  const data = new DataTransfer();
  data.items.add(new File([${JSON.stringify(log)}], "cases.csv", { type: "text/csv" }));
  ${report}.shadowRoot.querySelector(".report").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  return true;
})()`;
