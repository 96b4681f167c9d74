/** Everything that the parts of the dashboard show of one month. */

import { compareMonths, type MonthComparison } from "./months.js";
import type { Commitment, Part } from "./commitments.js";
import type { ServiceDays } from "./logs.js";
import { unevaluatedRows } from "../report/coverage.js";
import { Cites } from "../shared/policy-text.js";
import type { ViewContext } from "../shared/element.js";
import { numbersIn } from "../../text/numbers.js";
import { monthBefore } from "../../text/periods.js";
import type { AvailabilityResult, MonthAvailability, ReportResult } from "../../index.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface Page {
  view: ViewContext;
  month: string;
  monthName: string;
  /** Name of the month before. */
  before: string;
  /** The report over the whole log, and over the month alone. */
  whole: ReportResult;
  detail: ReportResult;
  all: MonthComparison;
  critical: MonthComparison;
  /** The most severe level. */
  severityId: string;
  severity: string;
  /** Whether the page shows availability. */
  hasAvailability: boolean;
  /** Null without a log of outages. */
  availability: MeasuredMonth | null;
  /** Downtime of the services day by day; empty without a log of outages. */
  days: readonly ServiceDays[];
  commitments: Record<Part, Commitment>;
}

/** The outages of the month. */
export interface MeasuredMonth {
  months: readonly MonthAvailability[];
  services: AvailabilityResult["services"];
  /** Undefined if the log does not cover the month. */
  month: MonthAvailability | undefined;
  before: MonthAvailability | undefined;
  /** Whether an outage of the month had not ended when the log was written. */
  ongoing: boolean;
  /** Rows of the log, and those that could not be evaluated. */
  rows: number;
  problems: number;
}

/** Returns the name of an exported file, without its extension. */
export const fileOf = ({ view, month }: Pick<Page, "view" | "month">, part: Part | "days"): string =>
  `${dashboardMessagesFor(view.language).file}-${month}-${part}`;

interface LogResults {
  whole: ReportResult;
  detail: ReportResult;
  outages: AvailabilityResult | null;
  days: readonly ServiceDays[];
}

/** Returns the content of the page of a month. */
export function pageOf(
  view: ViewContext,
  month: string,
  { whole, detail, outages, days }: LogResults,
  commitments: Page["commitments"],
): Page {
  const { language, description, say } = view;
  const { month: nameOf } = numbersIn(language);
  const [severest] = description.severities;
  const severityId = severest?.id ?? "";
  return {
    view,
    month,
    monthName: nameOf(month),
    before: nameOf(monthBefore(month)),
    whole,
    detail,
    all: compareMonths(whole, month),
    critical: compareMonths(whole, month, severityId),
    severityId,
    severity: say(severest?.name),
    hasAvailability: !commitments.availability.isExcluded,
    availability: outages === null ? null : measured(outages, month),
    days,
    commitments,
  };
}

/** Returns the outages of a month. */
export function measured(outages: AvailabilityResult, month: string): MeasuredMonth {
  const together = outages.services.find(({ service }) => service === null);
  const months = together?.months ?? [];
  return {
    months,
    services: outages.services,
    month: months.find((each) => each.month === month),
    before: months.find((each) => each.month === monthBefore(month)),
    ongoing: (together?.ongoing ?? false) && month === months.at(-1)?.month,
    rows: outages.rows,
    problems: unevaluatedRows(outages),
  };
}

interface SectionProps {
  view: ViewContext;
  name: string;
  heading: string;
  commitment: Commitment;
  children: ComponentChildren;
}

/** Shows a part of the dashboard under its heading, with the clauses that promise it. */
export function Section({ view, name, heading, commitment, children }: SectionProps) {
  const id = useId();
  return (
    <section class={name} aria-labelledby={id}>
      <h3 id={id}>
        {heading} <Cites view={view} clauses={commitment.clauses} />
      </h3>
      {children}
    </section>
  );
}
