import type { Scene } from "./element.js";

/** What an element knows of the customer: the tier, and any context question that an attribute answers by its id. */
export function givenContext(element: Element, { description }: Scene): Record<string, string> {
  const context: Record<string, string> = {};
  for (const { id, options } of [{ id: "tier", options: description.tiers ?? [] }, ...(description.context ?? [])]) {
    const value = element.getAttribute(id);
    if (value !== null && options.some((option) => option.id === value)) context[id] = value;
  }
  return context;
}
