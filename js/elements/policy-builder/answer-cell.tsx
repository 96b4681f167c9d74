/** A cell of the grid of rules: the answers that match, which open as a list to choose from. */

import { useEffect, useRef, useState } from "preact/hooks";

import { memo, useBuilder } from "./context.js";

/** A question with the names of its options, as the grid shows it. */
export interface Column {
  id: string;
  name: string;
  options: { id: string; name: string }[];
}

interface AnswerCellProps {
  column: Column;
  /** Ids of the options that match; none for any answer. */
  chosen: readonly string[];
  name: string;
  onChosen(ids: string[]): void;
}

/** Shows the answers of a rule to one question. */
export const AnswerCell = memo(function AnswerCell({ column, chosen, name, onChosen }: AnswerCellProps) {
  const { m } = useBuilder();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) box.current?.querySelector("input")?.focus();
  }, [isOpen]);
  const names = column.options.filter(({ id }) => chosen.includes(id)).map((option) => option.name);
  const unknown = chosen.filter((id) => !column.options.some((option) => option.id === id));
  const text = [...names, ...unknown].join(", ") || m.rules.any;
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
    onChosen([...column.options.map((option) => option.id).filter((each) => next.includes(each)), ...unknown]);
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      class="popup"
      role="group"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        close();
      }}
      onFocusOut={(event) => {
        if (isOpen && !(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class={chosen.length === 0 ? "cell any" : "cell"}
        aria-expanded={isOpen}
        aria-label={`${name}: ${text}`}
        onClick={() => setOpen(!isOpen)}
      >
        {text}
      </button>
      {isOpen && (
        <div class="panel" ref={box} role="group" aria-label={name}>
          {column.options.map((option) => (
            <label key={option.id}>
              <input type="checkbox" checked={chosen.includes(option.id)} onChange={() => toggle(option.id)} />
              {option.name}
            </label>
          ))}
          <button
            type="button"
            class="link"
            onClick={() => {
              onChosen([]);
              close();
            }}
          >
            {m.rules.anyAnswer}
          </button>
        </div>
      )}
    </div>
  );
});
