import type { OutageColumn, OutageLog, OutageSettings } from "./use-outages.js";
import { ColumnField, FileSettings, orders, Rows, SheetField, units } from "../report/columns.js";
import { firstRows } from "../report/preview.js";
import { SelectField } from "../shared/fields.js";
import type { ViewContext } from "../shared/element.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import { useEffect, useState } from "preact/hooks";

interface Props {
  view: ViewContext;
  log: OutageLog;
  /** Whether a column is missing without which the log cannot be read. */
  isAsked: boolean;
  onSettings(settings: OutageSettings): void;
  onSheet(file: File, sheet: string): void;
}

const columnNames: readonly OutageColumn[] = ["service", "start", "startTime", "end", "endTime"];

/** Shows how an outage log is read: its columns, its first rows, and settings that it does not contain. */
export function OutageColumns({ view, log, isAsked, onSettings, onSheet }: Props) {
  const { file, settings, result } = log;
  const words = dashboardMessagesFor(view.language).outageColumns;
  const { columns: report, form } = reportMessagesFor(view.language);
  const [draft, setDraft] = useState(settings);
  const [rows, setRows] = useState<string[][]>([]);
  useEffect(() => setDraft(settings), [settings]);
  useEffect(() => {
    void firstRows(file, result).then(setRows);
  }, [file, result]);
  const change = (part: Partial<OutageSettings>) => setDraft({ ...draft, ...part });
  const columnOf = (name: OutageColumn) => draft.columns[name] ?? result.columns[name]?.index ?? null;
  const elapsed = draft.elapsed ?? result.reading.elapsed?.index ?? null;
  const role = (index: number) => {
    if (index === elapsed) return words.elapsed;
    const name = columnNames.find((each) => columnOf(each) === index);
    return name && words.names[name];
  };
  const isComplete = columnOf("start") !== null && (columnOf("end") !== null || elapsed !== null);
  return (
    <FileSettings isAsked={isAsked} title={words.heading} name={file.name}>
      <div class="columns" part="columns">
        {isAsked && <p>{words.needed}</p>}
        <SheetField view={view} chosen={log.sheet} onSheet={onSheet} />
        <div class="fields">
          {columnNames.map((name) => (
            <ColumnField
              key={name}
              view={view}
              label={words.names[name]}
              headers={result.headers}
              value={columnOf(name)}
              onValue={(index) => {
                const { [name]: _, ...others } = draft.columns;
                change({ columns: index === null ? others : { ...others, [name]: index } });
              }}
            />
          ))}
          <ColumnField
            view={view}
            label={words.elapsed}
            headers={result.headers}
            value={elapsed}
            onValue={(index) => change({ elapsed: index, elapsedUnit: null })}
          />
          {elapsed !== null && (
            <SelectField
              label={report.elapsedUnit}
              value={draft.elapsedUnit ?? result.reading.elapsed?.unit ?? "minutes"}
              options={units.map((unit) => ({ id: unit, name: form.units[unit] }))}
              onValue={(unit) => change({ elapsed, elapsedUnit: units.find((each) => each === unit) ?? null })}
            />
          )}
          <SelectField
            label={report.dateOrder}
            value={draft.dateOrder === "auto" ? "" : draft.dateOrder}
            options={orders.map((order) => ({ id: order, name: report.orders[order] }))}
            none={report.orders.auto}
            onValue={(value) => change({ dateOrder: orders.find((order) => order === value) ?? "auto" })}
          />
        </div>
        <Rows view={view} headers={result.headers} rows={rows} role={role} />
        <div class="actions">
          <button
            type="button"
            class={isAsked ? "primary" : undefined}
            disabled={!isComplete}
            onClick={() => onSettings(draft)}
          >
            {isAsked ? report.read : report.readAgain}
          </button>
        </div>
      </div>
    </FileSettings>
  );
}
