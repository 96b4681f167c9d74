import { useEffect, useId, useRef, useState } from "preact/hooks";

import { reportMessagesFor } from "../../messages/report/index.js";
import type { Scene } from "../shared/element.js";
import { numbersIn } from "./numbers.js";

interface Props {
  scene: Scene;
  label: string;
  /** What is said where none is chosen, which means all. */
  all: string;
  options: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChosen(chosen: string[]): void;
}

/** The most names that the button says; of more, two and the number of the others. */
const most = 3;

/** Some of several, or all: a button that says what is chosen, and opens a group of check boxes over what is below it. */
export function Several({ scene, label, all, options, chosen, onChosen }: Props) {
  const words = reportMessagesFor(scene.language).filters;
  const { count } = numbersIn(scene.language);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // In the order of the options: what was chosen first does not matter.
  const names = options.flatMap((option) => (chosen.includes(option.id) ? [option.name] : []));
  const summary =
    names.length === 0
      ? all
      : names.length > most
        ? words.andMore(names.slice(0, 2), count(names.length - 2))
        : names.join(", ");
  useEffect(() => {
    if (!isOpen) return undefined;
    const outside = (event: Event) => {
      if (box.current !== null && !event.composedPath().includes(box.current)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const chooseAll = () => {
    onChosen([]);
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears keys of the controls inside, and is none itself.
    <div
      ref={box}
      class="field several"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        // A dialog around the element stays open.
        event.stopPropagation();
        close();
      }}
      onFocusOut={({ relatedTarget }) => {
        // Without a target the window has lost the focus, or it went to what takes none.
        if (relatedTarget instanceof Node && box.current?.contains(relatedTarget) === false) setOpen(false);
      }}
    >
      <span id={`${id}-label`} class="label">
        {label}
      </span>
      <button
        ref={button}
        type="button"
        id={`${id}-button`}
        aria-expanded={isOpen}
        aria-controls={`${id}-options`}
        aria-labelledby={`${id}-label ${id}-button`}
        onClick={() => setOpen(!isOpen)}
      >
        <span>{summary}</span>
      </button>
      <div id={`${id}-options`} class="options" role="group" aria-labelledby={`${id}-label`} hidden={!isOpen}>
        {options.map((option) => (
          <label key={option.id}>
            <input
              type="checkbox"
              checked={chosen.includes(option.id)}
              onChange={({ currentTarget: { checked } }) =>
                onChosen(
                  options.flatMap((each) =>
                    (each.id === option.id ? checked : chosen.includes(each.id)) ? [each.id] : [],
                  ),
                )
              }
            />
            {option.name}
          </label>
        ))}
        {names.length > 0 && (
          <button type="button" class="link target" onClick={chooseAll}>
            {all}
          </button>
        )}
      </div>
    </div>
  );
}
