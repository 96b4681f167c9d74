/** `<slo-intake>`: who handles the case, another priority with its reason, and a request that needs no retyping. */

import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { expect, findingsOfAxe, overflow, test } from "./support/site.js";

const high = "cisco-spark-swss@1.0.0/service:degraded/impact:minimal";

test("an Enhanced customer with a sign-on fault on their own side learns that E10 excludes it", async ({ page }) => {
  await page.goto(`en/prepare.html#${high}&tier=enhanced`);
  const intake = page.locator("slo-intake");
  const exclusion = intake.getByText("Integration assistance excludes the interface on your side");
  await expect(intake.locator("[part=question]")).toBeVisible();
  await expect(exclusion).toBeHidden();
  // A visitor who is not sure goes on; the question about the integration comes all the same.
  for (let step = 0; step < 9 && (await exclusion.isHidden()); step += 1) {
    const question = intake.locator("[part=question]");
    const own = question.getByLabel("Yes, in the interface on our side");
    await ((await own.isVisible()) ? own : question.getByLabel("I am not sure")).check();
    const asked = await question.locator("legend").innerText();
    await question.getByRole("button", { name: "Continue" }).click();
    await expect(exclusion.or(question.locator("legend").filter({ hasNotText: asked })).first()).toBeVisible();
  }
  await expect(exclusion).toBeVisible();
  await expect(intake.locator('a[href$="#E10"]').first()).toBeVisible();
});

test("the consent of a vendor is asked only if a vendor is involved, and no question is asked twice", async ({
  page,
}) => {
  await page.goto(
    `en/prepare.html#${high}&tier=enhanced&sale=direct&nature=fault&reporter=designated&integration=none&training=done&contracts=complete`,
  );
  const intake = page.locator("slo-intake");
  await expect(intake.getByRole("group", { name: "Is a third-party vendor involved?" })).toBeVisible();
  await intake.getByRole("button", { name: "Continue" }).click();
  await expect(intake.getByRole("alert").first()).toHaveText("Choose an answer, or “I am not sure”.");
  await intake.getByLabel("Yes, and this offer complements its solution").check();
  await intake.getByRole("button", { name: "Continue" }).click();
  const consent = intake.getByRole("group", { name: /both agreed/ });
  await expect(consent).toBeFocused();
  await consent.getByLabel("Not yet").check();
  await intake.getByRole("button", { name: "Continue" }).click();
  await expect(intake.getByText("That’s everything")).toBeVisible();
  await expect(intake.getByText("Agree with the vendor that Cisco may open cases")).toBeVisible();
  await intake.getByText("Your answers", { exact: true }).click();
  await intake.getByRole("button", { name: /Change the answer to “Is a third-party vendor/ }).click();
  await expect(intake.getByRole("group", { name: "Is a third-party vendor involved?" })).toBeVisible();
});

test("a priority that differs from the answers requires a reason before the request is handed over", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`prepare.html#${high}&tier=premium`);
  const intake = page.locator("slo-intake");
  await intake.getByRole("combobox", { name: "La priorité que vous attribuez" }).selectOption({ label: "Critique" });
  await expect(intake.getByText("Selon vos réponses, la priorité est")).toBeVisible();
  await intake.getByRole("textbox", { name: /^Description/ }).fill("Les appels coupent.\nDepuis 2 h, à Laval.");
  await intake.getByRole("button", { name: "Copier", exact: true }).click();
  const missing = intake.getByRole("group", { name: "À compléter avant de remettre la demande" });
  await expect(missing).toBeFocused();
  await expect(missing).toContainText("Indiquez pourquoi vous attribuez une autre priorité.");
  await intake
    .getByRole("textbox", { name: /^Justification de la priorité/ })
    .fill("La salle d’urgence n’a plus de téléphone.");
  await intake.getByRole("button", { name: "Copier", exact: true }).click();
  await expect(intake.getByText("Copié.")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("Critique\u00a0: Les appels coupent.");
  expect(text).toContain("Priorité selon les réponses\u00a0: 2 (Élevée)");
  expect(text).toContain("La salle d’urgence n’a plus de téléphone.");
  expect(text).toContain(high);
});

