/**
 * The package with its engine inside, in JavaScript: what `case-slo-js.js` is made of, for pages that refuse WebAssembly and
 * may load no module either. Nothing is fetched, and `init()` may be left out.
 */

import { startIn, startOnDemand } from "./engine.js";
import * as engine from "./generated/js-engine.js";

export * from "./api.js";

startOnDemand(() => startIn(engine));

/** Starts the engine once. */
export async function init(): Promise<void> {
  startIn(engine);
}

/** @internal Elements find their engine here in every case. */
export const initWhole = init;

/** @internal */
export const initEngine = init;

/** @internal */
export const initLight = init;
