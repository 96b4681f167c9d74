/**
 * The policy that is being written: the document itself, with every earlier state to return to. While nothing has changed a text
 * that was opened or typed, it stays as it is, to the last space.
 */

import type { Diagnostic } from "../../index.js";
import { type Json, type JsonObject, isObject, moved, valueAt, withValue } from "../../text/policy-json.js";
import { FindingIndex } from "./finding-index.js";

/** One state of the document. */
export interface Snapshot {
  /** The document; that of the last text which could be read if `text` cannot be read. */
  document: JsonObject;
  /** The text as it was opened or typed; undefined if a form wrote the document. */
  text: string | undefined;
  /** Whether `text` is JSON. */
  isReadable: boolean;
}

/** A draft as the tab keeps it. */
interface Draft {
  text: string;
  name: string;
  isSaved: boolean;
}

/** Most states to return to. */
const longestHistory = 300;
/** Milliseconds within which changes of one place are one step. */
const sameStep = 1_000;

/** Holds the policy that is being written, and tells its views about each change. */
export class Editor {
  #state: Snapshot | null = null;
  #past: Snapshot[] = [];
  #future: Snapshot[] = [];
  #saved: Snapshot | null = null;
  #last = { pointer: "", time: 0 };
  readonly #listeners = new Set<() => void>();
  /** Name of the file. */
  name = "";
  /** The findings about the document, which the check replaces. */
  readonly findings = new FindingIndex();

  /** Reports each change of the document until the function that it returns is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The current state; null before a policy has been opened. */
  get state(): Snapshot | null {
    return this.#state;
  }

  /** The current document. */
  get document(): JsonObject {
    return this.#state?.document ?? {};
  }

  /** The policy as the text of its file. */
  get text(): string {
    return this.#state === null ? "" : textOf(this.#state);
  }

  /** Whether the document differs from the file that was opened or saved last. */
  get isChanged(): boolean {
    return this.#state !== this.#saved;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Returns the value at a pointer. */
  at(pointer: string): Json | undefined {
    return valueAt(this.document, pointer);
  }

  /** Opens a policy; the history starts anew. */
  open(source: string | JsonObject, name: string, { isSaved = true } = {}): void {
    this.name = name;
    this.#past = [];
    this.#future = [];
    this.#state = stateOf(source, {});
    this.#saved = isSaved ? this.#state : null;
    this.findings.set([]);
    this.#tell();
  }

  /** Opens a file over the policy that is open, as a step of its history. */
  replace(source: string | JsonObject, name: string): void {
    this.name = name;
    this.#record(stateOf(source, this.document), "");
    // A policy that was made from other files is in none.
    if (typeof source === "string") this.markSaved();
  }

  /** Closes the policy. */
  close(): void {
    this.#state = this.#saved = null;
    this.#past = [];
    this.#future = [];
    this.findings.set([]);
    this.#tell();
  }

  /** Sets a value; undefined removes it. Changes of one place that follow each other quickly are one step of the history. */
  set(pointer: string, value: Json | undefined): void {
    // Typing goes on in a text; an entry that is added, moved or removed is a step of its own.
    const isTyping = value !== undefined && !Array.isArray(value);
    this.#step(withValue(this.document, pointer, value), isTyping ? pointer : "");
  }

  /** Makes several changes in one step. */
  change(edit: (document: JsonObject) => Json | undefined): void {
    this.#step(edit(this.document), "");
  }

  /** Adds an entry at the end of a list, or at a place in it. */
  insert(pointer: string, entry: Json, place?: number): void {
    const list = (this.at(pointer) ?? []) as readonly Json[];
    this.set(pointer, list.toSpliced(place ?? list.length, 0, entry));
  }

  /** Moves an entry of a list; moves beyond an end do nothing. */
  move(pointer: string, from: number, to: number): void {
    const list = (this.at(pointer) ?? []) as readonly Json[];
    if (to >= 0 && to < list.length && from !== to) this.set(pointer, moved(list, from, to));
  }

  /** Takes the whole policy as text, which may be no JSON while somebody types. */
  type(text: string): void {
    if (text === this.text) return;
    this.#record(read(text, this.document), "text");
  }

  undo(): void {
    const before = this.#past.pop();
    if (before === undefined || this.#state === null) return;
    this.#future.push(this.#state);
    this.#restore(before);
  }

  redo(): void {
    const after = this.#future.pop();
    if (after === undefined || this.#state === null) return;
    this.#past.push(this.#state);
    this.#restore(after);
  }

  /** States that the file has the current document. */
  markSaved(): void {
    this.#saved = this.#state;
    this.#last.pointer = "";
    this.#tell();
  }

  /** Takes the findings about the current document. */
  take(findings: readonly Diagnostic[]): void {
    this.findings.set(findings);
  }

  /** Returns the draft as the tab keeps it. */
  draft(): string {
    return JSON.stringify({ text: this.text, name: this.name, isSaved: !this.isChanged } satisfies Draft);
  }

  /** Opens a draft, and returns whether it is one. */
  openDraft(source: string): boolean {
    try {
      const { text, name, isSaved } = JSON.parse(source) as Partial<Draft>;
      if (typeof text !== "string" || typeof name !== "string") return false;
      this.open(text, name, { isSaved: isSaved === true });
      return true;
    } catch {
      return false;
    }
  }

  #step(document: Json | undefined, pointer: string): void {
    if (!isObject(document)) return;
    this.#record({ document, text: undefined, isReadable: true }, pointer);
  }

  #record(state: Snapshot, pointer: string): void {
    const time = Date.now();
    const continues = pointer !== "" && pointer === this.#last.pointer && time - this.#last.time < sameStep;
    this.#last = { pointer, time };
    // The state that is in the file stays a step of its own.
    if (this.#state !== null && (!continues || this.#state === this.#saved)) this.#past.push(this.#state);
    if (this.#past.length > longestHistory) this.#past.shift();
    this.#future = [];
    this.#state = state;
    this.#tell();
  }

  #restore(state: Snapshot): void {
    this.#state = state;
    this.#last.pointer = "";
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

const stateOf = (source: string | JsonObject, before: JsonObject): Snapshot =>
  typeof source === "string" ? read(source, before) : { document: source, text: undefined, isReadable: true };

/** Returns the state of a text; a text that is no object keeps the document before it. */
function read(text: string, before: JsonObject): Snapshot {
  try {
    const document: unknown = JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text);
    if (isObject(document)) return { document, text, isReadable: true };
  } catch {
    // The engine says where the fault is.
  }
  return { document: before, text, isReadable: false };
}

const texts = new WeakMap<Snapshot, string>();

/** Returns a state as the text of its file, written once. */
function textOf(state: Snapshot): string {
  const text = state.text ?? texts.get(state) ?? `${JSON.stringify(state.document, null, 2)}\n`;
  texts.set(state, text);
  return text;
}
