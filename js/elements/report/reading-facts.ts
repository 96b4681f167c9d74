/** How a log was read, in sentences. */

import type { ReportResult } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { ownValue } from "../../text/lookup.js";
import { numbersIn } from "../../text/numbers.js";
import type { ViewContext } from "../shared/element.js";

/** Names of help desks, by their presets. */
export const presetNames: Record<string, string> = {
  freshdesk: "Freshdesk, Freshservice",
  gitlab: "GitLab",
  glpi: "GLPI",
  hubspot: "HubSpot",
  intercom: "Intercom",
  itop: "iTop",
  jira: "Jira",
  osticket: "osTicket",
  otrs: "OTRS, Znuny",
  remedy: "BMC Remedy",
  salesforce: "Salesforce",
  servicenow: "ServiceNow",
  zammad: "Zammad",
  zendesk: "Zendesk",
};

/** Returns what was detected about the form of a log, unless it is the usual one. */
export function readingFacts({ language }: Pick<ViewContext, "language">, reading: ReportResult["reading"]): string[] {
  const words = reportMessagesFor(language).form;
  const { count } = numbersIn(language);
  const { encoding, headerRow, preset, byCells, dateOrder, zones, elapsed, dueAt, footerRows, replacedRows } = reading;
  const orders = [...new Set(Object.values(dateOrder))];
  const [order] = orders;
  return [
    ...(preset === null ? [] : [words.preset(ownValue(presetNames, preset) ?? preset)]),
    ...(encoding === "utf-8" ? [] : [words.encoding(encoding)]),
    ...(headerRow === null || headerRow === 1 ? [] : [words.headerRow(count(headerRow))]),
    ...(byCells.length === 0 ? [] : [words.byCells(byCells.length)]),
    ...(orders.length === 1 && order !== undefined && order !== "auto" ? [words.dateOrder[order]] : []),
    ...[...new Set(Object.values(zones))].map((zone) => words.zone(zone)),
    ...(elapsed === undefined ? [] : [words.elapsed(elapsed.name, words.units[elapsed.unit])]),
    ...(dueAt === undefined ? [] : [words.dueAt(dueAt.name)]),
    ...(footerRows === 0 ? [] : [words.footerRows(count(footerRows), footerRows)]),
    ...(replacedRows === 0 ? [] : [words.replacedRows(count(replacedRows), replacedRows)]),
  ];
}
