/** A questionnaire as a Mermaid flowchart. */

import type { NextQuestion } from "../node.js";
import { english, safe } from "./output.js";

/** The step after an answer: another question, or the severity. */
export type Step =
  | { severity: string }
  | { question: NextQuestion; options: { option: NextQuestion["options"][number]; next: Step }[] };

/** The flowchart from `first` on, top down. */
export function mermaid(first: Step): string[] {
  const lines = ["flowchart TD"];
  let nodes = 0;
  const visit = (step: Step): string => {
    nodes += 1;
    const id = `n${nodes}`;
    if ("severity" in step) {
      lines.push(`  ${id}(["${quoted(safe(step.severity))}"])`);
      return id;
    }
    lines.push(`  ${id}["${quoted(english(step.question.text))}"]`);
    for (const { option, next } of step.options)
      lines.push(`  ${id} -->|"${quoted(english(option.text))}"| ${visit(next)}`);
    return id;
  };
  visit(first);
  return lines;
}

/** Text between double quotes: characters with a meaning in Mermaid, Markdown or HTML become entities. */
function quoted(text: string): string {
  return text.replace(/["#&;<>`\\|*_[\]{}]/g, (character) => `#${character.charCodeAt(0)};`);
}
