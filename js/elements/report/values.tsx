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

/** Values of the file that the policy does not know, each to be given a meaning: "Sev 1" is Critical. */
export function Values({ scene, problems, values, onValues }: Props) {
  const { description, say } = scene;
  const words = reportMessagesFor(scene.language).values;
  const [chosen, setChosen] = useState(values);
  const kinds = [
    { kind: "severity" as const, code: "unknown-severity", offers: description.severities },
    { kind: "tier" as const, code: "unknown-tier", offers: description.tiers ?? [] },
  ];
  const unknown = kinds.map(({ kind, code, offers }) => {
    const places = problems.find((problem) => problem.code === code)?.first ?? [];
    return { kind, offers, found: [...new Set(places.flatMap((place) => foundIn(place) ?? []))] };
  });
  if (unknown.every(({ found }) => found.length === 0)) return null;
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
          found.map((value, at) => (
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
      </div>
    </form>
  );
}
