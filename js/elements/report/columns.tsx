import type { Preview } from "./preview.js";
import { presetNames, readingFacts } from "./reading-facts.js";
import { columnNames, type Settings, unsetColumns } from "./settings.js";
import { ownValue } from "../../text/lookup.js";
import type { PolicyDocument } from "../../index.js";
import { optionsNamed, SelectField } from "../shared/fields.js";
import type { Workbook } from "../../spreadsheet/form.js";
import type { ViewContext } from "../shared/element.js";
import { fieldInstant, hostZone, localTime } from "../../text/local-time.js";
import { reportMessagesFor } from "../../messages/report/index.js";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";

interface Props {
  view: ViewContext;
  preview: Preview;
  settings: Settings;
  onSettings(settings: Settings): void;
}

const delimiters = [",", ";", "\t", "|"] as const;
export const units = ["milliseconds", "seconds", "minutes", "hours", "days"] as const;
export const orders = ["day-first", "month-first"] as const;

/** Shows how the file is read: its columns, its first rows, and settings that the file does not contain. */
export function Columns({ view, preview, settings, onSettings }: Props) {
  const { description, language } = view;
  const { columns: words, form } = reportMessagesFor(language);
  const { headers, columns, rows, missing } = preview;
  const change = (part: Partial<Settings>) => onSettings({ ...settings, ...part });
  const tiers = description.tiers ?? [];
  const measures = description.measures ?? [];
  const { reading } = preview;
  const facts = readingFacts(view, reading);
  const questions = factsOf(description);
  const elapsed = settings.elapsed ?? reading.elapsed?.index ?? null;
  const role = (index: number) => {
    const name = columnNames.find((each) => columns[each]?.index === index);
    return name && words.names[name];
  };
  return (
    <div class="columns" part="columns">
      {facts.length > 0 && (
        <ul class="facts small">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      <div class="fields">
        <SelectField
          id="preset"
          label={words.preset}
          value={settings.preset ?? ""}
          options={Object.entries(presetNames).map(([id, name]) => ({ id, name }))}
          none={words.presetFound(
            reading.preset === null ? null : (ownValue(presetNames, reading.preset) ?? reading.preset),
          )}
          onValue={(value) => onSettings({ ...settings, ...unsetColumns, preset: value || null })}
        />
        {tiers.length > 1 && columns.tier === undefined && (
          <SelectField
            id="tier-of-all"
            label={words.tier}
            value={settings.tier ?? ""}
            options={optionsNamed(view, tiers)}
            none={words.chooseTier}
            onValue={(value) => change({ tier: value || null })}
          />
        )}
        {columns.severity === undefined && (
          <SelectField
            id="severity-of-all"
            label={words.severity}
            value={settings.severity ?? ""}
            options={optionsNamed(view, description.severities)}
            none={words.chooseSeverity}
            onValue={(value) => change({ severity: value || null })}
          />
        )}
      </div>
      <div class="fields">
        {columnNames.map((name) => (
          <div key={name} class={missing.includes(name) ? "field needed" : "field"}>
            <label for={`column-${name}`}>{words.names[name]}</label>
            <select
              id={`column-${name}`}
              value={String(columns[name]?.index ?? "")}
              aria-invalid={missing.includes(name)}
              aria-describedby={missing.includes(name) ? `column-${name}-missing` : undefined}
              onChange={(event) => {
                const { [name]: _, ...others } = settings.columns;
                const { value } = event.currentTarget;
                change({ columns: value === "" ? others : { ...others, [name]: Number(value) } });
              }}
            >
              <option value="">{words.none}</option>
              {headers.map((header, index) => (
                <option key={index} value={String(index)}>
                  {header.trim() || words.unnamed(index + 1)}
                </option>
              ))}
            </select>
            {missing.includes(name) && (
              <p id={`column-${name}-missing`} class="missing">
                {name === "tier" || name === "severity" || name === "stoppedAt" ? words.missingOr[name] : words.missing}
              </p>
            )}
          </div>
        ))}
        <ColumnField
          view={view}
          id="column-elapsed"
          label={words.elapsed}
          headers={headers}
          value={elapsed}
          onValue={(index) => change({ elapsed: index, elapsedUnit: null })}
        />
        {elapsed !== null && (
          <SelectField
            id="elapsed-unit"
            label={words.elapsedUnit}
            value={settings.elapsedUnit ?? reading.elapsed?.unit ?? ""}
            options={units.map((unit) => ({ id: unit, name: form.units[unit] }))}
            onValue={(unit) => change({ elapsed, elapsedUnit: units.find((each) => each === unit) ?? null })}
          />
        )}
        <ColumnField
          view={view}
          id="column-dueAt"
          label={words.dueAt}
          headers={headers}
          value={settings.dueAt ?? reading.dueAt?.index ?? null}
          onValue={(dueAt) => change({ dueAt })}
        />
      </div>
      {questions.length > 0 && (
        <fieldset id="facts" tabIndex={-1}>
          <legend>{words.facts}</legend>
          <div class="fields">
            {questions.map(({ id, name }) => (
              <ColumnField
                key={id}
                view={view}
                id={`fact-${id}`}
                label={name === null ? words.customerZone : view.say(name)}
                headers={headers}
                value={ownValue(settings.context, id) ?? null}
                onValue={(index) => {
                  const { [id]: _, ...others } = settings.context;
                  change({ context: index === null ? others : { ...others, [id]: index } });
                }}
              />
            ))}
          </div>
        </fieldset>
      )}
      <Rows view={view} headers={headers} rows={rows} role={role} />
      {rows.length === 0 && <p class="muted">{words.noRows}</p>}
      <div class="fields">
        <div class={preview.asksOrder ? "needed" : undefined}>
          <SelectField
            id="date-order"
            label={words.dateOrder}
            value={settings.dateOrder === "auto" ? "" : settings.dateOrder}
            options={orders.map((order) => ({ id: order, name: words.orders[order] }))}
            none={words.orders.auto}
            onValue={(value) => change({ dateOrder: orders.find((order) => order === value) ?? "auto" })}
          />
        </div>
        <Zone view={view} preview={preview} settings={settings} onZone={(zone) => change({ zone })} />
        <div class="field">
          <label for="as-of">{words.asOf}</label>
          <input
            id="as-of"
            type="datetime-local"
            value={localTime(settings.asOf, hostZone())}
            aria-describedby="as-of-help"
            onChange={(event) => {
              const asOf = fieldInstant(event.currentTarget.value, hostZone());
              if (asOf !== null) change({ asOf });
            }}
          />
          <p id="as-of-help" class="small muted">
            {words.asOfHelp}
          </p>
        </div>
        <SelectField
          id="delimiter"
          label={words.delimiter}
          value={settings.delimiter ?? ""}
          options={delimiters.map((each) => ({ id: each, name: words.delimiters[each] ?? each }))}
          none={words.detected(words.delimiters[preview.delimiter ?? ""] ?? preview.delimiter ?? "")}
          onValue={(value) => change({ delimiter: value || null, columns: {} })}
        />
        <div class="field">
          <label for="skip-lines">{words.skipLines}</label>
          <input
            id="skip-lines"
            type="number"
            min="0"
            max="1000"
            value={settings.skipLines ?? ""}
            placeholder={words.found}
            onChange={(event) => {
              const { value, valueAsNumber } = event.currentTarget;
              if (value === "") change({ skipLines: null });
              else if (Number.isInteger(valueAsNumber) && valueAsNumber >= 0) change({ skipLines: valueAsNumber });
            }}
          />
        </div>
        {measures.length > 1 && (
          <SelectField
            id="measure"
            label={words.measure}
            value={settings.measure ?? measures[0]?.id ?? ""}
            options={optionsNamed(view, measures)}
            onValue={(value) => change({ measure: value })}
          />
        )}
      </div>
    </div>
  );
}

interface ColumnFieldProps {
  view: ViewContext;
  id?: string;
  label: string;
  headers: readonly string[];
  value: number | null;
  onValue(index: number | null): void;
}

/** Shows the choice of a column that a file need not have. */
export function ColumnField({ view, id, label, headers, value, onValue }: ColumnFieldProps) {
  const words = reportMessagesFor(view.language).columns;
  return (
    <SelectField
      {...(id === undefined ? {} : { id })}
      label={label}
      value={value === null ? "" : String(value)}
      options={headers.map((header, index) => ({ id: String(index), name: header.trim() || words.unnamed(index + 1) }))}
      none={words.none}
      onValue={(index) => onValue(index === "" ? null : Number(index))}
    />
  );
}

/** Returns the facts that choose an objective of the policy: context questions, and the zone of the customer (without a name). */
function factsOf({ context = [], objectives = [], calendars = {} }: PolicyDocument) {
  const named = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part === "string") named.add(part);
    else if (Array.isArray(part)) part.forEach(visit);
    else if (typeof part === "object" && part !== null) {
      for (const [key, value] of Object.entries(part)) {
        named.add(key);
        visit(value);
      }
    }
  };
  for (const { when, calendar } of objectives) visit([when, typeof calendar === "object" ? calendar : null]);
  const zones = Object.values(calendars).flatMap(({ zone }) => (typeof zone === "object" ? [zone] : []));
  visit(zones);
  const questions = context.filter(({ id }) => named.has(id)).map(({ id, text }) => ({ id, name: text }));
  return [...questions, ...(zones.length > 0 ? [{ id: "zone", name: null }] : [])];
}

