/**
 * The package with its engine inside, in JavaScript: what `case-slo-js.js` is made of, for pages that refuse WebAssembly and
 * may load no module either. Nothing is fetched, and `init()` may be left out.
 */

import { host, startJavaScript } from "./engine/host.js";
import * as engine from "./generated/js-engine.js";

export * from "./api.js";

host.supply({
  javascript: () => Promise.resolve(engine),
  atOnce: () => startJavaScript(engine),
});

/** Starts the engine once. */
export const init = (): Promise<void> => host.start({ capability: "elements", kind: "js" });

/** @internal Elements find their engine here in every case. */
export const startEngine = init;
