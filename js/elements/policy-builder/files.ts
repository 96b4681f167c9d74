/** Files that become a policy: a policy itself, the settings of a help desk, or a table of response times. */

import { CaseSloError, csvRows } from "../../index.js";
import { importMessagesFor } from "../../messages/import.js";
import { hostZone } from "../../text/local-time.js";
import { isObject, type JsonObject } from "../../text/policy-json.js";

/** A file that has been read. */
export interface OpenedFile {
  source: string | JsonObject;
  /** Name of the file; empty for a policy that was made from other files. */
  name: string;
  /** Sentences about each part of an import that is not in the policy, or not as it was. */
  notes: string[];
}

/** Largest policy of the engine, in bytes; a larger file is not read. */
export const largestPolicy = 1024 * 1024;

/** The file is larger than the engine takes. */
export class TooLarge extends Error {}

/** Returns the text of a file: UTF-8, else the encoding in which spreadsheets on Windows save tables. */
export async function textOf(file: File): Promise<string> {
  if (file.size > largestPolicy) throw new TooLarge(file.name);
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * Reads files: one policy, or the settings of a help desk in one or several files, or tables.
 *
 * @throws TooLarge; CaseSloError "invalid-table", or "invalid-import" if several files are not of one help desk
 */
export async function openedFiles(files: readonly File[], language: string): Promise<OpenedFile> {
  const read = await Promise.all(files.map(async (file) => ({ name: file.name, text: await textOf(file) })));
  const [first] = read;
  const isTable = read.every(({ name, text }) => /\.(?:csv|tsv)$/i.test(name) || !/^\ufeff?\s*[[{]/.test(text));
  if (!isTable && first !== undefined && read.length === 1 && isPolicy(first.text))
    return { source: first.text, name: first.name, notes: [] };
  // Few authors need it, so it is loaded on demand.
  const { importKinds, importPolicy } = await import("../../import/index.js");
  const options = { language: /^en\b/i.test(language) ? "en" : "fr-CA", zone: hostZone() };
  let refusal: unknown;
  for (const kind of importKinds.filter((each) => (each === "csv") === isTable)) {
    try {
      const { policy, findings } = importPolicy(kind, read, options);
      const words = importMessagesFor(language).findings;
      const notes = findings.map(
        ({ code, path, values }) => `${words[code](...values)}${path === "" ? "" : ` (${path})`}`,
      );
      return { source: policy as unknown as JsonObject, name: "", notes };
    } catch (error) {
      if (!(error instanceof CaseSloError)) throw error;
      refusal = error;
    }
  }
  // Of a single file, the findings of the check say more.
  if (!isTable && first !== undefined && read.length === 1) return { source: first.text, name: first.name, notes: [] };
  throw refusal;
}

/** Returns whether a text looks like a policy, with or without faults. */
function isPolicy(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return isObject(value) && ["languages", "severities", "$schema"].some((key) => Object.hasOwn(value, key));
  } catch {
    // A policy with a fault in its JSON is still a policy; no help desk returns one.
    return true;
  }
}

/** Reads the rows of a table, the header first; cells are trimmed, and empty rows left out. */
export const tableRows = (text: string): string[][] =>
  csvRows(text)
    .map(({ cells }) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
