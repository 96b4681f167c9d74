import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import type { Page } from "./page.js";
import { Section } from "./section.js";

/** Missed cases that are listed: a page has room for no more. */
const listed = 5;

/** The most severe cases of the month, and what became of them. */
export function Critical({ page }: { page: Page }) {
  const { scene, detail, severity, severityId, monthName, promises, critical } = page;
  const { format } = scene;
  const words = dashboardMessagesFor(scene.language).critical;
  const groups = detail.groups.filter((group) => group.tier !== null && group.severity === severityId);
  const running = groups.reduce((sum, group) => sum + group.running, 0);
  // One tier alone has its percentiles; those of several cannot be put together.
  const [only] = groups.length === 1 ? groups : [];
  const misses = detail.misses.filter((miss) => miss.severity === severityId);
  const { cases, met, missed } = critical.now;
  return (
    <Section scene={scene} name="critical" heading={words.heading} promise={promises.critical}>
      <p>
        {cases === 0 ? words.none(severity, monthName) : words.summary(cases, severity, monthName, met, missed)}
        {only?.p50 != null &&
          only.p95 !== null &&
          ` ${words.took(format.duration(only.p50), format.duration(only.p95))}`}
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
