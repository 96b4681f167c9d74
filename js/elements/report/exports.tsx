import { useState } from "preact/hooks";

import { reportMessagesFor } from "../../messages/report/index.js";
import { download } from "../shared/download.js";
import type { Scene } from "../shared/element.js";
import { csvOf } from "../shared/spreadsheet.js";
import type { Outcome } from "./outcome.js";
import { tablesOf } from "./tables.js";

/** The report to take along: a table for the spreadsheet, everything as JSON, or on paper. */
export function Exports({ scene, outcome }: { scene: Scene; outcome: Outcome }) {
  const { language, policy } = scene;
  const words = reportMessagesFor(language).exports;
  const [wanted, setWanted] = useState("groups");
  const tables = tablesOf(scene, outcome);
  const table = tables.find(({ id }) => id === wanted) ?? tables[0];
  if (table === undefined) return null;
  const json = () => {
    const { name, result, settings, filter, comparison, compared } = outcome;
    const about = { policy: policy.id, version: policy.version };
    return JSON.stringify(
      {
        file: name,
        ...about,
        settings: { ...settings, asOf: new Date(settings.asOf).toISOString() },
        filter,
        result,
        comparison,
        compared,
      },
      null,
      2,
    );
  };
  return (
    <section class="exports no-print" part="exports" aria-labelledby="exports">
      <h2 id="exports">{words.heading}</h2>
      <p class="muted">{words.intro}</p>
      <div class="fields">
        <div class="field">
          <label for="export-table">{words.table}</label>
          <select id="export-table" value={table.id} onChange={(event) => setWanted(event.currentTarget.value)}>
            {tables.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div class="actions">
        <button
          type="button"
          class="primary"
          onClick={() => download(`${words.file}-${table.id}.csv`, csvOf(table, language), "text/csv")}
        >
          {words.csv}
        </button>
        <button type="button" onClick={() => download(`${words.file}.json`, json(), "application/json")}>
          {words.json}
        </button>
        <button type="button" onClick={() => print()}>
          {words.print}
        </button>
      </div>
    </section>
  );
}
