import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

import { Cites } from "../shared/cite.js";
import type { Scene } from "../shared/element.js";
import type { Commitment } from "./promises.js";

interface Props {
  scene: Scene;
  name: string;
  heading: string;
  promise: Commitment;
  children: ComponentChildren;
}

/** A part of the dashboard under its heading, with the clauses that promise it. */
export function Section({ scene, name, heading, promise, children }: Props) {
  const id = useId();
  return (
    <section class={name} aria-labelledby={id}>
      <h3 id={id}>
        {heading} <Cites scene={scene} clauses={promise.clauses} />
      </h3>
      {children}
    </section>
  );
}
