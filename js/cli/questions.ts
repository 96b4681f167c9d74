/** `case-slo questions`: the questionnaire of a policy as an outline or as a Mermaid flowchart. */

import type { Answers, NextQuestion, Policy } from "../node.js";
import { command } from "./command.js";
import { readPolicy } from "./input.js";
import { bold, counted, english, note, print, safe } from "./output.js";

/** Largest number of questions in a row, and of options in total. */
const deepestQuestion = 24;
const most = 2_000;

export const questionsCommand = command({
  name: "questions",
  summary: "print the questionnaire of a policy as an outline or a flowchart",
  usage: "[policy.json|-]",
  count: [0, 1],
  details: ["Default: the reference policy."],
  options: { mermaid: { help: "print a Mermaid flowchart" } },
  async run(values, positionals) {
    const policy = await readPolicy(positionals[0]);
    const walk = new QuestionnaireWalk(policy);
    const first = walk.from({}, 0);
    for (const line of values.mermaid ? mermaid(first) : outline(first, "")) print(line);
    if (walk.cut)
      note(
        `case-slo: the questionnaire is cut after ${counted(walk.shown, "option")} or ${deepestQuestion} questions in a row`,
      );
    return 0;
  },
});

/** Walks through the questionnaire option by option; a question on two paths is visited twice. */
class QuestionnaireWalk {
  shown = 0;
  cut = false;

  constructor(private readonly policy: Policy) {}

  from(answers: Answers, depth: number): Step {
    const question = this.policy.nextQuestion(answers);
    if (question === null) {
      const { decided, severity } = this.policy.classify(answers);
      return { severity: decided ? severity : "undecided" };
    }
    if (depth === deepestQuestion) this.cut = true;
    if (this.cut) return { severity: "…" };
    return { question, options: this.options(question, answers, depth) };
  }

  private options(question: NextQuestion, answers: Answers, depth: number) {
    const steps = [];
    for (const option of question.options) {
      if (this.shown >= most) this.cut = true;
      if (this.cut) break;
      this.shown += 1;
      steps.push({ option, next: this.from({ ...answers, [question.id]: option.id }, depth + 1) });
    }
    return steps;
  }
}

function outline(step: Step, indent: string): string[] {
  if ("severity" in step) return [`${indent}→ ${bold(safe(step.severity))}`];
  const lines = [`${indent}${bold(safe(step.question.id))}: ${english(step.question.text)}`];
  for (const { option, next } of step.options) {
    const label = `${indent}  ${safe(option.id)}: ${english(option.text)}`;
    if ("severity" in next) lines.push(`${label} → ${bold(safe(next.severity))}`);
    else lines.push(label, ...outline(next, `${indent}    `));
  }
  return lines;
}

/** The step after an answer: another question, or the severity. */
export type Step =
  | { severity: string }
  | { question: NextQuestion; options: { option: NextQuestion["options"][number]; next: Step }[] };

/** Returns the flowchart from `first` on, top down. */
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

/** Escapes text between double quotes: characters with a meaning in Mermaid, Markdown or HTML become entities. */
function quoted(text: string): string {
  return text.replace(/["#&;<>`\\|*_[\]{}]/g, (character) => `#${character.charCodeAt(0)};`);
}
