/** Rules and objectives as CSV, for authors who keep them in a spreadsheet. */

import { useState } from "preact/hooks";

import { CaseSloError, csvCell, type PolicyDocument, rulesFromCsv, rulesToCsv } from "../../index.js";
import { readTarget, writeTarget } from "../../text/target-words.js";
import { download } from "../shared/files.js";
import { type BuilderContext, listOf, useBuilder } from "./context.js";
import { isObject, type Json, type JsonObject } from "../../text/policy-json.js";
import { Editor } from "./editor.js";
import { tableRows, textOf, TooLarge } from "./files.js";
import { cellOf, withCell } from "./objective-grid.js";

/** Buttons that save a table and take one. `onText` returns sentences about what it could not take. */
function TableButtons({ name, write, onText }: { name: string; write(): string; onText(text: string): string[] }) {
  const { m, announce } = useBuilder();
  const [notes, setNotes] = useState<string[]>([]);
  const take = async (file: File) => {
    try {
      const found = onText(await textOf(file));
      setNotes(found);
      announce(m.tables.taken);
    } catch (error) {
      if (error instanceof TooLarge) setNotes([m.start.tooLarge]);
      else if (error instanceof CaseSloError) setNotes([m.tables.unreadable(error.message)]);
      else throw error;
    }
  };
  return (
    <>
      <div class="actions">
        {/* A spreadsheet knows the encoding by the mark. */}
        <button type="button" onClick={() => download(name, `\ufeff${write()}`, "text/csv")}>
          {m.tables.save}
        </button>
        <label class="button">
          <input
            type="file"
            accept=".csv,.tsv,text/csv"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = "";
              if (file !== undefined) void take(file);
            }}
          />
          {m.tables.open}
        </label>
      </div>
      {notes.length > 0 && (
        <ul class="findings" role="alert">
          {notes.slice(0, 10).map((note) => (
            <li key={note} class="finding warning">
              {note}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The rules as CSV: a column for each question, then severity, basis, clause and id. */
export function RuleTable() {
  const { editor } = useBuilder();
  return (
    <TableButtons
      name="rules.csv"
      write={() => rulesToCsv(editor.document as unknown as PolicyDocument)}
      onText={(text) => {
        const { classification } = rulesFromCsv(text, editor.document as unknown as PolicyDocument);
        const rules = (classification?.rules ?? []).map(({ when = {}, ...rule }) => ({
          ...rule,
          ...(Object.keys(when).length === 0 ? {} : { when }),
        }));
        editor.set("/classification/rules", rules as unknown as Json);
        return [];
      }}
    />
  );
}

/** The objectives without conditions as CSV: a row for each tier and severity, a column for each measure, targets in words. */
export function ObjectiveTable() {
  const builder = useBuilder();
  return (
    <TableButtons
      name="objectives.csv"
      write={() => objectivesToCsv(builder)}
      onText={(text) => objectivesFromCsv(text, builder)}
    />
  );
}

type Lists = "tiers" | "severities" | "measures";

function objectivesToCsv({ editor, say, language, m }: BuilderContext): string {
  const [tiers, severities, measures] = (["tiers", "severities", "measures"] as const).map((list) =>
    listOf<JsonObject>(editor.at(`/${list}`)).map((entry) => ({
      id: String(entry["id"] ?? ""),
      name: say(entry["name"]) || String(entry["id"] ?? ""),
    })),
  ) as [Named[], Named[], Named[]];
  const rows = tiers.flatMap((tier) =>
    severities.map((severity) => [
      tier.name,
      severity.name,
      ...measures.map((measure) => {
        const { words } = cellOf(editor, { measure: measure.id, tier: tier.id, severity: severity.id });
        return words === null ? "" : writeTarget(words, language);
      }),
    ]),
  );
  return [[m.tables.tier, m.tables.severity, ...measures.map(({ name }) => name)], ...rows]
    .map((cells) => `${cells.map(csvCell).join(",")}\r\n`)
    .join("");
}

interface Named {
  id: string;
  name: string;
}

/** Takes the targets of a table into the policy, in one step, and returns what it could not take. */
function objectivesFromCsv(text: string, { editor, languages, m }: BuilderContext): string[] {
  const [header, ...rows] = tableRows(text);
  if (header === undefined || header.length < 3 || rows.length === 0) return [m.tables.shape];
  const idOf = (list: Lists, name: string): string | undefined => {
    const wanted = name.toLocaleLowerCase();
    const names = (entry: JsonObject) => [
      String(entry["id"] ?? ""),
      ...[entry["name"], ...listOf<Json>(entry["aliases"])].flatMap((each) =>
        isObject(each) ? Object.values(each).map(String) : [],
      ),
    ];
    const found = listOf<JsonObject>(editor.at(`/${list}`)).find((entry) =>
      names(entry).some((each) => each.toLocaleLowerCase() === wanted),
    );
    return found === undefined ? undefined : String(found["id"]);
  };
  const notes: string[] = [];
  const measures = header.slice(2).map((name) => {
    const id = idOf("measures", name);
    if (id === undefined) notes.push(m.tables.unknown(name));
    return id;
  });
  // All cells are one step of the history.
  const scratch = new Editor();
  scratch.open(editor.document, "");
  for (const [tierName = "", severityName = "", ...cells] of rows) {
    const [tier, severity] = [idOf("tiers", tierName), idOf("severities", severityName)];
    if (tier === undefined || severity === undefined) {
      notes.push(m.tables.unknown(tier === undefined ? tierName : severityName));
      continue;
    }
    for (const [index, measure] of measures.entries()) {
      const words = readTarget(cells[index] ?? "");
      if (measure === undefined) continue;
      if (typeof words === "string") {
        notes.push(`${tierName}, ${severityName}, ${cells[index] ?? ""}: ${m.targetFaults[words]}`);
        continue;
      }
      const place = { measure, tier, severity };
      const before = cellOf(scratch, place).words;
      if (JSON.stringify(before ?? { kind: "empty" }) === JSON.stringify(words)) continue;
      if (
        before?.kind === "note" &&
        words.kind === "note" &&
        Object.values(before.text).includes(Object.values(words.text)[0] ?? "")
      )
        continue;
      scratch.change(() => withCell(scratch, place, words, languages));
    }
  }
  editor.change(() => scratch.document);
  return [...new Set(notes)];
}
