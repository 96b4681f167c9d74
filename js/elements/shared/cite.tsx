import type { Scene } from "./element.js";

/** A clause by its id, as a link if the page gives an address for clauses. */
export function Cite({ scene, clause }: { scene: Scene; clause: string | undefined }) {
  if (clause === undefined) return null;
  return <Cites scene={scene} clauses={[clause]} />;
}

/** The clauses behind something, in brackets. */
export function Cites({ scene, clauses }: { scene: Scene; clauses: readonly string[] }) {
  const { messages, clauses: base } = scene;
  if (clauses.length === 0) return null;
  const list = clauses.map((id, index) => (
    <>
      {index > 0 && ", "}
      {base === null ? messages.result.clause(id) : <a href={base + id}>{messages.result.clause(id)}</a>}
    </>
  ));
  return <span class="cite"> {messages.result.clauses(list)}</span>;
}
