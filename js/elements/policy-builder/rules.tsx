/**
 * The questions, and the rules as a grid: a row for each rule, a column for each question. Combinations of answers that no rule covers
 * are rows as well, in red, until somebody gives them a severity.
 */

import { useEffect, useReducer, useRef, useState } from "preact/hooks";

import type { Diagnostic } from "../../index.js";
import { ownValue } from "../../text/lookup.js";
import { listOf, memo, recordOf, useBuilder, useFindings } from "./context.js";
import { below, freshId, type Json, type JsonObject } from "../../text/policy-json.js";
import { AnswerCell, type Column } from "./answer-cell.js";
import { EntryList, useOptions } from "./entries.js";
import { ChoiceField, without } from "./fields.js";
import { FindingList, Findings } from "./findings.js";
import { IdField } from "./id-field.js";
import { type Move, MoveButtons, moveByKey, useMove } from "./order.js";
import { RuleTable } from "./tables.js";

/** Most rows that are shown before the reader asks for all. */
const rowsAtFirst = 100;

/** Shows the questions, the rules, and how they decide. */
export function QuestionsSection() {
  const { editor, m } = useBuilder();
  const table = recordOf(editor.at("/classification"));
  return (
    <>
      <section>
        <h3>{m.rules.questions}</h3>
        <p class="hint">{m.rules.questionsHint}</p>
        <EntryList entry="question" at="/questions" value={editor.at("/questions")} template={{ options: [] }} />
      </section>
      <section>
        <h3>{m.rules.rules}</h3>
        <p class="hint">{m.rules.rulesHint}</p>
        <RuleGrid />
        <RuleTable />
        <div class="form">
          <ChoiceField
            label={m.rules.hitPolicy}
            at="/classification/hitPolicy"
            value={table["hitPolicy"] ?? "most-severe"}
            options={(["most-severe", "first", "unique"] as const).map((id) => ({ id, name: m.rules.hitPolicies[id] }))}
          />
          <ChoiceField
            label={m.rules.whenUnsure}
            at="/classification/whenUnsure"
            value={table["whenUnsure"] ?? "most-severe"}
            options={(["most-severe", "least-severe"] as const).map((id) => ({ id, name: m.rules.unsure[id] }))}
          />
        </div>
      </section>
    </>
  );
}

function useColumns(): readonly Column[] {
  const { editor, say } = useBuilder();
  return useResting(() =>
    listOf<JsonObject>(editor.at("/questions")).map((question) => ({
      id: String(question["id"] ?? ""),
      name: say(question["text"]) || String(question["id"] ?? ""),
      options: listOf<JsonObject>(question["options"]).map((option) => ({
        id: String(option["id"] ?? ""),
        name: say(option["text"]) || String(option["id"] ?? ""),
      })),
    })),
  );
}

function useSeverities(): readonly { id: string; name: string }[] {
  const options = useOptions("severities");
  return useResting(() => options);
}

/** Milliseconds without a change before the names in the grid follow, so that typing a question does not draw every row anew. */
const namesRest = 250;

/** Returns a value that is the same object while it says the same, and that follows a change of words only once they rest. */
function useResting<Value extends readonly { id: string }[]>(read: () => Value): Value {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const now = read();
  const shown = useRef(now);
  const text = JSON.stringify(now);
  const isSame = text === JSON.stringify(shown.current);
  const hasOtherEntries = shapeOf(now) !== shapeOf(shown.current);
  if (hasOtherEntries) shown.current = now;
  useEffect(() => {
    if (isSame) return;
    const timer = setTimeout(() => {
      shown.current = read();
      redraw(0);
    }, namesRest);
    return () => clearTimeout(timer);
  }, [text]);
  return shown.current;
}

/** Returns the ids of entries and of their options. */
const shapeOf = (entries: readonly { id: string; options?: readonly { id: string }[] }[]): string =>
  JSON.stringify(entries.map(({ id, options = [] }) => [id, options.map((option) => option.id)]));

