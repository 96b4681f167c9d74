import { withoutName } from "../elements/shared/policy-text.js";
import { conditionOf } from "../text/conditions.js";
import type { TierDefinition, TierFeature } from "../index.js";
import { anchorOf, type Block, phraseOf, type Statement, type Subject } from "./blocks.js";
import { ownValue } from "../text/lookup.js";

/** Returns each tier with the features that it adds, as a list. */
export function tiers(subject: Subject): Block[] {
  const { description, say } = subject;
  return (description.tiers ?? []).flatMap((tier) => {
    const items = (subject.features.get(tier.id) ?? []).map((feature) => {
      const notes = notesOn(subject, feature);
      const cite = feature.clause === undefined ? [] : [" ", { clause: feature.clause }];
      return [say(feature.name), ...(notes.length === 0 ? [] : [` (${notes.join("; ")})`]), ...cite];
    });
    return [...opening(subject, tier), ...(items.length === 0 ? [] : [{ kind: "list" as const, items }])];
  });
}

/** Returns each tier with the features that it adds, as statements in the words of their clauses. */
export function tierStatements(subject: Subject): Block[] {
  return (subject.description.tiers ?? []).flatMap((tier) => [
    ...opening(subject, tier, false),
    { kind: "statements" as const, items: statementsOf(subject, tier) },
  ]);
}

/** Returns the recurring services with their cadence and the lowest tier that includes them. */
export function recurring(subject: Subject): Block[] {
  const { description, features, say, words } = subject;
  const rows = (description.tiers ?? []).flatMap((tier) =>
    (features.get(tier.id) ?? []).flatMap((feature) => {
      if (feature.cadence === undefined) return [];
      const conditions = limitsOn(subject, feature);
      const cite = feature.clause === undefined ? [] : [" ", { clause: feature.clause }];
      const limits = conditions.length === 0 ? [] : [` (${conditions.join("; ")})`];
      return [
        {
          head: [say(feature.name), ...cite, ...limits],
          cells: [{ text: [subject.phrases.cadence[feature.cadence]] }, { text: [say(tier.name)] }],
        },
      ];
    }),
  );
  const head = [words.recurring.what, words.recurring.cadence, words.recurring.tier];
  return rows.length === 0 ? [] : [{ kind: "table", name: "recurring", caption: words.recurring.caption, head, rows }];
}

/** Returns the ids of the clauses that the statements of the tiers contain. */
export const clausesOfTiers = (subject: Subject): Set<string> =>
  new Set((subject.description.tiers ?? []).flatMap((tier) => statementsOf(subject, tier).map(({ id }) => id)));

function opening({ description, language, say, words }: Subject, tier: TierDefinition, inherits = true): Block[] {
  const aliases = (tier.aliases ?? []).flatMap((alias) => ownValue(alias, language) ?? []);
  const below = description.tiers?.find(({ id }) => id === tier.includes);
  const cite = tier.clause === undefined ? [] : [" ", { clause: tier.clause }];
  const paragraphs = [
    ...(tier.text === undefined ? [] : [[say(tier.text)]]),
    ...(below === undefined || !inherits ? [] : [[words.tiers.includes(say(below.name)), ...cite]]),
  ];
  return [
    {
      kind: "heading",
      depth: 1,
      anchor: anchorOf(tier.id),
      text: say(tier.name),
      ...(aliases.length === 0 ? {} : { aside: words.tiers.alsoCalled(aliases) }),
    },
    ...paragraphs.map((text) => ({ kind: "paragraph" as const, text })),
  ];
}

/** Returns the clause of the tier, then those of its features; features of one clause form one statement. */
function statementsOf(subject: Subject, tier: TierDefinition): Statement[] {
  const { description, features, say, words } = subject;
  const clauses = description.clauses ?? {};
  const own = tier.clause === undefined ? undefined : ownValue(clauses, tier.clause);
  const byClause = new Map<string, TierFeature[]>();
  for (const feature of features.get(tier.id) ?? []) {
    if (feature.clause === undefined) continue;
    byClause.set(feature.clause, [...(byClause.get(feature.clause) ?? []), feature]);
  }
  const first: Statement[] =
    tier.clause === undefined || own === undefined || byClause.has(tier.clause)
      ? []
      : [{ id: tier.clause, text: phraseOf(say(own.text), clauses), notes: [] }];
  const others = [...byClause].flatMap(([id, found]): Statement[] => {
    const clause = ownValue(clauses, id);
    const name = say(found[0]?.name);
    if (clause === undefined) return [];
    // A condition of another feature of the same clause is a condition of that feature, not of the clause.
    const notes = found.flatMap((feature, at) =>
      at === 0 ? notesOn(subject, feature) : words.note(say(feature.name), notesOn(subject, feature)),
    );
    return [{ id, name: [name], text: phraseOf(withoutName(say(clause.text), name), clauses), notes }];
  });
  return [...first, ...others];
}

/** Returns the cadence of a feature, and its limits. */
const notesOn = (subject: Subject, feature: TierFeature): string[] => [
  ...(feature.cadence === undefined ? [] : [subject.phrases.cadence[feature.cadence]]),
  ...limitsOn(subject, feature),
];

/** Returns whether a feature is an exclusion, and its conditions. */
const limitsOn = ({ description, phrases, say, words }: Subject, { kind, conditions }: TierFeature): string[] => [
  ...(kind === "exclusion" ? [words.exclusion] : []),
  ...conditions.map((each) => conditionOf(description, say, each, phrases.condition)),
];
