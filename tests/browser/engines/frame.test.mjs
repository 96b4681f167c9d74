// The page in an iframe, in a sandbox of scripts alone and from another origin, in Firefox and WebKit.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { contentSecurityPolicy } from "../../../tools/serve/headers.mjs";
import { serve } from "../../../tools/serve/server.mjs";
import { site } from "../../../tools/lib/paths.mjs";
import { openFirefox } from "./support/firefox.mjs";
import { openPortal, strict, until } from "./support/portal.mjs";
import { openWebKit } from "./support/webkit.mjs";

const body = (url, file, attributes = "") => `
  <script src="case-slo/frame-host.js"></script>
  <slo-frame tier="premium" name="severity" ${attributes}><iframe src="${url}case-slo/${file}" sandbox="allow-scripts"></iframe></slo-frame>`;

const heard = `document.addEventListener("slo-classified", ({ detail }) => (globalThis.heard = detail))`;

for (const [name, open] of Object.entries({ Firefox: openFirefox, WebKit: openWebKit })) {
  describe(`in ${name}`, { timeout: 300_000 }, () => {
    let browser;
    const servers = [];
    const portals = {};
    before(async () => {
      for (const [kind, policy] of [
        ["wasm", contentSecurityPolicy],
        ["js", contentSecurityPolicy.replace(" 'wasm-unsafe-eval'", "")],
      ]) {
        // In a sandbox, WebKit does not take 'self' for the origin of the page: the server names it.
        const frames = await serve({
          folder: site,
          policy: (origin) => policy.replace("script-src 'self'", `script-src 'self' ${origin}`),
        });
        const bodies = {
          asked: body(frames.url, kind === "js" ? "frame-js.html" : "frame.html"),
          known: body(
            frames.url,
            kind === "js" ? "frame-js.html" : "frame.html",
            'answers="cisco-spark-swss@1.0.0/service:unavailable"',
          ),
        };
        portals[kind] = await openPortal(bodies, `${strict}; frame-src ${new URL(frames.url).origin}`);
        servers.push(frames, portals[kind]);
      }
      browser = await open();
    });
    after(async () => {
      await browser?.close();
      for (const server of servers) await server.close();
    });

    for (const kind of ["wasm", "js"]) {
      test(`the frame follows its attributes, and reports its result, height and title (${kind})`, async () => {
        await browser.open(portals[kind].url("known"));
        await browser.evaluate(`(${heard}, true)`);
        // A change of an attribute is sent again, in case the first answer came before anybody listened.
        await browser.evaluate(`(document.querySelector("slo-frame").setAttribute("tier", "enhanced"), true)`);
        await until(browser, `globalThis.heard?.context.tier === "enhanced"`);
        await until(browser, `globalThis.heard.classification.severity === "critical"`);
        await until(browser, `document.querySelector("iframe").getBoundingClientRect().height > 400`);
        await until(browser, `/Critical/.test(document.querySelector("iframe").title)`);
      });
    }

    test("by keyboard, an answer is given where the sandbox refuses to submit a form", async () => {
      await browser.open(portals.wasm.url("asked"));
      await browser.evaluate(`(${heard}, true)`);
      await until(
        browser,
        `/\\?$/.test(document.querySelector("iframe").title) && document.querySelector("iframe").getBoundingClientRect().height > 300`,
      );
      await browser.evaluate(`(document.querySelector("iframe").focus(), true)`);
      // Three ways in stand before the first answer.
      for (const key of ["Tab", "Tab", "Tab", "Tab", "Space", "Enter"]) await browser.press(key);
      const found = await until(browser, `globalThis.heard && JSON.stringify(globalThis.heard)`);
      assert.equal(JSON.parse(found).classification.severity, "critical");
    });
  });
}
