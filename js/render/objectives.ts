/** The objectives of a policy as tables, with what they count from, the goals that they have to reach, and their standing. */

import type { Text } from "../index.js";
import { objectiveTexts } from "../text/objectives.js";
import { type Block, type Cell, type Phrase, severityRun, type Subject } from "./blocks.js";

/** Returns a table of targets for each measure, the goals that they have to reach, and notes on their standing. */
export function objectives(subject: Subject): Block[] {
  return [...targetTables(subject), ...goalNotes(subject), ...standingNotes(subject)];
}

/** Returns a table of targets for each measure, by severity and tier, and a sentence on a start elsewhere than at the submission. */
function targetTables(subject: Subject): Block[] {
  const { description, objectives: all, say, words } = subject;
  const { severities, tiers = [] } = description;
  const measures = new Map(all.map(({ measure, name }) => [measure, name]));
  return [...measures].flatMap(([measure, name]): Block[] => [
    {
      kind: "table",
      name: "objectives",
      caption: words.objectives.caption(say(name)),
      head: [words.objectives.severity, ...tiers.map((tier) => say(tier.name))],
      rows: severities.map(({ id }) => ({
        head: [severityRun(subject, id)],
        cells: tiers.map((tier) => target(subject, measure, tier.id, id)),
      })),
    },
    ...startNotes(subject, measure),
  ]);
}

/** Returns a sentence on a measure that starts at another measure or an event, or again and again. */
function startNotes({ description, say, words }: Subject, measure: string): Block[] {
  const { measures = [], events = [] } = description;
  const definition = measures.find(({ id }) => id === measure);
  const nameOf = (id: string | undefined) => {
    const named = [...measures, ...events].find((each) => each.id === id)?.name;
    return named === undefined ? null : say(named);
  };
  const [start, until] = [nameOf(definition?.startsAt), nameOf(definition?.until)];
  const repeats = definition?.repeats === true;
  if (definition === undefined || (start === null && !repeats)) return [];
  return [{ kind: "paragraph", text: [words.objectives.start(say(definition.name), start, repeats, until)] }];
}

/** Returns a list of the goals, each with the objectives that count together for it. */
function goalNotes({ description, objectives: all, say, words, phrases }: Subject): Block[] {
  const { goals = {}, severities, tiers = [], measures = [] } = description;
  const items = Object.entries(goals).flatMap(([id, goal]): Phrase[] => {
    const entries = (description.objectives ?? []).filter((entry) => entry.goal === id).map((entry) => entry.id);
    const counted = all.filter((objective) => entries.includes(objective.id));
    if (counted.length === 0) return [];
    const names = (list: readonly { id: string; name: Text }[], key: "measure" | "severity" | "tier") =>
      list.filter((each) => counted.some((objective) => objective[key] === each.id)).map(({ name }) => say(name));
    const partOf = (list: readonly { id: string; name: Text }[], key: "severity" | "tier") => {
      const found = names(list, key);
      return found.length === list.length ? [] : [phrases.or(found)];
    };
    const some = [...partOf(severities, "severity"), ...partOf(tiers, "tier")];
    const rule = words.goal(phrases.and(names(measures, "measure")), some, goal);
    return [[rule, ...(goal.remedy === undefined ? [] : [" ", say(goal.remedy)])]];
  });
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

/** Writes the objectives of a tier and severity, or the severity as which the tier files such a case. */
function target(subject: Subject, measure: string, tier: string, severity: string): Cell {
  const { objectives: all, filedAs, description, say, words } = subject;
  const filed = description.severities.find(({ id }) => id === filedAs(tier, severity));
  if (filed !== undefined) return { kind: "nothing", text: [words.objectives.filedAs(say(filed.name))] };
  const found = all.filter((each) => each.measure === measure && each.tier === tier && each.severity === severity);
  const texts = objectiveTexts(subject, found, words.objectives.target);
  if (texts.every(({ text }) => text === null)) return { kind: "nothing", text: [words.objectives.notStated] };
  return {
    kind: "time",
    text: texts.flatMap(
      ({ text, note, clause }, at): Phrase => [
        ...(at === 0 ? [] : ["; "]),
        text ?? words.objectives.notStated,
        ...(note === null ? [] : [{ aside: note }]),
        ...(clause === undefined ? [] : [" ", { clause }]),
      ],
    ),
  };
}

/**
 * Returns notes on the customers for whom the objectives are contractual, or informational; none if the policy does not
 * distinguish.
 */
function standingNotes({ description, say, words }: Subject): Block[] {
  return (description.context ?? []).flatMap(({ text: question, options }) =>
    options.flatMap(({ standing, text: answer }): Block[] =>
      standing === undefined || standing === "unspecified"
        ? []
        : [{ kind: "paragraph", text: [words.objectives.standing[standing](say(question), say(answer))] }],
    ),
  );
}
