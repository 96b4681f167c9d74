import type { Block, Cell } from "./blocks.js";
import { severityRun } from "./severities.js";
import type { Subject } from "./subject.js";

/** A table of targets for each measure, and what the objectives are to whom. */
export function objectives(subject: Subject): Block[] {
  return [...targetTables(subject), ...standings(subject)];
}

/** The targets of each measure by severity and tier. */
export function targetTables(subject: Subject): Block[] {
  const { description, objectives: all, say, words } = subject;
  const { severities, tiers = [] } = description;
  const measures = new Map(all.map(({ measure, name }) => [measure, name]));
  return [...measures].map(([measure, name]) => ({
    kind: "table",
    name: "objectives",
    caption: words.objectives.caption(say(name)),
    head: [words.objectives.severity, ...tiers.map((tier) => say(tier.name))],
    rows: severities.map(({ id }) => ({
      head: [severityRun(subject, id)],
      cells: tiers.map((tier) => target(subject, measure, tier.id, id)),
    })),
  }));
}

function target({ objectives: all, words, format }: Subject, measure: string, tier: string, severity: string): Cell {
  const found = all.find((each) => each.measure === measure && each.tier === tier && each.severity === severity);
  if (found === undefined || found.bound === null || found.seconds === null) {
    return { kind: "nothing", text: [words.objectives.notStated] };
  }
  const cite = found.clause === undefined ? [] : [" ", { clause: found.clause }];
  return { kind: "time", text: [words.objectives.target(found.bound, format.duration(found.seconds)), ...cite] };
}

/** To whom the objectives are contractual, and to whom informational. Nothing where the policy does not say so. */
export function standings({ description, say, words }: Subject): Block[] {
  return (description.context ?? []).flatMap(({ text: question, options }) =>
    options.flatMap(({ standing, text: answer }): Block[] =>
      standing === undefined || standing === "unspecified"
        ? []
        : [{ kind: "paragraph", text: [words.objectives.standing[standing](say(question), say(answer))] }],
    ),
  );
}
