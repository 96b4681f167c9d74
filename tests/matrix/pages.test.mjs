// The files of the packed package on pages without a bundler: from a disk, and from another origin, in three browsers.
// (On its own origin: tests/package/bundlers.test.mjs.)

import assert from "node:assert/strict";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { serve } from "../../tools/serve/server.mjs";
import { openChromium } from "../browser/engines/support/chromium.mjs";
import { openFirefox } from "../browser/engines/support/firefox.mjs";
import { until as waitUntil } from "../browser/engines/support/portal.mjs";
import { openWebKit } from "../browser/engines/support/webkit.mjs";
import { cleanUp, project } from "./support/project.mjs";

const wizardIsThere = `!!document.querySelector("slo-wizard")?.shadowRoot?.querySelector("input[type=radio]")`;

/** The page from another origin: the header of the portal names the one that the package comes from, and no more. */
const header = (origin) =>
  [
    "default-src 'none'",
    `script-src 'self' ${origin} 'wasm-unsafe-eval'`,
    `connect-src ${origin}`,
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");

const portal = (script) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Portal</title><script src="portal.js"></script>${script}</head>
  <body><slo-wizard></slo-wizard></body>
</html>`;

let [fromDisk, here, packages] = [];
const servers = [];

before(async () => {
  fromDisk = await project("static");
  await copyFile(join(fromDisk, "node_modules/case-slo/dist/case-slo.js"), join(fromDisk, "case-slo.js"));
  // A place that serves packages lets any page read them.
  const folder = join(fromDisk, "node_modules/case-slo/dist");
  packages = await serve({ folder, headers: { "Access-Control-Allow-Origin": "*" } });
  servers.push(packages);
  const portals = await project("other-origin");
  const origin = new URL(packages.url).origin;
  await writeFile(
    join(portals, "module.html"),
    portal(`<script type="module" src="${packages.url}elements/define.js"></script>`),
  );
  await writeFile(join(portals, "classic.html"), portal(`<script src="${packages.url}case-slo.js"></script>`));
  here = await serve({ folder: portals, policy: header(origin) });
  servers.push(here);
  assert.notEqual(new URL(here.url).origin, origin);
});
after(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await cleanUp();
});

for (const [name, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox, WebKit: openWebKit })) {
  describe(`in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await open();
    });
    after(() => browser?.close());

    const until = (expression) => waitUntil(browser, expression);

    test("one file and one tag are enough on a page from a disk", async () => {
      await browser.open(pathToFileURL(join(fromDisk, "page.html")).href);
      assert.equal(await until(`document.title !== "…" && document.title`), "wasm critical");
      await until(wizardIsThere);
    });

    for (const kind of ["module", "classic"]) {
      test(`the elements come from another origin, as a ${kind} script`, async () => {
        await browser.open(`${here.url}${kind}.html`);
        await until(wizardIsThere);
        assert.deepEqual(await browser.evaluate("violations"), []);
      });
    }
  });
}
