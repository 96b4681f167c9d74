/** Findings of the engine beside the field that they concern, in the language of the page, with the fixes that they offer. */

import type { Diagnostic } from "../../index.js";
import { findingText } from "../../messages/finding-sentences.js";
import { findingMessagesFor } from "../../messages/findings.js";
import { ownValue } from "../../text/lookup.js";
import { useBuilder, useFindings } from "./context.js";
import { keysOf } from "./document.js";
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

/** Shows findings, errors first. */
export function FindingList({ findings, id }: { findings: readonly Diagnostic[]; id?: string | undefined }) {
  const shown = findings.filter(({ code }) => !shownElsewhere.has(code));
  if (shown.length === 0) return null;
  return (
    <ul class="findings" id={id}>
      {shown
        .toSorted((one, other) => ranks[one.level] - ranks[other.level])
        .slice(0, 12)
        .map((finding) => (
          <Finding key={`${finding.code} ${finding.path} ${finding.message}`} finding={finding} />
        ))}
    </ul>
  );
}

function Finding({ finding }: { finding: Diagnostic }) {
  const builder = useBuilder();
  const { level, code } = finding;
  const { m } = builder;
  const fixes = fixesOf(finding, builder);
  return (
    <li class={`finding ${level}`}>
      <span class="level">{m.level[level]}</span> <span>{sentenceOf(finding, builder.language)}</span>
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
