/** What `<slo-deliverables>` says. */

export interface DeliverablesMessages {
  tier: string;
  from: string;
  until: string;
  time: string;
  timeHelp: string;
  zone: string;
  /** The host knows no time zone of that name. */
  badZone: string;
  months(count: number): string;
  badPeriod: string;
  caption(tier: string): string;
  columns: { what: string; cadence: string; next: string };
  cadence: Record<"continuous" | "daily" | "weekly" | "monthly" | "quarterly" | "yearly", string>;
  /** How many dates stand in the period. */
  dates(count: number): string;
  condition(question: string, answers: string[]): string;
  month: {
    heading: string;
    before: string;
    after: string;
    nothing: string;
    /** What is left out of the picture of a month. */
    daily(names: string[]): string;
  };
  /** What goes on all the time has no dates. */
  continuous(names: string[]): string;
  nothing(tier: string): string;
  download: string;
  downloadHelp: string;
  fileName: string;
  /** In an entry of the calendar. */
  entry(tier: string, clause: string | null): string;
}
