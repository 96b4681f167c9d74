/** The measures, and the objectives: a table of tiers and severities with a target in words in each cell, and every entry below it. */

import { useState } from "preact/hooks";

import { readTarget, writeTarget } from "../../text/target-words.js";
import { Mark } from "../shared/marks.js";
import { listOf, memo, recordOf, useBuilder, useFindings } from "./context.js";
import { freshId, type JsonObject } from "../../text/policy-json.js";
import { Editor } from "./editor.js";
import { EntryList, useOptions } from "./entries.js";
import { Fold } from "./fields.js";
import { FindingList, Findings } from "./findings.js";
import { ObjectiveTable } from "./tables.js";
import { type CellPlace, cellOf, withCell } from "./objective-grid.js";

/** Shows measures, the table, and the entries one by one. */
export function ObjectivesSection() {
  const { editor, m } = useBuilder();
  const measures = useOptions("measures");
  return (
    <>
      <div class="block">
        <p class="hint">{m.objectives.gridHint}</p>
        {measures.map((measure) => (
          <Grid key={measure.id} measure={measure} caption={measures.length > 1 ? measure.name : null} />
        ))}
        {measures.length === 0 && <p>{m.objectives.needsMeasure}</p>}
        <Findings at="/objectives" />
        {measures.length > 0 && <ObjectiveTable />}
      </div>
      <Fold title={m.objectives.measures(measures.map(({ name }) => name))} isOpen={measures.length === 0}>
        <p class="hint">{m.objectives.measuresHint}</p>
        <EntryList entry="measure" at="/measures" value={editor.at("/measures")} />
      </Fold>
      <Fold
        title={m.objectives.oneByOne(listOf(editor.at("/objectives")).length)}
        isOpen={hasSpecial(editor.at("/objectives"))}
      >
        <p class="hint">{m.objectives.oneByOneHint}</p>
        <EntryList
          entry="objective"
          at="/objectives"
          value={editor.at("/objectives")}
          template={{ measure: measures[0]?.id ?? "" }}
        />
      </Fold>
      <Fold title={m.objectives.goals} isOpen={Object.keys(recordOf(editor.at("/goals"))).length > 0}>
        <p class="hint">{m.objectives.goalsHint}</p>
        <EntryList entry="goal" at="/goals" value={editor.at("/goals")} template={{ percent: 95, over: "month" }} />
      </Fold>
      <Fold title={m.objectives.events} isOpen={listOf(editor.at("/events")).length > 0}>
        <p class="hint">{m.objectives.eventsHint}</p>
        <EntryList entry="event" at="/events" value={editor.at("/events")} />
      </Fold>
    </>
  );
}

const hasSpecial = (objectives: unknown): boolean =>
  listOf<JsonObject>(objectives).length < 50 && listOf<JsonObject>(objectives).some(({ when }) => when !== undefined);

