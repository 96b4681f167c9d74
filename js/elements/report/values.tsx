import { useState } from "preact/hooks";

import type { ReportResult } from "../../index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import type { Scene } from "../shared/element.js";
import { foundIn } from "./problem.js";
import type { Settings } from "./settings.js";

interface Props {
  scene: Scene;
  problems: ReportResult["problems"];
  values: Settings["values"];
  onValues(values: Settings["values"]): void;
}

/** Values that are asked for at once; a column that is none of the policy's has many. */
const some = 8;

/** Values of the file that the policy does not know, each to be given a meaning: "Sev 1" is Critical. */
export function Values({ scene, problems, values, onValues }: Props) {
  const { description, say } = scene;
  const words = reportMessagesFor(scene.language).values;
  const [chosen, setChosen] = useState(values);
  const [shown, setShown] = useState(some);
  const kinds = [
    { kind: "severity" as const, code: "unknown-severity", offers: description.severities },
    { kind: "tier" as const, code: "unknown-tier", offers: description.tiers ?? [] },
  ];
  const unknown = kinds.map(({ kind, code, offers }) => {
    const places = problems.find((problem) => problem.code === code)?.first ?? [];
    const counts = new Map<string, number>();
    for (const place of places) {
      const value = foundIn(place);
      if (value !== null && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    // Whatever stands in most rows is worth most.
    return { kind, offers, found: [...counts].toSorted(([, one], [, other]) => other - one).map(([value]) => value) };
  });
  const most = Math.max(...unknown.map(({ found }) => found.length));
  if (most === 0) return null;
  return (
    <form
      class="values no-print"
      part="values"
      aria-labelledby="values"
      onSubmit={(event) => {
        event.preventDefault();
        onValues(chosen);
      }}
    >
      <h3 id="values">{words.heading}</h3>
      <p class="muted">{words.intro}</p>
      <div class="fields">
        {unknown.flatMap(({ kind, offers, found }) =>
          found.slice(0, shown).map((value, at) => (
            <div key={`${kind} ${value}`} class="field">
              <label for={`value-${kind}-${at}`}>{words.means[kind](value)}</label>
              <select
                id={`value-${kind}-${at}`}
                value={chosen[kind][value] ?? ""}
                onChange={(event) => {
                  const { [value]: _, ...others } = chosen[kind];
                  const id = event.currentTarget.value;
                  setChosen({ ...chosen, [kind]: id === "" ? others : { ...others, [value]: id } });
                }}
              >
                <option value="">{words.unknown}</option>
                {offers.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {say(name)}
                  </option>
                ))}
              </select>
            </div>
          )),
        )}
      </div>
      <div class="actions">
        <button type="submit">{words.apply}</button>
        {most > shown && (
          <button type="button" class="link target" onClick={() => setShown(Number.POSITIVE_INFINITY)}>
            {words.more}
          </button>
        )}
      </div>
    </form>
  );
}
