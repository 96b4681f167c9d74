/** Attributes that a page may give to the element in its frame. The page is not trusted, so only safe ones are used. */

/** Attributes of the frame itself, or without use inside it: the element does not own the address bar. */
const excluded = new Set([
  "class",
  "element",
  "hidden",
  "id",
  "is",
  "lang",
  "name",
  "part",
  "permalink",
  "policy",
  "required",
  "slot",
  "style",
]);

/**
 * Attributes from the address of a page outside a frame. A link could otherwise show any phone number and any policy under a
 * trusted address.
 */
const allowedStandalone = ["element", "lang", "theme"];

/** Returns the part of its address that a frame uses. */
export const settingsOfAddress = (search: string, isFramed: boolean): URLSearchParams =>
  new URLSearchParams(
    [...new URLSearchParams(search)].filter(([name]) => isFramed || allowedStandalone.includes(name)),
  );

/** Returns the attributes without handlers, without `style`, and without links to anything but pages. */
export function safeAttributes(given: unknown): Map<string, string> {
  const safe = new Map<string, string>();
  if (typeof given !== "object" || given === null) return safe;
  for (const [name, value] of Object.entries(given)) {
    const isLink = name === "clauses";
    if (typeof value !== "string" || excluded.has(name) || !/^(?!on)[a-z][a-z0-9_-]*$/.test(name)) continue;
    if (!isLink || /^https?:\/\//i.test(value)) safe.set(name, value);
  }
  return safe;
}
