/**
 * The tags of the elements in JSX of React 19, with their attributes and events: `import type {} from "case-slo/react"` once in
 * a program, and `<slo-wizard tier="premium" onslo-classified={…} />` is typed. There is nothing here but types.
 */

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { SloAttributes, SloElements } from "../generated/attributes.js";

/** What React gives every element, and what is its own. */
export type SloProps<Tag extends keyof SloElements> = SloAttributes[Tag] &
  Omit<DetailedHTMLProps<HTMLAttributes<SloElements[Tag]>, SloElements[Tag]>, keyof SloAttributes[Tag]>;

type Tags = { [Tag in keyof SloElements]: SloProps<Tag> };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
