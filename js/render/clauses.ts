import type { Clause } from "../index.js";
import { anchorOf, type Block, phraseOf } from "./blocks.js";
import { namedSeverity } from "./severities.js";
import type { Subject } from "./subject.js";
import { ownValue } from "../elements/shared/own.js";

/** Every clause under its anchor, below the heading that it has in the description. */
export function clauses(subject: Subject): Block[] {
  const { description, say } = subject;
  const groups: { heading: string; ids: string[] }[] = [];
  for (const [id, clause] of Object.entries(description.clauses ?? {})) {
    const heading = say(clause.heading);
    if (groups.at(-1)?.heading !== heading) groups.push({ heading, ids: [] });
    groups.at(-1)?.ids.push(id);
  }
  return groups.flatMap(({ heading, ids }) => [
    { kind: "heading" as const, depth: 1, anchor: `clauses-${anchorOf(ids[0] ?? "")}`, text: heading },
    statements(subject, ids),
  ]);
}

/** Some clauses, each under its anchor; one that defines a severity under its name. */
export function statements(subject: Subject, ids: readonly string[]): Block {
  const { description, say } = subject;
  const all: Record<string, Clause> = description.clauses ?? {};
  const items = ids.flatMap((id) => {
    const clause = ownValue(all, id);
    if (clause === undefined) return [];
    const own = clause.href === undefined ? [] : [" ", { link: clause.href, text: clause.href }];
    const severity = description.severities.find((each) => each.clause === id);
    const name = severity === undefined ? {} : { name: namedSeverity(subject, severity.id) };
    return [{ id, ...name, text: [...phraseOf(say(clause.text), all), ...own], notes: [] }];
  });
  return { kind: "statements", items };
}
