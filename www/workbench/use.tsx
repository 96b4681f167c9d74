/** Views of a policy that can be loaded: its questionnaire, its decision table, a calculator, and a comparison with another version. */

import { useEffect, useRef, useState } from "preact/hooks";

import type { SloElement } from "../../js/elements/index.js";
import { CaseSloError, diffPolicies, loadPolicy } from "../../js/index.js";
import { changeMessagesFor } from "../../js/messages/changes.js";
import type { ChangeRow } from "../../js/text/changes.js";
import type { Language } from "../site.js";
import { Decision, type PolicyViewProps } from "./decision.js";

export function PolicyViews(props: PolicyViewProps) {
  const { messages, policy } = props;
  const hasQuestions = (policy.toJSON().questions ?? []).length > 0;
  return (
    <>
      {hasQuestions && <Decision {...props} />}
      <section aria-labelledby="trial-heading">
        <h2 id="trial-heading">{messages.use.trial}</h2>
        <p class="hint">{messages.use.trialHint}</p>
        <div class="trial">
          {hasQuestions && <LivePolicy tag="slo-wizard" {...props} />}
          {(policy.toJSON().tiers ?? []).length > 0 && <LivePolicy tag="slo-calculator" {...props} />}
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

/** Shows an element with a copy of the policy, which lives as long as the element. */
function LivePolicy({ tag, policy, language }: PolicyViewProps & { tag: "slo-wizard" | "slo-calculator" }) {
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

export function Comparison({ policy, messages, language }: PolicyViewProps) {
  const [rows, setRows] = useState<ChangeRow[]>([]);
  const [status, setStatus] = useState("");

  const compare = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    try {
      // Only a comparison needs the words of every part of a policy.
      const { changeRows } = await import("../../js/text/changes.js");
      const before = loadPolicy(await chosen.text());
      const found = diffPolicies(before, policy);
      const documents = { before: before.toJSON(), after: policy.toJSON() };
      before.free();
      const changes = changeRows(found, documents, language);
      setRows(changes);
      setStatus(changes.length === 0 ? messages.use.same : messages.use.changes(changes.length));
    } catch (error) {
      if (!(error instanceof CaseSloError)) throw error;
      setRows([]);
      setStatus(messages.use.unusable);
    }
  };
  return (
    <>
      <label class="button">
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => void compare(event.currentTarget.files?.[0])}
        />
        {messages.use.chooseOther}
      </label>
      <p role="status">{status}</p>
      <Changes rows={rows} language={language} />
    </>
  );
}

/** Shows changes as a table with a group for each kind. */
function Changes({ rows, language }: { rows: readonly ChangeRow[]; language: Language }) {
  const m = changeMessagesFor(language);
  if (rows.length === 0) return null;
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return (
    <div class="scroll" tabIndex={0} role="group" aria-labelledby="compare-heading">
      <table class="changes">
        <thead>
          <tr>
            <th scope="col">{m.columns.part}</th>
            <th scope="col">{m.columns.before}</th>
            <th scope="col">{m.columns.after}</th>
          </tr>
        </thead>
        {kinds.map((kind) => (
          <tbody key={kind}>
            <tr>
              <th colSpan={3} scope="rowgroup">
                {m.kinds[kind]}
              </th>
            </tr>
            {rows
              .filter((row) => row.kind === kind)
              .map(({ part, before, after, note }, at) => (
                <tr key={at}>
                  <th scope="row">
                    {part}
                    {note !== null && (before ?? after) !== null && <span class="note">{note}</span>}
                  </th>
                  {(before ?? after) === null ? (
                    <td colSpan={2}>{note}</td>
                  ) : (
                    <>
                      <td>{before ?? m.nothing}</td>
                      <td>{after ?? m.nothing}</td>
                    </>
                  )}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
