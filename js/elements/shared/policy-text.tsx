/**
 * Texts and clauses of a policy on a page. Addresses become links, and a clause that begins with its own name does not repeat
 * it. A text is never parsed as HTML.
 */

import { capitalized } from "../../text/lookup.js";
import type { ViewContext } from "./element.js";

/** An https address, without the punctuation that follows it in a sentence. */
const address = /(https:\/\/[^\s()<>\u00ab\u00bb\u201c\u201d"]*[^\s()<>\u00ab\u00bb\u201c\u201d".,;:!?])/;

/** Splits a text into pieces; every second one is an address. */
export const piecesOf = (text: string): string[] => text.split(address);

/** Shows a text with its addresses as links. */
export function Linked({ text }: { text: string }) {
  return <>{piecesOf(text).map((piece, at) => (at % 2 === 0 ? piece : <a href={piece}>{piece}</a>))}</>;
}

/** The end of a French question with a euphonic t, as in "fonctionne-t-il". */
const inversion = /(?<=-)(t-(?:il|elle|on)s?)\b/;

/** Shows a heading in which no line ends within "t-il". A hyphen that does not break would be another character in what people copy. */
export function Unbroken({ text }: { text: string }) {
  return (
    <>{text.split(inversion).map((piece, at) => (at % 2 === 0 ? piece : <span class="unbroken">{piece}</span>))}</>
  );
}

/** Returns the text of a clause without its name: "Priority queue: cases …" becomes "Cases …". */
export function withoutName(text: string, name: string): string {
  const rest = text.startsWith(name) ? /^\s*:\s*(.+)$/s.exec(text.slice(name.length))?.[1] : undefined;
  return rest ? capitalized(rest) : text;
}

/**
 * Returns the address of a clause, or of a case: `base` and its id. Returns null for an address that is not a page, such as "javascript:",
 * which an id can contain if `base` is empty.
 */
export function clauseAddress(base: string | null, id: string, page: string): string | null {
  if (base === null || !URL.canParse(base + id, page)) return null;
  const { protocol } = new URL(base + id, page);
  // Pages on a disk link to each other.
  const isPage = protocol === "https:" || protocol === "http:" || (protocol === "file:" && page.startsWith("file:"));
  return isPage ? base + id : null;
}

/** Shows the id of a clause, as a link if the page has an address for clauses. */
export function Cite({ view, clause }: { view: ViewContext; clause: string | undefined }) {
  if (clause === undefined) return null;
  return <Cites view={view} clauses={[clause]} />;
}

/** Shows the ids of clauses as small marks; before each, a screen reader says that it is a clause. */
export function Cites({ view, clauses }: { view: ViewContext; clauses: readonly string[] }) {
  const { messages, clauses: base } = view;
  if (clauses.length === 0) return null;
  return (
    <span class="cite">
      {clauses.map((id) => {
        const address = clauseAddress(base, id, document.baseURI);
        const name = messages.result.clause(id);
        const mark = (
          <>
            <span class="hidden">{name.slice(0, name.lastIndexOf(id))}</span>
            {id}
          </>
        );
        return (
          <>
            {"\u00a0"}
            {address === null ? mark : <a href={address}>{mark}</a>}
          </>
        );
      })}
    </span>
  );
}
