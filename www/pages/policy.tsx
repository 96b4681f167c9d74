/** "Check a policy": the text at the left, the findings at the right. The script fills in the findings. */

import type { PageContext } from "../parts/context.js";
import { policyMessagesIn } from "../messages/policy/index.js";
import { Shell } from "../parts/shell.js";

export function PolicyPage({ context }: { context: PageContext }) {
  const messages = policyMessagesIn(context.language);
  return (
    <Shell
      context={context}
      title={messages.title}
      summary={messages.summary}
      scripts={["scripts/policy.js"]}
      styles={["policy.css", "one-file.css"]}
    >
      <div class="opening">
        <h1>{messages.heading}</h1>
        <p class="lead">{messages.lead}</p>
      </div>
      <div class="workbench">
        <section class="source">
          <h2>
            <label for="source">{messages.source}</label>
          </h2>
          <div class="source-actions">
            <label class="button">
              <input type="file" id="file" accept=".json,application/json" />
              {messages.choose}
            </label>
            <button type="button" class="button" id="reference">
              {messages.takeReference}
            </button>
          </div>
          <div class="source-text">
            <ol class="lines" id="lines" aria-hidden="true" />
            <div class="marks" aria-hidden="true">
              <div id="marks" />
            </div>
            <textarea id="source" spellcheck={false} autocomplete="off" wrap="off" aria-describedby="source-hint" />
          </div>
          <p class="hint" id="source-hint">
            {messages.sourceHint}
          </p>
        </section>
        <section class="findings" aria-labelledby="findings-heading">
          <h2 id="findings-heading">{messages.findings}</h2>
          <p role="status" id="verdict">
            {messages.empty}
          </p>
          <ol id="findings" />
        </section>
      </div>
      <div id="use" class="use" />
    </Shell>
  );
}
