/**
 * The policy that an import builds, with a finding for each part of the source that it cannot carry over. Sources differ in their
 * words; tiers, severities, measures, calendars and objectives are collected here.
 */

import type {
  CalendarDefinition,
  Interval,
  MeasureDefinition,
  ObjectiveDefinition,
  ObjectiveTarget,
  PolicyDocument,
  SeverityDefinition,
} from "../document.js";
import { importMessagesFor, type MeasureName, type SeverityName } from "../messages/import.js";
import type { Text } from "../types.js";

/** The reasons why a part of a source is not in the policy, or not as it was. */
export type ImportCode =
  /** The policy of the help desk applies to some cases only. */
  | "condition-not-imported"
  /** It is switched off. */
  | "inactive"
  /** A measure counts in a way that a policy cannot say. */
  | "measure-approximated"
  /** The source names no business hours; weekdays from 9 to 5 are assumed. */
  | "hours-assumed"
  /** Several schedules are given, and the source does not say which one counts. */
  | "hours-chosen"
  /** The time zone is none that is known; UTC is assumed. */
  | "zone-assumed"
  /** A holiday is not a date. */
  | "holiday-not-imported"
  /** A target is no amount of time. */
  | "target-not-imported"
  /** A cell was kept as a note. */
  | "kept-as-note"
  /** "2 days" can mean 48 hours or business days. */
  | "ambiguous-days"
  /** A part of the source has no place in a policy. */
  | "not-imported";

/** A part of the source that is not in the policy, or not as it was. */
export interface ImportFinding {
  code: ImportCode;
  /** JSON Pointer into the source, or "row 3, column 2" of a table. */
  path: string;
  /** The names and values in the message. */
  values: readonly string[];
}

/** The result of an import. */
export interface ImportResult {
  policy: PolicyDocument;
  findings: ImportFinding[];
}

/** The choices of the person who imports. */
export interface ImportOptions {
  /** BCP 47 tag of the language of the names in the source. */
  language: string;
  /** Title of the policy; by default the name of the only tier, or that of the source. */
  title?: string;
  /** IANA zone of business hours that the source does not give. */
  zone?: string;
}

/** Priorities of help desks, most severe first. */
const priorityNames: readonly SeverityName[] = ["urgent", "high", "normal", "low"];

/** Collects the parts of a policy. */
export class PolicyDraft {
  readonly findings: ImportFinding[] = [];
  readonly #options: ImportOptions;
  readonly #ids = new Map<string, Set<string>>();
  readonly #tiers: { id: string; name: Text; text?: Text }[] = [];
  readonly #severities = new Map<string, SeverityDefinition>();
  readonly #measures = new Map<string, MeasureDefinition>();
  readonly #events = new Map<string, { id: string; name: Text }>();
  readonly #calendars = new Map<string, CalendarDefinition>();
  readonly #objectives: ObjectiveDefinition[] = [];

  constructor(options: ImportOptions) {
    this.#options = options;
  }

  /** Adds a finding. */
  note(code: ImportCode, path: string, ...values: string[]): void {
    this.findings.push({ code, path, values });
  }

  /** Adds a tier; the source lists them from the highest to the lowest. Returns its id. */
  addTier(name: string, description?: string): string {
    const id = this.#newId("tier", name);
    const text = description?.trim() ? { text: this.text(description.trim()) } : {};
    this.#tiers.unshift({ id, name: this.text(name), ...text });
    return id;
  }

