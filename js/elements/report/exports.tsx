import { pngBlob, svgText } from "../../charts/index.js";
import type { Outcome } from "./outcome.js";
import { tablesOf } from "./tables.js";
import { download, downloadBlob } from "../shared/files.js";
import { SelectField } from "../shared/fields.js";
import type { ViewContext } from "../shared/element.js";
import { csvOf, type Table } from "../shared/spreadsheet.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useRef, useState } from "preact/hooks";

/** Shows the exports: a table for a spreadsheet, everything as JSON, and print. */
export function Exports({ view, outcome }: { view: ViewContext; outcome: Outcome }) {
  const { language, policy } = view;
  const words = reportMessagesFor(language).exports;
  const [wanted, setWanted] = useState("groups");
  const tables = tablesOf(view, outcome);
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
        <SelectField id="export-table" label={words.table} value={table.id} options={tables} onValue={setWanted} />
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

interface SaveChartProps {
  view: ViewContext;
  /** Name of the file, without its extension. */
  file: string;
  /** Returns the figures of the chart when they are saved. */
  table(): Table | undefined;
}

/** Shows buttons that save the surrounding chart as a picture, or its figures for a spreadsheet. */
export function SaveChart({ view, file, table }: SaveChartProps) {
  const words = reportMessagesFor(view.language).charts;
  const box = useRef<HTMLDivElement>(null);
  const withChart = (act: (chart: HTMLElement) => void) => () => {
    if (box.current !== null) act(box.current);
  };
  const saveTable = () => {
    const figures = table();
    if (figures !== undefined) download(`${file}.csv`, csvOf(figures, view.language), "text/csv");
  };
  return (
    <div ref={box} class="actions save no-print">
      <span class="muted">{words.save}</span>
      <button
        type="button"
        class="link target"
        aria-label={words.svg}
        onClick={withChart((chart) => download(`${file}.svg`, svgText(chart), "image/svg+xml"))}
      >
        SVG
      </button>
      <button
        type="button"
        class="link target"
        aria-label={words.png}
        onClick={withChart((chart) => downloadBlob(`${file}.png`, pngBlob(chart)))}
      >
        PNG
      </button>
      <button type="button" class="link target" aria-label={words.csv} onClick={saveTable}>
        CSV
      </button>
    </div>
  );
}
