/** The parts of which a policy's document is made, each by its name. */

import type { Block } from "./blocks.js";
import { clauses } from "./clauses.js";
import { glossary } from "./glossary.js";
import { objectives } from "./objectives.js";
import { interpreted, severities } from "./severities.js";
import type { Subject } from "./subject.js";
import { recurring, tiers } from "./tiers.js";

/** Their names, in the order of a whole document. */
export const partNames = [
  "objectives",
  "severities",
  "interpreted",
  "tiers",
  "recurring",
  "clauses",
  "glossary",
] as const;

export type PartName = (typeof partNames)[number];

const makers: Record<PartName, (subject: Subject) => Block[]> = {
  objectives,
  severities,
  interpreted,
  tiers,
  recurring,
  clauses,
  glossary,
};

/** A part without its heading; empty where the policy has nothing of it. */
export const partOf = (subject: Subject, name: PartName): Block[] => makers[name](subject);

/** Some parts under their headings; without those of which the policy has nothing. */
export function documentOf(subject: Subject, names: readonly PartName[]): Block[] {
  return names.flatMap((name): Block[] => {
    const blocks = partOf(subject, name);
    if (blocks.length === 0) return [];
    return [{ kind: "heading", depth: 0, anchor: name, text: subject.words[name].heading }, ...blocks];
  });
}
