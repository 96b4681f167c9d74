import { severityName, tierName } from "./comparison.js";
import type { Outcome } from "./outcome.js";
import type { Scene } from "../shared/element.js";
import { Mark, rankOf } from "../shared/marks.js";
import { numbersIn, rough } from "../../text/numbers.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useMemo, useState } from "preact/hooks";

/** Rows that are shown, and those that each further wish adds. */
const some = 10;
const more = 100;

/** The missed cases, longest delay first, with their rows in the file. */
export function Misses({ scene, outcome }: { scene: Scene; outcome: Outcome }) {
  const words = reportMessagesFor(scene.language).misses;
  const { count } = numbersIn(scene.language);
  const [shown, setShown] = useState(some);
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
            {Array.from({ length: Math.ceil((shown - some) / more) + 1 }, (_, part) => (
              <Rows
                key={part}
                scene={scene}
                outcome={outcome}
                from={part === 0 ? 0 : some + (part - 1) * more}
                until={some + part * more}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown < misses.length && (
        <div class="actions no-print">
          <button type="button" onClick={() => setShown(shown + more)}>
            {words.more}
          </button>
          <p class="small muted">{words.shown(count(shown), count(misses.length))}</p>
        </div>
      )}
    </section>
  );
}

/** Some of the cases; drawn once, however many more are wished for below them. */
function Rows({
  scene,
  outcome: { result, settings },
  from,
  until,
}: {
  scene: Scene;
  outcome: Outcome;
  from: number;
  until: number;
}) {
  const { description, format, language, withZone } = scene;
  return useMemo(() => {
    const words = reportMessagesFor(language).misses;
    const { day } = numbersIn(language);
    const { zone } = settings;
    const { time } = withZone(zone);
    return (
      <>
        {result.misses.slice(from, until).map(({ row, id, tier, severity, submittedAt, overrunSeconds }) => (
          <tr key={row}>
            <td class="number">{format.duration(rough(overrunSeconds))}</td>
            <th scope="row">{id || words.noId}</th>
            <td class="number">{row}</td>
            <td>
              <span class="severity">
                <Mark rank={rankOf(description.severities, severity)} /> {severityName(scene, severity)}
              </span>
            </td>
            <td>{tierName(scene, tier)}</td>
            <td>{words.moment(day(zone, submittedAt), time(submittedAt))}</td>
          </tr>
        ))}
      </>
    );
  }, [scene, result, settings, from, until]);
}
