import type { Scene } from "./element.js";

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
export function Cite({ scene, clause }: { scene: Scene; clause: string | undefined }) {
  if (clause === undefined) return null;
  return <Cites scene={scene} clauses={[clause]} />;
}

/** The clauses behind something, in brackets. */
export function Cites({ scene, clauses }: { scene: Scene; clauses: readonly string[] }) {
  const { messages, clauses: base } = scene;
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
