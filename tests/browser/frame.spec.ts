/** The page in an iframe, and the script of the portal around it: from the same server and from another origin, in a sandbox. */

import type { Page } from "@playwright/test";
import { contentSecurityPolicy } from "../../tools/serve/headers.mjs";
import { site } from "../../tools/lib/paths.mjs";
import { serve } from "../../tools/serve/server.mjs";
import { servePortal, strict } from "./support/portal.js";
import { expect, findingsOfAxe, hear, test as base } from "./support/site.js";

const withoutWasm = contentSecurityPolicy.replace(" 'wasm-unsafe-eval'", "");

/** Portals on servers of their own; and where frames come from: another server, and another one that refuses WebAssembly. */
const test = base.extend<
  { servers: { close: () => Promise<void> }[] },
  { foreign: string; foreignWithoutWasm: string }
>({
  foreign: [
    async ({}, use) => {
      const server = await serve({ folder: site });
      await use(server.url);
      await server.close();
    },
    { scope: "worker" },
  ],
  foreignWithoutWasm: [
    async ({}, use) => {
      const server = await serve({ folder: site, policy: withoutWasm });
      await use(server.url);
      await server.close();
    },
    { scope: "worker" },
  ],
  servers: async ({}, use) => {
    const servers: { close: () => Promise<void> }[] = [];
    await use(servers);
    for (const server of servers) await server.close();
  },
});

interface Framed {
  /** The address of case-slo/, as seen from the portal. */
  from?: string;
  file?: string;
  attributes?: string;
  sandbox?: string | null;
  inside?: string;
  around?: string;
  script?: string;
}

/** A portal that allows its own script, and frames of one origin, and nothing else. */
async function openFrame(page: Page, servers: { close: () => Promise<void> }[], framed: Framed): Promise<void> {
  const {
    from = "",
    file = "frame.html",
    attributes = "",
    sandbox = "allow-scripts",
    inside = "",
    around = "",
  } = framed;
  const { script = '<script src="case-slo/frame-host.js"></script>' } = framed;
  const source = from === "" ? "'self'" : new URL(from).origin;
  const portal = await servePortal({
    header: `${strict}; frame-src ${source}`,
    head: script,
    body: `<main><h1>Portal</h1><slo-frame ${attributes}><iframe src="${from}case-slo/${file}" ${sandbox === null ? "" : `sandbox="${sandbox}"`} ${inside}></iframe></slo-frame>${around}</main>`,
  });
  servers.push(portal);
  await page.goto(portal.url);
}

const inside = (page: Page) => page.frameLocator("iframe");
const critical = async (page: Page, next = "Continue"): Promise<void> => {
  await inside(page).locator('input[value="unavailable"]').check();
  await inside(page).getByRole("button", { name: next }).click();
};

for (const [where, sandbox] of [
  ["own", "allow-scripts"],
  ["foreign", "allow-scripts"],
  ["foreign", null],
  ["foreign", "allow-scripts allow-same-origin"],
] as const) {
  test(`a frame from the ${where} server, ${sandbox === null ? "without a sandbox" : `sandbox="${sandbox}"`}, sends its result`, async ({
    page,
    servers,
    foreign,
  }) => {
    // The portal's own pages all have its header, which refuses WebAssembly.
    const at = where === "own" ? { file: "frame-js.html" } : { from: foreign };
    await openFrame(page, servers, { ...at, sandbox, attributes: 'tier="premium" phone="+1 514 555-0100"' });
    const heard = await hear(page, "slo-classified");
    await critical(page);
    await expect(inside(page).locator(".verdict :is(h1, h2)")).toHaveText("Critical");
    await expect(inside(page).locator(".urgent a")).toHaveAttribute("href", "tel:+15145550100");
    await expect.poll(heard).toEqual([
      expect.objectContaining({
        classification: expect.objectContaining({ severity: "critical" }) as object,
        context: { tier: "premium" },
      }),
    ]);
  });
}

