/** The passages of a page that are to say what the policy says: what stands between two comments. */

import { partNames } from "../../render/parts.js";

/** A passage of a page. */
export interface Passage {
  /** Where its opening comment begins. */
  at: number;
  /** Where what it says begins and ends. */
  from: number;
  to: number;
  parts: string[];
  options: Record<string, string>;
}

/** Something that is wrong with a page, and where. */
export interface Flaw {
  at: number;
  message: string;
}

const comment = /<!--\s*case-slo\s+(render\b(?<said>[\s\S]*?)|end)\s*-->/g;

/** The passages of a page, and what is wrong with their comments. Comments in examples of code are left alone. */
export function passagesOf(text: string, isMarkdown: boolean): { passages: Passage[]; flaws: Flaw[] } {
  const passages: Passage[] = [];
  const flaws: Flaw[] = [];
  let open: Omit<Passage, "to"> | undefined;
  for (const { 0: whole, index: at, groups } of withoutCode(text, isMarkdown).matchAll(comment)) {
    const said = groups?.["said"];
    if (said === undefined) {
      if (open === undefined) flaws.push({ at, message: "a passage ends here that has not begun" });
      else passages.push({ ...open, to: at });
      open = undefined;
      continue;
    }
    if (open !== undefined) flaws.push({ at: open.at, message: "this passage has no <!-- case-slo end -->" });
    open = { at, from: at + whole.length, ...read(said) };
  }
  if (open !== undefined) flaws.push({ at: open.at, message: "this passage has no <!-- case-slo end -->" });
  return { passages, flaws };
}

/** "objectives tiers lang=en level=3": the parts, and the options. */
function read(said: string): Pick<Passage, "parts" | "options"> {
  const words = said.match(/[^\s=]+(?:=(?:"[^"]*"|[^\s"]*))?/g) ?? [];
  const pairs = words
    .filter((word) => word.includes("="))
    .map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1).replaceAll('"', "")]);
  return {
    parts: words.filter((word) => !word.includes("=")),
    options: Object.fromEntries(pairs) as Record<string, string>,
  };
}

/** The text with examples of code blanked out, of the same length. */
export function withoutCode(text: string, isMarkdown: boolean): string {
  const code = isMarkdown ? /^(`{3,}|~{3,})[\s\S]*?^\1|`[^`\n]+`/gm : /<(pre|code|script|style)\b[\s\S]*?<\/\1>/gi;
  return text.replaceAll(code, (found) => found.replaceAll(/[^\n]/g, " "));
}

/** What a passage may say of itself. */
export const passageOptions = ["lang", "policy", "clauses", "level"] as const;

/** The parts as a sentence of an error names them. */
export const allParts = partNames.join(", ");
