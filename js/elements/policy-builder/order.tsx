/** The place of an entry in its list, which buttons and Alt with an arrow key change; the icons of entries. */

import { useBuilder } from "./context.js";

/** Moves an entry; the element is the one that keeps the focus. */
export type Move = (to: number, focused: HTMLElement) => void;

/** Returns a function that moves an entry of a list, with words for screen readers; moves beyond an end do nothing. */
export function useMove(list: string, index: number, count: number, title: string): Move {
  const { editor, m, announce } = useBuilder();
  return (to, focused) => {
    if (to < 0 || to >= count) return;
    editor.move(list, index, to);
    announce(m.movedTo(title, to + 1, count));
    // The entry has another place, and the focus stays on its button.
    setTimeout(() => focused.focus());
  };
}

/** Returns a listener that moves an entry with Alt and an arrow key. */
export const moveByKey = (index: number, move: Move) => (event: KeyboardEvent) => {
  if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  move(index + (event.key === "ArrowUp" ? -1 : 1), event.target as HTMLElement);
};

/** Shows the buttons that move an entry up and down. */
export function MoveButtons({
  title,
  index,
  count,
  onMove,
}: {
  title: string;
  index: number;
  count: number;
  onMove: Move;
}) {
  const { m } = useBuilder();
  return (
    <>
      <button
        type="button"
        class="icon"
        aria-label={m.moveUp(title)}
        title={m.moveHint}
        aria-disabled={index === 0}
        onClick={(event) => onMove(index - 1, event.currentTarget)}
      >
        <Arrow />
      </button>
      <button
        type="button"
        class="icon down"
        aria-label={m.moveDown(title)}
        title={m.moveHint}
        aria-disabled={index === count - 1}
        onClick={(event) => onMove(index + 1, event.currentTarget)}
      >
        <Arrow />
      </button>
    </>
  );
}

/** An arrow up; CSS turns it. */
const Arrow = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d="M8 3v10M3.5 7.5 8 3l4.5 4.5" fill="none" stroke="currentColor" stroke-width="1.75" />
  </svg>
);

/** A cross. */
export const Cross = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" stroke-width="1.75" />
  </svg>
);