test("the frame is as high as its content and never scrolls", async ({ page, servers, foreign }) => {
  await openFrame(page, servers, { from: foreign });
  await expect(inside(page).locator("form h2")).toBeVisible();
  const room = async () => {
    const frame = page.frames()[1];
    const wanted = await frame?.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
    return (wanted?.[0] ?? 0) - (wanted?.[1] ?? 0);
  };
  const height = () => page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height);
  await expect.poll(height).toBeGreaterThan(300);
  await expect.poll(room).toBe(0);
  const before = await height();
  await critical(page);
  await expect(inside(page).locator(".verdict :is(h1, h2)")).toBeVisible();
  await expect.poll(height).toBeGreaterThan(before);
  await expect.poll(room).toBe(0);
});

test("title, language, colours and font are those of the portal, and follow it", async ({ page, servers, foreign }) => {
  await openFrame(page, servers, { from: foreign, attributes: 'lang="fr-CA"' });
  const frame = page.locator("iframe");
  await expect(frame).toHaveAttribute("title", "Comment le service fonctionne-t-il en ce moment?");
  await page.locator("slo-frame").evaluate((element: HTMLElement) => {
    element.style.setProperty("--slo-color-accent", "rgb(120, 0, 90)");
    element.style.fontFamily = "Georgia, serif";
    element.lang = "en";
  });
  await expect(inside(page).getByRole("button", { name: "Continue" })).toHaveCSS("background-color", "rgb(120, 0, 90)");
  await expect(inside(page).locator("form h2")).toHaveCSS("font-family", "Georgia, serif");
  await expect(frame).toHaveAttribute("title", /^How is the service/);
  await page.locator("slo-frame").evaluate((element) => element.setAttribute("theme", "dark"));
  await expect(inside(page).locator("slo-wizard")).toHaveCSS("color-scheme", "dark");
  expect(await findingsOfAxe(page)).toEqual([]);
});

test("a title of the portal’s own stays", async ({ page, servers, foreign }) => {
  await openFrame(page, servers, { from: foreign, inside: 'title="Priority of the ticket"' });
  await expect(inside(page).locator("form h2")).toBeVisible();
  await critical(page);
  await expect(inside(page).locator(".verdict :is(h1, h2)")).toBeVisible();
  await expect(page.locator("iframe")).toHaveAttribute("title", "Priority of the ticket");
});

test("a policy of the portal crosses, from its page and as a property, and nothing is fetched for it", async ({
  page,
  servers,
  foreign,
}) => {
  const small = (name: string) =>
    JSON.stringify({
      id: "mini",
      version: "1",
      title: { en: "Mini" },
      languages: ["en"],
      severities: [{ id: "red", name: { en: name } }],
    });
  await openFrame(page, servers, {
    from: foreign,
    attributes: 'element="table" policy="#mini"',
    around: `<script type="application/json" id="mini">${small("Red")}</script>`,
  });
  await expect(inside(page).locator("slo-table dt").first()).toHaveText("Red");
  await page.locator("slo-frame").evaluate((element: HTMLElementTagNameMap["slo-frame"], text) => {
    element.policy = JSON.parse(text) as object;
  }, small("Amber"));
  await expect(inside(page).locator("slo-table dt").first()).toHaveText("Amber");
});

test("in a form of the portal, the frame sends its severity", async ({ page, servers, foreign }) => {
  await openFrame(page, servers, { from: foreign, attributes: 'name="severity"', around: "<form></form>" });
  await page.evaluate(() => document.querySelector("form")?.append(document.querySelector("slo-frame") ?? ""));
  const sent = () => page.evaluate(() => new FormData(document.querySelector("form") ?? undefined).get("severity"));
  await expect(inside(page).locator("form h2")).toBeVisible();
  expect(await sent()).toBeNull();
  await critical(page);
  await expect.poll(sent).toBe("critical");
});

