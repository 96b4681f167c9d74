/** The parts of the builder, in the order of the work. */

import type { SectionName } from "./context.js";

/** Each part with the members of the document that it writes. */
export const sections: readonly (readonly [SectionName, readonly string[]])[] = [
  ["policy", ["/title", "/version", "/id", "/languages", "/source", "/onSeverityChange", "/atRisk"]],
  ["tiers", ["/tiers"]],
  ["severities", ["/severities"]],
  ["hours", ["/calendars", "/holidaySets"]],
  ["objectives", ["/measures", "/objectives", "/goals", "/events"]],
  ["questions", ["/questions", "/classification"]],
  ["advice", ["/channels", "/advice"]],
  ["facts", ["/context"]],
  ["terms", ["/features", "/clauses", "/glossary"]],
  ["texts", []],
  ["exports", ["/exports"]],
  ["examples", ["/examples"]],
  ["json", []],
];

/** Returns whether a place is in one of the members. */
export const isIn = (path: string, members: readonly string[]): boolean =>
  members.some((member) => path === member || path.startsWith(`${member}/`));

/** The members of the document that a part writes. */
export const knownMembers: readonly string[] = sections.flatMap(([, members]) => members);
