/** Fixes of findings: changes of the document that a finding offers as buttons. */

import type { Diagnostic } from "../../index.js";
import type { BuilderContext } from "./context.js";
import { freshId, isObject, type Json, keysOf, valueAt, withKey, withValue } from "../../text/policy-json.js";

/** A change that cures a finding. */
export interface Fix {
  label: string;
  apply(): void;
}

/** Findings that go away with the entry. */
const removable = new Set([
  "unreachable-rule",
  "duplicate-rule",
  "unused-calendar",
  "unused-context",
  "unused-clause",
  "unused-severity",
  "irrelevant-question",
  "unreachable-objective",
  "condition-never-holds",
  "example-failed",
]);

/** Returns the fixes that a finding offers. */
export function fixesOf(finding: Diagnostic, { editor, m }: Pick<BuilderContext, "editor" | "m">): Fix[] {
  const { code, path, help } = finding;
  const keys = keysOf(path);
  const last = keys.at(-1) ?? "";
  const parent = path.slice(0, path.lastIndexOf("/"));
  const value = editor.at(path);
  const fixes: Fix[] = [];
  const [, meant] = /^did you mean "([^"]+)"\?/.exec(help ?? "") ?? [];
  if (meant !== undefined)
    fixes.push({
      label: m.fixes.replace(meant),
      apply: () => editor.change((document) => replaced(document, path, meant)),
    });
  if (code === "unknown-reference" && value !== undefined)
    fixes.push({ label: m.fixes.removeMention, apply: () => editor.set(path, undefined) });
  if (code === "schema" && /^unknown key/.test(finding.message))
    fixes.push({ label: m.fixes.removeMember(last), apply: () => editor.set(path, undefined) });
  if (code === "duplicate-id" && typeof value === "string") {
    const list = editor.at(parent.slice(0, parent.lastIndexOf("/")));
    const used = Array.isArray(list) ? list.map((entry) => (isObject(entry) ? String(entry["id"]) : "")) : [];
    const fresh = freshId(value, used, value);
    fixes.push({ label: m.fixes.replace(fresh), apply: () => editor.set(path, fresh) });
  }
  if (code === "unsafe-url" && typeof value === "string" && /^[+\d][\d\s().-]{5,}$/.test(value.trim())) {
    const number = `tel:${value.replaceAll(/[^+\d]/g, "")}`;
    fixes.push({ label: m.fixes.replace(number), apply: () => editor.set(path, number) });
  }
  if (removable.has(code)) {
    const entry = code === "example-failed" ? keys.slice(0, 2) : keys;
    const pointer = entry.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
    if (pointer !== "") fixes.push({ label: m.fixes.removeEntry, apply: () => editor.set(pointer, undefined) });
  }
  if (code === "ambiguous-duration" && typeof value === "string") {
    const [, days] = /^P(\d+)D$/.exec(value) ?? [];
    if (days !== undefined)
      fixes.push({
        label: m.fixes.replace(`PT${Number(days) * 24}H`),
        apply: () => editor.set(path, `PT${Number(days) * 24}H`),
      });
  }
  return fixes;
}

/** Returns the document with the word at a pointer replaced: a text, else the key of the member. */
function replaced(document: Json, path: string, meant: string): Json | undefined {
  const value = valueAt(document, path);
  const keys = keysOf(path);
  const parent = path.slice(0, path.lastIndexOf("/"));
  const key = keys.at(-1) ?? "";
  if (typeof value === "string")
    return withValue(document, path, value.startsWith("@") ? `@${meant.replace(/^@/, "")}` : meant);
  const holder = valueAt(document, parent);
  return isObject(holder) ? withValue(document, parent, withKey(holder, key, meant)) : document;
}
