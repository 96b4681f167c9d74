import { useId, useState } from "preact/hooks";

import { termMessagesFor } from "../../messages/term.js";
import { Cite } from "../shared/cite.js";
import type { Scene } from "../shared/element.js";
import { Linked } from "../shared/policy-text.js";
import { ownValue } from "../shared/own.js";

interface Props {
  scene: Scene;
  term: string;
  clause: string | null;
}

interface Definition {
  name: string;
  text: string;
  clause: string | undefined;
}

/** The word as a button, with its definition below. A word that the policy does not define is left alone. */
export function Term({ scene, term, clause }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const found = clause === null ? termOf(scene, term) : clauseOf(scene, clause);
  if (found === null) return <slot />;
  const words = termMessagesFor(scene.language);
  return (
    <>
      <button
        type="button"
        class="term"
        part="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
      >
        <slot>{term || found.name}</slot>
      </button>
      <span
        id={id}
        class="definition"
        part="definition"
        role="region"
        aria-label={words.define(found.name)}
        hidden={!isOpen}
      >
        <strong>{found.name}</strong>
        <Linked text={found.text} />
        <Cite scene={scene} clause={found.clause} />
      </span>
    </>
  );
}

const folded = (text: string): string => text.trim().toLowerCase().replaceAll("’", "'");

/** By its name in any language, in brackets or before them: "DSM" finds "designated support manager (DSM)". */
function termOf({ description, say }: Scene, wanted: string): Definition | null {
  const names = (text: string) =>
    [text, text.replace(/\s*\(.*\)/, ""), /\(([^)]+)\)/.exec(text)?.[1] ?? text].map(folded);
  const found = description.glossary?.find(({ term }) =>
    Object.values(term).some((name) => names(name).includes(folded(wanted))),
  );
  return found === undefined ? null : { name: say(found.term), text: say(found.text), clause: found.clause };
}

function clauseOf({ description, language, say }: Scene, id: string): Definition | null {
  const found = ownValue(description.clauses, id);
  if (found === undefined) return null;
  return { name: termMessagesFor(language).clause(id, say(found.heading)), text: say(found.text), clause: id };
}
