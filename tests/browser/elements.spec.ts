/** The elements in other pages: in forms, as properties of frameworks, with zones, several at once, moved in the document. */

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { allShown, elementNames, tagOf } from "./support/elements.mjs";
import { openPortal, strictWithWasm } from "./support/portal.js";
import { expect, hear, test } from "./support/site.js";

const header = strictWithWasm;
const boreal = "policies/boreal-care.json";

const answer = async (page: Page, option: string): Promise<void> => {
  await page.locator(`slo-wizard input[value="${option}"]`).check();
  await page.getByRole("button", { name: "Continue" }).click();
};

test.describe("in a form", () => {
  const form = `<form id="ticket"><input name="subject" value="Mail is down">
    <slo-wizard name="severity" required permalink="off"></slo-wizard>
    <button>Send</button><button type="reset">Start again</button></form>`;
  const sent = (page: Page) =>
    page.evaluate(() =>
      [...new FormData(document.querySelector("form") ?? undefined)].map(
        ([name, value]) => `${name}=${value as string}`,
      ),
    );

  test("the wizard has its name, its value and its form, and a required value is missing until there is one", async ({
    page,
  }) => {
    await openPortal(page, { header, body: form });
    const wizard = page.locator("slo-wizard");
    await expect(wizard.getByRole("radio").first()).toBeVisible();
    const valid = () =>
      wizard.evaluate((element: HTMLElementTagNameMap["slo-wizard"]) => [
        element.checkValidity(),
        element.validity.valueMissing,
      ]);
    // The value and its validity follow what is painted.
    await expect.poll(valid).toEqual([false, true]);
    expect(await wizard.evaluate((element: HTMLElementTagNameMap["slo-wizard"]) => element.validationMessage)).toMatch(
      /\w/,
    );
    expect(await sent(page)).toEqual(["subject=Mail is down"]);
    await answer(page, "unavailable");
    await expect(wizard.locator(".verdict")).toBeVisible();
    await expect.poll(valid).toEqual([true, false]);
    await expect.poll(() => sent(page)).toEqual(["subject=Mail is down", "severity=critical"]);
    expect(
      await wizard.evaluate((element: HTMLElementTagNameMap["slo-wizard"]) => [
        element.value,
        element.form?.id,
        element.name,
      ]),
    ).toEqual(["critical", "ticket", "severity"]);
  });

  test("a form that is sent without a severity leads to the first answer", async ({ page }) => {
    await openPortal(page, { header, body: form });
    await expect(page.locator("slo-wizard:invalid").getByRole("radio").first()).toBeVisible();
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.locator("slo-wizard input").first()).toBeFocused();
  });

  test("reset empties the wizard, also where it keeps its place in the address", async ({ page }) => {
    for (const body of [form, form.replace(' permalink="off"', "")]) {
      await openPortal(page, { header, body });
      await answer(page, "unavailable");
      await expect(page.locator("slo-wizard .verdict")).toBeVisible();
      await page.getByRole("button", { name: "Start again" }).click();
      await expect(page.locator("slo-wizard form h2")).toBeVisible();
      await expect(page.locator("slo-wizard input:checked")).toHaveCount(0);
      await expect.poll(() => sent(page)).toEqual(["subject=Mail is down"]);
      await expect.poll(() => new URL(page.url()).hash).toBe("");
    }
  });

  test("the browser restores the wizard of a form at its last step", async ({ page }) => {
    await openPortal(page, { header, body: form });
    await answer(page, "degraded");
    await page
      .locator("slo-wizard")
      .evaluate((element: HTMLElementTagNameMap["slo-wizard"]) =>
        element.formStateRestoreCallback("cisco-spark-swss@1.0.0/service:unavailable&tier=enhanced"),
      );
    await expect(page.locator("slo-wizard .verdict :is(h1, h2)")).toHaveText("Critical");
    await expect(page.locator("slo-wizard input[value=enhanced]")).toBeChecked();
    await expect.poll(() => sent(page)).toEqual(["subject=Mail is down", "severity=critical"]);
  });

  test("the calculator sends its severity, and a reset brings back the one that the page gave", async ({ page }) => {
    const body = `<form><slo-calculator name="severity" severity="high"></slo-calculator><button type="reset">Start again</button></form>`;
    await openPortal(page, { header, body });
    const severity = page.locator("slo-calculator #severity");
    await severity.selectOption("low");
    await expect.poll(() => sent(page)).toEqual(["severity=low"]);
    await page.getByRole("button", { name: "Start again" }).click();
    await expect(severity).toHaveValue("high");
    await expect.poll(() => sent(page)).toEqual(["severity=high"]);
  });
});

