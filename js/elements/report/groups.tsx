import { nameOfComparison, severityName, tierName } from "./comparison.js";
import { coverageSentence } from "./coverage.js";
import { orderedGroups, overallGroup, type Outcome } from "./outcome.js";
import type { ViewContext } from "../shared/element.js";
import { Mark, rankOf } from "../shared/marks.js";
import { Objectives } from "../shared/objectives.js";
import { fewCases, numbersIn, roundedDuration } from "../../text/numbers.js";
import type { Group } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";

interface Props {
  view: ViewContext;
  outcome: Outcome;
  other: string | null;
  /** Shows only the cases of a tier and, if given, a severity. */
  onChoose(tier: string, severity: string | null): void;
}

/** Shows the attainment by tier and severity, with the objective and the confidence interval. */
export function Groups({ view, outcome, other, onChoose }: Props) {
  const words = reportMessagesFor(view.language).groups;
  const groups = orderedGroups(outcome.result, view.description);
  const all = overallGroup(outcome.result);
  if (all === undefined || groups.length === 0) return null;
  const isFew = groups.some(({ met, missed }) => met + missed > 0 && met + missed < fewCases);
  const compared = (of: Group) =>
    outcome.compared === null
      ? undefined
      : (outcome.compared.groups.find(({ tier, severity }) => tier === of.tier && severity === of.severity) ?? null);
  // A column of zeros is left out.
  const isRunning = all.running > 0;
  const columns = 9 + Number(isRunning) + Number(outcome.compared !== null);
  const covered = coverageSentence(view, outcome.result);
  const tiers = [...new Set(groups.map(({ tier }) => tier))];
  return (
    <section part="groups">
      <h2>{words.heading}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.heading}>
        <table class="groups">
          {covered !== null && <caption>{covered}</caption>}
          <thead>
            <tr>
              <th scope="col">{words.severity}</th>
              <th scope="col" class="number">
                {words.attainment}
              </th>
              {outcome.compared !== null && (
                <th scope="col" class="number">
                  {nameOfComparison(view, outcome, other)}
                </th>
              )}
              <th scope="col">{words.objective}</th>
              <th scope="col" class="number">
                {words.cases}
              </th>
              <th scope="col" class="number">
                {words.met}
              </th>
              <th scope="col" class="number">
                {words.missed}
              </th>
              {isRunning && (
                <th scope="col" class="number">
                  {words.running}
                </th>
              )}
              <th scope="col" class="number">
                {words.median}
              </th>
              <th scope="col" class="number">
                {words.p90}
              </th>
              <th scope="col" class="number">
                {words.p95}
              </th>
            </tr>
          </thead>
          {tiers.map((tier) => (
            <tbody key={tier}>
              <tr>
                <th scope="rowgroup" colSpan={columns}>
                  <button type="button" class="link" onClick={() => onChoose(tier ?? "", null)}>
                    <span class="hidden">{words.only("")}</span> {words.tier(tierName(view, tier))}
                  </button>
                </th>
              </tr>
              {groups
                .filter((group) => group.tier === tier)
                .map((group) => (
                  <Row
                    key={group.severity}
                    view={view}
                    outcome={outcome}
                    group={group}
                    compared={compared(group)}
                    isRunning={isRunning}
                    onChoose={onChoose}
                  />
                ))}
            </tbody>
          ))}
          <tbody class="all">
            <Row view={view} outcome={outcome} group={all} compared={compared(all)} isRunning={isRunning} />
          </tbody>
        </table>
      </div>
      <p class="small muted">{words.note}</p>
      {isFew && <p class="small muted">{words.greyed(fewCases)}</p>}
    </section>
  );
}

interface RowProps {
  view: ViewContext;
  outcome: Outcome;
  group: Group;
  /** The same group of the comparison: null if it has no cases, undefined without a comparison. */
  compared: Group | null | undefined;
  isRunning: boolean;
  onChoose?: Props["onChoose"];
}

function Row({ view, outcome, group, compared, isRunning, onChoose }: RowProps) {
  const { description, format, language } = view;
  const words = reportMessagesFor(language).groups;
  const { count, share, range } = numbersIn(language);
  const { cases, met, missed, running, attainment, interval, p50, p90, p95 } = group;
  const isFew = met + missed < fewCases;
  const time = (seconds: number | null) => (seconds === null ? "–" : format.duration(roundedDuration(seconds)));
  return (
    <tr>
      <th scope="row">
        {group.severity === null ? (
          words.all
        ) : (
          <span class="severity">
            <Mark rank={rankOf(description.severities, group.severity)} />
            <button
              type="button"
              class="link"
              aria-label={words.only(`${severityName(view, group.severity)}, ${tierName(view, group.tier)}`)}
              onClick={() => onChoose?.(group.tier ?? "", group.severity)}
            >
              {severityName(view, group.severity)}
            </button>
          </span>
        )}
      </th>
      <td class={isFew ? "number share pale" : "number share"}>
        {attainment === null ? (
          "–"
        ) : (
          <>
            <strong>{share(attainment)}</strong>
            {interval !== null && <span class="secondary">{range(...interval)}</span>}
          </>
        )}
      </td>
      {compared !== undefined && (
        <td class="number">
          {compared?.attainment == null ? "–" : <Difference view={view} now={attainment} then={compared.attainment} />}
        </td>
      )}
      <td class="group-objective">
        {group.severity !== null && <GroupObjective view={view} outcome={outcome} group={group} />}
      </td>
      <td class="number">{count(cases)}</td>
      <td class="number">{count(met)}</td>
      <td class="number">{count(missed)}</td>
      {isRunning && <td class="number">{count(running)}</td>}
      {[p50, p90, p95].map((seconds, at) => (
        <td key={at} class="number">
          {time(seconds)}
        </td>
      ))}
    </tr>
  );
}

/** Shows the attainment of the comparison, and by how much the attainment of now is above or below it. */
function Difference({ view, now, then }: { view: ViewContext; now: number | null; then: number }) {
  const words = reportMessagesFor(view.language).groups;
  const { share, points } = numbersIn(view.language);
  return (
    <>
      {share(then)}
      {now !== null && <span class="secondary">{words.difference(points(now - then), Math.sign(now - then))}</span>}
    </>
  );
}

/** Shows the objective of a group. */
function GroupObjective({ view, outcome, group }: Omit<RowProps, "compared" | "isRunning" | "onChoose">) {
  const { policy, description } = view;
  const measure = outcome.settings.measure ?? description.measures?.[0]?.id;
  const known = (list: readonly { id: string }[], id: string | null) => list.some((each) => each.id === id);
  if (!known(description.tiers ?? [], group.tier) || !known(description.severities, group.severity)) return null;
  const all = policy.objectives(group.tier ?? "", group.severity ?? "");
  const { notStated } = reportMessagesFor(view.language).groups;
  return <Objectives view={view} objectives={all.filter((each) => each.measure === measure)} none={notStated} />;
}
