/** Starts the workers of the elements, on pages whose header permits one. */

/** The part of the Trusted Types API that is used here. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const trusted = new Map<string, { createScriptURL(url: string): string }>();
/** Addresses of the scripts of this package. */
const scripts = new Set<string>();

/** The worker could not be used, so the page has to do its work. */
export class WorkerRefused extends Error {}

/**
 * Starts a worker of this package. `policy` is the Trusted Types policy that the header of the page permits, or "" if it requires
 * none.
 *
 * @throws if the page forbids it
 */
export function startWorker(policy: string, script: URL): Worker {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (policy === "" || types === undefined) return new Worker(script, { type: "module" });
  scripts.add(script.href);
  let maker = trusted.get(policy);
  if (maker === undefined) {
    // A page permits a name once, so all elements share the policy. It accepts the scripts of this package only.
    maker = types.createPolicy(policy, {
      createScriptURL(url) {
        if (!scripts.has(url)) throw new TypeError(`not a script of this package: ${url}`);
        return url;
      },
    });
    trusted.set(policy, maker);
  }
  return new Worker(maker.createScriptURL(script.href), { type: "module" });
}
