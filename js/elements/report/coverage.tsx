/** How many rows of a log a figure rests on, and what would make the others readable. */

import { useEffect, useRef, useState } from "preact/hooks";

import type { LogProblem, ReportResult } from "../../index.js";
import { type ReportMessages, reportMessagesFor } from "../../messages/report/index.js";
import { ownValue } from "../../text/lookup.js";
import { numbersIn } from "../../text/numbers.js";
import type { ViewContext } from "../shared/element.js";
import type { Settings } from "./settings.js";

/** The part of a result that says how many rows its figures rest on. */
type Covered = Pick<ReportResult, "rows" | "coverage">;

/** Number of rows that could not be evaluated. */
export const unevaluatedRows = ({ rows, coverage }: Covered): number => Math.round(rows * (1 - (coverage ?? 1)));

/** Returns "650 of 890 rows could not be evaluated"; null if every row could be. */
export function coverageText({ language }: Pick<ViewContext, "language">, covered: Covered): string | null {
  const missing = unevaluatedRows(covered);
  const { count } = numbersIn(language);
  return missing === 0 ? null : reportMessagesFor(language).coverage.text(count(missing), missing, count(covered.rows));
}

/** Returns the same as a sentence. */
export function coverageSentence(view: Pick<ViewContext, "language">, covered: Covered): string | null {
  const text = coverageText(view, covered);
  return text === null ? null : `${text}.`;
}

/** A step that may make rows readable: a question, or a setting of the file by the id of its field. */
type Cure = { kind: keyof ReportMessages["coverage"]["cures"]; field?: string };

const cures: Record<string, Cure> = {
  "unknown-tier": { kind: "values" },
  "unknown-severity": { kind: "values" },
  "missing-offset": { kind: "zone", field: "zone" },
  "ambiguous-instant": { kind: "order", field: "date-order" },
  "mixed-date-order": { kind: "order", field: "date-order" },
  undetermined: { kind: "facts", field: "facts" },
  "invalid-instant": { kind: "columns", field: "column-submittedAt" },
  "stop-before-submission": { kind: "columns", field: "column-stoppedAt" },
  "duplicate-id": { kind: "columns", field: "column-id" },
  "wrong-column-count": { kind: "delimiter", field: "delimiter" },
};

interface CauseProps {
  view: ViewContext;
  result: ReportResult;
  /** Asks for the meaning of unknown values. */
  onValues(): void;
}

/** Shows the reason that costs most rows, with a button for its cure. */
export function Cause({ view, result, onValues }: CauseProps) {
  const words = reportMessagesFor(view.language);
  const { count } = numbersIn(view.language);
  const worst = result.problems.reduce<LogProblem | null>(
    (most, each) => (most === null || each.count > most.count ? each : most),
    null,
  );
  if (worst === null || unevaluatedRows(result) === 0) return null;
  const cure: Cure = ownValue(cures, worst.code) ?? { kind: "rows" };
  return (
    <div class="cause" part="coverage">
      <p>
        <strong>{words.coverage.cause}</strong> {words.problems.codes[worst.code] ?? words.problems.other(worst.code)}{" "}
        <span class="muted">({words.problems.rows(count(worst.count), worst.count)})</span>
      </p>
      <div class="actions no-print">
        <button
          type="button"
          class="primary"
          onClick={(event) => {
            if (cure.kind === "values") onValues();
            else if (cure.field === undefined) focusPart(event.currentTarget, "problems");
            else focusSetting(event.currentTarget, cure.field);
          }}
        >
          {words.coverage.cures[cure.kind]}
        </button>
        {cure.kind !== "rows" && (
          <button type="button" class="link target" onClick={(event) => focusPart(event.currentTarget, "problems")}>
            {words.coverage.cures.rows}
          </button>
        )}
      </div>
    </div>
  );
}

/** Moves the focus to another part of the element, because links do not reach into a shadow tree. */
export function focusPart(from: HTMLElement, id: string): void {
  const target = (from.getRootNode() as ShadowRoot).getElementById(id);
  target?.scrollIntoView({ block: "start" });
  target?.focus({ preventScroll: true });
}

/** Opens the settings of the file at one of their fields. */
function focusSetting(from: HTMLElement, id: string): void {
  const settings = (from.getRootNode() as ShadowRoot).querySelector<HTMLDetailsElement>("details.file");
  if (settings !== null) settings.open = true;
  focusPart(from, id);
}

