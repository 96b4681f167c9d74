/**
 * The package with its engine inside: for bundlers that copy no .wasm, and for pages that are opened from a disk. Nothing is
 * fetched, and `init()` may be left out.
 */

import { start, startOnDemand, startSync } from "./engine.js";
import type { EngineSource } from "./types.js";
import { engineText } from "./generated/analysis-text.js";

export * from "./api.js";

startOnDemand(() => startSync(bytesOf(engineText)));

/** Starts the engine once; later calls return the same promise. */
export async function init(source?: EngineSource): Promise<void> {
  await start({ wasm: source ?? bytesOf(engineText) });
}

/** @internal Elements find their engine here in every case. */
export const initWhole = (): Promise<void> => init();

/** @internal */
export const initEngine = initWhole;

/** @internal */
export const initLight = initWhole;

function bytesOf(hexadecimal: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hexadecimal.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(hexadecimal.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}
