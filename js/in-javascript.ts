/**
 * The package with its engine in JavaScript included: the content of `case-slo-js.js`, for pages that refuse WebAssembly and
 * cannot load modules. Nothing is fetched, and `init()` is optional.
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

/** @internal Starts the engine of the elements, which this entry includes. */
export const startEngine = init;