type Kind = "severity" | "tier";

/** A value of the log that the policy does not know. */
export interface UnknownValue {
  kind: Kind;
  value: string;
  /** Rows with the value. */
  rows: number;
}

const kinds: Record<string, Kind> = { "unknown-severity": "severity", "unknown-tier": "tier" };

/** Returns the values of a log that the policy does not know, those of most rows first. */
export const unknownValues = ({ problems }: Pick<ReportResult, "problems">): UnknownValue[] =>
  problems
    .flatMap(({ code, values = [] }) => {
      const kind = ownValue(kinds, code);
      return kind === undefined ? [] : values.map(({ value, count }) => ({ kind, value, rows: count }));
    })
    .toSorted((one, other) => other.rows - one.rows);

const keyOf = ({ kind, value }: UnknownValue): string => `${kind} ${value}`;

/** Whether values are to be asked about before a report, and the answers that leave values out. */
export function useValueQuestions() {
  /** The values that the reader has seen; null if nothing is asked. */
  const [left, setLeft] = useState<ReadonlySet<string> | null>(new Set());
  return {
    /** Whether a result has unknown values of which the reader has not been asked. */
    asks: (result: Pick<ReportResult, "problems">): boolean =>
      left !== null && unknownValues(result).some((each) => !left.has(keyOf(each))),
    /** Remembers that the reader has seen the questions about a result. */
    answered: (result: Pick<ReportResult, "problems">): void =>
      setLeft(new Set([...(left ?? []), ...unknownValues(result).map(keyOf)])),
    /** Asks about everything again. */
    again: (): void => setLeft(new Set()),
    /** Asks about nothing: a sample contains unknown values on purpose. */
    never: (): void => setLeft(null),
  };
}

interface ValuesProps {
  view: ViewContext;
  result: Pick<ReportResult, "rows" | "problems">;
  values: Settings["values"];
  /** Takes the answers; values without one are left out. */
  onValues(values: Settings["values"]): void;
}

/** Number of values in the first form; a column of another meaning has many. */
const firstValues = 8;

/** Asks what the values mean that the policy does not know: "Sev 1" is Critical. */
export function ValueQuestions({ view, result, values, onValues }: ValuesProps) {
  const { description, say } = view;
  const words = reportMessagesFor(view.language).values;
  const { count } = numbersIn(view.language);
  const [chosen, setChosen] = useState(values);
  const [shown, setShown] = useState(firstValues);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const unknown = unknownValues(result);
  const rows = unknown.reduce((sum, each) => sum + each.rows, 0);
  const offers = { severity: description.severities, tier: description.tiers ?? [] };
  return (
    <form
      class="values no-print"
      part="values"
      aria-labelledby="values"
      onSubmit={(event) => {
        event.preventDefault();
        onValues(chosen);
      }}
    >
      <h2 id="values" ref={heading} tabIndex={-1}>
        {words.heading(count(unknown.length), unknown.length)}
      </h2>
      <p>{words.intro(count(rows), rows, count(result.rows))}</p>
      <div class="fields">
        {unknown.slice(0, shown).map(({ kind, value, rows: concerned }, at) => (
          <div key={`${kind} ${value}`} class="field">
            <label for={`value-${at}`}>{words.means[kind](value)}</label>
            <select
              id={`value-${at}`}
              value={ownValue(chosen[kind], value) ?? ""}
              aria-describedby={`value-${at}-rows`}
              onChange={(event) => {
                const { [value]: _, ...others } = chosen[kind];
                const id = event.currentTarget.value;
                setChosen({ ...chosen, [kind]: id === "" ? others : { ...others, [value]: id } });
              }}
            >
              <option value="">{words.unknown}</option>
              {offers[kind].map(({ id, name }) => (
                <option key={id} value={id}>
                  {say(name)}
                </option>
              ))}
            </select>
            <p id={`value-${at}-rows`} class="small muted">
              {words.rows(count(concerned), concerned)}
            </p>
          </div>
        ))}
      </div>
      <div class="actions">
        <button type="submit" class="primary">
          {words.apply}
        </button>
        {unknown.length > shown && (
          <button type="button" class="link target" onClick={() => setShown(Number.POSITIVE_INFINITY)}>
            {words.more(count(unknown.length - shown))}
          </button>
        )}
      </div>
    </form>
  );
}
