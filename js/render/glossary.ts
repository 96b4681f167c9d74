import type { PolicyDocument, Text } from "../index.js";
import type { Block } from "./blocks.js";
import type { Subject } from "./subject.js";
import { ownValue } from "../elements/shared/own.js";

/** Every term under its anchor. */
export function glossary({ description, say }: Subject): Block[] {
  const entries = (description.glossary ?? []).map(({ term, text, clause }) => ({
    anchor: termAnchor(description, term),
    term: [say(term)],
    text: [say(text), ...(clause === undefined ? [] : [" ", { clause }])],
  }));
  return entries.length === 0 ? [] : [{ kind: "entries", name: "glossary", entries }];
}

/** The anchor of a term, the same in every language: its normative name in plain letters. */
export function termAnchor({ languages }: PolicyDocument, term: Text): string {
  const name = ownValue(term, languages[0] ?? "") ?? "";
  const letters = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return `terme-${letters.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "")}`;
}
