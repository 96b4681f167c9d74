/**
 * Response times as a table of words, as contracts have them. Three forms are read: a row for each severity with a column for each
 * tier; a row for each severity with a column for each measure; a row for each tier and severity with a column for each measure.
 */

import { CaseSloError, csvRows } from "../index.js";
import type { MeasureName } from "../messages/import.js";
import { readTarget, targetOf } from "../text/target-words.js";
import type { PolicyDraft } from "./draft.js";

const headers = {
  tier: /^(?:(?:service |support )?(?:tier|plan|level|package)|niveau(?: de service| de soutien)?|forfait|offre)$/i,
  severity: /^(?:severity|priority|urgency|sévérité|gravité|priorité)(?: level)?$/i,
};

/** Headers of columns of targets, by the measure that they mean. */
const measures: readonly (readonly [RegExp, MeasureName])[] = [
  [
    /(?:first|initial|première|premiere).*(?:response|reply|réponse)|^(?:response|réponse)(?: time)?$|délai de réponse/i,
    "initial-response",
  ],
  [/update|mise à jour/i, "update"],
  [/resol|résol|restor|rétabl|repair|\bfix/i, "resolution"],
];

/** Adds the table to a draft. @throws CaseSloError "invalid-table" */
export function readMatrix(csv: string, draft: PolicyDraft): void {
  const rows = csvRows(csv).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [header, ...body] = rows;
  if (header === undefined) throw invalidTable(1, "the table is empty");
  const names = header.cells.map((cell) => cell.trim());
  const severityAt = Math.max(
    0,
    names.findIndex((each) => headers.severity.test(each)),
  );
  const tierAt = names.findIndex((each) => headers.tier.test(each));
  const others = names.flatMap((each, at) =>
    at === severityAt || at === tierAt || each === "" ? [] : [{ name: each, at }],
  );
  if (others.length === 0 || body.length === 0)
    throw invalidTable(header.row, "expected a column of severities, a column of targets, and a row for each severity");
  const isByMeasure = tierAt !== -1 || others.some(({ name }) => measureOf(name) !== undefined);
  const table = new Table(draft);
  // The draft wants tiers from the highest to the lowest; a table mostly lists them from the lowest.
  if (!isByMeasure) for (const { name } of others.toReversed()) table.tier(name);
  for (const { row, cells } of body) {
    const severity = (cells[severityAt] ?? "").trim();
    const tier = tierAt === -1 ? "" : (cells[tierAt] ?? "").trim();
    for (const { name, at } of others) {
      const place = `row ${row}, column ${at + 1}`;
      const words = (cells[at] ?? "").trim();
      if (isByMeasure) table.add({ severity, tier, measure: name, words, place });
      else table.add({ severity, tier: name, measure: "", words, place });
    }
  }
}

const measureOf = (header: string) => measures.find(([pattern]) => pattern.test(header))?.[1];

/** The names of a table as ids of the draft. */
class Table {
  readonly #tiers = new Map<string, string>();
  readonly #severities = new Map<string, string>();
  readonly #measures = new Map<string, string>();

  constructor(private readonly draft: PolicyDraft) {}

  tier(name: string): string {
    return known(this.#tiers, name, () => this.draft.addTier(name));
  }

  /** Adds the target in a cell. */
  add(cell: { severity: string; tier: string; measure: string; words: string; place: string }): void {
    const { draft } = this;
    const target = readTarget(cell.words);
    const severity = known(this.#severities, cell.severity, () => draft.addSeverity(cell.severity));
    const tier = cell.tier === "" ? undefined : this.tier(cell.tier);
    const measure = known(this.#measures, cell.measure, () => {
      const kind = cell.measure === "" ? "initial-response" : measureOf(cell.measure);
      if (kind === undefined) return draft.addNamedMeasure(cell.measure);
      const facts = kind === "update" ? { startsAt: draft.addMeasure("initial-response"), repeats: true } : {};
      return draft.addMeasure(kind, facts);
    });
    const entry = { measure, severities: [severity], ...(tier === undefined ? {} : { tier }) };
    if (typeof target === "string") {
      draft.note(target === "ambiguous-days" ? "ambiguous-days" : "kept-as-note", cell.place, cell.words);
      draft.addObjective({ ...entry, note: draft.text(cell.words) });
    } else if (target.kind === "note") {
      draft.addObjective({ ...entry, note: draft.text(cell.words) });
    } else if (target.kind === "none") {
      draft.addObjective({ ...entry, target: null });
    } else if (target.kind !== "empty") {
      const isBusiness = target.kind === "days" || target.isBusiness;
      const calendar = isBusiness ? draft.assumedHours(cell.place) : draft.realTime();
      draft.addObjective({ ...entry, target: targetOf(target), calendar });
    }
  }
}

function known(names: Map<string, string>, name: string, add: () => string): string {
  const id = names.get(name) ?? add();
  names.set(name, id);
  return id;
}

const invalidTable = (row: number, message: string) => new CaseSloError("invalid-table", `row ${row}: ${message}`);
