/** The case in the address of a page, for the scripts of pages whose elements take it from attributes. */

import type { Policy } from "../../js/index.js";

/** Returns the facts of the case in a fragment such as "#id@version/answers&tier=premium"; none for another policy. */
export function factsOf(policy: Policy, fragment: string): URLSearchParams {
  const [vector = "", ...rest] = fragment.replace(/^#/, "").split("&");
  return new URLSearchParams(vector.startsWith(`${encodeURIComponent(policy.id)}@`) ? rest.join("&") : "");
}

/** Returns the severity of the case in a fragment: the one that it names, else that of its answers; null without either. */
export function severityOf(policy: Policy, fragment: string): string | null {
  const [vector = ""] = fragment.replace(/^#/, "").split("&");
  const named = factsOf(policy, fragment).get("severity");
  if (named !== null || !vector.includes("/")) return named;
  try {
    return policy.classify(policy.parseVector(decodeURIComponent(vector)).answers).severity;
  } catch {
    return null;
  }
}

/** Sets the attributes of an element, and removes those without a value. */
export function setAttributes(element: Element, attributes: Record<string, string | null>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}
