/** What the policy changes from an earlier version of it. */

import { useState } from "preact/hooks";
import { CaseSloError, diffPolicies, loadPolicy, type PolicyChange } from "../../js/index.js";
import type { UseProps } from "./use.js";

export function Comparison({ policy, messages }: UseProps) {
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
              <p lang="en">{change.message}</p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
