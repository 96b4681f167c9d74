/**
 * SLAs and calendars as Zammad returns them: GET /api/v1/slas and /api/v1/calendars, each a list, or with `?expand` or `?full`
 * the SLAs together with their calendars.
 */

import type { Interval } from "../document.js";
import type { SeverityName } from "../messages/import.js";
import { durationOf } from "../text/target-words.js";
import { weekdays, weeklyOf } from "../text/hours-words.js";
import type { PolicyDraft } from "./draft.js";
import { calendarOf, dateOf, zoneOf } from "./hours.js";
import { excerpt, type SourceObject } from "./source.js";

export const name = "Zammad";

/** Returns whether an answer is one of Zammad's. */
export const isOwn = (source: SourceObject): boolean =>
  ["slas", "calendars", "assets"].some((member) => source.has(member));

/** Priorities by their ids in a new installation. */
const priorities: Readonly<Record<string, SeverityName>> = { "3": "high", "2": "normal", "1": "low" };

const targets = [
  ["first_response_time", "initial-response"],
  ["response_time", "next-response"],
  ["update_time", "update"],
  ["solution_time", "resolution"],
] as const;

/** Adds the SLAs of the answers to a draft, with the calendars among them. */
export function read(sources: readonly SourceObject[], draft: PolicyDraft): void {
  const assets = sources.flatMap((source) => source.object("assets") ?? []);
  for (const source of sources) source.value("record_ids");
  const all = (list: string, kind: string) => [
    ...sources.flatMap((source) => source.list(list)),
    ...assets.flatMap((each) => each.object(kind)?.objects() ?? []).map(([, object]) => object),
  ];
  const calendars = new Map(all("calendars", "Calendar").map((each) => [each.text("id"), readCalendar(each, draft)]));
  draft.addPriorities(["high", "normal", "low"]);
  const tiers = new Map<string, string>();
  for (const sla of all("slas", "Sla")) readSla(sla, calendars, tiers, draft);
}

function readCalendar(calendar: SourceObject, draft: PolicyDraft): string {
  const zone = zoneOf(draft, calendar.text("timezone"), calendar.pathOf("timezone"));
  calendar.value("default");
  const week = calendar.object("business_hours");
  const days = weekdays.map((name): Interval[] => {
    const day = week?.object(name);
    const frames = day?.value("timeframes");
    if (day?.value("active") !== true || !Array.isArray(frames)) return [];
    return frames.flatMap((frame): Interval[] => {
      const [opens, closes] = Array.isArray(frame) ? frame.map(String) : [];
      if (opens === undefined || closes === undefined) return [];
      return [[opens, /^(?:23:59|00:00)$/.test(closes) ? "24:00" : closes]];
    });
  });
  const holidays = (calendar.object("public_holidays")?.objects() ?? []).flatMap(([key, holiday]) => {
    const [title, date] = [holiday.text("summary"), dateOf(key)];
    if (holiday.value("active") === false || holiday.value("removed") === true) return [];
    holiday.value("feed");
    if (date === undefined) draft.note("holiday-not-imported", holiday.path, title, key);
    return date === undefined ? [] : [{ date, name: draft.text(title) }];
  });
  return draft.addCalendar(calendar.text("name"), calendarOf(zone, weeklyOf(days), holidays));
}

/** Reads an SLA. SLAs whose conditions differ in the priority alone belong to one tier. */
function readSla(
  sla: SourceObject,
  calendars: ReadonlyMap<string, string>,
  tiers: Map<string, string>,
  draft: PolicyDraft,
): void {
  const title = sla.text("name");
  const conditions = Object.entries(Object(sla.value("condition") ?? {}));
  const others = conditions.filter(([field]) => field !== "ticket.priority_id");
  const words = others.map(([field, condition]) => conditionInWords(field, condition)).join(", ");
  const tier = tiers.get(words) ?? draft.addTier(title);
  tiers.set(words, tier);
  if (words !== "") draft.note("condition-not-imported", sla.pathOf("condition"), title, words);
  const priority = conditions.find(([field]) => field === "ticket.priority_id")?.[1];
  const severities = priority === undefined ? undefined : severitiesOf(priority);
  if (severities === null) {
    draft.note("not-imported", sla.pathOf("condition"), "ticket.priority_id", excerpt(priority));
    return;
  }
  const given = calendars.get(sla.text("calendar_id"));
  for (const [member, measure] of targets) {
    const minutes = sla.number(member);
    if (minutes === undefined || minutes === 0) continue;
    const id = draft.addMeasure(measure, {
      pausable: measure !== "initial-response",
      ...(measure === "update" ? { startsAt: draft.addMeasure("initial-response"), repeats: true } : {}),
      ...(measure === "next-response" ? { startsAt: draft.addReplyEvent() } : {}),
    });
    if (measure === "next-response") draft.note("measure-approximated", sla.pathOf(member), member, "round");
    draft.addObjective({
      measure: id,
      tier,
      ...(severities === undefined ? {} : { severities }),
      target: { within: durationOf(minutes * 60) },
      calendar: given ?? draft.assumedHours(sla.pathOf("calendar_id")),
    });
  }
}

/** Returns the severities of a condition on the priority; null if it is another one, or names priorities that are not known. */
function severitiesOf(condition: unknown): SeverityName[] | null {
  const { operator, value } = Object(condition) as Record<string, unknown>;
  const named = (Array.isArray(value) ? value : [value]).map((each) => {
    const id = String(each);
    return Object.hasOwn(priorities, id) ? priorities[id] : undefined;
  });
  const known = named.flatMap((each) => each ?? []);
  if (known.length < named.length) return null;
  if (operator === "is" || operator === "is any of") return known;
  if (operator !== "is not" && operator !== "is none of") return null;
  return Object.values(priorities).filter((each) => !known.includes(each));
}

function conditionInWords(field: string, condition: unknown): string {
  const { operator, value } = Object(condition) as Record<string, unknown>;
  return `${field} ${String(operator ?? "")} ${typeof value === "string" ? value : excerpt(value)}`;
}
