/** Views of a valid policy: its questionnaire, its table, the elements with it, and a comparison. */

import { useEffect, useRef } from "preact/hooks";
import type { Policy } from "../../js/index.js";
import type { SloElement } from "../../js/elements/index.js";
import type { Language } from "../language.js";
import type { PolicyMessages } from "../messages/policy/messages.js";
import { Comparison } from "./comparison.js";
import { Questionnaire } from "./questionnaire.js";
import { Table } from "./table.js";

export interface UseProps {
  policy: Policy;
  messages: PolicyMessages;
  language: Language;
}

export function Use(props: UseProps) {
  const { messages, policy } = props;
  const hasQuestions = (policy.toJSON().questions ?? []).length > 0;
  return (
    <>
      {hasQuestions && (
        <>
          <section aria-labelledby="questionnaire-heading">
            <h2 id="questionnaire-heading">{messages.use.questionnaire}</h2>
            <p class="hint">{messages.use.questionnaireHint}</p>
            <Questionnaire {...props} />
          </section>
          <section aria-labelledby="table-heading">
            <h2 id="table-heading">{messages.use.table}</h2>
            <Table {...props} />
          </section>
        </>
      )}
      <section aria-labelledby="trial-heading">
        <h2 id="trial-heading">{messages.use.trial}</h2>
        <p class="hint">{messages.use.trialHint}</p>
        <div class="trial">
          {hasQuestions && <Live tag="slo-wizard" {...props} />}
          {(policy.toJSON().tiers ?? []).length > 0 && <Live tag="slo-calculator" {...props} />}
        </div>
      </section>
      <section aria-labelledby="compare-heading">
        <h2 id="compare-heading">{messages.use.compare}</h2>
        <p class="hint">{messages.use.compareHint}</p>
        <Comparison {...props} />
      </section>
    </>
  );
}

/** An element that is given the policy itself: a copy, which lives as long as the element. */
function Live({ tag, policy, language }: UseProps & { tag: "slo-wizard" | "slo-calculator" }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = document.createElement(tag) as SloElement;
    element.setAttribute("permalink", "off");
    element.lang = language;
    holder.current?.replaceChildren(element);
    void customElements.whenDefined(tag).then(() => {
      element.policy = policy.toJSON();
    });
  }, [policy]);
  return <div ref={holder} />;
}
