/** Messages of the embedding guide. */

import type { ComponentChildren } from "preact";

import type { Language } from "../../site.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

/** Sentences that may contain code. */
type Prose = ComponentChildren;

/** A part of the guide: its heading and the paragraphs above the example. */
interface Part {
  heading: string;
  paragraphs: Prose[];
}

/** Parts of the guide, in its order. */
export const partNames = ["start", "policy", "brand", "form", "static", "frame"] as const;
export type PartName = (typeof partNames)[number];

export interface EmbedMessages {
  title: string;
  summary: string;
  heading: string;
  lead: Prose;
  parts: Record<PartName, Part>;
  release: Part & {
    /** The package of this version, with its size, and the line that installs it. */
    download: (name: string, size: string) => string;
    install: string;
    caption: string;
    file: string;
    size: string;
    digest: string;
    disk: Prose;
  };
  frameworks: Part & {
    docs: (file: Prose) => Prose;
    portal: (link: (words: string) => Prose) => Prose;
    oneFile: (link: (words: string) => Prose) => Prose;
  };
  /** Around every example. */
  example: {
    try: string;
    live: string;
    /** Above the code of a page. */
    page: string;
    header: string;
    copy: string;
    copied: string;
    notCopied: string;
    /** The attributes of an element that are collapsed, its events, and those that it has sent. */
    attributes: string;
    events: string;
    received: string;
    nothingYet: string;
    /** A setting that the page decides. */
    unset: string;
    none: string;
  };
  fields: {
    element: string;
    /** Names of elements; those without one are named by their tag. */
    elements: Record<"wizard" | "calculator" | "table", string> & Record<string, string>;
    language: string;
    theme: string;
    themes: Record<"light" | "dark" | "auto" | "momentum", string>;
    engine: string;
    engines: Record<"auto" | "wasm" | "js", string>;
    phone: string;
    tier: string;
    sale: string;
    required: string;
    name: string;
  };
  policy: {
    text: string;
    hint: string;
    check: (link: (words: string) => Prose) => Prose;
    notJson: string;
  };
  brand: {
    colours: Record<Token, string>;
    all: string;
    radius: string;
    space: string;
    font: string;
    fonts: { page: string; serif: string; mono: string };
    back: string;
    caption: string;
    columns: { pair: string; ratio: string; needed: string; verdict: string };
    pairs: Record<Pair, string>;
    ratio: (value: number) => string;
    enough: string;
    short: string;
    verdict: (failures: number) => string;
  };
  form: {
    subject: string;
    subjectValue: string;
    send: string;
    reset: string;
    caption: string;
    rows: { name: string; value: string; valid: string; message: string; sent: string };
    yes: string;
    no: string;
    nothing: string;
  };
  static: { download: string; fileName: string; fallback: string };
  frame: {
    inSandbox: string;
    heard: string;
    nothingYet: string;
    portal: string;
    framed: string;
  };
}

/** The colours that a brand may set, the first ones most often. */
export const tokens = [
  "accent",
  "on-accent",
  "background",
  "text",
  "accent-strong",
  "accent-tint",
  "muted",
  "surface",
  "border",
  "border-strong",
  "critical",
  "high",
  "medium",
  "low",
] as const;
export type Token = (typeof tokens)[number];

/** Pairs of colours, one on the other. */
export const pairs = [
  "text",
  "muted",
  "surface",
  "link",
  "button",
  "hover",
  "chosen",
  "edge",
  "critical",
  "high",
  "medium",
  "low",
] as const;
export type Pair = (typeof pairs)[number];

/** The messages of one language. */
export const embedMessagesIn = (language: Language): EmbedMessages => (language === "en" ? en : frCA);
