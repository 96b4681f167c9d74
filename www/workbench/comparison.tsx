/** Comparison of the policy with an earlier version. */

import { useState } from "preact/hooks";
import { CaseSloError, diffPolicies, loadPolicy, type PolicyChange } from "../../js/index.js";
import { nearestText } from "../language.js";
import { Answers, EngineSentence } from "./sentence.js";
import type { UseProps } from "./use.js";

export function Comparison({ policy, messages, language }: UseProps) {
  const [changes, setChanges] = useState<PolicyChange[] | null>(null);
  const [status, setStatus] = useState("");

  const compare = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    try {
      const before = loadPolicy(await chosen.text());
      const found = diffPolicies(before, policy);
      before.free();
      setChanges(found);
      setStatus(found.length === 0 ? messages.use.same : messages.use.changes(found.length));
    } catch (error) {
      if (!(error instanceof CaseSloError)) throw error;
      setChanges(null);
      setStatus(messages.use.unusable);
    }
  };
  const severityName = (id: string | null) =>
    id === null
      ? null
      : nearestText(language, policy.toJSON().severities.find((each) => each.id === id)?.name ?? { en: id });
  const sentence = ({ kind, count, before, after }: PolicyChange): string =>
    count === undefined || before === undefined || after === undefined
      ? messages.use.changed[kind]
      : messages.use.severityChanged(count, severityName(before), severityName(after));
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
      {changes !== null && (
        <ol class="changes">
          {changes.map((change, at) => (
            <li class="finding" key={at}>
              <p class="finding-head">
                <strong>{messages.use.kinds[change.kind]}</strong>
                <code>{change.path}</code>
              </p>
              <p>{sentence(change)}</p>
              {change.box && <Answers name={messages.use.answers} of={change.box} any={messages.use.anyAnswers} />}
              <EngineSentence messages={messages}>{change.message}</EngineSentence>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
