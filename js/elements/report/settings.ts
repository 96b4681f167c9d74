/** How a log is to be read, and which of its cases are asked for: what the manager sets, as options of a report. */

import { dayStart } from "../shared/dates.js";
import type { LogColumn, ReportOptions } from "../../index.js";

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

/** Which cases are asked for; an empty list, or null: all. */
export interface Filter {
  tiers: readonly string[];
  severities: readonly string[];
  /** As a report names them. */
  channels: readonly string[];
  /** First and last day of submission, in the zone of the settings. */
  from: string | null;
  to: string | null;
}

export const everything: Filter = { tiers: [], severities: [], channels: [], from: null, to: null };

export const isEverything = ({ tiers, severities, channels, from, to }: Filter): boolean =>
  tiers.length + severities.length + channels.length === 0 && from === null && to === null;

/** The needed columns, and those that are welcome. */
export const columnNames: readonly LogColumn[] = ["id", "tier", "severity", "submittedAt", "stoppedAt", "channel"];

/** As the engine takes them. */
export function optionsOf(settings: Settings, filter: Filter = everything): ReportOptions {
  const { columns, values, zone, tier, delimiter, asOf, measure } = settings;
  const { tiers, severities, channels, from, to } = filter;
  return {
    asOf: new Date(asOf).toISOString(),
    columns,
    values,
    zone,
    ...(tier === null ? {} : { tier }),
    ...(delimiter === null ? {} : { delimiter }),
    ...(measure === null ? {} : { measure }),
    only: {
      // To the engine an empty list means that no case is asked for.
      ...(tiers.length === 0 ? {} : { tiers: [...tiers] }),
      ...(severities.length === 0 ? {} : { severities: [...severities] }),
      ...(channels.length === 0 ? {} : { channels: [...channels] }),
      ...(from === null ? {} : { from: dayStart(zone, from) }),
      ...(to === null ? {} : { to: dayStart(zone, to, 1) }),
    },
  };
}
