import { Availability } from "./availability.js";
import { Cases, Critical, Status } from "./cases.js";
import { ChooseFile } from "./choose.js";
import type { Page } from "./page.js";
import { tierName } from "../report/comparison.js";
import type { Standing } from "../report/outcome.js";
import type { Settings } from "../report/settings.js";
import { Cause, coverageSentence } from "../report/coverage.js";
import { Cites } from "../shared/policy-text.js";
import { numbersIn } from "../../text/numbers.js";
import { chartsMessagesFor } from "../../messages/charts/index.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import type { RefObject } from "preact";
import { useId } from "preact/hooks";

interface Props {
  page: Page;
  settings: Settings;
  tier: string | null;
  standing: Standing;
  isSample: boolean;
  heading: RefObject<HTMLHeadingElement | null>;
  /** Notes of the visitor on projects, which are not in a log. */
  notes: string;
  onNotes(notes: string): void;
  onOutages(file: File): void;
  /** Asks for the meaning of unknown values. */
  onValues(): void;
}

/** Shows the printable page of a month. */
export function MonthPage(props: Props) {
  const { page, settings, tier, standing, isSample, heading, notes, onNotes, onOutages, onValues } = props;
  const { view, commitments, monthName, hasAvailability } = page;
  const { description, say, format, language } = view;
  const words = dashboardMessagesFor(language);
  const id = useId();
  return (
    <article class="page" part="page" aria-labelledby={id}>
      <header>
        <h2 id={id} tabIndex={-1} ref={heading}>
          {words.title(monthName)} <Cites view={view} clauses={commitments.dashboard.clauses} />
        </h2>
        <p class="muted">
          {say(description.title)}. {words.source(settings.zone.replaceAll("_", " "), format.dateTime(settings.asOf))}{" "}
          <span part="standing">
            {standing === "unspecified" ? view.messages.result.objectiveOnly : view.messages.result.standing[standing]}
          </span>{" "}
          {isSample && <strong>{words.sample}</strong>}
        </p>
        {coverageSentence(view, page.whole) !== null && <p class="covered">{coverageSentence(view, page.whole)}</p>}
        <Cause view={view} result={page.whole} onValues={onValues} />
        {tier !== null && commitments.dashboard.isExcluded && <p>{words.notIncluded(tierName(view, tier))}</p>}
      </header>
      <Figures page={page} />
      <Cases page={page} />
      <div class="beside">
        <Critical page={page} />
        <Status page={page} notes={notes} onNotes={onNotes} />
      </div>
      {hasAvailability && (
        <Availability page={page}>
          <ChooseFile label={words.availability.choose} describedBy={`${id}-outages`} onFile={onOutages} />
          <p id={`${id}-outages`} class="small muted">
            {words.availability.help}
          </p>
        </Availability>
      )}
    </article>
  );
}

/** Shows the four figures of the month, each compared with the month before. */
export function Figures({ page }: { page: Page }) {
  const { view, all, critical, severity, before, availability, hasAvailability } = page;
  const { language, format } = view;
  const words = dashboardMessagesFor(language);
  const { count } = chartsMessagesFor(language);
  const { share, points } = numbersIn(language);
  const change = () => {
    if (all.difference === null) return null;
    const sign = Math.abs(all.difference) < 0.0005 ? 0 : all.difference > 0 ? 1 : -1;
    const text = words.notes.points(points(all.difference), sign, before);
    if (sign === 0) return [text];
    return all.kind === "alike"
      ? [text, words.notes.chance]
      : all.kind === null
        ? [text, words.notes.fewCases]
        : [text];
  };
  const measured = availability?.month;
  return (
    <dl class="key-figures">
      <Figure
        name={words.figures.cases}
        value={count(all.now.cases)}
        notes={all.before === null ? null : [words.notes.moreCases(all.now.cases - all.before.cases, before)]}
      />
      <Figure name={words.figures.attainment} value={all.share === null ? "—" : share(all.share)} notes={change()} />
      <Figure
        name={words.figures.critical(severity)}
        value={count(critical.now.cases)}
        notes={critical.now.cases === 0 ? null : [words.notes.missed(critical.now.missed)]}
      />
      {hasAvailability && (
        <Figure
          name={words.figures.availability}
          value={
            measured?.availability == null
              ? "—"
              : (availability?.problems ?? 0) > 0
                ? words.availability.atMost(words.availabilityOf(measured.availability))
                : words.availabilityOf(measured.availability)
          }
          notes={[
            measured === undefined
              ? words.notes.noFile
              : measured.availability === null
                ? words.notes.unreadable
                : measured.lostSeconds === 0 && availability?.problems === 0
                  ? words.notes.noOutage
                  : words.notes.downtime(format.duration(measured.lostSeconds)),
          ]}
        />
      )}
    </dl>
  );
}

/** Shows a figure under its name. */
export function Figure({ name, value, notes }: { name: string; value: string; notes: readonly string[] | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {notes?.map((note) => (
          <span key={note} class="note">
            {note}
          </span>
        ))}
      </dd>
    </div>
  );
}
