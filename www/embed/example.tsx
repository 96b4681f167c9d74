/** An example of the guide: its properties, and an element of the package as a page would have it, created near the window. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

import type { EmbedMessages } from "../messages/embed/index.js";
import type { Language } from "../site.js";
import type { Attributes } from "./code.js";

interface Props {
  label: string;
  tag: string;
  attributes: Attributes;
  /** Set as a property: an object, or JSON text. */
  policy?: string | undefined;
  /** Custom properties and other CSS of the element. */
  look?: Record<string, string>;
  /** Content inside the tag. */
  inside?: () => Node;
  onElement?(element: HTMLElement): void;
  children?: ComponentChildren;
}

export function LiveElement({ label, tag, attributes, policy, look = {}, inside, onElement, children }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLElement | null>(null);

  const apply = (): void => {
    const element = shown.current;
    if (element === null) return;
    for (const name of element.getAttributeNames())
      if (name !== "style" && !attributes[name]) element.removeAttribute(name);
    for (const [name, value] of Object.entries(attributes)) {
      const text = value === true ? "" : value;
      if (
        text !== undefined &&
        text !== false &&
        (text !== "" || value === true) &&
        element.getAttribute(name) !== text
      )
        element.setAttribute(name, text);
    }
    for (const name of [...element.style]) if (!(name in look)) element.style.removeProperty(name);
    for (const [name, value] of Object.entries(look)) element.style.setProperty(name, value);
    if (policy !== undefined) Object.assign(element, { policy });
  };

  useEffect(() => {
    const near = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting || holder.current === null) return;
        near.disconnect();
        shown.current = document.createElement(tag);
        if (inside) shown.current.append(inside());
        apply();
        onElement?.(shown.current);
        holder.current.replaceChildren(shown.current);
      },
      { rootMargin: "800px" },
    );
    if (holder.current) near.observe(holder.current);
    return () => {
      near.disconnect();
      shown.current?.remove();
      shown.current = null;
    };
  }, [tag]);
  useEffect(apply, [JSON.stringify(attributes), JSON.stringify(look), policy]);

  return (
    <div class="live live-only" role="group" aria-label={label}>
      <p class="label" aria-hidden="true">
        {label}
      </p>
      <div ref={holder} class="live-holder" />
      {children}
    </div>
  );
}

export interface ExampleProps {
  messages: EmbedMessages;
  language: Language;
  /** Relative address of the package, with its slash. */
  base: string;
  /** Relative address of "Check a policy". */
  checkPage: string;
  /** Options of the reference policy, in the language of the page. */
  offers: { tiers: [string, string][]; sales: [string, string][]; severities: [string, string][] };
  /** The elements by the manifest of the package. */
  elements: readonly ElementNotes[];
}

/** An element with its attributes and events; the descriptions are in English. */
export interface ElementNotes {
  tagName: string;
  attributes: readonly { name: string; description: string; type?: string }[];
  events: readonly { name: string; description: string }[];
}

/** Shows the last events that an example has received. */
export function EventList({ heading, nothing, lines }: { heading: string; nothing: string; lines: readonly string[] }) {
  return (
    <>
      <h3 class="label">{heading}</h3>
      {lines.length === 0 ? (
        <p class="hint">{nothing}</p>
      ) : (
        <ol>
          {lines.map((line, at) => (
            <li key={at}>
              <code>{line}</code>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
