/** Parts that several pages share: links to clauses, parts of the policy, the urgent line, the table of contents, icons. */

import type { ComponentChildren } from "preact";

import type { Block } from "../../js/render/blocks.js";
import { Blocks } from "../../js/render/html.js";
import { type PartName, partOf } from "../../js/render/parts.js";
import type { Cite } from "../messages/messages.js";
import { phone } from "../settings.js";
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

/** Returns a text of the policy with ids of clauses, such as "E9", as links. */
export function withLinks(context: PageContext, text: string): ComponentChildren {
  const cite = citeIn(context);
  return text.split(/\b([A-Z]\d{1,2})\b/).map((part) => (context.policy.clauses?.[part] ? cite(part) : part));
}

/** A part by its name, without its heading. */
export function PolicyPart({ context, part }: { context: PageContext; part: PartName }) {
  return <Blocks blocks={partOf(context.subject, part)} setting={context.setting} />;
}

/** Some blocks of a page's own choice. */
export function PolicyBlocks({ context, blocks }: { context: PageContext; blocks: readonly Block[] }) {
  return <Blocks blocks={blocks} setting={context.setting} />;
}

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

/** A part of a page: its anchor and its heading. */
export interface Part {
  id: string;
  heading: string;
}

export function Contents({ context, parts }: { context: PageContext; parts: Part[] }) {
  return (
    <nav class="contents" aria-labelledby="contents">
      <h2 id="contents">{context.messages.site.contents}</h2>
      <ol>
        {parts.map(({ id, heading }) => (
          <li>
            <a href={`#${id}`}>{heading}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A shape for each severity, so that colour is not the only cue. */
const shapes: Record<string, string> = {
  critical: "M5 1h6l4 4v6l-4 4H5l-4-4V5z",
  high: "M8 1.2 15.6 14.8H.4z",
  medium: "M8 .4 15.6 8 8 15.6.4 8z",
  low: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
};

/** The mark of a severity. */
export function SeverityMark({ severity }: { severity: string }) {
  return (
    <svg
      class={`mark mark-${severity}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[severity] ?? shapes["low"]} fill="currentColor" />
    </svg>
  );
}

/** The logo of the site: an octagonal clock at a quarter to twelve. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z" fill="currentColor" />
      <path
        class="logo-hands"
        d="M12 6v6.2H7.4"
        fill="none"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
