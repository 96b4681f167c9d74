/** The lines above the content of an element: the urgent line, and the reason why the element cannot be used. */

import type { CaseSloError } from "../../index.js";
import type { Messages } from "../../messages/index.js";
import type { ViewContext } from "./element.js";
import { Mark } from "./marks.js";

interface Props {
  error: CaseSloError;
  messages: Messages;
  /** Whether there is text inside the tag. */
  hasText: boolean;
  /** The number of the urgent line; undefined for an element without that line. */
  phone: ViewContext["phone"] | undefined;
}

/** Shows the reason why the element cannot be used, in one sentence above the content of its tag. */
export function Failure({ error, messages, hasText, phone }: Props) {
  const findings = error.diagnostics?.filter((finding) => finding.level === "error") ?? [];
  return (
    <>
      {phone !== undefined && <Urgent messages={messages} phone={phone} />}
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

/**
 * Shows the urgent line, which comes first on every step and also if an element cannot be used. A page with its own line puts
 * it into the slot, or leaves the slot empty.
 */
export function Urgent({ messages, phone }: Pick<ViewContext, "messages" | "phone">) {
  const number = phone && <a href={phone.href}>{phone.text}</a>;
  return (
    <slot name="urgent">
      <p class="urgent" part="urgent">
        <Mark rank={1} />
        <span>
          <strong>{messages.urgent.line(number)}</strong> {messages.urgent.patience}
        </span>
      </p>
    </slot>
  );
}