test("where the frame’s server refuses WebAssembly, frame-js.html works without one violation", async ({
  page,
  servers,
  foreignWithoutWasm,
}) => {
  await openFrame(page, servers, { from: foreignWithoutWasm, file: "frame-js.html" });
  const heard = await hear(page, "slo-classified");
  await critical(page);
  await expect(inside(page).locator(".verdict :is(h1, h2)")).toHaveText("Critical");
  await expect.poll(heard).toHaveLength(1);
});

test("where it refuses WebAssembly, frame.html goes to frame-js.html by itself", async ({
  page,
  servers,
  foreignWithoutWasm,
  problems,
}) => {
  await openFrame(page, servers, {
    from: foreignWithoutWasm,
    file: "frame.html?tier=premium",
    attributes: 'lang="en"',
  });
  await critical(page);
  await expect(inside(page).locator(".verdict :is(h1, h2)")).toHaveText("Critical");
  await expect(inside(page).locator(".due .moment")).toBeVisible();
  expect(page.frames()[1]?.url()).toContain("frame-js.html?tier=premium");
  // Trying is what the browser reports; naming frame-js.html spares it.
  expect(problems.filter((problem) => !/wasm-eval|WebAssembly|wasm-unsafe-eval/.test(problem))).toEqual([]);
  problems.length = 0;
});

test("without a script around it, the frame follows its address", async ({ page, servers, foreign }) => {
  await openFrame(page, servers, {
    from: foreign,
    script: "",
    file: "frame.html?element=calculator&lang=fr-CA&tier=enhanced&severity=high&theme=light",
  });
  await expect(inside(page).locator("slo-calculator #severity")).toHaveValue("high");
  await expect(inside(page).locator("slo-calculator #tier")).toHaveValue("enhanced");
  await expect(inside(page).locator("html")).toHaveAttribute("lang", "fr-CA");
});

test("a page that is late gets the state of the frame", async ({ page, servers, foreign }) => {
  // The language of the frame, so that the settings of the page change nothing and the result is not new.
  await openFrame(page, servers, { from: foreign, script: "", attributes: 'lang="fr-CA"' });
  await inside(page).locator('input[value="unavailable"]').check();
  await inside(page).getByRole("button", { name: "Continuer" }).click();
  await expect(inside(page).locator(".verdict :is(h1, h2)")).toBeVisible();
  const heard = await hear(page, "slo-classified");
  await page.evaluate((path) => import(path) as Promise<unknown>, "/case-slo/frame-host.js");
  await expect.poll(heard).toHaveLength(1);
});

