/** The export of each help desk, dropped on the report: detected, mapped, corrected in one column, and exported, in both languages. */

import { readFileSync } from "node:fs";
import { cellsOf, drop, openReport } from "./support/log.js";
import { saved } from "./support/saved.js";
import { expect, test } from "./support/site.js";

/** The policy of the cases, with its texts in both languages. */
const { policy } = JSON.parse(
  readFileSync(new URL("../data/logs.json", import.meta.url), "utf8"),
  (key, value: { en?: unknown } | null) => {
    if (key === "languages") return ["fr-CA", "en"];
    return typeof value === "object" && typeof value?.en === "string" ? { "fr-CA": value.en, ...value } : value;
  },
) as { policy: object };

const [opened, closed, late] = ["2026-01-12 09:00:00", "2026-01-12 10:00:00", "2026-01-15 09:00:00"];

/** The header and two cases, of which the second one is late; the columns of submission, stop and severity. */
const exports: { name: string; rows: string[]; columns: (string | null)[] }[] = [
  {
    name: "ServiceNow",
    rows: [
      "number,state,opened_at,assignment_group,priority,resolved_at",
      `INC1,Closed,${opened},Desk,2 - High,${closed}`,
      `INC2,Closed,${opened},Desk,2 - High,${late}`,
    ],
    columns: ["opened_at", "resolved_at", "priority"],
  },
  {
    name: "Jira",
    rows: [
      "Issue key,Issue Type,Status,Priority,Created,Resolved",
      "IT-1,Bug,Done,High,12/Jan/26 9:00 AM,12/Jan/26 10:00 AM",
      "IT-2,Bug,Done,High,12/Jan/26 9:00 AM,15/Jan/26 9:00 AM",
    ],
    columns: ["Created", "Resolved", "Priority"],
  },
  {
    name: "Zendesk",
    rows: [
      "Id,Subject,Status,Priority,Via,Created at,Assigned at,Solved at",
      `1,Help,Closed,High,Mail,${opened},${opened},${closed}`,
      `2,Help,Closed,High,Mail,${opened},${opened},${late}`,
    ],
    columns: ["Created at", "Solved at", "Priority"],
  },
  {
    name: "Freshdesk, Freshservice",
    rows: [
      "Ticket ID,Status,Priority,Source,Created time,Due by Time,Resolved time",
      `1,Closed,High,Email,${opened},${late},${closed}`,
      `2,Closed,High,Email,${opened},${late},${late}`,
    ],
    columns: ["Created time", "Resolved time", "Priority"],
  },
  {
    name: "Salesforce",
    rows: [
      "Case Number,Status,Priority,Date/Time Opened,Date/Time Closed",
      "00001,Closed,High,1/25/2026 9:00 AM,1/25/2026 10:00 AM",
      "00002,Closed,High,1/25/2026 9:00 AM,1/28/2026 9:00 AM",
    ],
    columns: ["Date/Time Opened", "Date/Time Closed", "Priority"],
  },
  {
    name: "HubSpot",
    rows: [
      "Ticket ID,Pipeline,Create date,Close date,Priority",
      `1,Support,${opened},${closed},High`,
      `2,Support,${opened},${late},High`,
    ],
    columns: ["Create date", "Close date", "Priority"],
  },
  {
    name: "Intercom",
    rows: [
      "Conversation ID,Conversation started at,Priority,Last closed at",
      `1,${opened},High,${closed}`,
      `2,${opened},High,${late}`,
    ],
    columns: ["Conversation started at", "Last closed at", "Priority"],
  },
  {
    name: "GLPI",
    rows: [
      "ID;Titre;Statut;Dernière modification;Date d'ouverture;Priorité;Date de résolution",
      `1;Aide;Clos;${late};${opened};Haute;${closed}`,
      `2;Aide;Clos;${late};${opened};Haute;${late}`,
    ],
    columns: ["Date d'ouverture", "Date de résolution", "Priorité"],
  },
  {
    name: "OTRS, Znuny",
    rows: [
      "Ticket#;Age;Created;Close Time;Queue;State;Priority",
      `2026011;1 d;${opened};${closed};Desk;closed successful;High`,
      `2026012;1 d;${opened};${late};Desk;closed successful;High`,
    ],
    columns: ["Created", "Close Time", "Priority"],
  },
  {
    name: "Zammad",
    rows: [
      "Number,Title,Group,State,Priority,Created at,Closed at",
      `1,Help,Desk,closed,High,${opened},${closed}`,
      `2,Help,Desk,closed,High,${opened},${late}`,
    ],
    columns: ["Created at", "Closed at", "Priority"],
  },
  {
    name: "BMC Remedy",
    rows: [
      "Incident Number,Priority,Status,Reported Date,Responded Date,Last Resolved Date",
      `INC1,High,Closed,${opened},${opened},${closed}`,
      `INC2,High,Closed,${opened},${opened},${late}`,
    ],
    columns: ["Reported Date", "Last Resolved Date", "Priority"],
  },
  {
    name: "iTop",
    rows: [
      "Ref;Title;Start date;Assignment date;Resolution date;Priority",
      `R-1;Help;${opened};${opened};${closed};High`,
      `R-2;Help;${opened};${opened};${late};High`,
    ],
    columns: ["Start date", "Resolution date", "Priority"],
  },
  {
    name: "osTicket",
    rows: [
      "Ticket Number,Date Created,Subject,Priority,SLA Due Date,Closed Date",
      `1,${opened},Help,High,${late},${closed}`,
      `2,${opened},Help,High,${late},${late}`,
    ],
    columns: ["Date Created", "Closed Date", "Priority"],
  },
  {
    name: "GitLab",
    rows: [
      "Title,Issue ID,State,Severity,Created At (UTC),Closed At (UTC)",
      `Help,1,Closed,High,${opened},${closed}`,
      `Help,2,Closed,High,${opened},${late}`,
    ],
    columns: ["Created At (UTC)", "Closed At (UTC)", "Severity"],
  },
  {
    name: "boston-311",
    rows: [
      "case_enquiry_id,open_dt,target_dt,closed_dt,ontime,source",
      `1,${opened},${closed},${closed},ONTIME,App`,
      `2,${opened},${closed},${late},OVERDUE,App`,
    ],
    columns: ["open_dt", "closed_dt", null],
  },
  {
    name: "nyc-311",
    rows: [
      "Unique Key,Created Date,Closed Date,Priority",
      "1,01/25/2026 09:00:00 AM,01/25/2026 10:00:00 AM,High",
      "2,01/25/2026 09:00:00 AM,01/28/2026 09:00:00 AM,High",
    ],
    columns: ["Created Date", "Closed Date", "Priority"],
  },
  {
    name: "bpi-2014",
    rows: [
      "CI Name (aff);Incident ID;Status;Priority;Open Time;Resolved Time;Close Time",
      "SUB;IM1;Closed;High;25/01/2026 09:00;25/01/2026 10:00;26/01/2026 10:00",
      "SUB;IM2;Closed;High;25/01/2026 09:00;28/01/2026 10:00;28/01/2026 10:00",
    ],
    columns: ["Open Time", "Resolved Time", "Priority"],
  },
  {
    name: "bpi-2013",
    rows: [
      "SR Number,Change Date+Time,Status,Impact",
      `1-1,${opened},Accepted,High`,
      `1-2,${opened},Accepted,High`,
      `1-1,${closed},Completed,High`,
      `1-2,${late},Completed,High`,
    ],
    columns: ["Change Date+Time", "Change Date+Time", "Impact"],
  },
];

