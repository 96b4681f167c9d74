/** Links to clauses. */

import type { ComponentChildren } from "preact";
import type { Cite } from "../messages/messages.js";
import type { PageContext } from "./context.js";

/** Turns a clause's id into a link to it. @throws Error for an id that the policy does not have: the build stops. */
export const citeIn =
  ({ policy, to }: PageContext): Cite =>
  (id) => {
    if (!policy.clauses?.[id]) throw new Error(`a page cites ${id}, which is no clause of the policy`);
    return (
      <a class="cite" href={to("description", id)}>
        {id}
      </a>
    );
  };

/** A text of the policy whose mentions of clauses, such as "E9", are links. */
export function withLinks(context: PageContext, text: string): ComponentChildren {
  const cite = citeIn(context);
  return text.split(/\b([A-Z]\d{1,2})\b/).map((part) => (context.policy.clauses?.[part] ? cite(part) : part));
}
