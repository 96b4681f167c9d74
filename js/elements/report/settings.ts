/** Settings and filter of a report, and the options of the engine that follow. */

import { dayStart } from "../../text/periods.js";
import type { DateOrder, ElapsedUnit, LogColumn, ReportOptions } from "../../index.js";

/** Settings that the file does not contain, or that override it. */
export interface Settings {
  /** Indexes of the columns; the others are detected. */
  columns: Partial<Record<LogColumn, number>>;
  values: { tier: Record<string, string>; severity: Record<string, string> };
  /** Time zone of weeks and hours, and of times without a UTC offset. */
  zone: string;
  /** The tier of every case, if the file has no tier column. */
  tier: string | null;
  /** The severity of every case, if the file has no such column. */
  severity: string | null;
  /** The delimiter; null: detected. */
  delimiter: string | null;
  /** The help desk whose export the file is; null: detected. */
  preset: string | null;
  dateOrder: DateOrder;
  /** Index of a column of durations in place of the stop, and their unit; null: detected. */
  elapsed: number | null;
  elapsedUnit: ElapsedUnit | null;
  /** Index of a column of due times; null: detected. */
  dueAt: number | null;
  /** Lines before the header; null: detected. */
  skipLines: number | null;
  /** Columns of facts that choose the objective, by the context question or "zone". */
  context: Record<string, number>;
  /** Open cases are evaluated as of this time, in milliseconds since 1970. */
  asOf: number;
  measure: string | null;
}

/** The filter; an empty list or null means all. */
export interface Filter {
  tiers: readonly string[];
  severities: readonly string[];
  /** Names of channels as in the report. */
  channels: readonly string[];
  /** First and last day of submission, in the zone of the settings. */
  from: string | null;
  to: string | null;
  /** Hours of the week of submission, in the same zone. */
  hours: readonly HourOfWeek[];
}

export type HourOfWeek = NonNullable<NonNullable<ReportOptions["only"]>["hours"]>[number];

export const noFilter: Filter = { tiers: [], severities: [], channels: [], from: null, to: null, hours: [] };

export const isUnfiltered = ({ tiers, severities, channels, from, to, hours }: Filter): boolean =>
  tiers.length + severities.length + channels.length + hours.length === 0 && from === null && to === null;

/** The required and the optional columns. */
export const columnNames: readonly LogColumn[] = [
  "id",
  "tier",
  "severity",
  "submittedAt",
  "submittedTime",
  "stoppedAt",
  "stoppedTime",
  "status",
  "channel",
];

/** The settings of a file of which nothing is known yet. */
export const unsetColumns = {
  columns: {},
  severity: null,
  preset: null,
  dateOrder: "auto",
  elapsed: null,
  elapsedUnit: null,
  dueAt: null,
  skipLines: null,
  context: {},
} satisfies Partial<Settings>;

/** Returns the options for the engine. */
export function optionsOf(settings: Settings, filter: Filter = noFilter): ReportOptions {
  const { columns, values, zone, tier, severity, delimiter, asOf, measure } = settings;
  const { preset, dateOrder, elapsed, elapsedUnit, dueAt, skipLines, context } = settings;
  const { tiers, severities, channels, from, to, hours } = filter;
  return {
    asOf: new Date(asOf).toISOString(),
    columns,
    values,
    zone,
    ...(tier === null ? {} : { tier }),
    ...(delimiter === null ? {} : { delimiter }),
    ...(measure === null ? {} : { measure }),
    ...(severity === null ? {} : { severity }),
    ...(preset === null ? {} : { preset }),
    ...(dateOrder === "auto" ? {} : { dateOrder }),
    ...(elapsed === null
      ? {}
      : { elapsed: { column: elapsed, ...(elapsedUnit === null ? {} : { unit: elapsedUnit }) } }),
    ...(dueAt === null ? {} : { dueAt }),
    ...(skipLines === null ? {} : { skipLines }),
    ...(Object.keys(context).length === 0 ? {} : { context }),
    only: {
      // For the engine, an empty list would mean no cases.
      ...(tiers.length === 0 ? {} : { tiers: [...tiers] }),
      ...(severities.length === 0 ? {} : { severities: [...severities] }),
      ...(channels.length === 0 ? {} : { channels: [...channels] }),
      ...(from === null ? {} : { from: dayStart(zone, from) }),
      ...(to === null ? {} : { to: dayStart(zone, to, 1) }),
      ...(hours.length === 0 ? {} : { hours: [...hours] }),
    },
  };
}
