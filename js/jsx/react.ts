/**
 * Types for the tags of the elements in JSX of React 19, with their attributes and events. `import type {} from "case-slo/react"` once in
 * a program types `<slo-wizard tier="premium" onslo-classified={…} />`. The module contains types only.
 */

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { SloAttributes, SloElements } from "../generated/attributes.js";

/** The properties of an element: its own, and those that React gives to every element. */
export type SloProps<Tag extends keyof SloElements> = SloAttributes[Tag] &
  Omit<DetailedHTMLProps<HTMLAttributes<SloElements[Tag]>, SloElements[Tag]>, keyof SloAttributes[Tag]>;

type Tags = { [Tag in keyof SloElements]: SloProps<Tag> };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
