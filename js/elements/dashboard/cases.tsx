import { MonthsChart } from "../../charts/index.js";
import { compareMonths, type MonthComparison } from "./months.js";
import { Section, fileOf, type Page } from "./page.js";
import { coverageSentence } from "../report/coverage.js";
import { SaveChart } from "../report/exports.js";
import { periodsTable } from "../report/tables.js";
import { Mark, rankOf } from "../shared/marks.js";
import { numbersIn } from "../../text/numbers.js";
import { chartsMessagesFor } from "../../messages/charts/index.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** Number of months in the chart. */
const shown = 12;

/** Shows cases and attainment of the month by severity, and the trend. */
export function Cases({ page }: { page: Page }) {
  const { view, whole, month, monthName, before, all, commitments } = page;
  const { description, say, language } = view;
  const words = dashboardMessagesFor(language).cases;
  const earliest = whole.months
    .map((each) => each.month)
    .filter((each) => each <= month)
    .sort();
  const latest = new Set([...new Set(earliest)].slice(-shown));
  const months = whole.months.filter((each) => latest.has(each.month));
  const covered = coverageSentence(view, whole);
  const others = all.now.cases - all.now.met - all.now.missed;
  const rows = description.severities.map(({ id, name }) => ({
    id,
    name: say(name),
    of: compareMonths(whole, month, id),
  }));
  return (
    <Section view={view} name="cases" heading={words.heading} commitment={commitments.cases}>
      <p>
        {words.summary(all.now.cases, monthName, all.before === null ? null : all.now.cases - all.before.cases, before)}
        {others > 0 && ` ${words.notStated(others)}`}
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.caption(monthName, before)}>
        <table class="severities">
          <caption>
            {words.caption(monthName, before)}
            {covered !== null && `. ${covered}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.severity}</th>
              {/* A narrow window shows first what matters most. */}
              <th scope="col">{words.columns.attainment}</th>
              <th scope="col">{words.columns.points}</th>
              <th scope="col">{words.columns.cases}</th>
              <th scope="col">{words.columns.change}</th>
              <th scope="col">{words.columns.met}</th>
              <th scope="col">{words.columns.missed}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, of }) => (
              <Row key={id} page={page} of={of}>
                <span class="severity">
                  <Mark rank={rankOf(description.severities, id)} />
                  {name}
                </span>
              </Row>
            ))}
          </tbody>
          <tfoot>
            <Row page={page} of={all}>
              {words.all}
            </Row>
          </tfoot>
        </table>
      </div>
      <MonthsChart view={view} isLow months={months} note={covered}>
        <SaveChart view={view} file={fileOf(page, "cases")} table={() => periodsTable(view, "month", months, whole)} />
      </MonthsChart>
    </Section>
  );
}

function Row({ page, of, children }: { page: Page; of: MonthComparison; children: ComponentChildren }) {
  const words = dashboardMessagesFor(page.view.language).cases;
  const { count } = chartsMessagesFor(page.view.language);
  const { share, points } = numbersIn(page.view.language);
  const { now, before, difference } = of;
  const sign = difference === null || Math.abs(difference) < 0.0005 ? 0 : difference > 0 ? 1 : -1;
  return (
    <tr>
      <th scope="row">{children}</th>
      <td>{of.share === null ? "—" : share(of.share)}</td>
      <td>{difference === null ? "—" : words.points(points(difference), sign)}</td>
      <td>{count(now.cases)}</td>
      <td>{before === null ? "—" : words.change(now.cases - before.cases)}</td>
      <td>{count(now.met)}</td>
      <td>{count(now.missed)}</td>
    </tr>
  );
}

/** Most missed cases in the list, because a printed page has no room for more. */
const listed = 5;

/** Shows the most severe cases of the month and whether they met the objective. */
export function Critical({ page }: { page: Page }) {
  const { view, detail, severity, severityId, monthName, commitments, critical } = page;
  const { format } = view;
  const words = dashboardMessagesFor(view.language).critical;
  const groups = detail.groups.filter((group) => group.tier !== null && group.severity === severityId);
  const running = groups.reduce((sum, group) => sum + group.running, 0);
  // Percentiles exist for one tier alone; those of several tiers cannot be combined.
  const [only] = groups.length === 1 ? groups : [];
  const misses = detail.misses.filter((miss) => miss.severity === severityId);
  const { cases, met, missed } = critical.now;
  return (
    <Section view={view} name="critical" heading={words.heading} commitment={commitments.critical}>
      <p>
        {cases === 0 ? words.none(severity, monthName) : words.summary(cases, severity, monthName, met, missed)}
        {only?.p50 != null &&
          only.p95 !== null &&
          ` ${words.percentiles(format.duration(only.p50), format.duration(only.p95))}`}
        {running > 0 && ` ${words.running(running)}`}
      </p>
      {misses.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label={words.caption(severity)}>
          <table>
            <caption>{words.caption(severity)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.id}</th>
                <th scope="col">{words.columns.submitted}</th>
                <th scope="col">{words.columns.late}</th>
              </tr>
            </thead>
            <tbody>
              {misses.slice(0, listed).map(({ row, id, submittedAt, overrunSeconds }) => (
                <tr key={row}>
                  <th scope="row">{id || words.noId(row)}</th>
                  <td>{format.dateTime(submittedAt)}</td>
                  <td>{format.duration(overrunSeconds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {missed > listed && <p class="small muted">{words.more(missed - listed)}</p>}
    </Section>
  );
}

/** Shows open cases, unread rows, and a field for projects, which are not in a log. */
export function Status({ page, notes, onNotes }: { page: Page; notes: string; onNotes(notes: string): void }) {
  const { view, detail, whole, commitments } = page;
  const words = dashboardMessagesFor(view.language).status;
  const id = useId();
  const running = detail.groups.find(({ tier, severity }) => tier === null && severity === null)?.running ?? 0;
  const problems = whole.problems.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section view={view} name="status" heading={words.heading} commitment={commitments.status}>
      <p>
        {running === 0 ? words.noneRunning : words.running(running)}{" "}
        {problems === 0 ? words.noProblems : words.problems(problems)}
      </p>
      <div class={notes.trim() === "" ? "field projects no-print" : "field projects"}>
        <label for={id}>{words.projects}</label>
        <textarea
          id={id}
          class="no-print"
          rows={3}
          value={notes}
          aria-describedby={`${id}-help`}
          onInput={(event) => onNotes(event.currentTarget.value)}
        />
        <p id={`${id}-help`} class="small muted no-print">
          {words.projectsHelp}
        </p>
        {/* A control prints as much as it shows. */}
        <p class="printed" aria-hidden="true">
          {notes}
        </p>
      </div>
    </Section>
  );
}