interface RowsProps {
  view: ViewContext;
  headers: readonly string[];
  rows: readonly (readonly string[])[];
  /** Returns the use of the column at an index, as a heading; undefined for a column that is not read. */
  role(index: number): string | undefined;
}

/** Shows the first rows, and what each column is read as. */
export function Rows({ view, headers, rows, role }: RowsProps) {
  const words = reportMessagesFor(view.language).columns;
  if (rows.length === 0) return null;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.sample}>
      <table class="small sample">
        <caption>{words.sample}</caption>
        <thead>
          <tr>
            {headers.map((header, index) => {
              const taken = role(index);
              return (
                <th key={index} scope="col" class={taken === undefined ? "muted" : "taken"}>
                  {header.trim() || words.unnamed(index + 1)}
                  {taken !== undefined && <span class="role">{taken}</span>}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              {headers.map((_, index) => (
                <td key={index} class={role(index) === undefined ? "muted" : undefined}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Zone({ view, preview, settings, onZone }: Omit<Props, "onSettings"> & { onZone(zone: string): void }) {
  const words = reportMessagesFor(view.language).columns;
  const zones = useMemo(() => {
    const first = [settings.zone, hostZone(), "UTC"];
    return [...new Set([...first, ...Intl.supportedValuesOf("timeZone")])];
  }, []);
  return (
    <div class={preview.lacksOffset ? "field needed" : "field"}>
      <label for="zone">{words.zone}</label>
      <select
        id="zone"
        value={settings.zone}
        aria-describedby="zone-help"
        onChange={(event) => onZone(event.currentTarget.value)}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </select>
      <p id="zone-help" class="small muted">
        {preview.lacksOffset ? words.zoneAsked : words.zoneHelp}
      </p>
    </div>
  );
}

/** A spreadsheet, and the sheet of it that is read. */
export interface ChosenSheet extends Workbook {
  /** The spreadsheet itself. */
  file: File;
}

interface SheetProps {
  view: ViewContext;
  chosen: ChosenSheet | null;
  onSheet(file: File, sheet: string): void;
}

/** Offers the other sheets of a spreadsheet that has several with rows. */
export function SheetField({ view, chosen, onSheet }: SheetProps) {
  if (chosen === null || chosen.sheets.length < 2) return null;
  return (
    <div class="fields">
      <SelectField
        label={reportMessagesFor(view.language).columns.sheet}
        value={chosen.sheet}
        options={chosen.sheets.map((name) => ({ id: name, name }))}
        onValue={(sheet) => onSheet(chosen.file, sheet)}
      />
    </div>
  );
}

interface FileSettingsProps {
  /** Whether a setting is missing without which the file cannot be read. */
  isAsked: boolean;
  title: string;
  name: string;
  children: ComponentChildren;
}

/** Shows the settings of the file: open while one is missing, otherwise collapsed. */
export function FileSettings({ isAsked, title, name, children }: FileSettingsProps) {
  if (isAsked) {
    return (
      <section class="file" aria-labelledby="file">
        <h2 id="file">{title}</h2>
        <p class="muted">{name}</p>
        {children}
      </section>
    );
  }
  return (
    <details class="file no-print">
      <summary>{title}</summary>
      <p class="muted">{name}</p>
      {children}
    </details>
  );
}
