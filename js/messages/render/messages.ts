/** What is said around the texts of a policy where it is written as a document. */

import type { Feature } from "../../document.js";
import type { Block } from "../../render/blocks.js";

export interface RenderMessages {
  /** Where the policy says that it comes from. */
  source(title: string, href: string | undefined): Block[];
  objectives: {
    heading: string;
    caption(measure: string): string;
    severity: string;
    target(bound: "under" | "within", duration: string): string;
    /** The policy says on purpose that there is none. */
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
  /** Work that recurs. */
  recurring: { heading: string; caption: string; what: string; cadence: string; tier: string };
  cadence: Record<NonNullable<Feature["cadence"]>, string>;
  /** The answers to a context question with which alone something is delivered. */
  condition(question: string, answers: string[]): string;
  clauses: { heading: string; linkTo(clause: string): string };
  glossary: { heading: string };
}