test("each ticket system gets its own fields, and no field that is unknown", async ({ page }) => {
  await page.goto(`en/prepare.html#${high}&tier=premium&nature=fault`);
  const intake = page.locator("slo-intake");
  await intake.getByRole("textbox", { name: /^Description/ }).fill("Calls drop.\nSince 2 a.m. in Laval.");
  await intake.getByRole("textbox", { name: "Contact name" }).fill("Ada Roy");
  await intake.getByRole("textbox", { name: "Email" }).fill("ada@example.com");
  const expectFields = async (system: string, expected: Record<string, unknown>) => {
    await intake.getByLabel("Format").selectOption({ label: system });
    await expect(async () => {
      expect(JSON.parse(await intake.getByLabel("Preview of the request").inputValue())).toMatchObject(expected);
    }).toPass();
  };
  await expectFields("ServiceNow", {
    short_description: "High: Calls drop.",
    impact: "2",
    urgency: "1",
    contact_type: "phone",
    caller_id: "Ada Roy",
    correlation_id: high,
  });
  await expectFields("Jira", {
    fields: {
      issuetype: { name: "Incident" },
      priority: { name: "High" },
      labels: ["cisco-spark-swss", "high", "premium"],
    },
  });
  await expectFields("Zendesk", {
    ticket: { priority: "high", requester: { name: "Ada Roy", email: "ada@example.com" } },
  });
  await expectFields("TM Forum TMF621 v5", {
    "@type": "TroubleTicket",
    severity: "Major",
    ticketType: "incident",
    externalIdentifier: [{ id: high }],
  });
  await expectFields("JSON", { severity: { id: "high" }, tier: { id: "premium" }, contact: { name: "Ada Roy" } });
});

/** With plain spaces and plain ends of lines, as one compares. */
const spaced = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\r\n", "\n");

interface TicketFields {
  description: string;
  fields: { description: string };
  ticket: { comment: { body: string } };
}

/** The field of each ticket system that holds the text for people. */
const textsOf: Record<string, (fields: TicketFields) => string> = {
  "TM Forum TMF621 v5": (fields) => fields.description,
  ServiceNow: (fields) => fields.description,
  Jira: (fields) => fields.fields.description,
  Zendesk: (fields) => fields.ticket.comment.body,
};

test("a ticket contains everything that was typed and computed", async ({ page }) => {
  await page.goto(`en/prepare.html#${high}&tier=premium&nature=fault&sale=reseller`);
  const intake = page.locator("slo-intake");
  await intake.evaluate((each) => {
    each.setAttribute("submitted", "2026-11-24T07:00:00Z");
    each.setAttribute("now", "2026-11-24T07:05:00Z");
  });
  await intake.getByRole("combobox", { name: "The priority you assign" }).selectOption({ label: "Critical" });
  const written = {
    Description: "Calls drop.\nSince 2 a.m. in Laval.",
    "First troubleshooting notes": "Restarted the gateway: no change.",
    "Reason for this priority": "The emergency room has no phone.",
    "Contact name": "Ada Roy",
    Phone: "+1 514 555-0100",
    Email: "ada@example.com",
  };
  for (const [label, text] of Object.entries(written))
    await intake.getByRole("textbox", { name: new RegExp(`^${label}`) }).fill(text);
  const values = [
    ...Object.values(written),
    "Critical: Calls drop.",
    "Priority: 1 (Critical)",
    "Priority based on the answers: 2 (High)",
    "Service tier: Premium",
    "Submitted: Tuesday, November 24 at 2:00 a.m. (EST)",
    "Initial response: before Tuesday, November 24 at 2:15 a.m. (EST)",
    "How is the service working right now? It is degraded: only part of it works",
    "What is this about? Something does not work",
    high,
    "for information only: the contract, if any, is with the company that sold the service",
  ];
  for (const [system, textOf] of Object.entries(textsOf)) {
    await intake.getByLabel("Format").selectOption({ label: system });
    await expect(async () => {
      const text = spaced(textOf(JSON.parse(await intake.getByLabel("Preview of the request").inputValue())));
      for (const each of values) expect(text, system).toContain(each);
    }).toPass();
  }
  // In the mail, the same.
  await intake.getByLabel("Format").selectOption({ label: "Plain text" });
  const address = new URL((await intake.getByRole("link", { name: "Send by email" }).getAttribute("href")) ?? "");
  expect(address.protocol).toBe("mailto:");
  expect(address.searchParams.get("subject")).toBe("Critical: Calls drop.");
  for (const each of values) expect(spaced(address.searchParams.get("body") ?? "")).toContain(each);
});

