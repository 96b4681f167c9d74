/** "Check a policy": checks the text as it changes and shows every finding. Nothing leaves the page. */

import { render } from "preact";
import type { PolicyDocument } from "../../js/document.js";
import type { Diagnostic, Text } from "../../js/types.js";
import { CaseSloError, check, init, loadPolicy, type Policy, referencePolicy } from "../../js/index.js";
import { type Language, nearestText } from "../site.js";
import { policyMessagesIn } from "../messages/policy/index.js";
import { findingText } from "../../js/messages/finding-sentences.js";
import { groupFindings } from "../../js/text/finding-groups.js";
import type { FindingCode, FindingMessage } from "../../js/messages/findings.js";
import { OneFile } from "../workbench/one-file.js";
import { PolicyViews } from "../workbench/use.js";
/** Largest policy of the engine, in bytes; a larger file is not read. */
const largestPolicy = 1024 * 1024;
/** Milliseconds without a change before the text is checked again. */
const restMilliseconds = 200;

const messages = policyMessagesIn(document.documentElement.lang as Language);
const element = <T extends HTMLElement>(id: string): T => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page lacks #${id}`);
  return found as T;
};
const source = element<HTMLTextAreaElement>("source");
const lines = element<HTMLOListElement>("lines");
const marks = element("marks");
const verdict = element("verdict");
const findings = element("findings");
const file = element<HTMLInputElement>("file");
const use = element("use");
const language = document.documentElement.lang as Language;
let loaded: Policy | undefined;
/** Start of the whole engine; text from before the start is checked afterwards. */
const started = init();
let running = false;

/** Checks the text and shows the findings; for an empty text, asks for one. */
function checkNow(): void {
  if (!running) return;
  const text = source.value;
  const found = text.trim() ? check(text) : [];
  const count = (level: Diagnostic["level"]) => found.filter((each) => each.level === level).length;
  verdict.textContent = !text.trim()
    ? messages.empty
    : found.length === 0
      ? messages.verdict.sound
      : messages.verdict.counts(count("error"), count("warning"), count("info"));
  render(
    groupFindings(found).map(({ finding, consequences }) => (
      <li class={`finding finding-${finding.level}`}>
        <Finding finding={finding} />
        {consequences.length > 0 && (
          <details class="consequences">
            <summary>{messages.consequences(consequences.length)}</summary>
            <ol>
              {consequences.map((each) => (
                <li class={`finding finding-${each.level}`}>
                  <Finding finding={each} />
                </li>
              ))}
            </ol>
          </details>
        )}
      </li>
    )),
    findings,
  );
  markLines(text, found);
  show(text);
}

/** Shows the views of a valid policy. */
function show(text: string): void {
  const before = loaded;
  try {
    loaded = text.trim() ? loadPolicy(text) : undefined;
  } catch (error) {
    if (!(error instanceof CaseSloError)) throw error;
    loaded = undefined;
  }
  render(
    loaded && (
      <>
        <PolicyViews policy={loaded} messages={messages} language={language} />
        <OneFile language={language} textNow={() => source.value} />
      </>
    ),
    use,
  );
  before?.free();
}

function Finding({ finding }: { finding: Diagnostic }) {
  const { level, line, column, code, path, example } = finding;
  // The general words about a code stand in where the engine quotes an error that only English has.
  const general = messages.codes[code as FindingCode] as FindingMessage | undefined;
  const { message, help } = findingText(finding, language);
  const remedy = help ?? general?.fix;
  return (
    <>
      <p class="finding-head">
        <strong>{messages.level[level]}</strong>
        {line !== undefined && (
          <button type="button" class="link" onClick={() => goTo(line, column ?? 1)}>
            {messages.place(line, column ?? 1)}
          </button>
        )}
      </p>
      <p>{message ?? general?.text ?? finding.message}</p>
      {remedy && <p>{messages.help(remedy)}</p>}
      {example && (
        <p>
          {messages.example} {answersInWords(example)}
        </p>
      )}
      <p class="finding-code">
        <code>{code}</code> <code>{path}</code>
      </p>
    </>
  );
}

/** Writes answers with the texts of the questions and options; an id stands for a text that cannot be read. */
function answersInWords(answers: Record<string, string>): string {
  const questions = parsed(source.value)?.questions;
  const asked = Array.isArray(questions) ? questions : [];
  const textOf = (entry: { text?: Text } | undefined, id: string) => nearestText(language, entry?.text ?? {}) || id;
  return Object.entries(answers)
    .map(([id, answer]) => {
      const question = asked.find((each) => each?.id === id);
      const options = Array.isArray(question?.options) ? question.options : [];
      const option = options.find((each) => each?.id === answer);
      return messages.answer(textOf(question, id), textOf(option, answer));
    })
    .join("; ");
}

/** Returns the text as a document whose shape is not sure; undefined if it is no object. */
function parsed(text: string): Partial<PolicyDocument> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Numbers the lines, and marks those that a finding names by its level, in the margin and behind the text. */
function markLines(text: string, found: Diagnostic[]): void {
  const levels = new Map<number, Diagnostic["level"]>();
  for (const rank of ["info", "warning", "error"] as const)
    for (const { line, level } of found) if (line !== undefined && level === rank) levels.set(line, level);
  const count = text.split("\n").length;
  render(
    Array.from({ length: count }, (_, index) => <li class={levels.get(index + 1)}>{index + 1}</li>),
    lines,
  );
  render(
    [...levels].map(([line, level]) => <span class={level} style={{ insetBlockStart: `calc(${line - 1} * 1.6em)` }} />),
    marks,
  );
  followScroll();
}

const followScroll = (): void => {
  lines.scrollTop = source.scrollTop;
  marks.style.translate = `0 ${-source.scrollTop}px`;
};

/** Moves the cursor to a finding. */
function goTo(line: number, column: number): void {
  const before = source.value.split("\n").slice(0, line - 1);
  const start = before.reduce((sum, each) => sum + each.length + 1, 0);
  const end = source.value.indexOf("\n", start);
  source.focus();
  source.setSelectionRange(start + column - 1, end < 0 ? source.value.length : end);
  const lineHeight = Number.parseFloat(getComputedStyle(source).lineHeight);
  source.scrollTop = Math.max(0, (line - 4) * lineHeight);
}

async function chooseFile(chosen: File | undefined): Promise<void> {
  if (!chosen) return;
  if (chosen.size > largestPolicy) {
    verdict.textContent = messages.tooLarge;
    return;
  }
  source.value = await chosen.text();
  checkNow();
}

let rest: ReturnType<typeof setTimeout> | undefined;
source.addEventListener("input", () => {
  clearTimeout(rest);
  rest = setTimeout(checkNow, restMilliseconds);
});
source.addEventListener("scroll", followScroll, { passive: true });
source.addEventListener("dragover", (event) => event.preventDefault());
source.addEventListener("drop", (event) => {
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  void chooseFile(event.dataTransfer.files[0]);
});
file.addEventListener("change", () => void chooseFile(file.files?.[0]));
// A visitor may choose a file before this script comes. After a reload, the browser may have kept an edited text beside the file.
if (source.value === "") void chooseFile(file.files?.[0]);
element("reference").addEventListener("click", () => {
  void started.then(() => {
    source.value = JSON.stringify(referencePolicy().toJSON(), null, 2);
    checkNow();
  });
});

// The elements find the whole engine running, and so fetch no other.
started.then(
  async () => {
    running = true;
    // Without a text there may be an answer about a file that was too large.
    if (source.value.trim()) checkNow();
    await import("../../js/elements/define.js");
  },
  () => {
    verdict.textContent = messages.unavailable;
  },
);
