/**
 * Types for the tags of the elements in templates of Vue, with their attributes and events: `import type {} from "case-slo/vue"`
 * once in a program. The template compiler needs `isCustomElement: (tag) => tag.startsWith("slo-")` as well. The module contains
 * types only.
 */

import type { HTMLAttributes, PublicProps } from "vue";
import type { SloEventMap } from "../elements/index.js";
import type { SloAttributes, SloElements } from "../generated/attributes.js";

/** The name by which Vue's tools call the handler of an event: "onSloReady" for `@slo-ready`. */
type Handler<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `on${Capitalize<First>}${Capitalize<Rest>}`
  : never;

type Handlers = { [Name in keyof SloEventMap as Handler<Name>]?: ((event: SloEventMap[Name]) => void) | undefined };

/** The properties of an element in a template. */
export type SloProps<Tag extends keyof SloElements> = SloAttributes[Tag] &
  Handlers &
  Omit<HTMLAttributes, keyof SloAttributes[Tag]>;

/** An element in the form of a component, for Vue's tools. */
export type SloComponent<Tag extends keyof SloElements> = new () => SloElements[Tag] & {
  /** @deprecated For the tools only: elements have attributes. */
  $props: SloProps<Tag> & PublicProps;
  /** @deprecated For the tools only: elements have events. */
  $emit: <Name extends keyof SloEventMap>(name: Name, event: SloEventMap[Name]) => void;
};

type Tags = { [Tag in keyof SloElements]: SloComponent<Tag> };

declare module "vue" {
  interface GlobalComponents extends Tags {}
}
