/** The package in a browser: the engine is fetched once, from the folder of this file. */

import { type Capability, host } from "./engine/host.js";
import type { EngineKind, EngineSource } from "./types.js";

export * from "./api.js";

host.supply({
  glue: (capability) =>
    capability === "analysis"
      ? import(/* webpackMode: "eager" */ "./generated/analysis-glue.js")
      : import(/* webpackMode: "eager" */ "./generated/engine-glue.js"),
  // Bundlers look for these two literal expressions.
  wasm: (capability) =>
    capability === "analysis" ? new URL("./analysis.wasm", import.meta.url) : new URL("./engine.wasm", import.meta.url),
  // The engine in JavaScript is loaded only if the page refuses WebAssembly, or requests JavaScript.
  javascript: (capability) =>
    capability === "analysis" ? import("./generated/js-analysis.js") : import("./generated/js-engine.js"),
});

/**
 * Starts the engine once; later calls wait for the same start. `engine` chooses the language: "auto", the
 * default, is WebAssembly, or JavaScript if the content security policy of the page refuses WebAssembly.
 *
 * @example
 * ```ts
 * await init();
 * engine(); // => "wasm"
 * ```
 */
export function init(source?: EngineSource, { engine: kind = "auto" }: { engine?: EngineKind } = {}): Promise<void> {
  return host.start({ source, kind });
}

/** @internal Starts the engine that an element needs; most need one that is half as large as that of `init`. */
export function startEngine(capability: Capability, kind: EngineKind): Promise<void> {
  return host.start({ capability, kind });
}
