/**
 * Texts of a policy on a page: an address becomes a link, and a clause that begins with the name above it does not say the
 * name twice. A text is never read as HTML.
 */

import type { PolicyDocument, Text, TierFeature } from "../../index.js";
import { capitalized } from "../../text/lookup.js";
import type { ViewContext } from "./element.js";

/** An https address, without the punctuation that follows it in a sentence. */
const address = /(https:\/\/[^\s()<>\u00ab\u00bb\u201c\u201d"]*[^\s()<>\u00ab\u00bb\u201c\u201d".,;:!?])/;

/** The pieces of a text; every second one is an address. */
export const piecesOf = (text: string): string[] => text.split(address);

/** A text whose addresses are links. */
export function Linked({ text }: { text: string }) {
  return <>{piecesOf(text).map((piece, at) => (at % 2 === 0 ? piece : <a href={piece}>{piece}</a>))}</>;
}

/** The text of a clause without the name that it begins with: "Priority queue: cases …" under that name is "Cases …". */
export function withoutName(text: string, name: string): string {
  const rest = text.startsWith(name) ? /^\s*:\s*(.+)$/s.exec(text.slice(name.length))?.[1] : undefined;
  return rest ? capitalized(rest) : text;
}

/**
 * A condition of a feature in the policy's own words, such as "for the SaaS offer only"; without them, as the sentence about
 * the question and the answers that `otherwise` makes.
 */
export function conditionOf(
  { context }: PolicyDocument,
  say: (text: Text | undefined) => string,
  { question, options }: TierFeature["conditions"][number],
  otherwise: (question: string, answers: string[]) => string,
): string {
  const asked = context?.find(({ id }) => id === question);
  const chosen = asked?.options.filter(({ id }) => options.includes(id)) ?? [];
  const own = chosen.length === 1 ? chosen[0]?.condition : undefined;
  return own === undefined
    ? otherwise(
        say(asked?.text),
        chosen.map(({ text }) => say(text)),
      )
    : say(own);
}

/**
 * The address of a clause: `base` and its id. Null for an address that is no page, such as "javascript:": it may come from the id
 * alone, if `base` is empty.
 */
export function clauseAddress(base: string | null, id: string, page: string): string | null {
  if (base === null || !URL.canParse(base + id, page)) return null;
  const { protocol } = new URL(base + id, page);
  // Pages on a disk link to each other.
  const isPage = protocol === "https:" || protocol === "http:" || (protocol === "file:" && page.startsWith("file:"));
  return isPage ? base + id : null;
}

/** A clause by its id, as a link if the page gives an address for clauses. */
export function Cite({ view, clause }: { view: ViewContext; clause: string | undefined }) {
  if (clause === undefined) return null;
  return <Cites view={view} clauses={[clause]} />;
}

/** The clauses behind something, in brackets. */
export function Cites({ view, clauses }: { view: ViewContext; clauses: readonly string[] }) {
  const { messages, clauses: base } = view;
  if (clauses.length === 0) return null;
  const list = clauses.map((id, index) => {
    const address = clauseAddress(base, id, document.baseURI);
    const name = messages.result.clause(id);
    return (
      <>
        {index > 0 && ", "}
        {address === null ? name : <a href={address}>{name}</a>}
      </>
    );
  });
  return <span class="cite"> {messages.result.clauses(list)}</span>;
}