for (const isBilingual of [false, true]) {
  test(`it prints on one page${isBilingual ? ", in two languages as well" : ""}`, async ({ page }) => {
    await page.goto(`prepare.html#${high}&tier=premium&nature=fault&sale=direct`);
    const intake = page.locator("slo-intake");
    await intake
      .getByRole("textbox", { name: /^Description/ })
      .fill("Les appels coupent.\nDepuis 2 h à Laval, pour toute l’équipe des commandes.");
    await intake.getByRole("textbox", { name: /^Premières notes/ }).fill("La passerelle a été redémarrée, sans effet.");
    if (isBilingual) await intake.getByLabel("En français et en anglais").check();
    const pdf = await page.pdf({ format: "Letter" });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: "print" });
    await expect(intake.getByRole("heading", { name: "Élevée\u00a0: Les appels coupent." })).toBeVisible();
    if (isBilingual) await expect(intake.getByRole("heading", { name: "High: Les appels coupent." })).toBeVisible();
    await expect(intake.getByRole("textbox", { name: /^Description/ })).toBeHidden();
  });
}

test("in both languages, French comes first", async ({ page }) => {
  await page.goto(`en/prepare.html#${high}&tier=premium`);
  const intake = page.locator("slo-intake");
  await intake.getByLabel("In French and English").check();
  await expect(intake.getByLabel("Preview of the request")).toHaveValue(/Priorité\u00a0:[\s\S]*Priority:/);
});

test("the deadline goes into a calendar with alarms before and at it, the link, and what to do if nobody came", async ({
  page,
}) => {
  await page.goto(`en/prepare.html#${high}&tier=premium`);
  await page.locator("slo-intake").evaluate((each) => each.setAttribute("submitted", "2026-11-24T07:00:00Z"));
  const downloading = page.waitForEvent("download");
  await page.locator("slo-intake").getByRole("button", { name: "Add the deadline to my calendar" }).click();
  const [event] = new ICAL.Component(
    ICAL.parse(readFileSync(await (await downloading).path(), "utf8")),
  ).getAllSubcomponents("vevent");
  expect(new ICAL.Event(event!).startDate.toJSDate().toISOString()).toBe("2026-11-24T07:15:00.000Z");
  const { description } = new ICAL.Event(event!);
  expect(description).toContain("Initial response: before");
  expect(description).toContain(high);
  expect(description).toContain("If nobody has answered by then: Call and ask to speak to the TAC duty manager.");
  expect(String(event!.getFirstPropertyValue("url"))).toContain(
    `en/prepare.html#${high}&tier=premium&at=2026-11-24T07:00:00Z`,
  );
  expect(description).toContain("Depending on who sold the service, the objectives may be for information only.");
  expect(event!.getAllSubcomponents("valarm").map((alarm) => String(alarm.getFirstPropertyValue("trigger")))).toEqual([
    "-PT5M",
    "PT0S",
  ]);
});

test("after the deadline, the text to read out names the deadline and how the time was counted", async ({ page }) => {
  await page.goto(`en/prepare.html#${high}&tier=premium`);
  const intake = page.locator("slo-intake");
  await intake.evaluate((each) => {
    each.setAttribute("submitted", "2026-11-24T07:00:00Z");
    each.setAttribute("now", "2026-11-24T08:00:00Z");
  });
  await expect(intake.getByText("call and ask to speak to the TAC duty manager")).toBeVisible();
  // How late comes first, before the fields of the request.
  await expect(intake.locator(".how-late")).toHaveText("Initial response: overdue by 45\u00a0min");
  await intake.getByText("What to say", { exact: true }).click();
  const said = await intake.getByLabel("What to say").inputValue();
  expect(said).toMatch(/^Please put me through to the TAC duty manager\.\n/);
  expect(said).toContain("Escalation request");
  expect(said).toMatch(/Initial response: the deadline was .*2:15.a\.m\..\(EST\); it passed 45.min ago\./);
  expect(said).toContain("counted");
});

test("a table below the deadline shows what another tier would change for this case", async ({ page }) => {
  await page.goto(`en/prepare.html#${high}&tier=enhanced`);
  const intake = page.locator("slo-intake");
  await intake.evaluate((each) => {
    each.setAttribute("submitted", "2026-11-24T07:00:00Z");
    each.setAttribute("now", "2026-11-24T07:05:00Z");
  });
  await intake.getByText("What would another tier change?").click();
  const rows = intake.getByRole("table", { name: "Response times by tier (severity: High)" }).getByRole("row");
  await expect(rows.filter({ hasText: "Enhanced" })).toContainText("your tier");
  await expect(rows.filter({ hasText: "Premium" })).toContainText(
    /in less than 15.minutes\s*before 2:15.a\.m\..*15.minutes sooner/,
  );
  await intake.getByRole("combobox", { name: "The priority you assign" }).selectOption({ label: "Low" });
  await expect(
    intake
      .getByRole("table", { name: "Response times by tier (severity: Low)" })
      .getByRole("row")
      .filter({ hasText: "Premium" }),
  ).toContainText(/1.hour sooner/);
});

