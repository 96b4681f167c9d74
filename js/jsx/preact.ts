/**
 * Types for the tags of the elements in JSX of Preact, with their attributes and events. `import type {} from "case-slo/preact"` once in
 * a program types `<slo-wizard tier="premium" onslo-classified={…} />`. The module contains types only.
 */

import type { HTMLAttributes } from "preact";
import type { SloAttributes, SloElements } from "../generated/attributes.js";

/** The properties of an element: its own, and those that Preact gives to every element. */
export type SloProps<Tag extends keyof SloElements> = SloAttributes[Tag] &
  Omit<HTMLAttributes<SloElements[Tag]>, keyof SloAttributes[Tag]>;

type Tags = { [Tag in keyof SloElements]: SloProps<Tag> };

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
