/**
 * The JSON of a help desk. Reading a member marks it; the members that nobody has read become findings at the end, so that an
 * import drops nothing in silence.
 */

import type { PolicyDraft } from "./draft.js";

/** Members about a record itself. They have no place in a policy, and nobody misses them. */
const bookkeeping =
  /^(?:id|url|created_at|updated_at|created_by(?:_id)?|updated_by(?:_id)?|position|workspace_id|count|next_page|previous_page|note|links|meta)$/;

/** An object of the source. */
export class SourceObject {
  readonly #read = new Set<string>();
  readonly #members: Readonly<Record<string, unknown>>;
  readonly #children: SourceObject[] = [];

  private constructor(
    members: object,
    readonly path: string,
  ) {
    this.#members = members as Record<string, unknown>;
  }

  /** Returns the value as an object; undefined if it is none. */
  static of(value: unknown, path = ""): SourceObject | undefined {
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? new SourceObject(value, path)
      : undefined;
  }

  /** Returns whether a member is there, without marking it. */
  has(name: string): boolean {
    return Object.hasOwn(this.#members, name);
  }

  /** Returns a member of any type. */
  value(name: string): unknown {
    this.#read.add(name);
    return this.has(name) ? this.#members[name] : undefined;
  }

  /** Returns a member as text; numbers are written out. An empty text stands for any other type. */
  text(name: string): string {
    const value = this.value(name);
    return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
  }

  /** Returns a member as a number; undefined for null and for any other type. */
  number(name: string): number | undefined {
    const value = this.value(name);
    return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  }

  /** Returns a member that is an object. */
  object(name: string): SourceObject | undefined {
    return this.#child(this.value(name), this.pathOf(name));
  }

  /** Returns the objects of a member that is a list. */
  list(name: string): SourceObject[] {
    const value = this.value(name);
    if (!Array.isArray(value)) return [];
    return value.flatMap((each, at) => this.#child(each, `${this.pathOf(name)}/${at}`) ?? []);
  }

  /** Returns the objects among the members, by name. */
  objects(): [name: string, object: SourceObject][] {
    return Object.keys(this.#members).flatMap((name): [string, SourceObject][] => {
      const object = this.object(name);
      return object === undefined ? [] : [[name, object]];
    });
  }

  /** Returns the JSON Pointer of a member. */
  pathOf(name: string): string {
    return `${this.path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  }

  /** Adds a finding for each member that nobody has read, here and below. */
  noteUnread(draft: PolicyDraft): void {
    for (const [name, value] of Object.entries(this.#members)) {
      if (!this.#read.has(name) && !bookkeeping.test(name) && saysSomething(value))
        draft.note("not-imported", this.pathOf(name), name, excerpt(value));
    }
    for (const child of this.#children) child.noteUnread(draft);
  }

  #child(value: unknown, path: string): SourceObject | undefined {
    const child = SourceObject.of(value, path);
    if (child !== undefined) this.#children.push(child);
    return child;
  }
}

function saysSomething(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(saysSomething);
  return value !== null && value !== undefined && value !== "" && value !== false;
}

/** Returns a value as short JSON. */
export function excerpt(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
