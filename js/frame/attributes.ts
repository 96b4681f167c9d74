/** The attributes that a page may give to the element in its frame. The page is a stranger: not everything is taken from it. */

/** Of the frame itself, or of no use inside it; the address bar is not the element's. */
const kept = new Set([
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

/** What the address of a page decides that stands by itself: a link to it could put any number and any policy below a trusted address. */
const alone = ["element", "lang", "theme"];

/** The part of its own address that a frame follows. */
export const addressTaken = (search: string, isFramed: boolean): URLSearchParams =>
  new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => isFramed || alone.includes(name)));

/** Without handlers, without `style`, and without links to anything but pages. */
export function safeAttributes(given: unknown): Map<string, string> {
  const safe = new Map<string, string>();
  if (typeof given !== "object" || given === null) return safe;
  for (const [name, value] of Object.entries(given)) {
    const isLink = name === "clauses";
    if (typeof value !== "string" || kept.has(name) || !/^(?!on)[a-z][a-z0-9_-]*$/.test(name)) continue;
    if (!isLink || /^https?:\/\//i.test(value)) safe.set(name, value);
  }
  return safe;
}
