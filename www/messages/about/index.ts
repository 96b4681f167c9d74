/** Messages of the page "About": a file of its own, because the browser loads some of them too. */

import type { ComponentChildren } from "preact";

import type { Language } from "../../site.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

/** Sentences that may contain code. */
type Prose = ComponentChildren;

/** Names of the small examples that run in the page, in order. */
export const samples = ["wizard", "clock", "chart", "check"] as const;
export type Sample = (typeof samples)[number];

/** Names of the figures that the build measures, in order. */
export const figures = ["page", "engine", "requests", "questions", "combinations"] as const;
export type Figure = (typeof figures)[number];

export interface AboutMessages {
  title: string;
  summary: string;
  heading: string;
  /** What it is, in thirty words. */
  lead: string;
  /** For each kind of reader: a sentence, and the name of the page behind it. */
  readers: { heading: string; list: Record<"customers" | "managers" | "developers" | "authors", Reader> };
  samples: Record<Sample, { heading: string; text: string; more: string }> & { heading: string };
  /** The text in the place of an example, for readers without JavaScript. */
  static: Record<"wizard" | "clock" | "check", string> & {
    chart: (share: string, cases: string, weeks: number) => string;
  };
  /** Label of the text that is checked. */
  policy: string;
  portal: { heading: string; text: string; open: string };
  figures: Record<Figure, string> & { heading: string; text: string };
  download: {
    heading: string;
    text: Prose;
    file: (name: string, size: string) => string;
    install: string;
    digest: string;
    licence: Prose;
  };
}

interface Reader {
  who: string;
  text: string;
  link: string;
}

/** The messages of one language. */
export const aboutMessagesIn = (language: Language): AboutMessages => (language === "en" ? en : frCA);
