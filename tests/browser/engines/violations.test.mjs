// Every element under the strictest header that a portal sets, in Chromium and in Firefox: not one violation, not one error.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { allShown, elementNames, tagOf } from "../support/elements.mjs";
import { openChromium } from "./support/chromium.mjs";
import { openFirefox } from "./support/firefox.mjs";
import { openPortal, strict, until, withWasm } from "./support/portal.mjs";

test("there are elements", () => assert.ok(elementNames.length >= 8, elementNames.join(" ")));

for (const [browserName, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox })) {
  for (const [engine, header] of Object.entries({ js: strict, wasm: withWasm })) {
    describe(`in ${browserName}, with the engine in ${engine}, no violation by`, () => {
      let browser;
      let portal;
      before(async () => {
        portal = await openPortal(
          Object.fromEntries(elementNames.map((name) => [name, tagOf(name, `engine="${engine}"`)])),
          header,
        );
        browser = await open();
      });
      after(async () => {
        await browser?.close();
        await portal?.close();
      });

      for (const name of elementNames) {
        test(name, { timeout: 180_000 }, async () => {
          await browser.open(portal.url(name));
          await until(browser, `${allShown} || noted.length`);
          assert.deepEqual(await browser.evaluate("noted"), []);
          const runs = `import("${portal.package}index.js").then(({ engine }) => engine())`;
          assert.equal(await browser.evaluate(runs), engine);
          await browser.evaluate(`useEverything(document.querySelector("${name}"))`);
          assert.deepEqual(await browser.evaluate("noted"), []);
        });
      }
    });
  }
}
