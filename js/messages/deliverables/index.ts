/** The texts of `<slo-deliverables>`. */

import { pick } from "../pick.js";
import { en } from "./en.js";
import { frCA } from "./fr-CA.js";

export interface DeliverablesMessages {
  tier: string;
  from: string;
  until: string;
  time: string;
  timeHelp: string;
  zone: string;
  /** The browser does not know the time zone. */
  badZone: string;
  months(count: number): string;
  badPeriod: string;
  /** Caption of the list, with the name of the tier. */
  caption(tier: string): string;
  columns: { what: string; cadence: string; next: string };
  cadence: Record<"continuous" | "daily" | "weekly" | "monthly" | "quarterly" | "yearly", string>;
  /** How many dates follow the next one in the period. */
  dates(count: number): string;
  /** The answers to a context question with which the service is delivered. */
  condition(question: string, answers: string[]): string;
  month: {
    heading: string;
    before: string;
    after: string;
    nothing: string;
    /** Services of every day, which the calendar of a month leaves out. */
    daily(names: string[]): string;
  };
  /** Continuous services, which have no dates. */
  continuous(names: string[]): string;
  nothing: string;
  download: string;
  downloadHelp: string;
  fileName: string;
  /** Line in an entry of the calendar. */
  entry(tier: string, clause: string | null): string;
}

export const deliverablesMessagesFor = pick(frCA, en);
