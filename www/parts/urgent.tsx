/** The urgent line: first on the page, and readable without JavaScript. */

import { phone } from "../settings.js";
import type { PageContext } from "./context.js";
import { SeverityMark } from "./marks.js";

/** "Is the service down? Call now …", with the host's number if one is set. */
export function UrgentLine({ context: { messages } }: { context: PageContext }) {
  const number = phone ? <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>{phone}</a> : null;
  return (
    <p class="urgent">
      <SeverityMark severity="critical" />
      <span>
        <strong>{messages.urgent.line(number)}</strong> {messages.urgent.patience}
      </span>
    </p>
  );
}
