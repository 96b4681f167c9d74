import { severityName, tierName } from "./comparison.js";
import { overallGroup, type Outcome } from "./outcome.js";
import type { MissedCase } from "../../index.js";
import type { ViewContext } from "../shared/element.js";
import { Mark, rankOf } from "../shared/marks.js";
import { numbersIn, roundedDuration } from "../../text/numbers.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useMemo, useState } from "preact/hooks";

/** Number of rows that are shown first, and that each click adds. */
const firstRows = 10;
const furtherRows = 100;

/** Shows the missed cases in two lists, longest delay first: those that nobody has answered, and those answered late. */
export function Misses({ view, outcome }: { view: ViewContext; outcome: Outcome }) {
  const { headings } = reportMessagesFor(view.language).misses;
  const { result } = outcome;
  const { missed = 0, overdue = 0 } = overallGroup(result) ?? {};
  const open = useMemo(() => result.misses.filter((miss) => miss.open), [result]);
  const late = useMemo(() => result.misses.filter((miss) => !miss.open), [result]);
  return (
    <>
      <List view={view} outcome={outcome} heading={headings.open} misses={open} all={overdue} />
      <List view={view} outcome={outcome} heading={headings.late} misses={late} all={missed - overdue} />
    </>
  );
}

interface ListProps {
  view: ViewContext;
  outcome: Outcome;
  heading: string;
  misses: readonly MissedCase[];
  /** Number of such cases, listed or not. */
  all: number;
}

function List({ view, outcome, heading, misses, all }: ListProps) {
  const words = reportMessagesFor(view.language).misses;
  const { count } = numbersIn(view.language);
  const [shown, setShown] = useState(firstRows);
  if (misses.length === 0) return null;
  return (
    <section part="misses">
      <h2>
        {heading} <span class="muted">({count(all)})</span>
      </h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={heading}>
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
                misses={misses}
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
  outcome: { settings },
  misses,
  from,
  until,
}: {
  view: ViewContext;
  outcome: Outcome;
  misses: readonly MissedCase[];
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
        {misses.slice(from, until).map(({ row, id, tier, severity, submittedAt, overrunSeconds }) => (
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
  }, [view, misses, settings, from, until]);
}
