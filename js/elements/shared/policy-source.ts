import type { Capability } from "../../engine/host.js";
import { CaseSloError, type EngineKind, type Policy, loadPolicy, referencePolicy, startEngine } from "../../index.js";

import { whenParsed } from "./markup.js";

/** The engine that an element needs. */
export interface EngineRequest {
  kind: EngineKind;
  capability: Capability;
}

const loaded = new Map<string, Policy>();

/** Returns the policy that all elements with the same source share. It lives as long as the page. */
function sharedPolicy(key: string, load: () => Policy): Policy {
  let policy = loaded.get(key);
  if (policy === undefined) {
    policy = load();
    loaded.set(key, policy);
  }
  return policy;
}

/**
 * Loads the policy that an element names: "#id" of a `<script type="application/json">` in the page, a URL, or null for the
 * reference policy.
 *
 * @throws CaseSloError "invalid-policy" with every finding; "policy-unavailable" if no element has the id or the address gives
 *   no policy
 */
export async function policyFrom(
  source: string | null,
  root: Document | ShadowRoot,
  wanted: EngineRequest,
): Promise<Policy> {
  if (source === null || source === "") {
    await startEngine(wanted.capability, wanted.kind);
    return sharedPolicy("", referencePolicy);
  }
  const load = (text: string) => loadedFrom(text, wanted, () => sharedPolicy(text, () => loadPolicy(text)));
  if (source.startsWith("#")) {
    const find = () => root.getElementById(source.slice(1)) ?? document.getElementById(source.slice(1));
    // The script with the policy may stand below the element, in a part of the page that is not parsed yet.
    if (find() === null) await new Promise<void>((resolve) => whenParsed(resolve));
    const text = find()?.textContent;
    if (text === null || text === undefined) throw unavailable(source, "no element has this id");
    return load(text);
  }
  if (source.startsWith("[object ")) throw unavailable(source, "set the property, not the attribute, to an object");
  const address = new URL(source, document.baseURI);
  const response = await fetch(address, { credentials: "same-origin" }).catch((cause: unknown) => {
    throw unavailable(source, String(cause));
  });
  if (!response.ok) throw unavailable(source, `the server answered ${response.status}`);
  const text = await response.text();
  return load(text);
}

/**
 * Loads a policy from text in the page. The engine of the elements gives only the codes and places of errors; the whole engine,
 * if the page can load it, adds their messages.
 *
 * @throws CaseSloError "invalid-policy"
 */
export async function loadedFrom(
  source: string | object,
  { capability, kind }: EngineRequest,
  load = () => loadPolicy(source),
): Promise<Policy> {
  await startEngine(capability, kind);
  try {
    return load();
  } catch (error) {
    if (!(error instanceof CaseSloError && error.code === "invalid-policy")) throw error;
    await startEngine("analysis", kind).catch(() => undefined);
    return load();
  }
}

function unavailable(source: string, reason: string): CaseSloError {
  return new CaseSloError("policy-unavailable", `no policy at ${source}: ${reason}`);
}