test.describe("other windows", () => {
  test("messages of other windows than the frame are ignored", async ({ page, servers, foreign }) => {
    await openFrame(page, servers, {
      from: foreign,
      around: '<iframe name="other" title="Other" src="about:blank"></iframe>',
    });
    await expect(inside(page).first().locator("form h2")).toBeVisible();
    const heard = await hear(page, "slo-classified");
    const forged = {
      caseSlo: 1,
      type: "event",
      name: "slo-classified",
      detail: { classification: { severity: "forged" } },
    };
    await page.evaluate((forged) => postMessage(forged, "*"), forged);
    await page
      .frames()
      .find((frame) => frame.name() === "other")
      ?.evaluate((forged) => parent.postMessage(forged, "*"), forged);
    // Messages arrive in the order in which they were sent: once the true one is here, the forged ones have been ignored.
    await inside(page).first().locator('input[value="unavailable"]').check();
    await inside(page).first().getByRole("button", { name: "Continue" }).click();
    await expect.poll(heard).not.toHaveLength(0);
    expect(JSON.stringify(await heard())).not.toContain("forged");
  });

  test("the frame takes no handler, no style and no script from the page around it", async ({
    page,
    servers,
    foreign,
  }) => {
    await openFrame(page, servers, {
      from: foreign,
      attributes: 'data-x="1" clauses="javascript:alert(1)//" class="c" onclick-x="2" severity="high"',
    });
    const wizard = inside(page).locator("slo-wizard");
    await expect(wizard.locator("form h2")).toBeVisible();
    const names = await wizard.evaluate((element) => element.getAttributeNames().sort());
    expect(names).toEqual(["data-x", "lang", "permalink", "severity"]);
    // Past the script of the host, too.
    await page.evaluate(() => {
      const attributes = { onclick: "alert(1)", style: "color:red", lang: "en", tier: "premium" };
      document
        .querySelector("iframe")
        ?.contentWindow?.postMessage(
          { caseSlo: 1, type: "settings", attributes, policy: null, look: { "--slo-radius": "9px", "--evil": "1" } },
          "*",
        );
    });
    await expect(wizard).toHaveAttribute("tier", "premium");
    expect(await wizard.evaluate((element) => element.getAttributeNames().sort())).toEqual([
      "lang",
      "permalink",
      "tier",
    ]);
    const look = await inside(page)
      .locator("html")
      .evaluate(({ style }) => [style.getPropertyValue("--slo-radius"), style.getPropertyValue("--evil")]);
    expect(look).toEqual(["9px", ""]);
  });

  test("the frame reads only the tokens and the font of the portal", async ({ page, servers, foreign }) => {
    await openFrame(page, servers, { from: foreign });
    await expect(inside(page).locator("form h2")).toBeVisible();
    const look = page.frames()[1]?.evaluate(
      () =>
        new Promise<object>((done) => {
          addEventListener("message", ({ data }) => done((data as { look: object }).look), { once: true });
          parent.postMessage(
            { caseSlo: 1, type: "hello", tokens: ["--slo-radius", "--secret", "color", "font-family"] },
            "*",
          );
        }),
    );
    expect(Object.keys((await look) ?? {}).sort()).toEqual(["--slo-radius", "font-family"]);
  });
});

test("a frame without a page around it shows no number and no policy of its address", async ({ page }) => {
  // A browser asks for it where a page names no icon; the frame is not made to stand by itself.
  await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
  await page.goto("case-slo/frame.html?element=clock&lang=en&theme=dark&phone=%2B1900&policy=none.json&tier=gold");
  await expect(page.locator("slo-clock")).toHaveAttribute("theme", "dark");
  expect(await page.locator("slo-clock").evaluate((element) => element.getAttributeNames().sort())).toEqual([
    "lang",
    "permalink",
    "theme",
  ]);
  await page.goto("case-slo/frame.html?lang=en&phone=%2B1900");
  await expect(page.locator("slo-wizard .urgent")).toBeVisible();
  await expect(page.locator("slo-wizard .urgent")).not.toContainText("900");
});

test("a page survives a frame that turns hostile", async ({ page, servers, foreign }) => {
  await openFrame(page, servers, { from: foreign });
  await expect(inside(page).locator("form h2")).toBeVisible();
  const faults: Error[] = [];
  page.on("pageerror", (error) => faults.push(error));
  await page.frames()[1]?.evaluate(() => {
    for (let each = 0; each < 2_000; each += 1)
      parent.postMessage({ caseSlo: 1, type: "hello", tokens: each % 2 ? 5 : ["--slo-radius"] }, "*");
  });
  // Messages beyond the rate are dropped, so a height is taken once the second has passed.
  await expect
    .poll(async () => {
      await page.frames()[1]?.evaluate(() => {
        parent.postMessage({ caseSlo: 1, type: "size", height: 5n, title: "" }, "*");
        parent.postMessage({ caseSlo: 1, type: "size", height: 1e9, title: "" }, "*");
      });
      return page.locator("iframe").evaluate((frame) => frame.clientHeight);
    })
    .toBe(20_000);
  expect(faults).toEqual([]);
});
