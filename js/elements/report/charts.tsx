import { DistributionChart, HeatStrip, MissesChart, WeeksChart, type ObjectiveLine } from "../../charts/index.js";
import { nameOfComparison, severityName, tierName } from "./comparison.js";
import { coverageSentence } from "./coverage.js";
import { SaveChart } from "./exports.js";
import { orderedGroups, overallGroup, type Outcome } from "./outcome.js";
import { Deferred } from "./results.js";
import { distributionTable, overrunsTable, periodsTable, tablesOf } from "./tables.js";
import type { Filter } from "./settings.js";
import { daysOfWeek } from "../../text/periods.js";
import type { ViewContext } from "../shared/element.js";
import type { Objective } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useState } from "preact/hooks";

interface ReportChartsProps {
  view: ViewContext;
  outcome: Outcome;
  /** Name of the policy that is compared with. */
  other: string | null;
  /** The goal in percent; null without one. */
  goal: number | null;
  /** Shows only the cases of a week or of an hour. */
  onChoose(only: Partial<Filter>): void;
}

/** Shows the charts: attainment by week, response times, delays, and cases by hour. */
export function ReportCharts({ view, outcome, other, goal, onChoose }: ReportChartsProps) {
  const { charts: words, exports } = reportMessagesFor(view.language);
  const file = (name: string) => `${exports.file}-${name}`;
  const note = coverageSentence(view, outcome.result);
  if ((overallGroup(outcome.result)?.cases ?? 0) === 0) return null;
  return (
    <section class="pictures" aria-labelledby="pictures">
      <h2 id="pictures">{words.heading}</h2>
      <div class="charts">
        <Deferred value={outcome} at={1}>
          {({ result }) => (
            <WeeksChart
              view={view}
              weeks={result.weeks}
              note={note}
              goal={goal === null ? null : goal / 100}
              compared={
                outcome.compared === null
                  ? null
                  : {
                      name: nameOfComparison(view, outcome, other),
                      weeks: outcome.compared.weeks,
                      isEarlier: outcome.comparison.kind === "before",
                    }
              }
              onChoose={(week) => onChoose(daysOfWeek(week))}
            >
              <SaveChart
                view={view}
                file={file("weeks")}
                table={() => periodsTable(view, "week", result.weeks, result)}
              />
            </WeeksChart>
          )}
        </Deferred>
        <Deferred value={outcome} at={2}>
          {(shown) => <Distribution view={view} outcome={shown} file={file("distribution")} />}
        </Deferred>
        <Deferred value={outcome} at={3}>
          {({ result }) => (
            <MissesChart view={view} note={note} misses={result.misses} missed={overallGroup(result)?.missed ?? 0}>
              <SaveChart view={view} file={file("overruns")} table={() => overrunsTable(view, result)} />
            </MissesChart>
          )}
        </Deferred>
        <Deferred value={outcome} at={4}>
          {(shown) => (
            <HeatStrip
              view={view}
              note={note}
              hours={shown.result.hours}
              zone={shown.settings.zone}
              onChoose={(hour) => onChoose({ hours: [hour] })}
            >
              <SaveChart
                view={view}
                file={file("hours")}
                table={() => tablesOf(view, shown).find(({ id }) => id === "hours")}
              />
            </HeatStrip>
          )}
        </Deferred>
      </div>
    </section>
  );
}

/** Shows the response times of all cases, or of one tier and severity with their objective. */
function Distribution({ view, outcome, file }: { view: ViewContext; outcome: Outcome; file: string }) {
  const { policy, description } = view;
  const words = reportMessagesFor(view.language).charts;
  const [chosen, setChosen] = useState("");
  const groups = orderedGroups(outcome.result, description).filter(({ cases }) => cases > 0);
  const measure = outcome.settings.measure ?? description.measures?.[0]?.id;
  const keyOf = ({ tier, severity }: { tier: string | null; severity: string | null }) =>
    JSON.stringify([tier, severity]);
  const only = groups.length === 1 ? groups[0] : undefined;
  const group = groups.find((each) => keyOf(each) === chosen) ?? only ?? overallGroup(outcome.result);
  if (group === undefined) return null;
  const objectivesOf = (tier: string | null, severity: string | null): Objective[] => {
    if (tier === null || severity === null) return [];
    if (
      !(description.tiers ?? []).some(({ id }) => id === tier) ||
      !description.severities.some(({ id }) => id === severity)
    )
      return [];
    return policy.objectives(tier, severity).filter((each) => each.measure === measure);
  };
  const lines = objectivesOf(group.tier, group.severity).flatMap(({ bound, seconds }): ObjectiveLine[] =>
    bound === null || seconds === null ? [] : [{ bound, seconds }],
  );
  return (
    <DistributionChart view={view} note={coverageSentence(view, outcome.result)} group={group} objectives={lines}>
      {only === undefined && (
        <div class="field no-print">
          <label for="distribution-of">{words.distributionOf}</label>
          <select id="distribution-of" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">{words.allTogether}</option>
            {groups.map((each) => (
              <option key={keyOf(each)} value={keyOf(each)}>
                {words.group(tierName(view, each.tier), severityName(view, each.severity))}
              </option>
            ))}
          </select>
        </div>
      )}
      <SaveChart view={view} file={file} table={() => distributionTable(view, group)} />
    </DistributionChart>
  );
}