function RuleGrid() {
  const { editor, m, announce } = useBuilder();
  const rules = listOf<JsonObject>(editor.at("/classification/rules"));
  const columns = useColumns();
  const severities = useSeverities();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rules : rules.slice(0, rowsAtFirst);
  if (columns.length === 0) return <p>{m.rules.needsQuestion}</p>;
  if (severities.length === 0) return <p>{m.rules.needsSeverity}</p>;
  const addRule = (when: JsonObject, severity: string, more: JsonObject = {}) => {
    const used = rules.map((rule) => String(rule["id"] ?? ""));
    const first = Object.values(when).flatMap((ids) => listOf<string>(ids))[0] ?? severity;
    const rule = {
      id: freshId(`${first} ${severity}`, used, "rule"),
      ...(Object.keys(when).length > 0 ? { when } : {}),
      severity,
    };
    editor.insert("/classification/rules", { ...rule, ...more });
    announce(m.rules.added);
  };
  return (
    <>
      <div class="scroll" role="region" aria-label={m.rules.rules} tabIndex={0}>
        <table class="grid rules">
          <thead>
            <tr>
              <th scope="col">
                <span class="hidden">{m.rules.number}</span>
              </th>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  {column.name}
                </th>
              ))}
              <th scope="col">{m.rules.severity}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rule, index) => (
              <Rule
                key={keyOf(rules, index)}
                rule={rule}
                index={index}
                count={rules.length}
                columns={columns}
                severities={severities}
              />
            ))}
            <Gaps columns={columns} severities={severities} isEmpty={rules.length === 0} onRule={addRule} />
          </tbody>
        </table>
      </div>
      {shown.length < rules.length && (
        <button type="button" onClick={() => setWhole(true)}>
          {m.rules.showAll(rules.length)}
        </button>
      )}
      <div class="actions">
        <button type="button" onClick={() => addRule({}, severities[0]?.id ?? "")}>
          {m.rules.add}
        </button>
      </div>
      <Findings at="/classification/rules" />
      <Findings at="/classification" />
    </>
  );
}

/** Two rules may have one id while somebody types. */
function keyOf(rules: readonly JsonObject[], index: number): string {
  const id = String(rules[index]?.["id"] ?? "");
  return rules.findIndex((rule) => rule["id"] === id) === index ? id : `${id} ${index}`;
}

interface RuleProps {
  rule: JsonObject;
  index: number;
  count: number;
  columns: readonly Column[];
  severities: readonly { id: string; name: string }[];
}

const Rule = memo(function Rule({ rule, index, count, columns, severities }: RuleProps) {
  const { editor, m } = useBuilder();
  const at = below("/classification/rules", index);
  const findings = useFindings(at, "below").filter(({ code }) => code !== "not-covered");
  const when = recordOf<Json>(rule["when"]);
  const level = findings.some((each) => each.level !== "info") ? " wrong" : "";
  const title = m.rules.rule(index + 1);
  const [isOpen, setOpen] = useState(false);
  const move = useMove("/classification/rules", index, count, title);
  return (
    <>
      <tr class={`rule${level}`} data-at={at} onKeyDown={moveByKey(index, move)}>
        <th scope="row" class="number">
          <button
            type="button"
            class="icon"
            aria-expanded={isOpen}
            aria-label={m.rules.details(index + 1)}
            title={m.moveHint}
            onClick={() => setOpen(!isOpen)}
          >
            {index + 1}
          </button>
        </th>
        {columns.map((column) => (
          <td key={column.id}>
            <AnswerCell
              column={column}
              chosen={listOf<string>(ownValue(when, column.id))}
              name={m.rules.answersOf(index + 1, column.name)}
              onChosen={(ids) => {
                const next = ids.length === 0 ? without(when, column.id) : { ...when, [column.id]: ids as Json };
                editor.set(below(at, "when"), Object.keys(next).length === 0 ? undefined : next);
              }}
            />
          </td>
        ))}
        <td>
          <select
            aria-label={m.rules.severityOf(index + 1)}
            value={String(rule["severity"] ?? "")}
            onChange={(event) => editor.set(below(at, "severity"), event.currentTarget.value)}
          >
            {!severities.some(({ id }) => id === rule["severity"]) && (
              <option value={String(rule["severity"] ?? "")}>{String(rule["severity"] ?? "—")}</option>
            )}
            {severities.map((severity) => (
              <option key={severity.id} value={severity.id}>
                {severity.name}
              </option>
            ))}
          </select>
        </td>
      </tr>
      {isOpen && (
        <tr class="detail-row">
          <td />
          <td colSpan={columns.length + 1}>
            <RuleDetails at={at} rule={rule} index={index} count={count} onMove={move} />
          </td>
        </tr>
      )}
      {findings.length > 0 && (
        <tr class="finding-row">
          <td />
          <td colSpan={columns.length + 1}>
            <FindingList findings={findings} />
            {findings.map(
              (finding) => finding.example && <Example key={finding.code} finding={finding} columns={columns} />,
            )}
          </td>
        </tr>
      )}
    </>
  );
});

