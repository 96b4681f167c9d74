/** The subject of a document: a policy in one of its languages. */

import type { Objective, Policy, PolicyDocument, Text, TierFeature } from "../index.js";
import { createFormat, type Format } from "../elements/shared/format.js";
import { renderMessagesFor, type RenderMessages } from "../messages/render/index.js";
import { textIn } from "../elements/shared/own.js";

/** A policy with the language in which it is written. */
export interface Subject {
  description: PolicyDocument;
  /** As the engine reads them: for each tier and severity, one a measure. */
  objectives: readonly Objective[];
  /** The features that each tier adds to those below it. */
  features: ReadonlyMap<string, readonly TierFeature[]>;
  language: string;
  words: RenderMessages;
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
    format: createFormat(language, "UTC"),
    say: (text) => textIn(text, [language, ...description.languages.slice(0, 1)]),
  };
}
