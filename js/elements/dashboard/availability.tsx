import { DayBars, daysTable } from "./day-bars.js";
import { DowntimeChart, downtimeTable } from "./downtime-chart.js";
import { Section, fileOf, type Page } from "./page.js";
import { SaveChart } from "../report/exports.js";
import { chartsMessagesFor } from "../../messages/charts/index.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import type { ComponentChildren } from "preact";

/** Most services in the list on a page with cases, which has no room for more on paper. */
const listed = 5;

/** The part of a page that shows availability. */
export type AvailabilityPart = Pick<
  Page,
  "view" | "month" | "monthName" | "before" | "availability" | "days" | "commitments"
>;

/** Shows the availability in the month from an outage log; without one, `children` offer the choice of a file. */
export function Availability({ page, children }: { page: AvailabilityPart; children: ComponentChildren }) {
  const { view, availability, commitments } = page;
  return (
    <Section
      view={view}
      name="availability"
      heading={dashboardMessagesFor(view.language).availability.heading}
      commitment={commitments.availability}
    >
      {availability === null ? children : <MonthOfOutages page={page} printsDays={false} />}
    </Section>
  );
}

/** Shows the outages of a month: a sentence, the months, the days, and the services. `printsDays` on a page without cases. */
export function MonthOfOutages({ page, printsDays }: { page: AvailabilityPart; printsDays: boolean }) {
  const { view, availability, month, monthName, before } = page;
  const { format } = view;
  const { availability: words, availabilityOf } = dashboardMessagesFor(view.language);
  if (availability === null) return null;
  const now = availability.month;
  if (now === undefined) return <p>{words.outside(monthName)}</p>;
  const note = availability.problems === 0 ? null : words.problems(availability.problems, availability.rows);
  const months = availability.months.filter((each) => each.month <= month).slice(-12);
  return (
    <>
      <p>
        {now.availability === null
          ? words.unreadable
          : now.lostSeconds === 0
            ? note === null
              ? words.none(monthName)
              : words.noneRead(monthName)
            : words.summary(
                note === null ? availabilityOf(now.availability) : words.atMost(availabilityOf(now.availability)),
                monthName,
                now.outages,
                format.duration(now.lostSeconds),
                format.duration(now.longestSeconds),
              )}
        {availability.before?.availability != null &&
          ` ${words.before(availabilityOf(availability.before.availability), before)}`}
        {availability.ongoing && ` ${words.ongoing}`}
        {now.availability !== null && note !== null && ` ${note}`}
      </p>
      {now.availability !== null && (
        <>
          <DowntimeChart view={view} months={months} note={note}>
            <SaveChart
              view={view}
              file={fileOf(page, "availability")}
              table={() => ({ ...downtimeTable(view, months), note })}
            />
          </DowntimeChart>
          {/* A page with the cases beside has no room for them on paper. */}
          <div class={printsDays ? undefined : "no-print"}>
            {page.days.length > 0 && (
              <DayBars view={view} services={page.days} note={note}>
                <SaveChart
                  view={view}
                  file={fileOf(page, "days")}
                  table={() => ({ ...daysTable(view, page.days), note })}
                />
              </DayBars>
            )}
          </div>
          <Services page={page} most={printsDays ? Number.POSITIVE_INFINITY : listed} />
        </>
      )}
    </>
  );
}

/** Shows the services with downtime in the month, most downtime first. */
function Services({ page, most }: { page: AvailabilityPart; most: number }) {
  const { view, availability, month, monthName } = page;
  const { availability: words, availabilityOf } = dashboardMessagesFor(view.language);
  const { count } = chartsMessagesFor(view.language);
  const { duration } = view.format;
  const services = (availability?.services ?? [])
    .flatMap(({ service, months }) => {
      const of = months.find((each) => each.month === month);
      return service === null || of === undefined || of.lostSeconds === 0 ? [] : [{ service, of }];
    })
    .sort((one, other) => other.of.lostSeconds - one.of.lostSeconds);
  if (services.length === 0) return null;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.services(monthName)}>
      <table>
        <caption>{words.services(monthName)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.service}</th>
            <th scope="col">{words.columns.availability}</th>
            <th scope="col">{words.columns.downtime}</th>
            <th scope="col">{words.columns.outages}</th>
            <th scope="col">{words.columns.longest}</th>
          </tr>
        </thead>
        <tbody>
          {services.slice(0, most).map(({ service, of }) => (
            <tr key={service}>
              <th scope="row">{service || words.noName}</th>
              <td>{availabilityOf(of.availability)}</td>
              <td>{duration(of.lostSeconds)}</td>
              <td>{count(of.outages)}</td>
              <td>{duration(of.longestSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