test("a policy of one’s own brings its questions, duties and ticket fields without a line of code", async ({
  page,
}) => {
  const boreal = JSON.parse(readFileSync(new URL("../../policies/boreal-care.json", import.meta.url), "utf8")) as {
    version: string;
    context: { text: { en: string } }[];
  };
  await page.goto("en/prepare.html");
  const intake = page.locator("slo-intake");
  await intake.evaluate((each) => {
    each.setAttribute("severity", "outage");
    each.setAttribute("tier", "essential");
    each.setAttribute("network", "other");
    each.setAttribute("policy", "../policies/boreal-care.json");
  });
  await expect(intake.getByText("Also ask your network supplier whether it has an outage.")).toBeVisible();
  await expect(intake.getByText("The numbers affected, and the time of the last call that worked.")).toBeVisible();
  // The page asks for the contract once, beside the number to call.
  const [contract] = boreal.context;
  await expect(intake.getByText(contract?.text.en ?? "", { exact: true })).toHaveCount(1);
  await intake.getByLabel(contract?.text.en ?? "").selectOption({ index: 1 });
  const question = intake.locator("[part=question]");
  await expect(question.or(intake.getByText("That’s everything")).first()).toBeVisible();
  await intake.getByLabel("Format").selectOption({ label: "ServiceNow" });
  await expect(async () => {
    expect(JSON.parse(await intake.getByLabel("Preview of the request").inputValue())).toMatchObject({
      u_boreal_plan: "Essential",
      impact: "1",
      description: expect.stringContaining("Restoration: no objective stated"),
    });
  }).toPass();
});

test("the case reaches the page and its form", async ({ page }) => {
  await page.goto("en/prepare.html");
  const heard = await page.locator("slo-intake").evaluate(async (each) => {
    const form = document.createElement("form");
    each.setAttribute("name", "case");
    each.replaceWith(form);
    form.append(each);
    const handedOver = new Promise<{ severity: { id: string } }>((resolve) =>
      each.addEventListener("slo-handover", (event) =>
        resolve((event as CustomEvent<{ handover: { severity: { id: string } } }>).detail.handover),
      ),
    );
    each.setAttribute("severity", "low");
    const handover = await handedOver;
    return {
      event: handover.severity.id,
      form: (JSON.parse(String(new FormData(form).get("case"))) as { severity: { id: string } }).severity.id,
    };
  });
  expect(heard).toEqual({ event: "low", form: "low" });
});

for (const { folder, tier } of [
  { folder: "", tier: "enhanced" },
  { folder: "en/", tier: "basic" },
]) {
  test(`axe objects to nothing, and it fits a phone (${folder || "fr"})`, async ({ page }) => {
    await page.goto(`${folder}prepare.html#${high}&tier=${tier}`);
    await expect(page.locator("slo-intake").locator("[part=question]")).toBeVisible();
    expect(await findingsOfAxe(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

test("the wizard hands its case over by the link below it", async ({ page }) => {
  await page.goto(`en/index.html#${high}&tier=premium`);
  await expect(page.locator("slo-wizard").getByRole("heading", { name: "High" })).toBeVisible();
  await page.getByRole("link", { name: "prepare the request", exact: true }).click();
  await expect(page.locator("slo-intake").getByText("Based on your answers: High")).toBeVisible();
  await expect(page.locator("slo-intake").getByLabel("Your service tier")).toHaveValue("premium");
});

test("an export that names the whole text a hundred thousand times does not hold up the customer", async ({ page }) => {
  await page.goto(`en/prepare.html#${high}&tier=premium`);
  const intake = page.locator("slo-intake");
  const description = intake.getByRole("textbox", { name: /^Description/ });
  await expect(description).toBeVisible();
  await intake.evaluate((element) => {
    const policy = (element as unknown as { policy: { toJSON(): object } }).policy.toJSON();
    const fields = Array.from({ length: 13 }, () => "{text}".repeat(10_000));
    Object.assign(element, { policy: { ...policy, exports: { flood: { name: { en: "Flood" }, fields } } } });
  });
  await intake.getByRole("combobox", { name: "Format" }).selectOption({ label: "Flood" });
  await description.fill("Calls drop. ".repeat(250));
  const preview = intake.getByRole("textbox", { name: "Preview of the request" });
  await intake.getByText("For an API").click();
  await expect(preview).toHaveValue(/Calls drop/);
  expect((await preview.inputValue()).length).toBeLessThan(3_000_000);
});
