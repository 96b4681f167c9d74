import { intakeMessagesFor } from "../../messages/intake.js";
import type { CaseInLanguage } from "../handover/fields.js";
import { linesOf } from "../handover/text.js";
import type { ViewContext } from "../shared/element.js";
import { Mark, rankOf } from "../shared/marks.js";

interface Props {
  view: ViewContext;
  cases: readonly CaseInLanguage[];
}

/** Shows the case for print, on one page in one language: with the number to call, and lines to write on during the call. */
export function Sheet({ view, cases }: Props) {
  return (
    <div class="sheet">
      {cases.map(({ wording, model }) => {
        const words = intakeMessagesFor(wording.language).sheet;
        const lines = linesOf(model, wording);
        const blanks = [
          ...(model.phone === null ? [wording.words.call] : []),
          ...(model.number === null ? [wording.words.number] : []),
          words.spokenWith,
          words.notes,
        ];
        return (
          <section key={wording.language} lang={wording.language}>
            <h2>
              <Mark rank={rankOf(view.description.severities, model.severity.id)} /> {model.summary}
            </h2>
            <dl class="facts">
              {lines
                .filter(({ isParagraph, name }) => !isParagraph && name !== wording.words.link)
                .map(({ name, value }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              {blanks.map((name) => (
                <div key={name} class="blank">
                  <dt>{name}</dt>
                  <dd />
                </div>
              ))}
            </dl>
            {lines
              .filter(({ isParagraph }) => isParagraph)
              .map(({ name, value }) => (
                <div key={name}>
                  <h3>{name}</h3>
                  <p class="written">{value}</p>
                </div>
              ))}
            {model.standingText !== "" && <p class="small">{model.standingText}</p>}
          </section>
        );
      })}
    </div>
  );
}
