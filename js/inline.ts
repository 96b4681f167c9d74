/**
 * The package with its engine included, for bundlers that do not copy .wasm files and for pages that are opened from a disk.
 * Nothing is fetched, and `init()` is optional.
 */

import { host, startWebAssembly } from "./engine/host.js";
import * as glue from "./generated/analysis-glue.js";
import { engineText } from "./generated/analysis-text.js";
import type { EngineSource } from "./types.js";

export * from "./api.js";

host.supply({
  glue: () => glue,
  wasm: () => bytesOf(engineText),
  atOnce: () => startWebAssembly(glue, bytesOf(engineText)),
});

/** Starts the engine once; later calls wait for the same start. */
export function init(source?: EngineSource): Promise<void> {
  return host.start({ capability: "elements", source });
}

/** @internal Starts the engine of the elements, which this entry includes. */
export const startEngine = (): Promise<void> => host.start({ capability: "elements" });

function bytesOf(hexadecimal: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hexadecimal.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(hexadecimal.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}
