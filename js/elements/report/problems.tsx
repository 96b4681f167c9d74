import { valueIn, type Outcome, type ProblemRow } from "./outcome.js";
import type { Settings } from "./settings.js";
import type { ViewContext } from "../shared/element.js";
import { numbersIn } from "../../text/numbers.js";
import type { ReportResult } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useState } from "preact/hooks";
import { ownValue } from "../../text/lookup.js";

/** Rows of a problem that are visible at first. */
const firstRows = 5;

/** Shows the rows that could not be evaluated, by problem, with their numbers in a spreadsheet. */
export function Problems({ view, outcome }: { view: ViewContext; outcome: Outcome }) {
  const { language } = view;
  const words = reportMessagesFor(language).problems;
  const { count } = numbersIn(language);
  const { problems } = outcome.result;
  if (problems.length === 0) return null;
  return (
    <section class="problems" part="problems" aria-labelledby="problems">
      <h2 id="problems" tabIndex={-1}>
        {words.heading}
      </h2>
      <p class="muted">{words.intro}</p>
      <ul>
        {problems.map(({ code, count: number, first }) => (
          <li key={code}>
            <strong>{words.codes[code] ?? words.other(code)}</strong>{" "}
            <span class="muted">{words.rows(count(number), number)}</span>
            <Rows view={view} code={code} places={first.slice(0, firstRows)} />
            {first.length > firstRows && (
              <details>
                <summary>{words.more(count(Math.min(number, first.length) - firstRows))}</summary>
                <Rows view={view} code={code} places={first.slice(firstRows)} />
                {number > first.length && <p class="small muted">{words.rest(count(number - first.length))}</p>}
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rows({ view, code, places }: { view: ViewContext; code: string; places: readonly ProblemRow[] }) {
  const words = reportMessagesFor(view.language).problems;
  return (
    <ul class="rows small">
      {places.map((place, at) => {
        const found = valueIn(place, code);
        return (
          <li key={at}>{found === null || found === "" ? words.row(place.row) : words.rowFound(place.row, found)}</li>
        );
      })}
    </ul>
  );
}

interface Props {
  view: ViewContext;
  problems: ReportResult["problems"];
  values: Settings["values"];
  onValues(values: Settings["values"]): void;
}

/** Number of values in the first form; a column of another meaning has many. */
const firstValues = 8;

/** Shows a form that maps unknown values of the file to ids of the policy: "Sev 1" to Critical. */
export function Values({ view, problems, values, onValues }: Props) {
  const { description, say } = view;
  const words = reportMessagesFor(view.language).values;
  const [chosen, setChosen] = useState(values);
  const [shown, setShown] = useState(firstValues);
  const kinds = [
    { kind: "severity" as const, code: "unknown-severity", offers: description.severities },
    { kind: "tier" as const, code: "unknown-tier", offers: description.tiers ?? [] },
  ];
  const unknown = kinds.map(({ kind, code, offers }) => {
    const places = problems.find((problem) => problem.code === code)?.first ?? [];
    const counts = new Map<string, number>();
    for (const place of places) {
      const value = valueIn(place);
      if (value !== null && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    // The most frequent values come first.
    return { kind, offers, found: [...counts].toSorted(([, one], [, other]) => other - one).map(([value]) => value) };
  });
  const most = Math.max(...unknown.map(({ found }) => found.length));
  if (most === 0) return null;
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
      <h3 id="values">{words.heading}</h3>
      <p class="muted">{words.intro}</p>
      <div class="fields">
        {unknown.flatMap(({ kind, offers, found }) =>
          found.slice(0, shown).map((value, at) => (
            <div key={`${kind} ${value}`} class="field">
              <label for={`value-${kind}-${at}`}>{words.means[kind](value)}</label>
              <select
                id={`value-${kind}-${at}`}
                value={ownValue(chosen[kind], value) ?? ""}
                onChange={(event) => {
                  const { [value]: _, ...others } = chosen[kind];
                  const id = event.currentTarget.value;
                  setChosen({ ...chosen, [kind]: id === "" ? others : { ...others, [value]: id } });
                }}
              >
                <option value="">{words.unknown}</option>
                {offers.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {say(name)}
                  </option>
                ))}
              </select>
            </div>
          )),
        )}
      </div>
      <div class="actions">
        <button type="submit">{words.apply}</button>
        {most > shown && (
          <button type="button" class="link target" onClick={() => setShown(Number.POSITIVE_INFINITY)}>
            {words.more}
          </button>
        )}
      </div>
    </form>
  );
}
