import type { CaseSloError } from "../../index.js";
import type { Messages } from "../../messages/index.js";

/** One sentence on why the element cannot be used, above the text inside its tag. */
export function Failure({ error, messages, hasText }: { error: CaseSloError; messages: Messages; hasText: boolean }) {
  const findings = error.diagnostics?.filter((finding) => finding.level === "error") ?? [];
  return (
    <>
      <p class="failure" role="status" part="error">
        {error.code === "engine-unavailable" ? messages.errors.engine : messages.errors.policy}
        {hasText && ` ${messages.errors.instead}`}
      </p>
      {findings.length > 0 && <p class="small muted">{messages.errors.findings}</p>}
      {findings.length > 0 && (
        <ul class="small muted" lang="en">
          {findings.slice(0, 10).map((finding) => (
            <li key={`${finding.path} ${finding.code}`}>
              <code>{finding.path || "/"}</code> {finding.message}
            </li>
          ))}
        </ul>
      )}
      <slot />
    </>
  );
}
