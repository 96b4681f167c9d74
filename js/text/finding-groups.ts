/** Puts findings that probably follow from an error under it: one misspelt ID may have dozens of consequences. */

import type { Diagnostic, SentenceValue } from "../engine-types.js";

/** A finding with those that may disappear once it is fixed. */
export interface FindingGroup {
  finding: Diagnostic;
  consequences: Diagnostic[];
}

/** Findings that may follow from a reference to an unknown entry, by the kind of the entry as the engine names it. */
const codesAfter: Readonly<Record<string, readonly string[]>> = {
  severity: ["objective-missing", "unused-severity", "gap", "unreachable-rule", "example-failed", "not-covered"],
  tier: ["objective-missing", "unreachable-objective", "example-failed", "not-covered"],
  measure: ["objective-missing", "unreachable-objective", "example-failed", "not-covered"],
  calendar: ["unused-calendar", "objective-missing"],
  question: ["gap", "unused-severity", "irrelevant-question", "unreachable-rule", "not-monotone", "not-covered"],
  option: ["gap", "unused-severity", "irrelevant-question", "unreachable-rule", "not-monotone", "not-covered"],
  "context question": ["unused-context", "condition-never-holds", "objective-missing", "unreachable-objective"],
  channel: ["condition-never-holds", "objective-missing", "unreachable-objective"],
  clause: ["unused-clause"],
  goal: ["unused-goal"],
};

const gravity = ({ level }: Diagnostic): number => ["error", "warning", "info"].indexOf(level);

/** Returns the findings in groups, errors first, each with its consequences; every finding is in one group. */
export function groupFindings(findings: readonly Diagnostic[]): FindingGroup[] {
  const groups: FindingGroup[] = [];
  const byReference = new Map<string, FindingGroup>();
  const byCode = new Map<string, FindingGroup>();
  const sorted = [...findings].sort((one, other) => gravity(one) - gravity(other));
  // The key that somebody meant is missing because another one stands in its place.
  const misspelt = new Map<string, Diagnostic>();
  for (const finding of sorted) {
    const meant = valuesOf(finding.remedy, 'did you mean "{}"?')?.[0];
    if (valuesOf(finding.sentence, 'unknown key "{}"') && typeof meant === "string")
      misspelt.set(`${parentOf(finding.path)} ${meant}`, finding);
  }
  const late: { finding: Diagnostic; cause: Diagnostic }[] = [];
  for (const finding of sorted) {
    const missing = valuesOf(finding.sentence, 'the key "{}" is missing')?.[0];
    const cause = typeof missing === "string" ? misspelt.get(`${finding.path} ${missing}`) : undefined;
    if (cause !== undefined) {
      late.push({ finding, cause });
      continue;
    }
    const reference = referenceIn(finding);
    const known =
      (reference === undefined ? undefined : byReference.get(reference)) ??
      (finding.level === "error" ? undefined : byCode.get(finding.code));
    if (known !== undefined) {
      known.consequences.push(finding);
      continue;
    }
    const group: FindingGroup = { finding, consequences: [] };
    groups.push(group);
    if (reference === undefined) continue;
    byReference.set(reference, group);
    for (const code of codesAfter[kindOf(finding)] ?? []) if (!byCode.has(code)) byCode.set(code, group);
  }
  for (const { finding, cause } of late) groups.find((group) => group.finding === cause)?.consequences.push(finding);
  return groups;
}

/** Returns the values of a sentence if it has these words. */
const valuesOf = (sentence: Diagnostic["sentence"], words: string): SentenceValue[] | undefined =>
  sentence?.text === words ? sentence.values : undefined;

/** Returns the kind and the id of the unknown entry that a finding names; undefined if it is about something else. */
function referenceIn(finding: Diagnostic): string | undefined {
  const [value, fact] = valuesOf(finding.sentence, '"{}" is no value of "{}"') ?? [];
  if (typeof value === "string") return `${fact} ${value}`;
  return finding.code === "unknown-reference" ? `${kindOf(finding)} ${finding.sentence?.values?.[1]}` : undefined;
}

/** Returns the kind of entry that a finding says is unknown. */
function kindOf({ sentence }: Diagnostic): string {
  const kind = sentence?.values?.[0];
  return typeof kind === "object" && "text" in kind ? kind.text : "";
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
