import { type AvailabilityPart, MonthOfOutages } from "./availability.js";
import type { Part, Commitment } from "./commitments.js";
import type { ServiceDays } from "./logs.js";
import { Figure } from "./month-page.js";
import { measured } from "./page.js";
import { Problems } from "../report/problems.js";
import { Cites } from "../shared/policy-text.js";
import type { ViewContext } from "../shared/element.js";
import { numbersIn } from "../../text/numbers.js";
import { monthBefore } from "../../text/periods.js";
import { chartsMessagesFor } from "../../messages/charts/index.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import type { AvailabilityResult } from "../../index.js";
import type { RefObject } from "preact";
import { useId } from "preact/hooks";

interface Props {
  view: ViewContext;
  month: string;
  outages: AvailabilityResult;
  days: readonly ServiceDays[];
  commitments: Record<Part, Commitment>;
  zone: string;
  asOf: number;
  isSample: boolean;
  heading: RefObject<HTMLHeadingElement | null>;
}

/** Returns the months that an outage log covers, earliest first. */
export const outageMonths = ({ services }: AvailabilityResult): string[] =>
  (services.find(({ service }) => service === null)?.months ?? []).map(({ month }) => month);

/** Shows the printable page of a month of outages, without cases. */
export function AvailabilityPage(props: Props) {
  const { view, month, outages, days, commitments, zone, asOf, isSample, heading } = props;
  const { description, say, format, language } = view;
  const words = dashboardMessagesFor(language);
  const { month: nameOf } = numbersIn(language);
  const id = useId();
  const page: AvailabilityPart = {
    view,
    month,
    monthName: nameOf(month),
    before: nameOf(monthBefore(month)),
    availability: measured(outages, month),
    days,
    commitments,
  };
  return (
    <article class="page outages-only" part="page" aria-labelledby={id}>
      <header>
        <h2 id={id} tabIndex={-1} ref={heading}>
          {words.availability.title(page.monthName)} <Cites view={view} clauses={commitments.availability.clauses} />
        </h2>
        <p class="muted">
          {say(description.title)}. {words.availability.source(zone.replaceAll("_", " "), format.dateTime(asOf))}{" "}
          {isSample && <strong>{words.sample}</strong>}
        </p>
      </header>
      <Figures page={page} />
      <section class="availability" aria-labelledby={id}>
        <MonthOfOutages page={page} printsDays />
      </section>
      <Problems view={view} problems={outages.problems} />
    </article>
  );
}

/** Shows the figures of the month; none if it has none. */
function Figures({ page: { view, availability } }: { page: AvailabilityPart }) {
  const words = dashboardMessagesFor(view.language);
  const { count } = chartsMessagesFor(view.language);
  const now = availability?.month;
  if (availability === null || now === undefined || now.availability === null) return null;
  const share = words.availabilityOf(now.availability);
  const down = availability.services.filter(
    ({ service, months }) =>
      service !== null && months.some((each) => each.month === now.month && each.lostSeconds > 0),
  );
  const { columns } = words.availability;
  return (
    <dl class="key-figures">
      <Figure
        name={words.figures.availability}
        value={availability.problems > 0 ? words.availability.atMost(share) : share}
        notes={null}
      />
      <Figure name={columns.downtime} value={view.format.duration(now.lostSeconds)} notes={null} />
      <Figure name={columns.outages} value={count(now.outages)} notes={null} />
      <Figure name={words.figures.services} value={count(down.length)} notes={null} />
    </dl>
  );
}
