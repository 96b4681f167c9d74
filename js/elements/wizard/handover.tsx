import { useRef, useState } from "preact/hooks";

import type { Classification } from "../../index.js";
import { markdownLine, markdownText } from "../../text/markdown.js";
import type { ViewContext } from "../shared/element.js";
import { type CalendarEvent, calendarFile, download, useCopy } from "../shared/files.js";
import { handoverMessagesFor } from "../../messages/handover.js";
import { noDueTime } from "../shared/due.js";
import { answerText } from "./reasons.js";
import type { CaseExpectation } from "./expectation.js";
import type { Path } from "./path.js";

interface Props {
  view: ViewContext;
  text: string;
  markdown: string;
  event: CalendarEvent | null;
  link: string | null;
}

/** Shows the buttons that copy, save and print the result. */
export function Handover({ view, text, markdown, event, link }: Props) {
  const words = view.messages.handover;
  const { status, copy } = useCopy(words);
  const [refused, setRefused] = useState<{ label: string; content: string } | null>(null);
  const shown = useRef<HTMLTextAreaElement>(null);

  /** Copies a text, or shows it so that the visitor can copy it. */
  const copyOrShow = async (label: string, content: string) => {
    const isCopied = await copy(content);
    setRefused(isCopied ? null : { label, content });
    if (!isCopied) setTimeout(() => shown.current?.select());
  };
  return (
    <section class="handover no-print" part="handover">
      <h3>{words.heading}</h3>
      <div class="actions">
        <button type="button" onClick={() => void copyOrShow(words.text, text)}>
          {words.text}
        </button>
        <button type="button" onClick={() => void copyOrShow(words.markdown, markdown)}>
          {words.markdown}
        </button>
        {link !== null && (
          <button type="button" onClick={() => void copyOrShow(words.link, link)}>
            {words.link}
          </button>
        )}
        {event !== null && (
          <button
            type="button"
            onClick={() => download(`${words.fileName}.ics`, calendarFile([event], view.now()), "text/calendar")}
          >
            {words.calendar}
          </button>
        )}
        <button type="button" onClick={() => print()}>
          {words.print}
        </button>
      </div>
      <p class="small status" role="status">
        {status}
      </p>
      {refused !== null && (
        <textarea ref={shown} readOnly rows={6} aria-label={refused.label} value={refused.content} />
      )}
    </section>
  );
}

interface HandoverInput {
  path: Path;
  found: Classification;
  context: Record<string, string>;
  submittedAt: number;
  expected: CaseExpectation;
}

/** Returns the result as plain text, Markdown, a calendar event, and the link of the page. */
export function handoverOf(view: ViewContext, { path, found, context, submittedAt, expected }: HandoverInput) {
  const { description, messages, format, say } = view;
  const words = messages.handoverText;
  const severity = say(description.severities.find(({ id }) => id === found.severity)?.name);
  const tier = description.tiers?.find(({ id }) => id === context["tier"]);
  const filed = description.severities.find(({ id }) => id === expected.filedAs);
  const title = words.title(severity, say(description.title));
  const facts: [string, string][] = [
    ...(tier === undefined ? [] : [[words.tier, say(tier.name)] as [string, string]]),
    ...(filed === undefined ? [] : [[handoverMessagesFor(view.language).filedAs, say(filed.name)] as [string, string]]),
    [words.submitted, format.dateTimeWithZone(submittedAt)],
    ...expected.targets.map((target): [string, string] => {
      const { objective, dueAt } = target;
      const name = say(objective.name);
      if (dueAt === null || objective.bound === null) return [name, noDueTime(view, target, "beside the name")];
      return [name, words.due(objective.bound, format.dateTimeWithZone(dueAt))];
    }),
  ];
  const answers = path.steps.map(({ question, answer }): [string, string] => [
    say(question.text),
    answerText(view, question.options, answer),
  ]);
  const reference: [string, string] = [words.vector, found.vector];
  const advice = expected.advice.filter(({ kind }) => kind === "act").map(({ text }) => say(text));
  const [target] = expected.targets;
  const standing = [view.standing(expected.standing)].filter((said) => said !== "");
  return {
    text: [
      title,
      "",
      ...advice,
      "",
      ...facts.map(([name, value]) => words.line(name, value)),
      ...answers.map(([question, answer]) => words.answered(question, answer)),
      words.line(...reference),
      ...standing,
    ].join("\n"),
    markdown: [
      `## ${markdownText(title)}`,
      "",
      ...advice.map((each, index) => `${index + 1}. ${markdownLine(markdownText(each))}`),
      "",
      ...facts.map(([name, value]) => item(words.line(name, ""), value)),
      ...answers.map(([question, answer]) => item(words.answered(question, ""), answer)),
      item(words.line(words.vector, ""), found.vector),
      ...standing.map((each) => `- ${markdownLine(markdownText(each))}`),
    ].join("\n"),
    event:
      target?.dueAt == null
        ? null
        : {
            start: target.dueAt,
            title: words.event(say(target.objective.name), severity),
            description: [title, ...standing].join("\n"),
          },
    link: typeof location === "undefined" ? null : location.href,
  };
}

/** Writes an item of a list: a name in bold, and its value. */
const item = (name: string, value: string): string => `- **${markdownText(name.trim())}** ${markdownText(value)}`;
