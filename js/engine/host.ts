/**
 * The life cycle of the engine of a page: its start, the replacement of a smaller engine by a larger one, and the fresh
 * instance after a fault.
 */

import { CaseSloError, type ErrorCode } from "../errors.js";
import type { Diagnostic, EngineKind, EngineSource } from "../types.js";
import {
  type Capability,
  type Glue,
  type Instance,
  type JavaScriptEngine,
  capabilityOf,
  compile,
  startJavaScript,
  startWebAssembly,
} from "./engines.js";

export {
  type Capability,
  type Glue,
  type HandleOf,
  type Instance,
  type JavaScriptEngine,
  startJavaScript,
  startWebAssembly,
} from "./engines.js";

/** Sources of the engines, which an entry of the package supplies. */
export interface EngineSupply {
  /** The glue of the engine in WebAssembly. */
  glue?(capability: Capability): Promise<Glue> | Glue;
  /** The engine in WebAssembly, unless `init` is given one. */
  wasm?(capability: Capability): EngineSource;
  /** The engine in JavaScript, for pages that refuse WebAssembly. */
  javascript?(capability: Capability): Promise<JavaScriptEngine>;
  /** Starts an engine within the first call, if `init` has not been called. */
  atOnce?(): Instance;
}

/** Options of a start, from `init` or an element. */
export interface StartOptions {
  capability?: Capability;
  source?: EngineSource | undefined;
  /** Language of the engine; "auto" chooses JavaScript if the page refuses WebAssembly or its file does not load. */
  kind?: EngineKind | undefined;
}

/** The one engine that a page runs. */
export class EngineHost {
  #supply: EngineSupply = {};
  #instance: Instance | undefined;
  #queue: Promise<void> = Promise.resolve();

  /**
   * Supplies the sources of the engines; every entry of the package does so when it is loaded. An engine that can start at once
   * stays if an entry without one is loaded later, such as `case-slo/elements` after `case-slo` in Node.
   */
  supply(supply: EngineSupply): void {
    const { atOnce } = this.#supply;
    this.#supply = atOnce === undefined ? supply : { atOnce, ...supply };
  }

  /** Language of the engine that runs, or that would start. */
  get language(): "wasm" | "js" {
    const hasWebAssembly = this.#supply.glue !== undefined && typeof WebAssembly !== "undefined";
    return this.#instance?.language ?? (hasWebAssembly ? "wasm" : "js");
  }

  /**
   * Ensures that an engine with a capability runs. A larger engine replaces a smaller one; policies are loaded again at their
   * next call.
   */
  start({ capability = "analysis", source, kind = "auto" }: StartOptions = {}): Promise<void> {
    // One at a time: a later call finds the engine that an earlier one has started.
    this.#queue = this.#queue
      .catch(() => undefined)
      .then(async () => {
        if (this.#has(capability) || (source !== undefined && this.#instance !== undefined)) return;
        try {
          this.#instance = await this.#begin(capability, source, kind);
        } catch (cause) {
          throw new CaseSloError("engine-unavailable", `the engine did not start: ${reason(cause)}`, { cause });
        }
      });
    return this.#queue;
  }

  /**
   * Calls the engine and throws its errors as CaseSloError.
   *
   * @throws CaseSloError "engine-unavailable" if no engine with this capability runs
   */
  call<C extends Capability, T>(capability: C, body: (instance: Instance<C>) => T): T {
    const instance = this.#running(capability);
    try {
      return body(instance as Instance<C>);
    } catch (error) {
      throw this.#lifted(error, instance);
    }
  }

  /** Returns whether this instance runs. */
  runs(instance: Instance | undefined): boolean {
    return instance !== undefined && instance === this.#instance;
  }

  #has(capability: Capability): boolean {
    return this.#instance?.capability === "analysis" || this.#instance?.capability === capability;
  }

  async #begin(capability: Capability, source: EngineSource | undefined, kind: EngineKind): Promise<Instance> {
    const { javascript } = this.#supply;
    // One language serves the whole page: that of the engine that runs already.
    const isRefused = kind === "auto" && typeof WebAssembly === "undefined";
    const language = this.#instance?.language ?? (kind === "js" || isRefused ? "js" : "wasm");
    if (javascript !== undefined && language === "js") {
      return startJavaScript(await javascript(capability));
    }
    try {
      return await this.#beginWebAssembly(capability, source);
    } catch (error) {
      // A file of the package may be blocked or missing; a source that the caller gave is the caller's to mend.
      const isOurs = source === undefined || isRefusal(error);
      if (javascript === undefined || kind === "wasm" || !isOurs) throw error;
      const engine = await javascript(capability).catch(() => {
        throw error;
      });
      return startJavaScript(engine);
    }
  }

  async #beginWebAssembly(capability: Capability, given: EngineSource | undefined): Promise<Instance> {
    const { glue, wasm, atOnce } = this.#supply;
    if (given === undefined && atOnce !== undefined) return atOnce();
    const source = given ?? wasm?.(capability);
    if (source === undefined || glue === undefined) {
      throw new Error("init() needs a source: the address, the bytes or the module");
    }
    if (given !== undefined) {
      const module = await compile(given);
      return startWebAssembly(await glue(capabilityOf(module)), module);
    }
    const [module, ownGlue] = await Promise.all([compile(source), glue(capability)]);
    return startWebAssembly(ownGlue, module);
  }

  #running(capability: Capability): Instance {
    this.#instance ??= this.#supply.atOnce?.();
    if (this.#instance === undefined) {
      throw new CaseSloError("engine-unavailable", "the engine has not started: await init() first");
    }
    if (!this.#has(capability)) {
      const cure = 'await init() of "case-slo", or give "case-slo/slim" analysis.wasm';
      throw new CaseSloError("engine-unavailable", `the engine that runs leaves this out: ${cure}`);
    }
    return this.#instance;
  }

  /** Returns an error of the engine as CaseSloError. After a fault, a fresh instance replaces the failed one. */
  #lifted(error: unknown, instance: Instance): CaseSloError {
    if (error instanceof CaseSloError) return error;
    const { code, path, diagnostics } = Object(error) as { code?: unknown; path?: string; diagnostics?: Diagnostic[] };
    if (typeof code === "string") {
      return new CaseSloError(code as ErrorCode, reason(error), {
        ...(path === undefined ? {} : { path }),
        ...(diagnostics === undefined ? {} : { diagnostics }),
      });
    }
    if (!isFault(error)) return new CaseSloError("internal", reason(error), { cause: error });
    const message = `a fault of the engine: ${panicOf(instance) ?? reason(error)}`;
    if (this.runs(instance)) this.#instance = instance.restart();
    return new CaseSloError("internal", message, { cause: error });
  }
}

/** The engine of this page. */
export const host = new EngineHost();

/** Returns whether the page refuses WebAssembly: browsers throw these errors if its content security policy forbids it. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof EvalError || (typeof WebAssembly !== "undefined" && error instanceof WebAssembly.CompileError)
  );
}

/** Returns whether an instance can no longer be trusted: after a trap, an exhausted stack, or the abort of wasm2js. */
function isFault(error: unknown): boolean {
  if (typeof WebAssembly !== "undefined" && error instanceof WebAssembly.RuntimeError) return true;
  const { name, message } = Object(error) as Partial<Error>;
  return name === "RangeError" || name === "InternalError" || message === "abort";
}

/** Returns the message and the place of the panic that ended an instance. */
function panicOf({ exports }: Instance): string | undefined {
  try {
    return exports.last_panic();
  } catch {
    return undefined;
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
