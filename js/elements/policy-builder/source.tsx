/** The policy as JSON beside the forms: what is typed here is what the forms show, and the other way round. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";

import type { Diagnostic } from "../../index.js";
import { useBuilder, useFindings } from "./context.js";
import { sentenceOf } from "./findings.js";

/** Findings of a text, by line. */
const listed = 30;

/** Shows the text with the lines that a finding names marked, and every finding with a link to its line. */
export function SourceSection() {
  const { editor, m, language } = useBuilder();
  const area = useRef<HTMLTextAreaElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const findings = useFindings("", "below");
  const text = typed ?? editor.text;
  const count = text.split("\n").length;
  const take = (text: string) => {
    clearTimeout(rest.current);
    editor.type(text);
    setTyped(null);
  };
  const scroll = () => {
    if (marks.current !== null && area.current !== null) marks.current.scrollTop = area.current.scrollTop;
  };
  useLayoutEffect(scroll);
  const goTo = ({ line = 1, column = 1 }: Diagnostic) => {
    const field = area.current;
    if (field === null) return;
    const lines = field.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    field.focus();
    field.setSelectionRange(start + column - 1, start + (lines[line - 1]?.length ?? 0));
    field.scrollTop = ((line - 4) * field.scrollHeight) / count;
  };
  const levels = new Map<number, Diagnostic["level"]>();
  for (const { line, level } of findings.toReversed()) if (line !== undefined) levels.set(line, level);
  return (
    <>
      <p class="hint">{m.json.hint}</p>
      {editor.state?.isReadable === false && (
        <p class="fault" role="status">
          {m.json.unreadable}
        </p>
      )}
      <div class="code">
        <div class="marks" ref={marks} aria-hidden="true">
          <pre>{Array.from({ length: count }, (_, index) => markOf(levels.get(index + 1), index + 1)).join("\n")}</pre>
        </div>
        <textarea
          ref={area}
          aria-label={m.sections.json}
          spellcheck={false}
          autocomplete="off"
          wrap="off"
          value={text}
          onScroll={scroll}
          onInput={(event) => {
            const next = event.currentTarget.value;
            setTyped(next);
            clearTimeout(rest.current);
            rest.current = setTimeout(() => take(next), 150);
          }}
          onBlur={(event) => take(event.currentTarget.value)}
        />
      </div>
      <ul class="findings">
        {findings.slice(0, listed).map((finding) => (
          <li key={`${finding.code} ${finding.path} ${finding.message}`} class={`finding ${finding.level}`}>
            <span class="level">{m.level[finding.level]}</span>{" "}
            {finding.line !== undefined && (
              <button type="button" class="link" onClick={() => goTo(finding)}>
                {m.json.line(finding.line)}
              </button>
            )}{" "}
            {sentenceOf(finding, language)}
          </li>
        ))}
      </ul>
    </>
  );
}

const signs = { error: "●", warning: "▲", info: "·" } as const;

const markOf = (level: Diagnostic["level"] | undefined, line: number): string =>
  `${level === undefined ? "" : `${signs[level]} `}${line}`;
