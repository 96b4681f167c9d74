import { useRef, useState } from "preact/hooks";

import type { Objective } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { download, downloadBlob } from "./save.js";
import type { Scene } from "../shared/element.js";
import { DistributionChart, HeatStrip, MissesChart, type ObjectiveLine, pngBlob, svgText, WeeksChart } from "./charts/index.js";
import { severityName, tierName } from "./names.js";
import { Turn } from "./turn.js";
import { ordered, type Outcome, overall } from "./outcome.js";

/** How it went by week, how long answers took, how late they came, and when. */
export function Pictures({ scene, outcome }: { scene: Scene; outcome: Outcome }) {
  const words = reportMessagesFor(scene.language).pictures;
  if ((overall(outcome.result)?.cases ?? 0) === 0) return null;
  return (
    <section class="pictures" aria-labelledby="pictures">
      <h2 id="pictures">{words.heading}</h2>
      <div class="charts">
        <Turn value={outcome} at={1}>
          {({ result }) => (
            <WeeksChart scene={scene} weeks={result.weeks}>
              <Save scene={scene} name="weeks" />
            </WeeksChart>
          )}
        </Turn>
        <Turn value={outcome} at={2}>
          {(shown) => <Distribution scene={scene} outcome={shown} />}
        </Turn>
        <Turn value={outcome} at={3}>
          {({ result }) => (
            <MissesChart scene={scene} misses={result.misses} missed={overall(result)?.missed ?? 0}>
              <Save scene={scene} name="misses" />
            </MissesChart>
          )}
        </Turn>
        <Turn value={outcome} at={4}>
          {({ result, settings }) => (
            <HeatStrip scene={scene} hours={result.hours} zone={settings.zone}>
              <Save scene={scene} name="hours" />
            </HeatStrip>
          )}
        </Turn>
      </div>
    </section>
  );
}

/** How long answers took: all together, or those of one tier and severity with their objective. */
function Distribution({ scene, outcome }: { scene: Scene; outcome: Outcome }) {
  const { policy, description } = scene;
  const words = reportMessagesFor(scene.language).pictures;
  const [chosen, setChosen] = useState("");
  const groups = ordered(outcome.result, description).filter(({ cases }) => cases > 0);
  const measure = outcome.settings.measure ?? description.measures?.[0]?.id;
  const keyOf = ({ tier, severity }: { tier: string | null; severity: string | null }) => JSON.stringify([tier, severity]);
  const only = groups.length === 1 ? groups[0] : undefined;
  const group = groups.find((each) => keyOf(each) === chosen) ?? only ?? overall(outcome.result);
  if (group === undefined) return null;
  const objectiveOf = (tier: string | null, severity: string | null): Objective | undefined => {
    if (tier === null || severity === null) return undefined;
    if (!(description.tiers ?? []).some(({ id }) => id === tier) || !description.severities.some(({ id }) => id === severity)) return undefined;
    return policy.objectives(tier, severity).find((each) => each.measure === measure);
  };
  const objective = objectiveOf(group.tier, group.severity);
  const lines: ObjectiveLine[] = objective?.bound == null || objective.seconds === null ? [] : [{ bound: objective.bound, seconds: objective.seconds }];
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
      <Save scene={scene} name="distribution" />
    </DistributionChart>
  );
}

/** Saves the chart that it stands in. */
function Save({ scene, name }: { scene: Scene; name: string }) {
  const words = reportMessagesFor(scene.language);
  const box = useRef<HTMLDivElement>(null);
  const file = `${words.exports.file}-${name}`;
  const withChart = (act: (chart: HTMLElement) => void) => () => {
    if (box.current !== null) act(box.current);
  };
  return (
    <div ref={box} class="actions save no-print">
      <button type="button" class="link target" onClick={withChart((chart) => download(`${file}.svg`, svgText(chart), "image/svg+xml"))}>
        {words.pictures.svg}
      </button>
      <button type="button" class="link target" onClick={withChart((chart) => void pngBlob(chart).then((blob) => downloadBlob(`${file}.png`, blob)))}>
        {words.pictures.png}
      </button>
    </div>
  );
}