test.describe("as frameworks do it", () => {
  test("a policy that is set as a property may be an address, a text or an object", async ({ page }) => {
    await openPortal(page, { header, body: "<slo-table></slo-table>" });
    const caption = page.locator("slo-table th[scope=row]").first();
    await expect(caption).toHaveText("Critical");
    for (const kind of ["address", "text", "object"]) {
      await page.locator("slo-table").evaluate(
        async (element: HTMLElementTagNameMap["slo-table"], [kind, path]) => {
          element.policy = "";
          const text = await (await fetch(path)).text();
          element.policy = kind === "address" ? path : kind === "text" ? text : (JSON.parse(text) as object);
        },
        [kind, boreal] as const,
      );
      await expect(caption).not.toHaveText("Critical");
      await page.locator("slo-table").evaluate((element: HTMLElementTagNameMap["slo-table"]) => {
        element.policy = undefined;
      });
      await expect(caption).toHaveText("Critical");
    }
  });

  test("a property set before the element was defined is not lost", async ({ page }) => {
    await openPortal(page, { header, head: "", body: "<slo-table></slo-table>" });
    await page
      .locator("slo-table")
      .evaluate((element, path) => Object.assign(element, { policy: path, name: "table" }), boreal);
    await page.evaluate(() => import(new URL("case-slo/elements/define.js", location.href).href) as Promise<unknown>);
    await expect(page.locator("slo-table th[scope=row]").first()).toHaveText("Outage");
    await expect(page.locator("slo-table")).toHaveAttribute("name", "table");
  });

  test("a tier that the page sets later counts at once and is reported", async ({ page }) => {
    await openPortal(page, { header, body: '<slo-wizard permalink="off"></slo-wizard>' });
    await answer(page, "unavailable");
    await expect(page.locator("slo-wizard .tier input:checked")).toHaveCount(0);
    const events = await hear<{ classification: { severity: string }; context: object }>(page, "slo-classified");
    await page.locator("slo-wizard").evaluate((element) => element.setAttribute("tier", "premium"));
    await expect
      .poll(async () => (await events()).at(-1))
      .toMatchObject({ classification: { severity: "critical" }, context: { tier: "premium" } });
    await expect(page.locator("slo-wizard .due .moment")).toBeVisible();
    await expect(page.locator("slo-wizard .tier")).toHaveCount(0);
  });

  test("a question that the page answers is not asked, also under a name that means something else in HTML", async ({
    page,
  }) => {
    await openPortal(page, {
      header,
      body: `<slo-wizard permalink="off" policy="${boreal}" tier="complete" contract="boreal" data-role="administrator" network="other"></slo-wizard>`,
    });
    for (const option of ["fault", "unreachable"]) await answer(page, option);
    await expect(page.locator("slo-wizard .verdict :is(h1, h2)")).toHaveText("Outage");
    await expect(
      page.locator("slo-wizard .result").locator(".tiers input, .situation select, .seller select"),
    ).toHaveCount(0);
    await expect(page.locator("slo-wizard .urgent a")).toHaveText(/^\+1\s514\s555-0142$/);
  });
});

