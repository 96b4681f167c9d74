import type { ComponentChildren } from "preact";

import { chartsMessagesFor } from "../../messages/charts/index.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import { MonthsChart } from "../report/charts/index.js";
import { periodsTable } from "../report/chart-tables.js";
import { numbersIn } from "../report/numbers.js";
import { SaveChart } from "../report/save-chart.js";
import { Mark, rankOf } from "../shared/marks.js";
import type { Compared } from "./months.js";
import { compared } from "./months.js";
import { fileOf, type Page } from "./page.js";
import { Section } from "./section.js";

/** Months that the picture shows. */
const shown = 12;

/** Cases and attainment of the month, by severity, and how they developed. */
export function Cases({ page }: { page: Page }) {
  const { scene, whole, month, monthName, before, all, promises } = page;
  const { description, say, language } = scene;
  const words = dashboardMessagesFor(language).cases;
  const earliest = whole.months
    .map((each) => each.month)
    .filter((each) => each <= month)
    .sort();
  const latest = new Set([...new Set(earliest)].slice(-shown));
  const months = whole.months.filter((each) => latest.has(each.month));
  const others = all.now.cases - all.now.met - all.now.missed;
  const rows = description.severities.map(({ id, name }) => ({ id, name: say(name), of: compared(whole, month, id) }));
  return (
    <Section scene={scene} name="cases" heading={words.heading} promise={promises.cases}>
      <p>
        {words.summary(all.now.cases, monthName, all.before === null ? null : all.now.cases - all.before.cases, before)}
        {others > 0 && ` ${words.notStated(others)}`}
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.caption(monthName, before)}>
        <table class="severities">
          <caption>{words.caption(monthName, before)}</caption>
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
      <MonthsChart scene={scene} isLow months={months}>
        <SaveChart scene={scene} file={fileOf(page, "cases")} table={() => periodsTable(scene, "month", months)} />
      </MonthsChart>
    </Section>
  );
}

function Row({ page, of, children }: { page: Page; of: Compared; children: ComponentChildren }) {
  const words = dashboardMessagesFor(page.scene.language).cases;
  const { count } = chartsMessagesFor(page.scene.language);
  const { share, points } = numbersIn(page.scene.language);
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
