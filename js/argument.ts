/**
 * Arguments on their way into the engine.
 *
 * Arguments become JSON text before a call, so that no code of the caller (a getter, `toString`, `toJSON`) runs during the
 * call, and bounds are checked before anything is copied into the memory of the engine.
 */

import { CaseSloError, type ErrorCode } from "./errors.js";
import { jsonOf } from "./text/json.js";

/** Most members of an argument, at all depths together. */
export const MAX_MEMBERS = 10_000;

/** Most characters of a text in an argument. */
export const MAX_TEXT_LENGTH = 65_536;

/** Most numbers in a column. */
export const MAX_COLUMN_VALUES = 10_000_000;

/**
 * Writes an argument as JSON text: dates become RFC 3339, functions are left out.
 *
 * @throws CaseSloError `code` for a value that JSON cannot hold; "limit-exceeded"
 */
export function snapshot(value: unknown, code: ErrorCode): string {
  // The first visit is the argument itself.
  let members = -1;
  const bounded = (key: string, member: unknown): unknown => {
    members += 1;
    const length = typeof member === "string" ? Math.max(key.length, member.length) : key.length;
    if (members > MAX_MEMBERS) throw exceeded(`at most ${MAX_MEMBERS} members in an argument`);
    if (length > MAX_TEXT_LENGTH) throw exceeded(`at most ${MAX_TEXT_LENGTH} characters in a text`);
    return member;
  };
  let text: string | undefined;
  try {
    text = jsonOf(value, bounded);
  } catch (cause) {
    if (cause instanceof CaseSloError) throw cause;
    throw new CaseSloError(code, `expected a value that JSON can hold: ${reasonOf(cause)}`, { path: "", cause });
  }
  if (text === undefined) throw new CaseSloError(code, `expected a value, found ${kindOf(value)}`, { path: "" });
  return text;
}

/**
 * A string, such as an id.
 *
 * @throws CaseSloError `code` with `path` for anything else; "limit-exceeded"
 */
export function stringOf(value: unknown, code: ErrorCode, path = ""): string {
  if (typeof value !== "string") {
    throw new CaseSloError(code, `expected a string, found ${kindOf(value)}`, { path });
  }
  if (value.length > MAX_TEXT_LENGTH) throw exceeded(`at most ${MAX_TEXT_LENGTH} characters`, path);
  return value;
}

/**
 * A number of seconds.
 *
 * @throws CaseSloError "out-of-range" for a value that is not a number
 */
export function secondsOf(value: unknown): number {
  if (typeof value === "number") return value;
  throw new CaseSloError("out-of-range", `expected a number of seconds, found ${kindOf(value)}`, { path: "" });
}

/**
 * A column of numbers; a list of numbers will do.
 *
 * @throws CaseSloError "invalid-case" for anything else; "limit-exceeded"
 */
export function columnOf(values: unknown): Float64Array {
  const isView = ArrayBuffer.isView(values) && !(values instanceof DataView);
  if (!isView && !Array.isArray(values)) {
    throw new CaseSloError("invalid-case", `expected a Float64Array, found ${kindOf(values)}`, { path: "" });
  }
  const list = values as ArrayLike<unknown>;
  if (list.length > MAX_COLUMN_VALUES) throw exceeded(`at most ${MAX_COLUMN_VALUES} numbers in a column`);
  if (list instanceof Float64Array) return list;
  return Float64Array.from(list, (value, index) => {
    if (typeof value === "number") return value;
    throw new CaseSloError("invalid-case", `expected a number, found ${kindOf(value)}`, { path: `/${index}` });
  });
}

/** Returns the kind of a value for messages. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  const kind = typeof value;
  return kind === "undefined" ? "nothing" : kind === "object" ? "an object" : `a ${kind}`;
}

/** Returns the message of an error from a caller's code, which may be any value. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error && typeof cause.message === "string" ? cause.message : kindOf(cause);
}

function exceeded(expected: string, path = ""): CaseSloError {
  return new CaseSloError("limit-exceeded", `expected ${expected}, found more`, { path });
}
