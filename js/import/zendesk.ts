/**
 * SLA policies, schedules and holidays as Zendesk returns them: GET /api/v2/slas/policies, /api/v2/business_hours/schedules
 * and /api/v2/business_hours/schedules/{id}/holidays.
 */

import { durationOf } from "../text/target-words.js";
import type { MeasureName, SeverityName } from "../messages/import.js";
import type { PolicyDraft } from "./draft.js";
import { calendarOf, dateOf, daysBetween, weekOf, zoneOf } from "./hours.js";
import { excerpt, type SourceObject } from "./source.js";

export const name = "Zendesk";

/** Returns whether an answer is one of Zendesk's. */
export const isOwn = (source: SourceObject): boolean =>
  ["sla_policies", "sla_policy", "schedules", "schedule", "holidays"].some((member) => source.has(member));

const priorities: readonly SeverityName[] = ["urgent", "high", "normal", "low"];

/** Metrics with the measure that comes nearest, and whether a policy counts it in another way. */
const metrics: Record<string, { measure: MeasureName; approximated?: "round" | "pauses" }> = {
  first_reply_time: { measure: "initial-response" },
  next_reply_time: { measure: "next-response", approximated: "round" },
  periodic_update_time: { measure: "update" },
  pausable_update_time: { measure: "update" },
  total_resolution_time: { measure: "resolution" },
  requester_wait_time: { measure: "requester-wait", approximated: "pauses" },
  agent_work_time: { measure: "agent-work", approximated: "pauses" },
};

/** Adds the SLA policies of the answers to a draft, with the schedules and holidays among them. */
export function read(sources: readonly SourceObject[], draft: PolicyDraft): void {
  const schedules = sources.flatMap((source) => [
    ...source.list("schedules"),
    ...(source.has("schedule") ? [source.object("schedule")] : []),
  ]);
  const holidays = sources.flatMap((source) => source.list("holidays"));
  const calendars = schedules.flatMap((schedule) =>
    schedule === undefined ? [] : readSchedule(schedule, holidays, draft),
  );
  const policies = sources.flatMap((source) => [
    ...source.list("sla_policies"),
    ...(source.has("sla_policy") ? [source.object("sla_policy")] : []),
  ]);
  draft.addPriorities();
  if (calendars.length > 1) draft.note("hours-chosen", schedules[0]?.path ?? "", calendars[0]?.name ?? "");
  for (const policy of policies) if (policy !== undefined) readPolicy(policy, calendars[0]?.id, draft);
}

/** Reads a schedule. Its intervals are minutes since the beginning of Sunday. */
function readSchedule(schedule: SourceObject, others: readonly SourceObject[], draft: PolicyDraft) {
  const title = schedule.text("name");
  const zone = zoneOf(draft, schedule.text("time_zone"), schedule.pathOf("time_zone"));
  const intervals = schedule.list("intervals").map((each): [number, number] => {
    const shift = (minutes: number | undefined) => ((minutes ?? 0) + 6 * 1_440) % (7 * 1_440);
    const opens = shift(each.number("start_time"));
    const length = (each.number("end_time") ?? 0) - (each.number("start_time") ?? 0);
    return [opens, opens + Math.max(0, length)];
  });
  const holidays = [...schedule.list("holidays"), ...others].flatMap((holiday) => {
    const [title, from, until] = [holiday.text("name"), holiday.text("start_date"), holiday.text("end_date")];
    const [first, last] = [dateOf(from), dateOf(until || from)];
    if (first === undefined || last === undefined) {
      draft.note("holiday-not-imported", holiday.path, title, from);
      return [];
    }
    return daysBetween(first, last).map((date) => ({ date, name: draft.text(title) }));
  });
  return { name: title, id: draft.addCalendar(title, calendarOf(zone, weekOf(intervals), holidays)) };
}

function readPolicy(policy: SourceObject, schedule: string | undefined, draft: PolicyDraft): void {
  const title = policy.text("title");
  const tier = draft.addTier(title, policy.text("description"));
  const conditions = policy.value("filter");
  const conditionsInWords = wordsOf(conditions);
  if (conditionsInWords !== "") draft.note("condition-not-imported", policy.pathOf("filter"), title, conditionsInWords);
  for (const metric of policy.list("policy_metrics")) readMetric(metric, tier, schedule, draft);
}

function readMetric(metric: SourceObject, tier: string, schedule: string | undefined, draft: PolicyDraft): void {
  const [kind, priority] = [metric.text("metric"), metric.text("priority").toLowerCase()];
  const known = Object.hasOwn(metrics, kind) ? metrics[kind] : undefined;
  const severity = priorities.find((each) => each === priority);
  const minutes = metric.number("target");
  const seconds = metric.number("target_in_seconds") ?? (minutes === undefined ? undefined : minutes * 60);
  const isBusiness = metric.value("business_hours") === true;
  if (known === undefined || severity === undefined) {
    draft.note("not-imported", metric.path, kind, `${priority} ${seconds === undefined ? "" : durationOf(seconds)}`);
    return;
  }
  // A priority without a target has null.
  if (seconds === undefined) return;
  const { measure, approximated } = known;
  const id = draft.addMeasure(measure, {
    ...(approximated === "pauses" || kind === "pausable_update_time" ? { pausable: true } : {}),
    ...(measure === "update" ? { startsAt: draft.addMeasure("initial-response"), repeats: true } : {}),
    ...(measure === "next-response" ? { startsAt: draft.addReplyEvent() } : {}),
  });
  if (approximated !== undefined) draft.note("measure-approximated", metric.pathOf("metric"), kind, approximated);
  const calendar = isBusiness ? (schedule ?? draft.assumedHours(metric.pathOf("business_hours"))) : draft.realTime();
  draft.addObjective({ measure: id, tier, severities: [severity], target: { within: durationOf(seconds) }, calendar });
}

/** Returns conditions in words: "type is incident". */
function wordsOf(filter: unknown): string {
  const lists = typeof filter === "object" && filter !== null ? Object.values(filter) : [];
  return lists
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((each) => {
      const { field, operator, value } = (each ?? {}) as Record<string, unknown>;
      return [field, operator, typeof value === "object" ? excerpt(value) : value].join(" ");
    })
    .join(", ");
}
