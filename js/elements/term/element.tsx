import { useId, useState } from "preact/hooks";

import { termMessagesFor } from "../../messages/term.js";
import { ownValue } from "../../text/lookup.js";
import { type ViewContext, SloElement } from "../shared/element.js";
import { Cite, Linked } from "../shared/policy-text.js";

const styles = `
:host { display: inline; }
button.term {
  display: inline; min-block-size: 0; padding: 0; border: 0; border-radius: 0; background: none;
  color: inherit; font-weight: inherit; text-align: start; text-decoration: underline dotted; text-underline-offset: 0.2em;
  text-decoration-thickness: 0.1em; text-decoration-color: var(--_accent);
}
button.term:hover { color: var(--_accent-strong); background: none; }
.definition {
  display: block; max-inline-size: 68ch; margin-block: calc(2 * var(--_space));
  padding: calc(3 * var(--_space)) calc(4 * var(--_space));
  border-inline-start: 3px solid var(--_accent); background: var(--_surface); font-size: 0.9375em; font-weight: 400;
}
.definition[hidden] { display: none; }
.definition strong, .definition .muted { display: block; }
`;

/**
 * Marks a word in a text; pressing it shows its definition or a clause of the policy.
 *
 * @tag slo-term
 * @attr term - term of the glossary, in any language; default: the text inside the tag
 * @attr clause - id of a clause to show instead
 * @csspart button - the word
 * @csspart definition - the definition or the clause
 * @csspart error - the reason for which the element cannot be used
 */
export class SloTerm extends SloElement {
  static override styles = [styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "term", "clause"];
  }

  protected render(view: ViewContext) {
    const term = this.getAttribute("term") ?? this.textContent?.trim() ?? "";
    return <Term key={term} view={view} term={term} clause={this.getAttribute("clause")} />;
  }
}

interface Props {
  view: ViewContext;
  term: string;
  clause: string | null;
}

interface Definition {
  name: string;
  text: string;
  clause: string | undefined;
}

/** Shows the term as a button with its definition below. A term that the policy does not define stays plain text. */
export function Term({ view, term, clause }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const found = clause === null ? termOf(view, term) : clauseOf(view, clause);
  if (found === null) return <slot />;
  const words = termMessagesFor(view.language);
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
        <Cite view={view} clause={found.clause} />
      </span>
    </>
  );
}

const folded = (text: string): string => text.trim().toLowerCase().replaceAll("’", "'");

/** Finds a term by its name in any language, in brackets or before them: "DSM" finds "designated support manager (DSM)". */
function termOf({ description, say }: ViewContext, wanted: string): Definition | null {
  const names = (text: string) =>
    [text, text.replace(/\s*\(.*\)/, ""), /\(([^)]+)\)/.exec(text)?.[1] ?? text].map(folded);
  const found = description.glossary?.find(({ term }) =>
    Object.values(term).some((name) => names(name).includes(folded(wanted))),
  );
  return found === undefined ? null : { name: say(found.term), text: say(found.text), clause: found.clause };
}

function clauseOf({ description, language, say }: ViewContext, id: string): Definition | null {
  const found = ownValue(description.clauses, id);
  if (found === undefined) return null;
  return { name: termMessagesFor(language).clause(id, say(found.heading)), text: say(found.text), clause: id };
}
