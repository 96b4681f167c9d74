/** Findings of the engine beside the field that they concern, in the language of the page, with the fixes that they offer. */

import type { Diagnostic } from "../../index.js";
import { findingText } from "../../messages/finding-sentences.js";
import { findingMessagesFor } from "../../messages/findings.js";
import { ownValue } from "../../text/lookup.js";
import { useBuilder, useFindings } from "./context.js";
import { keysOf } from "../../text/policy-json.js";
import { fixesOf } from "./fixes.js";

const ranks = { error: 0, warning: 1, info: 2 } as const;

/** Shows the findings at a place, or at and below it. */
export function Findings({ at, reach = "at", id }: { at: string; reach?: "at" | "below"; id?: string }) {
  const findings = useFindings(at, reach);
  return findings.length === 0 ? null : <FindingList findings={findings} id={id} />;
}

/** Shows the findings in a place that concern a member without a field of its own. */
export function OtherFindings({ at, known }: { at: string; known: readonly string[] }) {
  const findings = useFindings(at, "below").filter(
    ({ path }) => path !== at && !known.includes(keysOf(path.slice(at.length))[0] ?? ""),
  );
  return <FindingList findings={findings} />;
}

/** Findings that need no words beside the field, because the builder shows them in another way. */
const shownElsewhere = new Set(["gap", "not-covered"]);

/** Most sentences in one place. */
const mostShown = 6;

/** Shows findings, errors first; those that say the same stand once, with their number. */
export function FindingList({ findings, id }: { findings: readonly Diagnostic[]; id?: string | undefined }) {
  const { m, language } = useBuilder();
  const groups = new Map<string, { finding: Diagnostic; count: number }>();
  for (const finding of findings.toSorted((one, other) => ranks[one.level] - ranks[other.level])) {
    if (shownElsewhere.has(finding.code)) continue;
    const sentence = sentenceOf(finding, language);
    const group = groups.get(sentence);
    if (group === undefined) groups.set(sentence, { finding, count: 1 });
    else group.count += 1;
  }
  if (groups.size === 0) return null;
  const shown = [...groups].slice(0, mostShown);
  return (
    <ul class="findings" id={id}>
      {shown.map(([sentence, { finding, count }]) => (
        <Finding key={`${finding.code} ${sentence}`} finding={finding} sentence={sentence} count={count} />
      ))}
      {groups.size > shown.length && <li class="muted small">{m.moreFindings(groups.size - shown.length)}</li>}
    </ul>
  );
}

function Finding({ finding, sentence, count }: { finding: Diagnostic; sentence: string; count: number }) {
  const builder = useBuilder();
  const { level, code } = finding;
  const { m } = builder;
  const fixes = fixesOf(finding, builder);
  return (
    <li class={`finding ${level}`}>
      <span class="level">{m.level[level]}</span> <span>{sentence}</span>
      {count > 1 && <span class="muted"> ×{count}</span>}
      {fixes.map(({ label, apply }) => (
        <button
          key={label}
          type="button"
          class="fix"
          onClick={() => {
            apply();
            builder.announce(m.fixed);
          }}
        >
          {label}
        </button>
      ))}
      <span class="hidden">{code}</span>
    </li>
  );
}

/** Returns a finding in words, with its remedy. The general words about a code stand in for a sentence that only English has. */
export function sentenceOf(finding: Diagnostic, language: string): string {
  const general = ownValue(findingMessagesFor(language), finding.code);
  const { message, help } = findingText(finding, language);
  return [message ?? general?.text ?? finding.message, help ?? general?.fix].filter(Boolean).join(" ");
}
