import { useMemo, useState } from "preact/hooks";

import { tiersMessagesFor } from "../../messages/tiers/index.js";
import { ContextChoice, withAnswer } from "../shared/context-choice.js";
import type { Scene } from "../shared/element.js";
import { Compare } from "./compare.js";
import { Features } from "./features.js";
import { ownValue } from "../shared/own.js";

interface Props {
  scene: Scene;
  /** The customer's own. */
  tier: string | null;
  severity: string | null;
  submittedAt: number | null;
  context: Record<string, string>;
}

/** The features of each tier, as far as they apply to the customer, and the objectives that another tier would bring. */
export function Tiers({ scene, tier, severity, submittedAt, context: given }: Props) {
  const { description } = scene;
  const words = tiersMessagesFor(scene.language);
  const [context, setContext] = useState(given);
  const asked = useMemo(() => {
    const ids = new Set((description.features ?? []).flatMap(({ when }) => Object.keys(when ?? {})));
    return (description.context ?? []).filter(({ id }) => ids.has(id));
  }, [description]);
  return (
    <div class="tiers">
      {asked.length > 0 && (
        <section class="no-print" part="filter">
          <h2>{words.filter}</h2>
          <div class="filters">
            {asked.map((question) => (
              <ContextChoice
                key={question.id}
                scene={scene}
                question={question}
                value={ownValue(context, question.id)}
                open={words.any}
                onChoice={(value) => setContext(withAnswer(context, question.id, value))}
              />
            ))}
          </div>
        </section>
      )}
      <Features scene={scene} tier={tier} context={context} />
      <Compare scene={scene} tier={tier} severity={severity} submittedAt={submittedAt} context={context} />
    </div>
  );
}
