import { severityName, tierName } from "./comparison.js";
import type { Outcome } from "./outcome.js";
import type { ViewContext } from "../shared/element.js";
import { Mark, rankOf } from "../shared/marks.js";
import { numbersIn, roundedDuration } from "../../text/numbers.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useMemo, useState } from "preact/hooks";

/** Number of rows that are shown first, and that each click adds. */
const firstRows = 10;
const furtherRows = 100;

/** Shows the missed cases, longest delay first, with their rows in the file. */
export function Misses({ view, outcome }: { view: ViewContext; outcome: Outcome }) {
  const words = reportMessagesFor(view.language).misses;
  const { count } = numbersIn(view.language);
  const [shown, setShown] = useState(firstRows);
  const { misses } = outcome.result;
  if (misses.length === 0) return null;
  return (
    <section part="misses">
      <h2>{words.heading}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.heading}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                {words.overrun}
              </th>
              <th scope="col">{words.id}</th>
              <th scope="col" class="number">
                {words.row}
              </th>
              <th scope="col">{words.severity}</th>
              <th scope="col">{words.tier}</th>
              <th scope="col">{words.submitted}</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: Math.ceil((shown - firstRows) / furtherRows) + 1 }, (_, part) => (
              <Rows
                key={part}
                view={view}
                outcome={outcome}
                from={part === 0 ? 0 : firstRows + (part - 1) * furtherRows}
                until={firstRows + part * furtherRows}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown < misses.length && (
        <div class="actions no-print">
          <button type="button" onClick={() => setShown(shown + furtherRows)}>
            {words.more}
          </button>
          <p class="small muted">{words.shown(count(shown), count(misses.length))}</p>
        </div>
      )}
    </section>
  );
}

/** Shows some of the cases; rendered once, however many rows follow. */
function Rows({
  view,
  outcome: { result, settings },
  from,
  until,
}: {
  view: ViewContext;
  outcome: Outcome;
  from: number;
  until: number;
}) {
  const { description, format, language, withZone } = view;
  return useMemo(() => {
    const words = reportMessagesFor(language).misses;
    const { day } = numbersIn(language);
    const { zone } = settings;
    const { time } = withZone(zone);
    return (
      <>
        {result.misses.slice(from, until).map(({ row, id, tier, severity, submittedAt, overrunSeconds }) => (
          <tr key={row}>
            <td class="number">{format.duration(roundedDuration(overrunSeconds))}</td>
            <th scope="row">{id || words.noId}</th>
            <td class="number">{row}</td>
            <td>
              <span class="severity">
                <Mark rank={rankOf(description.severities, severity)} /> {severityName(view, severity)}
              </span>
            </td>
            <td>{tierName(view, tier)}</td>
            <td>{words.moment(day(zone, submittedAt), time(submittedAt))}</td>
          </tr>
        ))}
      </>
    );
  }, [view, result, settings, from, until]);
}
