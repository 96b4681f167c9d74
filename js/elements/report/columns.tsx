import type { Preview } from "./preview.js";
import { columnNames, type Settings } from "./settings.js";
import { optionsNamed, SelectField } from "../shared/fields.js";
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

const delimiters = [",", ";", "\t"] as const;

/** Shows how the file is read: its columns, its first rows, and settings that the file does not contain. */
export function Columns({ view, preview, settings, onSettings }: Props) {
  const { description, language } = view;
  const words = reportMessagesFor(language).columns;
  const { headers, columns, rows, missing } = preview;
  const change = (part: Partial<Settings>) => onSettings({ ...settings, ...part });
  const tiers = description.tiers ?? [];
  const measures = description.measures ?? [];
  return (
    <div class="columns" part="columns">
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
                {name === "tier" ? words.missingTier : words.missing}
              </p>
            )}
          </div>
        ))}
      </div>
      <Rows view={view} preview={preview} />
      {rows.length === 0 && <p class="muted">{words.noRows}</p>}
      <div class="fields">
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

/** Shows the first rows, with the detected column above each. */
function Rows({ view, preview: { headers, columns, rows } }: Pick<Props, "view" | "preview">) {
  const words = reportMessagesFor(view.language).columns;
  if (rows.length === 0) return null;
  const role = (index: number) => columnNames.find((name) => columns[name]?.index === index);
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
                  {taken !== undefined && <span class="role">{words.names[taken]}</span>}
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
