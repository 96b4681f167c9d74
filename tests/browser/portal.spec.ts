/** The example of a reseller's portal, from the packed package by the steps of its README: under its header, without a violation. */

import { execFile, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../tools/lib/paths.mjs";
import { expect, findingsOfAxe, overflow, test as base } from "./support/site.js";

const run = promisify(execFile);

interface Portals {
  folder: string;
  js: string;
  wasm: string;
}

/** The example in a folder of its own, installed once, and started with either engine. */
const test = base.extend<object, { portals: Portals }>({
  portals: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "case-slo-portal-"));
      cpSync(join(root, "examples", "reseller-portal"), folder, {
        recursive: true,
        filter: (path) => !path.includes("node_modules") && !path.endsWith(".tgz"),
      });
      const shell = process.platform === "win32";
      const { stdout } = await run("npm", ["pack", root, "--json", "--ignore-scripts"], {
        cwd: folder,
        shell,
        maxBuffer: 2 ** 26,
      });
      const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
      await run("npm", ["install", `./${filename}`, "--offline", "--no-audit", "--no-fund"], { cwd: folder, shell });
      const started = [start(folder), start(folder, "--wasm")];
      const [js, wasm] = await Promise.all(started.map(({ url }) => url));
      await use({ folder, js: js ?? "", wasm: wasm ?? "" });
      for (const { stop } of started) stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

function start(folder: string, ...args: string[]): { url: Promise<string>; stop: () => void } {
  const server = spawn(process.execPath, ["server.mjs", ...args], { cwd: folder, env: { ...process.env, PORT: "0" } });
  const url = new Promise<string>((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`the portal ended with ${code}`)));
    server.stdout.once("data", (text: Buffer) => resolve(/http:\S+/.exec(text.toString())?.[0] ?? ""));
  });
  return { url, stop: () => server.kill() };
}

const strictest =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

for (const engine of ["js", "wasm"] as const) {
  for (const { path, answers, next, severity, response, send, received } of [
    {
      path: "",
      answers: ["fault", "unreachable"],
      next: "Continuer",
      severity: "Arrêt",
      response: /^(avant|au plus tard) /,
      send: "Envoyer le billet",
      received: /^Le billet B-\d+ est reçu\.$/,
    },
    {
      path: "en",
      answers: ["fault", "unreachable"],
      next: "Continue",
      severity: "Outage",
      response: /^(before|by) /,
      send: "Send the ticket",
      received: /^Ticket B-\d+ has been received\.$/,
    },
  ]) {
    test(`a customer reports an outage, and the ticket fills itself (${engine}, /${path})`, async ({
      page,
      portals,
    }) => {
      const loaded: string[] = [];
      page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
      const opened = await page.goto(`${portals[engine]}${path}`);
      expect(opened?.headers()["content-security-policy"]).toBe(
        engine === "js" ? strictest : strictest.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
      );
      const wizard = page.locator("slo-wizard");
      await expect(page.locator("form[hidden]")).toHaveCount(1);
      for (const answer of answers) {
        await wizard.locator(`input[value="${answer}"]`).check();
        await wizard.getByRole("button", { name: next }).click();
      }
      await expect(wizard.locator(".verdict :is(h1, h2)")).toHaveText(severity);
      await expect(wizard.locator(".call")).toHaveText(/\+1 514 555-0142$/);
      // Facts that the portal passes are not asked again.
      await expect(wizard.locator(".tiers input, .situation select, .seller select")).toHaveCount(0);
      await expect(page.locator("output[name=severity]")).toHaveText(severity);
      await expect(page.locator("output[name=due]")).toHaveText(response);
      await expect(page.locator("textarea[name=known]")).toHaveValue(/9-1-1/);
      const posted = page.waitForRequest("**/tickets");
      await page.getByRole("button", { name: send }).click();
      expect((await posted).postDataJSON()).toMatchObject({
        severity: "outage",
        vector: expect.stringMatching(/^boreal-care@2026\.2\//),
        context: { tier: "complete", contract: "boreal", role: "administrator", network: "other" },
        subject: expect.stringContaining(severity),
      });
      await expect(page.locator("#sent")).toHaveText(received);
      expect(loaded.filter((name) => name.endsWith(engine === "js" ? ".wasm" : "js-engine.js"))).toEqual([]);
      expect(loaded).toContain(engine === "js" ? "/case-slo/js-engine.js" : "/case-slo/engine.wasm");
    });
  }
}

test("a question that an alarm answers is not asked again", async ({ page, portals }) => {
  await page.goto(`${portals.js}en`);
  await page.getByRole("link", { name: "Report this outage" }).click();
  const asked: string[] = [];
  const wizard = page.locator("slo-wizard");
  await expect(wizard.locator("form h2")).toBeVisible();
  for (let step = 0; step < 5 && !(await wizard.locator(".verdict").isVisible()); step += 1) {
    asked.push((await wizard.locator("form h2").textContent()) ?? "");
    await wizard.locator("form input").first().check();
    await wizard.getByRole("button", { name: "Continue" }).click();
    await expect(wizard.locator("form h2, .verdict :is(h1, h2)")).not.toHaveText(asked.at(-1) ?? "");
  }
  await expect(wizard.locator(".verdict")).toBeVisible();
  expect(asked.length).toBeGreaterThan(0);
  for (const known of ["What do you need?", "Which function is affected?", "Who is affected?"])
    expect(asked).not.toContain(known);
  await page.getByRole("link", { name: "Français" }).click();
  await expect(page).toHaveURL(/answers=boreal-care/);
});

test("the wizard wears the portal’s brand, by day and by night, and axe objects to nothing", async ({
  page,
  portals,
}) => {
  for (const [colorScheme, pine] of [
    ["light", "rgb(0, 89, 76)"],
    ["dark", "rgb(127, 214, 194)"],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(portals.js);
    await expect(page.locator("slo-wizard").getByRole("button", { name: "Continuer" })).toHaveCSS(
      "background-color",
      pine,
    );
    await page.locator("slo-wizard input[value=fault]").check();
    await page.getByRole("button", { name: "Continuer" }).click();
    await page.locator("slo-wizard input[value=unreachable]").check();
    await page.getByRole("button", { name: "Continuer" }).click();
    await expect(page.locator("output[name=severity]")).toHaveText("Arrêt");
    expect(await findingsOfAxe(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 720 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 720 });
  }
});