for (const { folder, readAs, table, delays, csv, half, delimiter } of [
  {
    folder: "",
    readAs: "Lu comme une exportation de",
    table: "Tableau",
    delays: "Retards",
    csv: "Enregistrer le tableau en CSV",
    half: "50,0",
    delimiter: ";",
  },
  {
    folder: "en/",
    readAs: "Read as an export of",
    table: "Table",
    delays: "Delays",
    csv: "Save the table as CSV",
    half: "50.0%",
    delimiter: ",",
  },
]) {
  for (const { name, rows, columns } of exports) {
    test(`an export of ${name} is dropped, mapped, corrected and exported (${folder || "fr"})`, async ({ page }) => {
      const report = await openReport(page, folder);
      await report.evaluate((element, text) => {
        element.setAttribute("measure", "resolution");
        (element as unknown as { policy: string }).policy = text;
      }, JSON.stringify(policy));
      const parting = rows[0]?.includes(";") ? ";" : ",";
      const ours = (row: string, at: number) =>
        `${row}${parting}${at === 0 ? "Our number" : `N-${row.split(parting)[0]?.slice(-1)}-${at}`}`;
      const withOurs = name === "bpi-2013" ? rows.map((row) => `${row},${row.slice(0, 3)}`) : rows.map(ours);
      await drop(report, withOurs.join("\n").replace("Status,Impact,SR ", "Status,Impact,Our number"));

      // The zone of times without one may be asked; a log that has it is read at once.
      const settings = report.locator(".file");
      await settings.waitFor();
      if (await settings.evaluate((element) => element.localName === "details"))
        await settings.locator("summary").click();
      await expect(settings.locator(".facts").first()).toContainText(`${readAs} ${name}`);
      for (const [at, id] of ["submittedAt", "stoppedAt", "severity"].entries()) {
        const header = columns[at];
        if (typeof header === "string")
          await expect(settings.locator(`#column-${id} option:checked`)).toHaveText(header);
      }

      await settings.locator("#column-id").selectOption({ label: "Our number" });
      await expect(settings.locator("th.taken", { hasText: "Our number" })).toBeVisible();
      await settings.locator("form .primary").click();
      const answer = report.locator(".answer");
      await expect(answer.locator("h2")).toContainText(half);
      await expect(answer.locator(".facts")).toContainText(`${readAs} ${name}`);

      await report.getByLabel(table, { exact: true }).selectOption(delays);
      const { bytes } = await saved(page, report.getByRole("button", { name: csv }));
      const exported = cellsOf(bytes.toString().slice(1), delimiter);
      const second = withOurs[2]?.split(parting).at(-1);
      expect(exported.slice(1).map((row) => row[1])).toEqual([second]);
    });
  }
}
