import { intakeMessagesFor } from "../../messages/intake.js";
import type { RequestEntries } from "../handover/model.js";
import type { ViewContext } from "../shared/element.js";

interface Props {
  view: ViewContext;
  entries: RequestEntries;
  /** Whether the customer assigns another priority than that of the answers. */
  needsReason: boolean;
  onEntries(entries: RequestEntries): void;
}

/** Shows the fields that only the customer can fill in: description, troubleshooting, reason for the priority, and contact. */
export function RequestForm({ view, entries, needsReason, onEntries }: Props) {
  const words = intakeMessagesFor(view.language).form;
  const texts = [
    { id: "description", label: words.description, help: words.descriptionHelp, rows: 5, required: true },
    { id: "troubleshooting", label: words.troubleshooting, help: words.troubleshootingHelp, rows: 3, required: false },
    { id: "justification", label: words.justification, help: words.justificationHelp, rows: 2, required: needsReason },
  ] as const;
  const contact = [
    { id: "name", label: words.name, type: "text", complete: "name" },
    { id: "phone", label: words.phone, type: "tel", complete: "tel" },
    { id: "email", label: words.email, type: "email", complete: "email" },
  ] as const;
  return (
    <section part="form" aria-labelledby="request">
      <h2 id="request">{words.heading}</h2>
      <form class="request" noValidate onSubmit={(event) => event.preventDefault()}>
        {texts.map(({ id, label, help, rows, required }) => (
          <div class="field" key={id}>
            <label for={`write-${id}`}>
              {label} <span class="muted small">({required ? words.required : words.optional})</span>
            </label>
            <p id={`write-${id}-help`} class="small muted">
              {help}
            </p>
            <textarea
              id={`write-${id}`}
              rows={rows}
              aria-required={required}
              aria-describedby={`write-${id}-help`}
              value={entries[id]}
              onInput={(event) => onEntries({ ...entries, [id]: event.currentTarget.value })}
            />
          </div>
        ))}
        <div class="pair">
          {contact.map(({ id, label, type, complete }) => (
            <div class="field" key={id}>
              <label for={`write-${id}`}>{label}</label>
              <input
                id={`write-${id}`}
                type="text"
                inputMode={type}
                autocomplete={complete}
                value={entries.contact[id]}
                onInput={(event) =>
                  onEntries({ ...entries, contact: { ...entries.contact, [id]: event.currentTarget.value } })
                }
              />
            </div>
          ))}
        </div>
      </form>
    </section>
  );
}