  /** Adds the four priorities that most help desks have, or those of them that are named. */
  addPriorities(names: readonly SeverityName[] = priorityNames): void {
    const { severities } = importMessagesFor(this.#options.language);
    for (const name of names) this.addSeverity(severities[name], name);
  }

  /** Adds a severity, the most severe first. Returns its id. */
  addSeverity(name: string, id = this.#newId("severity", name)): string {
    if (!this.#severities.has(id))
      this.#severities.set(id, { id, level: this.#severities.size + 1, name: this.text(name) });
    return id;
  }

  /** Adds a measure, named in the language of the source unless `name` is given. Returns its id. */
  addMeasure(kind: MeasureName, facts: Partial<MeasureDefinition> = {}): string {
    const name = importMessagesFor(this.#options.language).measures[kind];
    if (!this.#measures.has(kind)) this.#measures.set(kind, { id: kind, name: this.text(name), ...facts });
    return kind;
  }

  /** Adds a measure by a name of the source. Returns its id. */
  addNamedMeasure(name: string): string {
    const id = this.#newId("measure", name);
    this.#measures.set(id, { id, name: this.text(name) });
    return id;
  }

  /** Adds the event of a customer's reply. Returns its id. */
  addReplyEvent(): string {
    const id = "customer-reply";
    this.#events.set(id, { id, name: this.text(importMessagesFor(this.#options.language).reply) });
    return id;
  }

  /** Adds a calendar. Returns its id. */
  addCalendar(name: string, calendar: CalendarDefinition): string {
    const id = this.#newId("calendar", name);
    this.#calendars.set(id, { name: this.text(name), ...calendar });
    return id;
  }

  /** Returns the calendar of business hours that nobody gave: weekdays from 9 to 5, with a finding. */
  assumedHours(path: string): string {
    const id = "business-hours";
    if (!this.#calendars.has(id)) {
      const { zone = "UTC" } = this.#options;
      const weekly: Record<string, Interval[]> = { "mon-fri": [["09:00", "17:00"]] };
      this.#calendars.set(id, { zone, weekly });
      this.note("hours-assumed", path, zone);
    }
    return id;
  }

  /** Returns the calendar that never closes. */
  realTime(): string {
    this.#calendars.set("always", { open: "24x7" });
    return "always";
  }

  /** Adds an objective. */
  addObjective(entry: {
    measure: string;
    tier?: string;
    severities?: readonly string[];
    target?: ObjectiveTarget | null;
    note?: Text;
    calendar?: string;
  }): void {
    const { measure, tier, severities, target, note, calendar } = entry;
    const only = severities?.length === 1 ? severities[0] : target === null ? "others" : undefined;
    const id = this.#newId("objective", [tier, only, measure].filter((each) => each !== undefined).join("-"));
    this.#objectives.push({
      id,
      measure,
      ...(tier === undefined ? {} : { tiers: [tier] }),
      ...(severities === undefined ? {} : { severities: [...severities] }),
      ...(target === undefined ? {} : { target }),
      ...(note === undefined ? {} : { note }),
      ...(calendar === undefined ? {} : { calendar }),
    });
  }

  /** States for each measure that a tier has no objective for the severities without one, as help desks mean it. */
  closeGaps(): void {
    for (const { id: tier } of this.#tiers) {
      for (const measure of this.#measures.keys()) {
        const given = this.#objectives.filter((each) => each.measure === measure && each.tiers?.includes(tier));
        const missing = [...this.#severities.keys()].filter(
          (severity) => !given.some(({ severities }) => severities === undefined || severities.includes(severity)),
        );
        if (missing.length > 0) this.addObjective({ measure, tier, severities: missing, target: null });
      }
    }
  }

  /** A text of the source in its language. */
  text(text: string): Text {
    return { [this.#options.language]: text };
  }

  /** Returns the policy; `source` is the name of the help desk or of the file. */
  result(source: string): ImportResult {
    const { language } = this.#options;
    const onlyTier = this.#tiers.length === 1 ? this.#tiers[0]?.name[language] : undefined;
    const title = this.#options.title ?? onlyTier ?? importMessagesFor(language).title(source);
    const used = new Set(this.#objectives.map(({ calendar }) => calendar));
    const policy: PolicyDocument = {
      id: slug(title) || "imported",
      version: "1.0.0",
      title: this.text(title),
      languages: [language],
      tiers: this.#tiers,
      severities: [...this.#severities.values()],
      calendars: Object.fromEntries([...this.#calendars].filter(([id]) => used.has(id))),
      ...(this.#events.size === 0 ? {} : { events: [...this.#events.values()] }),
      measures: [...this.#measures.values()],
      objectives: this.#objectives,
    };
    return { policy, findings: this.findings };
  }

  #newId(kind: string, name: string): string {
    const taken = this.#ids.get(kind) ?? new Set();
    this.#ids.set(kind, taken);
    const base = slug(name) || kind;
    let id = base;
    for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
    taken.add(id);
    return id;
  }
}

/** Returns a name as an id: letters without accents, digits and hyphens, at most 60 characters. */
function slug(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, "");
}
