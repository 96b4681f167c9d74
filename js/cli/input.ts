/** Reads arguments: files, standard input, policies, pauses and durations. */

import { readFile } from "node:fs/promises";

import { CaseSloError, loadPolicy, referencePolicy, secondsOf, type Instant, type Policy } from "../node.js";
import { UsageError } from "./command.js";
import { FindingsError } from "./findings.js";

/** Reads a file as text; "-" is standard input. */
export async function readText(path: string): Promise<string> {
  try {
    const bytes = path === "-" ? await standardInput() : await readFile(path);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UsageError(`cannot read ${nameOf(path)}: ${reason(error as NodeJS.ErrnoException)}`);
  }
}

/** Returns the name of a file in messages. */
export function nameOf(path: string): string {
  return path === "-" ? "standard input" : path;
}

/** Loads the policy in a file; without a path, the reference policy. */
export async function readPolicy(path: string | undefined): Promise<Policy> {
  if (path === undefined) return referencePolicy();
  const text = await readText(path);
  try {
    return loadPolicy(text);
  } catch (error) {
    throw FindingsError.from(error, nameOf(path), text);
  }
}

/** Reads a file of JSON. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${nameOf(path)} is not JSON: ${(error as Error).message}`);
  }
}

/** Reads pauses, each "from/to", or "from/" for one that has not ended. */
export function readPauses(texts: string[]): [Instant, Instant | null][] {
  return texts.map((text) => {
    const [from, to, ...rest] = text.split("/");
    if (!from || to === undefined || rest.length > 0) {
      throw new UsageError(`a pause is written from/to, or from/ while it lasts: "${text}"`);
    }
    return [from, to === "" ? null : to];
  });
}

/** Reads seconds, as a number or as an ISO 8601 duration of hours, minutes and seconds. */
export function readDuration(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  try {
    if (/^P/i.test(text)) return secondsOf(text.toUpperCase());
  } catch (error) {
    if (!(error instanceof CaseSloError)) throw error;
    if (error.code === "ambiguous-duration") throw new UsageError(error.message);
  }
  throw new UsageError(`a duration is a number of seconds, or hours, minutes and seconds such as PT7H30M: "${text}"`);
}

let drained = false;

async function standardInput(): Promise<Uint8Array> {
  if (drained) throw new Error("it can be read only once");
  drained = true;
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function reason({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return "no such file";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES") return "permission denied";
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "it is not UTF-8";
  return message;
}
