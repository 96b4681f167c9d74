/**
 * A policy as a document: a few kinds of blocks, from which HTML and Markdown are written. The pages of the site and the
 * command line use the same blocks.
 */

import { piecesOf } from "../elements/shared/policy-text.js";
import type { Objective, Policy, PolicyDocument, Text, TierFeature } from "../index.js";
import { type Phrases, phrasesFor } from "../messages/phrases.js";
import { type RenderMessages, renderMessagesFor } from "../messages/render.js";
import { createFormat, type Format } from "../text/format.js";
import { textIn } from "../text/lookup.js";

/** A run of plain text, or one with a meaning. */
export type Run =
  | string
  /** The id of a clause, as a link if clauses are linked. */
  | { clause: string }
  | { link: string; text: string }
  /** Text of lesser importance. */
  | { aside: string }
  /** The name of a severity with its rank; 1 is the most severe. */
  | { severity: string; rank: number; text: string };

/** Runs in a row. */
export type Phrase = Run[];

/** A cell of a table; `kind` marks a time, or an empty cell. */
export interface Cell {
  text: Phrase;
  kind?: "time" | "nothing";
}

/** A clause under an anchor of its own, with its name if it has one. */
export interface Statement {
  /** The id of the clause. */
  id: string;
  name?: Phrase;
  text: Phrase;
  /** The cadence and the conditions. */
  notes: string[];
}

/** A term with its definition. */
export interface Entry {
  anchor?: string;
  term: Phrase;
  text: Phrase;
}

export type Block =
  /** `depth`: 0 for the heading of a part, 1 for one inside it. */
  | { kind: "heading"; depth: number; anchor: string; text: string; aside?: string }
  | { kind: "paragraph"; text: Phrase }
  | { kind: "table"; name: string; caption: string | null; head: string[]; rows: { head: Phrase; cells: Cell[] }[] }
  | { kind: "list"; items: Phrase[] }
  | { kind: "statements"; items: Statement[] }
  | { kind: "entries"; name: string; entries: Entry[] };

/**
 * Turns addresses and ids of clauses, such as "E9", in a text into links. Ids without a letter stay text, because "1.1" may be
 * a number.
 */
export function phraseOf(text: string, clauses: Readonly<Record<string, unknown>>): Phrase {
  return piecesOf(text).flatMap(
    (piece, at): Phrase =>
      at % 2 === 1
        ? [{ link: piece, text: piece }]
        : piece
            .split(/\b(\p{L}+\d+)\b/u)
            .filter((part) => part !== "")
            .map((part) => (Object.hasOwn(clauses, part) ? { clause: part } : part)),
  );
}

/** Returns an anchor without spaces, as HTML requires. */
export const anchorOf = (id: string): string => id.trim().replaceAll(/\s+/g, "-");

/** A policy in one of its languages, as the subject of a document. */
export interface Subject {
  description: PolicyDocument;
  /** The objectives that may apply, by measure, tier and severity, in the order of the policy. */
  objectives: readonly Objective[];
  /** Returns the severity as which a tier files a case whose severity it does not offer. */
  filedAs(tier: string, severity: string): string | undefined;
  /** The features that each tier adds to those below it. */
  features: ReadonlyMap<string, readonly TierFeature[]>;
  language: string;
  words: RenderMessages;
  phrases: Phrases;
  format: Format;
  say(text: Text | undefined): string;
}

/** Reads from the policy everything that its documents need. */
export function subjectOf(policy: Policy, language: string): Subject {
  const description = policy.toJSON();
  const tiers = description.tiers ?? [];
  return {
    description,
    objectives: tiers.flatMap(({ id }) =>
      description.severities.flatMap((severity) => policy.objectives(id, severity.id)),
    ),
    filedAs: (tier, severity) => policy.expect({ tier, severity, submittedAt: 0 }).filedAs,
    features: new Map(tiers.map(({ id }) => [id, policy.features(id).filter(({ tier }) => tier === id)])),
    language,
    words: renderMessagesFor(language),
    phrases: phrasesFor(language),
    format: createFormat(language, "UTC"),
    say: (text) => textIn(text, [language, ...description.languages.slice(0, 1)]),
  };
}

/** Returns the name of a severity by its id. */
export function severityRun({ description, say }: Subject, id: string): Run {
  const at = description.severities.findIndex((each) => each.id === id);
  return { severity: id, rank: at + 1, text: say(description.severities[at]?.name) };
}
