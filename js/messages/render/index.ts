/** The texts around those of a policy that is written as a document. */

import type { Feature } from "../../document.js";
import type { Block } from "../../render/blocks.js";
import { pick } from "../pick.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

export interface RenderMessages {
  /** The document that the policy comes from. */
  source(title: string, href: string | undefined): Block[];
  objectives: {
    heading: string;
    caption(measure: string): string;
    severity: string;
    target(bound: "under" | "within", duration: string): string;
    /** The policy states on purpose that there is no objective. */
    notStated: string;
    /** What the objectives are to a customer who gives this answer to a context question (P2, P3). */
    standing: Record<"contractual" | "informational", (question: string, answer: string) => string>;
  };
  severities: { heading: string; level(level: number): string };
  /** Combinations of answers that no definition covers. */
  interpreted: {
    heading: string;
    intro: string;
    severity: string;
    situation: string;
    answers(answers: string[][]): string;
  };
  tiers: { heading: string; includes(tier: string): string; alsoCalled(names: string[]): string };
  /** Services that are delivered again and again. */
  recurring: { heading: string; caption: string; what: string; cadence: string; tier: string };
  cadence: Record<NonNullable<Feature["cadence"]>, string>;
  /** Marks a feature that the services leave out. */
  exclusion: string;
  /** The answers to a context question with which a service is delivered. */
  condition(question: string, answers: string[]): string;
  /** A feature with its notes, beside another feature of the same clause. */
  note(name: string, notes: string[]): string;
  clauses: { heading: string; linkTo(clause: string): string };
  glossary: { heading: string };
}

export const renderMessagesFor = pick(frCA, en);
