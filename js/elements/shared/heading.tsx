import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";

/** Level of the headings of sections: one below the heading of the result, which may be that of the page. */
export const SectionLevel = createContext<2 | 3>(3);

/** Shows the heading of a section. */
export function SectionHeading({ class: name, children }: { class?: string; children: ComponentChildren }) {
  const Heading = `h${useContext(SectionLevel)}` as const;
  return <Heading class={name}>{children}</Heading>;
}
