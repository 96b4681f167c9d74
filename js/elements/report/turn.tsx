import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

import { pause } from "./reading/pause.js";

interface Props<T> {
  value: T;
  /** Its place in the row of those that follow the same value. */
  at: number;
  children(value: T): ComponentChildren;
}

/** Shows a value when its turn comes: a page of charts that were drawn in one go would not answer input meanwhile. */
export function Turn<T>({ value, at, children }: Props<T>) {
  const [shown, setShown] = useState<{ value: T } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const wait = async () => {
      // A frame and its drawing lie between two turns.
      for (let turn = 0; turn < 2 * at; turn += 1) await pause();
      if (isWanted) setShown({ value });
    };
    void wait();
    return () => {
      isWanted = false;
    };
  }, [value]);
  return <>{shown !== null && children(shown.value)}</>;
}
