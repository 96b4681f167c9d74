/** The findings of the engine by their place, for the fields beside which they stand. */

import type { Diagnostic } from "../../index.js";

const none: readonly Diagnostic[] = [];

/** Finds the findings at and below a place, and tells views about each new check. */
export class FindingIndex {
  #all: readonly Diagnostic[] = none;
  #at = new Map<string, Diagnostic[]>();
  #below = new Map<string, Diagnostic[]>();
  readonly #listeners = new Set<() => void>();

  /** All findings, as the engine orders them. */
  get all(): readonly Diagnostic[] {
    return this.#all;
  }

  /** Reports each new check until the function that it returns is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Replaces all findings. */
  set(findings: readonly Diagnostic[]): void {
    this.#all = findings;
    this.#at = new Map();
    this.#below = new Map();
    for (const finding of findings) {
      add(this.#at, finding.path, finding);
      for (let path = finding.path; ; path = path.slice(0, path.lastIndexOf("/"))) {
        add(this.#below, path, finding);
        if (path === "") break;
      }
    }
    for (const listener of [...this.#listeners]) listener();
  }

  /** Returns the findings about exactly this place. */
  at(pointer: string): readonly Diagnostic[] {
    return this.#at.get(pointer) ?? none;
  }

  /** Returns the findings about a place and everything in it. */
  below(pointer: string): readonly Diagnostic[] {
    return this.#below.get(pointer) ?? none;
  }
}

function add(map: Map<string, Diagnostic[]>, path: string, finding: Diagnostic): void {
  const list = map.get(path);
  if (list === undefined) map.set(path, [finding]);
  else list.push(finding);
}

/** Returns whether two lists of findings say the same. */
export const sameFindings = (one: readonly Diagnostic[], other: readonly Diagnostic[]): boolean =>
  one === other ||
  (one.length === other.length &&
    one.every((finding, place) => {
      const twin = other[place];
      return (
        twin !== undefined &&
        twin.code === finding.code &&
        twin.path === finding.path &&
        twin.message === finding.message &&
        JSON.stringify(twin.box) === JSON.stringify(finding.box)
      );
    }));
