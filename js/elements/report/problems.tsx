import { reportMessagesFor } from "../../messages/report/index.js";
import type { Scene } from "../shared/element.js";
import { numbersIn } from "./numbers.js";
import type { Outcome } from "./outcome.js";
import { foundIn, type Place } from "./problem.js";

/** Rows of a problem that are told at once. */
const some = 5;

/** What could not be judged, and why, by the numbers that a spreadsheet gives the rows. */
export function Problems({ scene, outcome }: { scene: Scene; outcome: Outcome }) {
  const { language } = scene;
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
            <Rows scene={scene} code={code} places={first.slice(0, some)} />
            {first.length > some && (
              <details>
                <summary>{words.more(count(Math.min(number, first.length) - some))}</summary>
                <Rows scene={scene} code={code} places={first.slice(some)} />
                {number > first.length && <p class="small muted">{words.rest(count(number - first.length))}</p>}
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rows({ scene, code, places }: { scene: Scene; code: string; places: readonly Place[] }) {
  const words = reportMessagesFor(scene.language).problems;
  return (
    <ul class="rows small">
      {places.map((place, at) => {
        const found = foundIn(place, code);
        return (
          <li key={at}>{found === null || found === "" ? words.row(place.row) : words.rowFound(place.row, found)}</li>
        );
      })}
    </ul>
  );
}