function Grid({ measure, caption }: { measure: { id: string; name: string }; caption: string | null }) {
  const { editor, m } = useBuilder();
  const tiers = useOptions("tiers");
  const severities = useOptions("severities");
  if (tiers.length === 0 || severities.length === 0) return <p>{m.objectives.needsBoth}</p>;
  const offered = new Map(
    listOf<JsonObject>(editor.at("/tiers")).map((tier) => [String(tier["id"]), tier["severities"]]),
  );
  const calendars = Object.entries(recordOf<JsonObject>(editor.at("/calendars"))).filter(
    ([, calendar]) => calendar["open"] === undefined,
  );
  // The findings about an entry stand in the first of its cells.
  const shown = new Set<number>();
  return (
    <div class="scroll" role="region" aria-label={measure.name} tabIndex={0}>
      <table class="grid">
        {caption !== null && <caption>{caption}</caption>}
        <thead>
          <tr>
            <th scope="col">{m.sections.severities}</th>
            {tiers.map((tier) => (
              <th key={tier.id} scope="col">
                {tier.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {severities.map((severity, rank) => (
            <tr key={severity.id}>
              <th scope="row">
                <span class="severity">
                  <Mark rank={Math.min(rank + 1, 5)} /> {severity.name}
                </span>
              </th>
              {tiers.map((tier) => {
                const place = { measure: measure.id, tier: tier.id, severity: severity.id };
                const cell = cellOf(editor, place);
                const list = offered.get(tier.id);
                const isFirst = cell.place >= 0 && !shown.has(cell.place);
                shown.add(cell.place);
                return (
                  <td key={tier.id}>
                    <Target
                      {...place}
                      name={m.objectives.cell(tier.name, severity.name, caption)}
                      words={cell.words === null ? null : JSON.stringify(cell.words)}
                      special={cell.special}
                      entry={cell.place}
                      isFirst={isFirst}
                      calendar={cell.calendar}
                      calendars={calendars.length > 1 ? calendars.map(([id]) => id).join("\n") : ""}
                      isOffered={!Array.isArray(list) || list.includes(severity.id)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TargetProps extends CellPlace {
  name: string;
  /** The target as JSON, so that a cell that says the same is not drawn again; null without one. */
  words: string | null;
  special: number;
  /** Place of the entry; -1 without one. */
  entry: number;
  /** Whether the cell is the first one of its entry. */
  isFirst: boolean;
  calendar: string | null;
  /** Ids of the calendars to choose from, a line each; empty if there is no choice. */
  calendars: string;
  isOffered: boolean;
}

const Target = memo(function Target(props: TargetProps) {
  const { measure, tier, severity, name, words, special, entry, isFirst, calendar, calendars, isOffered } = props;
  const findings = useFindings(entry < 0 ? "/objectives/-" : `/objectives/${entry}`, "below").filter(
    ({ level }) => level !== "info",
  );
  const isWrong = findings.some(({ level }) => level === "error");
  const { editor, m, language, languages, announce } = useBuilder();
  const place = { measure, tier, severity };
  const shown = words === null ? "" : writeTarget(JSON.parse(words), language);
  const [typed, setTyped] = useState<string | null>(null);
  const found = typed === null ? null : readTarget(typed);
  const fault = typeof found === "string" ? m.targetFaults[found] : null;
  const id = `cell-${measure}-${tier}-${severity}`.replaceAll(/\s/g, "-");
  const options = useOptions("calendars");
  const take = (text: string) => {
    const read = readTarget(text);
    if (typeof read === "string" || text.trim() === shown) return;
    const needsHours = read.kind === "days" || (read.kind === "time" && read.isBusiness);
    const hasHours = Object.values(recordOf<JsonObject>(editor.at("/calendars"))).some(
      ({ open }) => open === undefined,
    );
    // The hours and the target are one step of the history.
    const scratch = new Editor();
    scratch.open(needsHours && !hasHours ? withBusinessHours(editor.document, m.hours.office) : editor.document, "");
    editor.change(() => withCell(scratch, place, read, languages));
    if (needsHours && !hasHours) announce(m.hours.added);
  };
  return (
    <>
      <input
        type="text"
        class={`target${words === null && isOffered ? " empty" : ""}`}
        value={typed ?? shown}
        aria-label={name}
        aria-invalid={fault !== null || isWrong || undefined}
        aria-describedby={fault === null ? undefined : id}
        placeholder={isOffered ? "" : m.objectives.notOffered}
        autocomplete="off"
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={(event) => {
          take(event.currentTarget.value);
          // Words that are no target stay, with the reason.
          if (fault === null) setTyped(null);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") setTyped(null);
          if (event.key !== "Enter" || event.isComposing) return;
          take(event.currentTarget.value);
          if (fault === null) setTyped(null);
          cellBelow(event.currentTarget)?.focus();
        }}
      />
      {fault !== null && (
        <p class="fault" id={id}>
          {fault}
        </p>
      )}
      {calendar !== null && calendars !== "" && (
        <select
          class="small-select"
          aria-label={m.objectives.hoursOf(name)}
          value={calendar}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            editor.change(() => withCell(editor, place, JSON.parse(words ?? "null"), languages, chosen));
          }}
        >
          {options
            .filter((option) => calendars.split("\n").includes(option.id))
            .map((option) => (
              <option key={option.id} value={option.id}>
                {option.name}
              </option>
            ))}
        </select>
      )}
      {isFirst && <FindingList findings={findings} />}
      {special > 0 && <p class="special">{m.objectives.special(special)}</p>}
    </>
  );
});

/** Returns the field of the cell below one. */
function cellBelow(field: HTMLInputElement): HTMLInputElement | null {
  const cell = field.closest("td");
  const next = cell?.parentElement?.nextElementSibling?.children[cell.cellIndex];
  return next?.querySelector("input") ?? null;
}

/** Returns a document with a calendar of ordinary business hours in the zone of the author. */
export function withBusinessHours(document: JsonObject, name: Record<string, string>): JsonObject {
  const calendars = recordOf<JsonObject>(document["calendars"]);
  const languages = listOf<string>(document["languages"]);
  const id = freshId("office", Object.keys(calendars), "office");
  const text = Object.fromEntries(
    languages.flatMap((language) => {
      const found = name[/^fr\b/i.test(language) ? "fr" : "en"];
      return found === undefined || !/^(?:fr|en)\b/i.test(language) ? [] : [[language, found]];
    }),
  );
  const office: JsonObject = {
    ...(Object.keys(text).length === 0 ? {} : { name: text }),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    weekly: { "mon-fri": [["09:00", "17:00"]] },
  };
  return { ...document, calendars: { ...calendars, [id]: office } };
}
