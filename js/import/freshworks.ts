/**
 * SLA policies and business hours as Freshdesk and Freshservice return them: GET /api/v2/sla_policies and
 * /api/v2/business_hours. Freshdesk returns lists, Freshservice objects with a list.
 */

import type { SeverityName } from "../messages/import.js";
import { durationOf } from "../text/target-words.js";
import type { PolicyDraft } from "./draft.js";
import { calendarOf, dateOf, minutesOf, weekOf, zoneOf } from "./hours.js";
import { excerpt, type SourceObject } from "./source.js";

export const name = "Freshdesk";

/** Returns whether an answer is one of Freshdesk's or Freshservice's. */
export const isOwn = (source: SourceObject): boolean => source.has("sla_policies") || source.has("business_hours");

/** Priorities by their numbers. */
const priorities: Readonly<Record<number, SeverityName>> = { 4: "urgent", 3: "high", 2: "normal", 1: "low" };

const targets = [
  ["respond_within", "initial-response"],
  ["next_respond_within", "next-response"],
  ["resolve_within", "resolution"],
] as const;

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** Adds the SLA policies of the answers to a draft, with the business hours among them. */
export function read(sources: readonly SourceObject[], draft: PolicyDraft): void {
  const hours = sources.flatMap((source) => source.list("business_hours"));
  const isDefault = (object: SourceObject) => object.value("is_default") === true;
  const calendars = hours.map((each) => ({ ...readHours(each, draft), isDefault: isDefault(each) }));
  const chosen = calendars.find((each) => each.isDefault) ?? calendars[0];
  if (calendars.length > 1) draft.note("hours-chosen", hours[0]?.path ?? "", chosen?.name ?? "");
  draft.addPriorities();
  for (const policy of sources.flatMap((source) => source.list("sla_policies"))) {
    if (policy.value("active") === false || policy.value("deleted") === true) {
      policy.value("is_default");
      draft.note("inactive", policy.path, policy.text("name"));
    } else {
      readPolicy(policy, chosen?.id, draft);
    }
  }
}

function readHours(source: SourceObject, draft: PolicyDraft): { name: string; id: string } {
  const title = source.text("name");
  const zone = zoneOf(draft, source.text("time_zone"), source.pathOf("time_zone"));
  source.text("description");
  const week = source.object("business_hours") ?? source.object("service_desk_hours");
  const intervals = days.flatMap((name, at): [number, number][] => {
    const day = week?.object(name);
    const opens = minutesOf(day?.text("start_time") || day?.text("beginning_of_workday") || "");
    const closes = minutesOf(day?.text("end_time") || day?.text("end_of_workday") || "");
    if (opens === undefined || closes === undefined) return [];
    return [[at * 1_440 + opens, at * 1_440 + (closes <= opens ? closes + 1_440 : closes)]];
  });
  const holidays = [...source.list("list_of_holidays"), ...source.list("holidays")].flatMap((holiday) => {
    const title = holiday.text("holiday_name") || holiday.text("name");
    const given = holiday.text("holiday_date") || holiday.text("date");
    const date = dateOf(given);
    if (date === undefined) draft.note("holiday-not-imported", holiday.path, title, given);
    return date === undefined ? [] : [{ date, name: draft.text(title) }];
  });
  return { name: title, id: draft.addCalendar(title, calendarOf(zone, weekOf(intervals), holidays)) };
}

function readPolicy(policy: SourceObject, hours: string | undefined, draft: PolicyDraft): void {
  const title = policy.text("name");
  const tier = draft.addTier(title, policy.text("description"));
  policy.value("is_default");
  const conditions = Object.entries(Object(policy.value("applicable_to") ?? {})).filter(
    ([, value]) => value !== null && (!Array.isArray(value) || value.length > 0),
  );
  if (conditions.length > 0) {
    const words = conditions.map(([field, value]) => `${field}: ${excerpt(value)}`).join(", ");
    draft.note("condition-not-imported", policy.pathOf("applicable_to"), title, words);
  }
  // Freshdesk has {"priority_4": …}, Freshservice [{"priority": 4, …}].
  const rows = [
    ...(policy.object("sla_target")?.objects() ?? []).map(([key, row]) => ({ priority: Number(key.slice(-1)), row })),
    ...policy.list("sla_targets").map((row) => ({ priority: row.number("priority") ?? 0, row })),
  ];
  for (const { priority, row } of rows) readTargets(row, priority, { tier, hours }, draft);
}

function readTargets(
  row: SourceObject,
  priority: number,
  { tier, hours }: { tier: string; hours: string | undefined },
  draft: PolicyDraft,
): void {
  const severity = Object.hasOwn(priorities, priority) ? priorities[priority] : undefined;
  const isBusiness = row.value("business_hours") === true;
  if (severity === undefined) {
    draft.note("not-imported", row.path, "priority", String(priority));
    return;
  }
  for (const [member, measure] of targets) {
    const seconds = row.number(member);
    if (seconds === undefined) continue;
    const id = draft.addMeasure(measure, {
      ...(measure === "resolution" ? { pausable: true } : {}),
      ...(measure === "next-response" ? { startsAt: draft.addReplyEvent() } : {}),
    });
    if (measure === "next-response") draft.note("measure-approximated", row.pathOf(member), member, "round");
    const calendar = isBusiness ? (hours ?? draft.assumedHours(row.pathOf("business_hours"))) : draft.realTime();
    draft.addObjective({
      measure: id,
      tier,
      severities: [severity],
      target: { within: durationOf(seconds) },
      calendar,
    });
  }
  // Whether a reminder is sent has nothing to do with the targets.
  row.value("escalation_enabled");
}
