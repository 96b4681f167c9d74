/** Imports a policy from the settings of a help desk, or from a table of response times. */

import { CaseSloError } from "../index.js";
import { PolicyDraft, type ImportOptions, type ImportResult } from "./draft.js";
import * as freshworks from "./freshworks.js";
import { readMatrix } from "./matrix.js";
import { SourceObject } from "./source.js";
import * as zammad from "./zammad.js";
import * as zendesk from "./zendesk.js";

export type { ImportCode, ImportFinding, ImportOptions, ImportResult } from "./draft.js";

/** Kinds of sources. */
export const importKinds = ["zendesk", "freshdesk", "freshservice", "zammad", "csv"] as const;
export type ImportKind = (typeof importKinds)[number];

/** Names of the kinds for people. */
export const importNames: Record<Exclude<ImportKind, "csv">, string> = {
  zendesk: zendesk.name,
  freshdesk: freshworks.name,
  freshservice: "Freshservice",
  zammad: zammad.name,
};

/** A file of a source. */
export interface ImportFile {
  name: string;
  text: string;
}

/**
 * Builds a policy from files of one kind: the answers of a help desk's API (SLA policies, business hours, holidays), or a table as
 * CSV. Each part that cannot be carried over is a finding.
 *
 * @throws CaseSloError "invalid-import" if a file is not of this kind, "invalid-table" for a table that cannot be read
 */
export function importPolicy(kind: ImportKind, files: readonly ImportFile[], options: ImportOptions): ImportResult {
  const draft = new PolicyDraft(options);
  if (kind === "csv") {
    for (const { text } of files) readMatrix(text, draft);
    return draft.result(files[0]?.name.replace(/\.[^.]+$/, "") ?? "CSV");
  }
  const desk = { zendesk, freshdesk: freshworks, freshservice: freshworks, zammad }[kind];
  const sources = files.map(({ name, text }) => sourceOf(kind, name, text));
  for (const [at, source] of sources.entries()) {
    if (!desk.isOwn(source)) throw wrongKind(kind, files[at]?.name ?? "");
  }
  desk.read(sources, draft);
  for (const source of sources) source.noteUnread(draft);
  draft.closeGaps();
  const result = draft.result(importNames[kind]);
  if (result.policy.objectives?.length === 0) throw wrongKind(kind, files[0]?.name ?? "");
  return result;
}

/** Parses a file. A bare list becomes the member that it is in the other form of the answer. */
function sourceOf(kind: Exclude<ImportKind, "csv">, name: string, text: string): SourceObject {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new CaseSloError("invalid-import", `${name} is not JSON: ${(error as Error).message}`, { cause: error });
  }
  const source = SourceObject.of(Array.isArray(value) ? { [memberOf(kind, value)]: value } : value);
  if (source === undefined) throw wrongKind(kind, name);
  return source;
}

/** Returns the member that a bare list stands for, by the members of its first object. */
function memberOf(kind: ImportKind, [first]: readonly unknown[]): string {
  const has = (name: string) => typeof first === "object" && first !== null && Object.hasOwn(first, name);
  const hours = has("business_hours") || has("service_desk_hours");
  if (kind === "zammad") return hours ? "calendars" : "slas";
  if (kind === "zendesk") return has("intervals") ? "schedules" : has("start_date") ? "holidays" : "sla_policies";
  return hours ? "business_hours" : "sla_policies";
}

const wrongKind = (kind: Exclude<ImportKind, "csv">, name: string) =>
  new CaseSloError(
    "invalid-import",
    `${name} has no SLA policies of ${importNames[kind]}: expected the JSON that its API returns`,
  );
