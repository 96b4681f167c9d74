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

/** A run of words, or one that is more than words. */
export type Run =
  | string
  /** The id of a clause, linked where clauses can be linked. */
  | { clause: string }
  | { link: string; text: string }
  /** Shown as less important. */
  | { aside: string }
  /** The name of a severity, with its place among them, the most severe first, from 1. */
  | { severity: string; rank: number; text: string };

/** Words in a row. */
export type Phrase = Run[];

/** A cell of a table. `kind`: a time, or that there is nothing. */
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

/** A word and what it means. */
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
 * A text in which addresses and the ids of clauses, such as "E9", are links. Ids without a letter are left alone: "1.1" may be
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

/** An anchor as HTML allows it: without spaces. */
export const anchorOf = (id: string): string => id.trim().replaceAll(/\s+/g, "-");

/** A policy with the language in which it is written. */
export interface Subject {
  description: PolicyDocument;
  /** As the engine reads them: for each tier and severity, one a measure. */
  objectives: readonly Objective[];
  /** The features that each tier adds to those below it. */
  features: ReadonlyMap<string, readonly TierFeature[]>;
  language: string;
  words: RenderMessages;
  phrases: Phrases;
  format: Format;
  say(text: Text | undefined): string;
}

/** Asks the policy once for all that its documents need. */
export function subjectOf(policy: Policy, language: string): Subject {
  const description = policy.toJSON();
  const tiers = description.tiers ?? [];
  return {
    description,
    objectives: tiers.flatMap(({ id }) =>
      description.severities.flatMap((severity) => policy.objectives(id, severity.id)),
    ),
    features: new Map(tiers.map(({ id }) => [id, policy.features(id).filter(({ tier }) => tier === id)])),
    language,
    words: renderMessagesFor(language),
    phrases: phrasesFor(language),
    format: createFormat(language, "UTC"),
    say: (text) => textIn(text, [language, ...description.languages.slice(0, 1)]),
  };
}
