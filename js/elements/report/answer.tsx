import type { Ref } from "preact";

import { reportMessagesFor } from "../../messages/report/index.js";
import type { Scene } from "../shared/element.js";
import { fewCases, numbersIn, rough } from "./numbers.js";
import { nameOfComparison, namesOfFilter } from "./names.js";
import { faultsOf, type Outcome, overall, overruns, trend } from "./outcome.js";
import { isEverything } from "./settings.js";

interface Props {
  scene: Scene;
  outcome: Outcome;
  /** Name of the policy that is compared with. */
  other: string | null;
  standing: "contractual" | "informational" | "unspecified";
  heading: Ref<HTMLHeadingElement>;
}

/** The answer in one sentence, and what has to be known to read it. */
export function Answer({ scene, outcome, other, standing, heading }: Props) {
  const { description, format, messages, say, language } = scene;
  const words = reportMessagesFor(language).answer;
  const { count, share, points } = numbersIn(language);
  const { result, compared, settings } = outcome;
  const all = overall(result);
  const measure = say(
    (description.measures ?? []).find(({ id }) => id === (settings.measure ?? description.measures?.[0]?.id))?.name,
  );
  const judged = (all?.met ?? 0) + (all?.missed ?? 0);
  const late = overruns(result, all?.missed ?? 0);
  const course = trend(result);
  const faults = faultsOf(result);
  /** Rows that another policy cannot judge, and this one can. */
  const unknown = compared === null ? 0 : faultsOf(compared) - faults;
  const beside = compared === null ? undefined : overall(compared);
  return (
    <section class="answer" part="answer" aria-labelledby="answer">
      <h2 id="answer" ref={heading} tabIndex={-1}>
        {all?.attainment == null
          ? result.rows === 0
            ? words.noCases
            : words.notEvaluated
          : words.sentence(share(all.attainment), count(judged), judged, measure)}
      </h2>
      {all?.attainment != null && all.interval !== null && (
        <p>
          {all.missed === 0 && words.allMet}
          {late !== null &&
            (late.median === null
              ? words.missedAtMost(count(all.missed), all.missed, format.duration(rough(late.most), "long"))
              : words.missed(
                  count(all.missed),
                  all.missed,
                  format.duration(rough(late.median), "long"),
                  format.duration(rough(late.most), "long"),
                ))}{" "}
          {words.interval(share(all.interval[0]), share(all.interval[1]))}
          {judged < fewCases && <> {words.few}</>}
        </p>
      )}
      {all?.attainment != null && beside !== undefined && beside.attainment === null && (
        <p class="comparison">{words.comparedNone(nameOfComparison(scene, outcome, other))}</p>
      )}
      {all?.attainment != null && beside?.attainment != null && (
        <p class="comparison">
          {words.compared(
            nameOfComparison(scene, outcome, other),
            share(beside.attainment),
            count(beside.met + beside.missed),
            beside.met + beside.missed,
            points(beside.attainment - all.attainment),
            Math.sign(beside.attainment - all.attainment),
          )}
          {unknown > 0 && <> {words.comparedUnknown(count(unknown), unknown)}</>}
        </p>
      )}
      {course !== null && <p>{words.trend(share(course.last), share(course.before))}</p>}
      <ul class="facts small">
        {all !== undefined && all.running > 0 && <li>{words.running(count(all.running), all.running)}</li>}
        {all !== undefined && all.notStated > 0 && <li>{words.notStated(count(all.notStated), all.notStated)}</li>}
        {result.filtered > 0 && <li>{words.filtered(count(result.filtered), result.filtered)}</li>}
        {!isEverything(outcome.filter) && <li>{words.only(namesOfFilter(scene, outcome.filter))}</li>}
        {faults > 0 && (
          <li>
            {/* biome-ignore lint/a11y/useValidAnchor: it leads to a part of this element, which an address does not reach. */}
            <a
              href="#problems"
              onClick={(event) => {
                event.preventDefault();
                focusOn(event.currentTarget, "problems");
              }}
            >
              {words.problems(count(faults), faults)}
            </a>
          </li>
        )}
        <li>{words.file(outcome.name)}</li>
        <li>{words.asOf(scene.withZone(settings.zone).dateTimeWithZone(settings.asOf))}</li>
        <li part="standing">
          {standing === "unspecified" ? messages.result.objectiveOnly : messages.result.standing[standing]}
        </li>
      </ul>
    </section>
  );
}

/** Follows a link to another part of the same element: an address does not reach into a shadow tree. */
function focusOn(from: HTMLElement, id: string): void {
  const target = (from.getRootNode() as ShadowRoot).getElementById(id);
  target?.scrollIntoView({ block: "start" });
  target?.focus({ preventScroll: true });
}
