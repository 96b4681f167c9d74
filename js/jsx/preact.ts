/**
 * The tags of the elements in JSX of Preact, with their attributes and events: `import type {} from "case-slo/preact"` once in
 * a program, and `<slo-wizard tier="premium" onslo-classified={…} />` is typed. There is nothing here but types.
 */

import type { HTMLAttributes } from "preact";
import type { SloAttributes, SloElements } from "../generated/attributes.js";

/** What Preact gives every element, and what is its own. */
export type SloProps<Tag extends keyof SloElements> = SloAttributes[Tag] &
  Omit<HTMLAttributes<SloElements[Tag]>, keyof SloAttributes[Tag]>;

type Tags = { [Tag in keyof SloElements]: SloProps<Tag> };

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
