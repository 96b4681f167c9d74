/** JSON of values on pages whose old libraries, such as Prototype before 1.7, add a `toJSON` of their own to every list and date. */

/**
 * Writes a value as JSON text like `JSON.stringify`, with lists and dates as JSON has them whatever the page adds to them. A `toJSON`
 * of the value itself counts. Undefined for a value that JSON leaves out.
 */
export function jsonOf(
  value: unknown,
  visit: (key: string, member: unknown) => unknown = (_, member) => member,
  space?: number,
): string | undefined {
  function replaced(this: Record<string, unknown>, key: string, member: unknown): unknown {
    return visit(key, original(this[key], member));
  }
  return JSON.stringify(value, replaced, space);
}

/** Returns a list or a date without the conversion of the page, and any other value after its own conversion. */
function original(given: unknown, converted: unknown): unknown {
  if (typeof given !== "object" || given === null || Object.hasOwn(given, "toJSON")) return converted;
  if (Array.isArray(given)) return given;
  if (!(given instanceof Date)) return converted;
  // An invalid date is null in JSON.
  return Number.isNaN(given.getTime()) ? null : given.toISOString();
}
