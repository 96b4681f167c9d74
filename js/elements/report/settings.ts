/** How a log is to be read, and which of its cases are asked for: what the manager sets, as options of a report. */

import type { LogColumn, ReportOptions } from "../../index.js";
import { instantOf } from "./days.js";

/** What the file alone does not tell, or tells wrongly. */
export interface Settings {
  /** By index; what is left out is guessed. */
  columns: Partial<Record<LogColumn, number>>;
  values: { tier: Record<string, string>; severity: Record<string, string> };
  /** Of weeks and hours, and of timestamps that carry no offset. */
  zone: string;
  /** Of every case, where the file has no such column. */
  tier: string | null;
  /** What stands between columns; null: found out. */
  delimiter: string | null;
  /** Open cases are judged as of then: milliseconds since 1970. */
  asOf: number;
  measure: string | null;
}

/** Which cases are asked for; null: all. */
export interface Filter {
  tier: string | null;
  severity: string | null;
  channel: string | null;
  /** First and last day of submission, in the zone of the settings. */
  from: string | null;
  to: string | null;
}

export const everything: Filter = { tier: null, severity: null, channel: null, from: null, to: null };

export const isEverything = (filter: Filter): boolean => Object.values(filter).every((value) => value === null);

/** The needed columns, and those that are welcome. */
export const columnNames: readonly LogColumn[] = ["id", "tier", "severity", "submittedAt", "stoppedAt", "channel"];

/** As the engine takes them. */
export function optionsOf(settings: Settings, filter: Filter = everything): ReportOptions {
  const { columns, values, zone, tier, delimiter, asOf, measure } = settings;
  const { from, to } = filter;
  return {
    asOf: new Date(asOf).toISOString(),
    columns,
    values,
    zone,
    ...(tier === null ? {} : { tier }),
    ...(delimiter === null ? {} : { delimiter }),
    ...(measure === null ? {} : { measure }),
    only: {
      ...(filter.tier === null ? {} : { tiers: [filter.tier] }),
      ...(filter.severity === null ? {} : { severities: [filter.severity] }),
      ...(filter.channel === null ? {} : { channels: [filter.channel] }),
      ...(from === null ? {} : { from: instantOf(zone, from) }),
      ...(to === null ? {} : { to: instantOf(zone, to, 1) }),
    },
  };
}
