/** The engines that an entry can run: their functions, and the start of one in WebAssembly. */

import type * as analysis from "../generated/analysis-glue.js";
import type * as elements from "../generated/engine-glue.js";
import { CaseSloError } from "../errors.js";
import type { EngineSource } from "../types.js";

/** "elements": answers about cases. "analysis": findings about policies, columns of numbers and reports over logs as well. */
export type Capability = "elements" | "analysis";

/** The exports of the engine with a capability, the same in WebAssembly and in JavaScript. */
export interface Exports {
  elements: Pick<typeof elements, Common>;
  analysis: Pick<typeof analysis, Common | "check" | "diff">;
}

type Common = "PolicyHandle" | "instant_of" | "last_panic" | "milliseconds_of" | "seconds_of" | "utc_offsets";

/** A policy inside the engine with a capability. */
export type HandleOf<C extends Capability> = ReturnType<Exports[C]["PolicyHandle"]["load"]>;

/** An engine in JavaScript: the glue and the code in one module. */
export type JavaScriptEngine = Pick<typeof elements | typeof analysis, Common> & { __wbg_reset_state(): void };

/** The glue of an engine in WebAssembly, as wasm-bindgen writes it. */
export type Glue = JavaScriptEngine & {
  initSync(options: { module: BufferSource | WebAssembly.Module }): unknown;
};

/** One instance of an engine. Its objects are lost when another instance replaces it. */
export interface Instance<C extends Capability = Capability> {
  readonly language: "wasm" | "js";
  readonly capability: Capability;
  readonly exports: Exports[C];
  /** Creates a fresh instance of the same engine. */
  restart(): Instance;
}

/**
 * Starts an engine from bytes or a module that are already loaded.
 *
 * @throws CaseSloError "engine-unavailable" if this runtime has no WebAssembly
 */
export function startWebAssembly(glue: Glue, module: BufferSource | WebAssembly.Module): Instance {
  if (typeof WebAssembly === "undefined") {
    const cure = 'await init() of "case-slo", which starts the engine in JavaScript';
    throw new CaseSloError("engine-unavailable", `this runtime has no WebAssembly: ${cure}`);
  }
  glue.initSync({ module });
  return instance("wasm", glue);
}

/** Starts an engine in JavaScript. */
export function startJavaScript(engine: JavaScriptEngine): Instance {
  engine.__wbg_reset_state();
  return instance("js", engine);
}

function instance(language: "wasm" | "js", engine: JavaScriptEngine): Instance {
  return {
    language,
    capability: "check" in engine ? "analysis" : "elements",
    exports: engine,
    restart() {
      engine.__wbg_reset_state();
      return instance(language, engine);
    },
  };
}

/** Returns the capability of a module, which decides its glue. */
export function capabilityOf(module: WebAssembly.Module): Capability {
  return WebAssembly.Module.exports(module).some(({ name }) => name === "check") ? "analysis" : "elements";
}

/** Fetches a module unless it is already loaded, and compiles it. */
export async function compile(source: EngineSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const response = typeof source === "string" || source instanceof URL ? await fetch(source) : source;
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  // Streaming compilation refuses every other type, and some servers have none for WebAssembly.
  if (response.headers.get("content-type") === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
