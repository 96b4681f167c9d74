import { valueIn, type ProblemRow } from "./outcome.js";
import type { LogProblem } from "../../index.js";
import type { ViewContext } from "../shared/element.js";
import { numbersIn } from "../../text/numbers.js";
import { reportMessagesFor } from "../../messages/report/index.js";

/** Rows of a problem that are visible at first. */
const firstRows = 5;

/** Shows the rows that could not be evaluated, by problem, with their numbers in a spreadsheet. */
export function Problems({ view, problems }: { view: ViewContext; problems: readonly LogProblem[] }) {
  const { language } = view;
  const words = reportMessagesFor(language).problems;
  const { count } = numbersIn(language);
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
