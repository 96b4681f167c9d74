/**
 * The tags of the elements in templates of Vue, with their attributes and events: `import type {} from "case-slo/vue"` once in a
 * program. The compiler has to know them as well: `isCustomElement: (tag) => tag.startsWith("slo-")`. There is nothing here but
 * types.
 */

import type { HTMLAttributes, PublicProps } from "vue";
import type { SloEventMap } from "../elements/shared/events.js";
import type { SloAttributes, SloElements } from "../generated/attributes.js";

/** "slo-ready" as Vue's tools write the handler of `@slo-ready`: "onSloReady". */
type Handler<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `on${Capitalize<First>}${Capitalize<Rest>}`
  : never;

type Handlers = { [Name in keyof SloEventMap as Handler<Name>]?: ((event: SloEventMap[Name]) => void) | undefined };

/** What a template may say of an element. */
export type SloProps<Tag extends keyof SloElements> = SloAttributes[Tag] &
  Handlers &
  Omit<HTMLAttributes, keyof SloAttributes[Tag]>;

/** An element as Vue's tools see a component. */
export type SloComponent<Tag extends keyof SloElements> = new () => SloElements[Tag] & {
  /** @deprecated It is there for the tools: elements have attributes. */
  $props: SloProps<Tag> & PublicProps;
  /** @deprecated It is there for the tools: elements have events. */
  $emit: <Name extends keyof SloEventMap>(name: Name, event: SloEventMap[Name]) => void;
};

type Tags = { [Tag in keyof SloElements]: SloComponent<Tag> };

declare module "vue" {
  interface GlobalComponents extends Tags {}
}
