import { DistributionChart, HeatStrip, MissesChart, WeeksChart, type ObjectiveLine } from "../../charts/index.js";
import { severityName, tierName } from "./comparison.js";
import { SaveChart } from "./exports.js";
import { ordered, overall, type Outcome } from "./outcome.js";
import { Turn } from "./results.js";
import { distributionTable, overrunsTable, periodsTable, tablesOf } from "./tables.js";
import type { Scene } from "../shared/element.js";
import type { Objective } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useState } from "preact/hooks";

/** How it went by week, how long answers took, how late they came, and when. */
export function Pictures({ scene, outcome }: { scene: Scene; outcome: Outcome }) {
  const { pictures: words, exports } = reportMessagesFor(scene.language);
  const file = (name: string) => `${exports.file}-${name}`;
  if ((overall(outcome.result)?.cases ?? 0) === 0) return null;
  return (
    <section class="pictures" aria-labelledby="pictures">
      <h2 id="pictures">{words.heading}</h2>
      <div class="charts">
        <Turn value={outcome} at={1}>
          {({ result }) => (
            <WeeksChart scene={scene} weeks={result.weeks}>
              <SaveChart scene={scene} file={file("weeks")} table={() => periodsTable(scene, "week", result.weeks)} />
            </WeeksChart>
          )}
        </Turn>
        <Turn value={outcome} at={2}>
          {(shown) => <Distribution scene={scene} outcome={shown} file={file("distribution")} />}
        </Turn>
        <Turn value={outcome} at={3}>
          {({ result }) => (
            <MissesChart scene={scene} misses={result.misses} missed={overall(result)?.missed ?? 0}>
              <SaveChart scene={scene} file={file("overruns")} table={() => overrunsTable(scene, result)} />
            </MissesChart>
          )}
        </Turn>
        <Turn value={outcome} at={4}>
          {(shown) => (
            <HeatStrip scene={scene} hours={shown.result.hours} zone={shown.settings.zone}>
              <SaveChart
                scene={scene}
                file={file("hours")}
                table={() => tablesOf(scene, shown).find(({ id }) => id === "hours")}
              />
            </HeatStrip>
          )}
        </Turn>
      </div>
    </section>
  );
}

/** How long answers took: all together, or those of one tier and severity with their objective. */
function Distribution({ scene, outcome, file }: { scene: Scene; outcome: Outcome; file: string }) {
  const { policy, description } = scene;
  const words = reportMessagesFor(scene.language).pictures;
  const [chosen, setChosen] = useState("");
  const groups = ordered(outcome.result, description).filter(({ cases }) => cases > 0);
  const measure = outcome.settings.measure ?? description.measures?.[0]?.id;
  const keyOf = ({ tier, severity }: { tier: string | null; severity: string | null }) =>
    JSON.stringify([tier, severity]);
  const only = groups.length === 1 ? groups[0] : undefined;
  const group = groups.find((each) => keyOf(each) === chosen) ?? only ?? overall(outcome.result);
  if (group === undefined) return null;
  const objectiveOf = (tier: string | null, severity: string | null): Objective | undefined => {
    if (tier === null || severity === null) return undefined;
    if (
      !(description.tiers ?? []).some(({ id }) => id === tier) ||
      !description.severities.some(({ id }) => id === severity)
    )
      return undefined;
    return policy.objectives(tier, severity).find((each) => each.measure === measure);
  };
  const objective = objectiveOf(group.tier, group.severity);
  const lines: ObjectiveLine[] =
    objective?.bound == null || objective.seconds === null
      ? []
      : [{ bound: objective.bound, seconds: objective.seconds }];
  return (
    <DistributionChart scene={scene} group={group} objectives={lines}>
      {only === undefined && (
        <div class="field no-print">
          <label for="distribution-of">{words.distributionOf}</label>
          <select id="distribution-of" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">{words.allTogether}</option>
            {groups.map((each) => (
              <option key={keyOf(each)} value={keyOf(each)}>
                {words.group(tierName(scene, each.tier), severityName(scene, each.severity))}
              </option>
            ))}
          </select>
        </div>
      )}
      <SaveChart scene={scene} file={file} table={() => distributionTable(scene, group)} />
    </DistributionChart>
  );
}
