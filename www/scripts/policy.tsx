/** "Check a policy": checks the text as it changes and shows every finding. Nothing leaves the page. */

import { render } from "preact";
import type { Diagnostic } from "../../js/types.js";
import { CaseSloError, check, init, loadPolicy, type Policy, referencePolicy } from "../../js/index.js";
import type { Language } from "../site.js";
import { policyMessagesIn } from "../messages/policy/index.js";
import { findingText } from "../../js/messages/finding-sentences.js";
import type { FindingCode, FindingMessage } from "../../js/messages/findings.js";
import { OneFile } from "../workbench/one-file.js";
import { AnswerList, PolicyViews } from "../workbench/use.js";
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
const verdict = element("verdict");
const findings = element("findings");
const file = element<HTMLInputElement>("file");
const use = element("use");
const language = document.documentElement.lang as Language;
let loaded: Policy | undefined;
/** Start of the whole engine; text from before the start is checked afterwards. */
const started = init();
let running = false;

/** Errors stand before the warnings and notes that they may cause. */
const gravity = ({ level }: Diagnostic): number => ["error", "warning", "info"].indexOf(level);

/** Checks the text and shows the findings; for an empty text, asks for one. */
function checkNow(): void {
  if (!running) return;
  const text = source.value;
  const found = text.trim() ? check(text).sort((one, other) => gravity(one) - gravity(other)) : [];
  const count = (level: Diagnostic["level"]) => found.filter((each) => each.level === level).length;
  verdict.textContent = !text.trim()
    ? messages.empty
    : found.length === 0
      ? messages.verdict.sound
      : messages.verdict.counts(count("error"), count("warning"), count("info"));
  render(
    found.map((each) => <Finding finding={each} />),
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
    <li class={`finding finding-${level}`}>
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
      {example && <AnswerList name={messages.example} of={example} any="" />}
      <p class="finding-code">
        <code>{code}</code> <code>{path}</code>
      </p>
    </li>
  );
}

/** Numbers the lines, and marks those that a finding names by its level. */
function markLines(text: string, found: Diagnostic[]): void {
  const levels = new Map<number, Diagnostic["level"]>();
  for (const { line, level } of found.toReversed()) if (line !== undefined) levels.set(line, level);
  const count = text.split("\n").length;
  render(
    Array.from({ length: count }, (_, index) => <li class={levels.get(index + 1)}>{index + 1}</li>),
    lines,
  );
  followScroll();
}

const followScroll = (): void => {
  lines.scrollTop = source.scrollTop;
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
    checkNow();
    await import("../../js/elements/define.js");
  },
  () => {
    verdict.textContent = messages.unavailable;
  },
);
