/** Messages of the pages: whole sentences, with their links inside. A language that lacks a message does not compile. */

import type { ComponentChildren } from "preact";
import type { PageName, ReaderId, Target } from "../site.js";
/** Sentences that may contain links and code. */
export type Prose = ComponentChildren;

/** A clause of the description by its id, as a link to it. */
export type Cite = (clause: string) => Prose;

/** Title, summary and heading of a page. */
interface PageMessages {
  /** In the tab and in lists of results. */
  title: string;
  /** For search engines. */
  summary: string;
  heading: string;
}

/** A part of an article: its heading and its paragraphs. */
interface Passage {
  heading: string;
  paragraphs: (cite: Cite) => Prose[];
}

export interface Messages {
  /** Name of the language in itself. */
  languageName: string;
  site: {
    skipToContent: string;
    navigation: string;
    languages: string;
    /** The button that opens the navigation on a narrow screen, and the one that closes it. */
    menu: string;
    close: string;
    /** Offers this language on a page of the other one. */
    offer: string;
    /** Groups of the navigation. */
    readers: Record<ReaderId, string>;
    pages: Record<PageName, string>;
    /** Says which text prevails. */
    standing: (source: (words: string) => Prose) => Prose;
    privacy: string;
    /** Heading of a page's list of contents. */
    contents: string;
  };
  urgent: {
    /** `number` is the phone number of the site, as a link; null if none is set. */
    line: (number: Prose | null) => Prose;
    patience: string;
  };
  /** "less than 30 minutes", "within 2 hours". */
  target: (target: Target) => string;
  /** The same for the cells of a table. */
  targetInBrief: (target: Target) => string;
  index: PageMessages & {
    lead: string;
    byHand: string;
    definitions: string;
    /** The step after the result: the request, on its own page. */
    prepare: (link: (words: string) => Prose) => Prose;
    /** What the site is, and the pages of its other readers. */
    others: (link: (page: PageName, words: string) => Prose) => Prose;
  };
  builder: PageMessages & {
    lead: string;
    /** For readers without JavaScript, with links to a policy to start from and to the check. */
    byHand: (example: (words: string) => Prose, check: (words: string) => Prose) => Prose;
  };
  report: PageMessages & {
    lead: string;
    /** For readers without JavaScript. */
    byHand: Prose[];
    exampleFile: string;
    definition: string;
  };
  dashboard: PageMessages & {
    lead: string;
    /** For readers without JavaScript. */
    byHand: string;
    exampleFile: string;
    definition: string;
  };
  prepare: PageMessages & { lead: string; byHand: string };
  tiers: PageMessages & {
    lead: (term: (word: string, words: string) => Prose) => Prose;
    deliverables: { heading: string; lead: string };
    /** To the page that makes the monthly dashboard. */
    dashboard: (link: (words: string) => Prose, cite: Cite) => Prose;
  };
  calculator: PageMessages & {
    lead: Prose;
    choose: string;
    /** In the place of the calculator, for readers without JavaScript. */
    byHand: string;
    clock: Passage;
    bounds: Passage & {
      caption: (submitted: string, tier: string) => string;
      columns: { severity: string; objective: string; response: string; result: string };
      /** A time at night, with seconds if there are any. */
      time: (hours: number, minutes: number, seconds: number) => string;
      met: string;
      missed: string;
    };
    hours: Passage;
    /** Section about another policy, with a support desk that closes. */
    office: Passage & { fallback: string };
    promise: Passage;
    embed: Passage & {
      /** The text inside the tag in the example: one line for the severities that share a target. */
      fallback: (severities: string[], target: string) => string;
      after: Prose;
    };
  };
  reference: PageMessages & {
    lead: string;
    /** Before the lines that the examples share. */
    examples: Prose;
    rust: (command: Prose) => Prose;
    parts: Record<"functions" | "classes" | "elements" | "types", string>;
  };
  description: PageMessages & {
    lead: (source: (words: string) => Prose, cite: Cite) => Prose;
    tiers: { heading: string; intro: string };
    severities: string;
    objectives: string;
    duties: string;
    silent: { heading: string };
    glossary: string;
  };
}
