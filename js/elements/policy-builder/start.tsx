/** The first screen: what to start from. */

import { useState } from "preact/hooks";

import { useBuilder } from "./context.js";
import { type TemplateName, templateNames } from "./templates.js";

interface Props {
  onTemplate(name: TemplateName): void;
  onFiles(files: File[]): void;
  /** The reason why the last file was not read; empty without one. */
  failure: string;
}

/** Shows the templates as cards, and takes a file. */
export function Start({ onTemplate, onFiles, failure }: Props) {
  const { m } = useBuilder();
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      class={isOver ? "start over" : "start"}
      part="start"
      role="group"
      aria-labelledby="start"
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) onFiles(files);
      }}
    >
      <h2 id="start" tabIndex={-1}>
        {m.start.heading}
      </h2>
      <ul class="cards">
        {templateNames.map((name) => (
          <li key={name}>
            <button type="button" class="card" onClick={() => onTemplate(name)}>
              <Picture name={name} />
              <span class="card-name">{m.start.templates[name].name}</span>
              <span class="card-text">{m.start.templates[name].text}</span>
            </button>
          </li>
        ))}
        <li>
          <label class="card">
            <input
              type="file"
              multiple
              accept=".json,.csv,.tsv,application/json,text/csv"
              onChange={(event) => {
                const files = [...(event.currentTarget.files ?? [])];
                // The same file may be chosen again once it has changed.
                event.currentTarget.value = "";
                if (files.length > 0) onFiles(files);
              }}
            />
            <Picture name="file" />
            <span class="card-name">{m.start.file}</span>
            <span class="card-text">{m.start.fileText}</span>
          </label>
        </li>
      </ul>
      {failure !== "" && (
        <p class="fault" role="alert">
          {failure}
        </p>
      )}
      <p class="hint">
        {m.start.fileHint} {m.start.privacy} {m.bar.draft}
      </p>
    </div>
  );
}

/** Hours from Monday to Sunday as a small picture: which parts of the week each template opens. */
const weeks: Partial<Record<TemplateName, readonly (readonly [number, number])[]>> = {
  hours: Array.from({ length: 5 }, () => [9, 17] as const),
  around: Array.from({ length: 7 }, () => [0, 24] as const),
};

function Picture({ name }: { name: TemplateName | "file" }) {
  return (
    <svg class="picture" viewBox="0 0 70 30" width="70" height="30" aria-hidden="true" focusable="false">
      {name === "file" || name === "reference" || name === "boreal" || name === "nothing" ? (
        <path
          class={name === "nothing" ? "outline dashed" : "outline"}
          d="M24 3h15l7 7v18H24zM39 3v7h7"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
        />
      ) : (
        Array.from({ length: 7 }, (_, day) => {
          const sun = name === "follow-the-sun";
          const hours = weeks[name]?.[day] ?? (name === "hours-and-critical" && day < 5 ? ([9, 17] as const) : null);
          return (
            <g key={day} transform={`translate(${day * 10 + 1} 3)`}>
              <rect class="ground" width="8" height="24" rx="1" />
              {name === "hours-and-critical" && <rect class="thin" width="2.5" height="24" />}
              {sun && day < 5 && <path class="open" d="M0 1h8v6H0zM0 9h8v6H0zM0 17h8v6H0z" />}
              {hours && <rect class="open" y={hours[0]} width="8" height={hours[1] - hours[0]} rx="1" />}
            </g>
          );
        })
      )}
      {(name === "reference" || name === "boreal") && (
        <path d="M28 15h14M28 19h14M28 23h9" stroke="currentColor" stroke-width="1.5" />
      )}
      {name === "nothing" && <path d="M35 13v10M30 18h10" stroke="currentColor" stroke-width="1.5" />}
      {name === "file" && <path d="M35 25V14m-4 4 4-4 4 4" fill="none" stroke="currentColor" stroke-width="1.5" />}
    </svg>
  );
}