test.describe("zone and language", () => {
  const clock = (zone: string) =>
    `<slo-clock ${zone} tier="premium" severity="critical" now="2026-02-03T07:20:00Z" submitted="2026-02-03T07:14:00Z"></slo-clock>`;

  test("are those of the nearest ancestor that names them, through shadow trees", async ({ page }) => {
    await openPortal(page, {
      header,
      body: `<section lang="fr-CA" zone="Europe/Paris"><div id="host"></div></section>`,
    });
    await page.locator("#host").evaluate((host) => {
      const root = host.attachShadow({ mode: "open" });
      const element = document.createElement("slo-clock");
      for (const [name, value] of Object.entries({
        tier: "premium",
        severity: "critical",
        now: "2026-02-03T07:20:00Z",
        submitted: "2026-02-03T07:14:00Z",
      }))
        element.setAttribute(name, value);
      root.append(element);
    });
    // The visitor is in Toronto, where it is 2 h 29.
    await expect(page.locator("slo-clock .moment")).toContainText(/^8\sh\s29/);
  });

  /** The codes of the errors that elements emit on the page. */
  const errors = (page: Page) =>
    page.evaluate(() => {
      const codes: string[] = [];
      document.addEventListener("slo-error", (event) => codes.push(event.detail.code));
      Object.assign(globalThis, { codes });
    });
  const codesOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { codes: string[] }).codes);

  test("an unknown zone is an error, never the zone of the visitor, until the page names another", async ({
    page,
    problems,
  }) => {
    await openPortal(page, { header, body: clock('zone="America/Toronto"') });
    const element = page.locator("slo-clock");
    await expect(element.locator(".moment")).toContainText("2:29");
    await errors(page);
    await element.evaluate((each) => each.setAttribute("zone", "Eastern Standard Time"));
    await expect(element.locator("[part=error]")).toHaveText("This tool is not working right now.");
    await expect(element.locator(".moment")).toHaveCount(0);
    expect(await codesOf(page)).toEqual(["unknown-zone"]);
    expect(problems).toEqual([
      'console: <slo-clock> unknown-zone: "Eastern Standard Time" is not a known IANA time zone',
    ]);
    problems.length = 0;
    await element.evaluate((each) => each.setAttribute("zone", "Europe/Paris"));
    await expect(element.locator(".moment")).toContainText("8:29");
  });

  test("a time without an offset in an attribute is one of the zone", async ({ page }) => {
    const times = 'tier="premium" severity="critical" submitted="2026-10-25T02:30" now="2026-10-25T02:31"';
    await openPortal(page, { header, body: `<slo-calculator zone="Europe/Paris" ${times}></slo-calculator>` });
    await expect(page.locator("slo-calculator .moment")).toHaveAttribute("datetime", "2026-10-25T00:45:00Z");
  });

  for (const name of ["submitted", "now"])
    test(`a time without an offset in "${name}" is refused without a zone`, async ({ page, problems }) => {
      await openPortal(page, { header, body: `<slo-calculator tier="premium" severity="critical"></slo-calculator>` });
      const element = page.locator("slo-calculator");
      await expect(element.locator(".moment")).toBeVisible();
      await errors(page);
      await element.evaluate((each, attribute) => each.setAttribute(attribute, "2026-10-25T02:30"), name);
      await expect(element.locator("[part=error]")).toBeVisible();
      expect(await codesOf(page)).toEqual(["invalid-instant"]);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain("<slo-calculator> invalid-instant: expected RFC 3339 with an offset");
      problems.length = 0;
    });

  test("a moment that is typed is one of the zone", async ({ page }) => {
    await openPortal(page, {
      header,
      body: `<slo-calculator zone="Europe/Paris" tier="premium" severity="critical" submitted="2026-02-03T07:14:00Z"></slo-calculator>`,
    });
    const moment = page.locator("slo-calculator #moment");
    await expect(moment).toHaveValue("2026-02-03T08:14");
    await moment.fill("2026-02-03T09:14");
    await expect(page.locator("slo-calculator .moment")).toHaveAttribute("datetime", "2026-02-03T08:29:00Z");
    // In the hour that comes twice, the first; in the one that never comes, the one after it.
    await moment.fill("2026-10-25T02:30");
    await expect(page.locator("slo-calculator .moment")).toHaveAttribute("datetime", "2026-10-25T00:45:00Z");
    await moment.fill("2026-03-29T02:30");
    await expect(page.locator("slo-calculator .moment")).toHaveAttribute("datetime", "2026-03-29T01:45:00Z");
  });
});

test("an element says in words what is wrong with its policy, and asks the whole engine for them", async ({
  page,
  problems,
}) => {
  const engines = new Set<string>();
  page.on("request", (request) => {
    const name = new URL(request.url()).pathname.split("/").at(-1) ?? "";
    if (name.endsWith(".wasm")) engines.add(name);
  });
  await openPortal(page, {
    header,
    body: `<slo-table policy="#mini"></slo-table>
      <script type="application/json" id="mini">{"id":"mini","version":"1","title":{"en":"Mini"},"languages":["en"],
        "severities":[{"id":"high","nam":{"en":"High"}}], "tiers":[{"id":"gold","name":"Gold"}]}</script>`,
  });
  await expect(page.locator("slo-table li")).toHaveText([
    '/severities/0 the key "name" is missing',
    '/severities/0/nam unknown key "nam"',
    '/tiers/0/name expected an object, found "Gold"',
  ]);
  expect([...engines]).toEqual(["engine.wasm", "analysis.wasm"]);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain("<slo-table> invalid-policy: the policy has 3 errors");
  problems.length = 0;
});