interface RuleDetailsProps {
  at: string;
  rule: JsonObject;
  index: number;
  count: number;
  onMove: Move;
}

/** The place, the basis and the clause of a rule. */
function RuleDetails({ at, rule, index, count, onMove }: RuleDetailsProps) {
  const { editor, m, announce } = useBuilder();
  const clauses = useOptions("clauses");
  const words = m.choices as Record<string, string>;
  const title = m.rules.rule(index + 1);
  return (
    <div class="form">
      <ChoiceField
        label={m.fields.basis}
        hint={m.hintsOf.rule?.basis}
        at={below(at, "basis")}
        value={rule["basis"]}
        options={(["stated", "interpreted"] as const).map((id) => ({ id, name: words[id] ?? id }))}
        none={m.unset}
      />
      <ChoiceField
        label={m.fields.clause}
        at={below(at, "clause")}
        value={rule["clause"]}
        options={clauses}
        none={m.unset}
      />
      <IdField key={String(rule["id"] ?? "")} list="/classification/rules" id={String(rule["id"] ?? "")} />
      <div class="actions">
        <MoveButtons title={title} index={index} count={count} onMove={onMove} />
        <button
          type="button"
          onClick={() => {
            editor.set(at, undefined);
            announce(m.removed(title));
          }}
        >
          {m.remove}
        </button>
      </div>
    </div>
  );
}

interface GapsProps {
  columns: readonly Column[];
  severities: readonly { id: string; name: string }[];
  /** Whether there is no rule at all. */
  isEmpty: boolean;
  onRule(when: JsonObject, severity: string, more: JsonObject): void;
}

/** The combinations of answers that no rule covers, as rows that become rules when they get a severity. */
function Gaps({ columns, severities, isEmpty, onRule }: GapsProps) {
  const { m } = useBuilder();
  const found = useFindings("/classification/rules").filter(({ code, box }) => code === "gap" && box !== undefined);
  // A gap that has just become a rule stays a finding until the next check.
  const [filled, setFilled] = useState<object | null>(null);
  // Without a rule there is no table to check.
  const gaps: readonly Pick<Diagnostic, "box">[] = isEmpty ? [{ box: {} }] : found;
  return (
    <>
      {gaps
        .filter((gap) => gap !== filled)
        .map((gap) => (
          <tr class="gap" key={JSON.stringify(gap.box)}>
            <th scope="row">
              <span class="gap-mark">{m.rules.gap}</span>
            </th>
            {columns.map((column) => {
              const ids = ownValue(gap.box ?? {}, column.id);
              const names = column.options.filter(({ id }) => ids?.includes(id)).map(({ name }) => name);
              return <td key={column.id}>{names.length === 0 ? m.rules.any : names.join(", ")}</td>;
            })}
            <td>
              <select
                aria-label={m.rules.fillGap(nameOfBox(gap, columns))}
                value=""
                onChange={(event) => {
                  setFilled(gap);
                  onRule((gap.box ?? {}) as unknown as JsonObject, event.currentTarget.value, {});
                }}
              >
                <option value="">{m.rules.chooseSeverity}</option>
                {severities.map((severity) => (
                  <option key={severity.id} value={severity.id}>
                    {severity.name}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
    </>
  );
}

/** Returns the answers of a finding in words. */
function nameOfBox({ box }: Pick<Diagnostic, "box">, columns: readonly Column[]): string {
  return columns
    .flatMap(({ id, options }) => {
      const ids = ownValue(box ?? {}, id);
      return ids === undefined
        ? []
        : [
            options
              .filter((option) => ids.includes(option.id))
              .map(({ name }) => name)
              .join(", "),
          ];
    })
    .join("; ");
}

/** One complete set of answers that a finding is about. */
function Example({ finding, columns }: { finding: Diagnostic; columns: readonly Column[] }) {
  const { m } = useBuilder();
  const answers = columns.flatMap(({ id, name, options }) => {
    const answer = options.find((option) => option.id === finding.example?.[id]);
    return answer === undefined ? [] : [`${name} ${answer.name}`];
  });
  return <p class="hint">{m.rules.example(answers)}</p>;
}
