import type { HandoverModel, Voice } from "../handover/model.js";
import { linesOf } from "../handover/text.js";
import { Mark, rankOf } from "../shared/marks.js";
import type { Scene } from "../shared/element.js";

interface Props {
  scene: Scene;
  cases: readonly { voice: Voice; model: HandoverModel }[];
}

/** The case on paper: one page, in each language that was asked for. */
export function Sheet({ scene, cases }: Props) {
  return (
    <div class="sheet">
      {cases.map(({ voice, model }) => {
        const lines = linesOf(model, voice);
        return (
          <section key={voice.language} lang={voice.language}>
            <h2>
              <Mark rank={rankOf(scene.description.severities, model.severity.id)} /> {model.summary}
            </h2>
            <dl class="facts">
              {lines
                .filter(({ isParagraph }) => !isParagraph)
                .map(({ name, value }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
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
