import { chartsMessagesFor } from "../../messages/charts/index.js";
import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import { numbersIn } from "../report/numbers.js";
import type { Page } from "./page.js";

/** The four figures of the month, each with what it means beside the month before. */
export function Figures({ page }: { page: Page }) {
  const { scene, all, critical, severity, before, availability, hasAvailability } = page;
  const { language, format } = scene;
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
          value={measured === undefined ? "—" : words.availabilityOf(measured.availability)}
          notes={[
            measured === undefined
              ? words.notes.noFile
              : measured.lostSeconds === 0
                ? words.notes.noOutage
                : words.notes.lost(format.duration(measured.lostSeconds)),
          ]}
        />
      )}
    </dl>
  );
}

function Figure({ name, value, notes }: { name: string; value: string; notes: readonly string[] | null }) {
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
