/** Arguments on their way into the engine. */

import { CaseSloError } from "./errors.js";

/** An argument as JSON text, which the engine reads: dates as RFC 3339. What JSON cannot hold is refused with `code`. */
export function json(value: unknown, code: string): string {
  try {
    const text = JSON.stringify(value) as string | undefined;
    if (text !== undefined) return text;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CaseSloError(code, `not JSON: ${reason}`, { path: "", cause });
  }
  throw new CaseSloError(code, `expected an object, found ${typeof value}`, { path: "" });
}
