/** Parts of a finding or a change that the engine gives: its own sentence, and answers. */

import type { PolicyMessages } from "../messages/policy/messages.js";

/** The engine's sentence, which is in English whatever the language of the page. */
export function EngineSentence({ messages, children }: { messages: PolicyMessages; children: string }) {
  return (
    <p class="finding-detail">
      {messages.detail} <span lang="en">{children}</span>
    </p>
  );
}

interface AnswersProps {
  name: string;
  of: Record<string, string | readonly string[]>;
  /** Stands for no answer at all. */
  any: string;
}

/** Answers by the ids of questions and options, as the policy has them. */
export function Answers({ name, of, any }: AnswersProps) {
  const parts = Object.entries(of).map(([question, options]) => `${question}=${options}`);
  return (
    <p>
      {name} {parts.length === 0 ? any : parts.map((part) => [<code key={part}>{part}</code>, " "])}
    </p>
  );
}