test("several elements with different policies share one engine", async ({ page }) => {
  const engines: string[] = [];
  page.on("request", (request) => request.url().endsWith(".wasm") && engines.push(new URL(request.url()).pathname));
  await openPortal(page, {
    header,
    body: `<slo-table policy="${boreal}" id="own"></slo-table><slo-table policy="#mini" id="other"></slo-table>
      <slo-wizard policy="${boreal}"></slo-wizard>
      <script type="application/json" id="mini">{"id":"mini","version":"1","title":{"en":"Mini"},"languages":["en"],
        "severities":[{"id":"red","name":{"en":"Red"}},{"id":"green","name":{"en":"Green"}}]}</script>`,
  });
  await expect(page.locator("#own th[scope=row]").first()).toHaveText("Outage");
  await expect(page.locator("slo-table#other dt").first()).toHaveText("Red");
  await expect(page.locator("slo-wizard").getByRole("radio").first()).toBeVisible();
  expect(engines).toHaveLength(1);
});

test("an element that is moved keeps its place, and one that is taken away and brought back begins anew", async ({
  page,
}) => {
  await openPortal(page, { header, body: '<main><slo-wizard permalink="off"></slo-wizard></main><aside></aside>' });
  const first = (await page.locator("slo-wizard form h2").textContent()) ?? "";
  await answer(page, "degraded");
  await expect(page.locator("slo-wizard form h2")).not.toHaveText(first);
  const asked = await page.locator("slo-wizard form h2").textContent();
  await page.evaluate(() => document.querySelector("aside")?.append(document.querySelector("slo-wizard") ?? ""));
  await expect(page.locator("aside slo-wizard form h2")).toHaveText(asked ?? "");
  await page.evaluate(async () => {
    const wizard = document.querySelector("slo-wizard");
    wizard?.remove();
    while (wizard?.shadowRoot?.querySelector("form")) await new Promise((done) => requestAnimationFrame(done));
    document.querySelector("main")?.append(wizard ?? "");
  });
  await expect(page.locator("main slo-wizard form h2")).not.toHaveText(asked ?? "");
});

test("the manifest has every part that an element shows", async ({ page }) => {
  test.slow();
  const { modules } = JSON.parse(readFileSync("dist/custom-elements.json", "utf8")) as {
    modules: { declarations: { tagName: string; cssParts?: { name: string }[] }[] }[];
  };
  const parts = new Map(
    modules.flatMap(({ declarations }) =>
      declarations.map(({ tagName, cssParts = [] }) => [tagName, cssParts.map(({ name }) => name)]),
    ),
  );
  const undocumented: string[] = [];
  for (const name of elementNames) {
    await openPortal(page, { header, body: tagOf(name) });
    const shown = () =>
      page
        .locator(name)
        .evaluate((element) =>
          [...(element.shadowRoot?.querySelectorAll("[part]") ?? [])].flatMap(({ part }) => [...part]),
        );
    await expect.poll(() => page.evaluate(allShown), { message: name }).toBe(true);
    if (name === "slo-wizard") {
      await answer(page, "unavailable");
      await page.locator("slo-wizard .tier input").last().check();
    }
    for (const part of new Set(await shown()))
      if (!parts.get(name)?.includes(part)) undocumented.push(`${name}::part(${part})`);
  }
  expect(undocumented).toEqual([]);
});

test("a page that is left and come back to finds its form as it was", async ({ page }) => {
  const body = `<form><input name="subject"><slo-wizard name="severity" permalink="off"></slo-wizard></form>`;
  await openPortal(page, { header, body });
  await page.locator("input[name=subject]").fill("Mail is down");
  await answer(page, "unavailable");
  const sent = () => page.evaluate(() => new FormData(document.querySelector("form") ?? undefined).get("severity"));
  await expect.poll(sent).toBe("critical");
  await page.goto("en/index.html");
  await page.goBack();
  await expect(page.locator("input[name=subject]")).toHaveValue("Mail is down");
  await expect(page.locator("slo-wizard .verdict :is(h1, h2)")).toHaveText("Critical");
  await expect.poll(sent).toBe("critical");
});
