/**
 * The one instance of the engine, its start, and what happens when it fails.
 *
 * The engine never fails on input; should it do so all the same, that is a bug: the caller gets code "internal", and
 * the next call runs on a fresh instance.
 */

import * as webAssembly from "./generated/glue.js";
import { CaseSloError } from "./errors.js";
import type { Diagnostic, EngineKind, EngineSource } from "./types.js";

/** What the rest of the package sees of an engine, in either language. */
export type Engine = Pick<
  typeof webAssembly,
  | "PolicyHandle"
  | "ReportHandle"
  | "check"
  | "deadline_of"
  | "diff"
  | "elapsed_of"
  | "instant_of"
  | "milliseconds_of"
  | "seconds_of"
  | "utc_offsets"
  | "__slo_has"
  | "__wbg_reset_state"
>;

/** Where an engine comes from: its bytes, and the module that is the same in JavaScript. */
export interface Sources {
  wasm: EngineSource;
  js?: () => Promise<Engine>;
  /** Which of the two; "auto" takes JavaScript where the page refuses WebAssembly. */
  kind?: EngineKind;
}

let glue: Engine = webAssembly;
let started: Promise<void> | undefined;
let running = false;
let restarts = 0;
let queue: Promise<void> = Promise.resolve();
let startNow: (() => void) | undefined;

/** Starts the engine once; later calls return the same promise, and a start that failed may be tried again. */
export function start(sources: Sources): Promise<void> {
  if (running) return Promise.resolve();
  started ??= begin(sources).then(
    () => {
      running = true;
    },
    (cause: unknown) => {
      started = undefined;
      throw new CaseSloError("engine-unavailable", `the engine did not start: ${reason(cause)}`, { cause });
    },
  );
  return started;
}

async function begin({ wasm, js, kind = "auto" }: Sources): Promise<void> {
  if (js !== undefined && (kind === "js" || (kind === "auto" && typeof WebAssembly === "undefined")))
    return take(await js());
  try {
    await webAssembly.default({ module_or_path: wasm });
  } catch (error) {
    if (js === undefined || kind === "wasm" || !isRefused(error)) throw error;
    take(await js());
  }
}

/**
 * Whether a module was not compiled: these are the names under which browsers refuse to, for a page whose policy forbids it
 * or because they lack an instruction.
 */
function isRefused(error: unknown): boolean {
  return error instanceof EvalError || error instanceof WebAssembly.CompileError;
}

/** From here on the engine is the one in JavaScript. */
function take(engine: Engine): void {
  engine.__wbg_reset_state();
  glue = engine;
}

/** The language of the engine that runs, or would. */
export function language(): "wasm" | "js" {
  return glue === webAssembly ? "wasm" : "js";
}

/**
 * Sees to it that an engine runs that has a function, which the one at `sources` has. Where a smaller one runs already,
 * the larger takes its place, and policies are loaded again when they are next asked.
 */
export function startWith(sources: Sources & { wasm: URL }, needed: string): Promise<void> {
  // One at a time: the last one that is asked for finds what those before it have started.
  queue = queue
    .catch(() => undefined)
    .then(async () => {
      await started?.catch(() => undefined);
      if (!running) return start(sources);
      if (glue.__slo_has(needed)) return;
      await larger(sources);
      restarts += 1;
    });
  return queue;
}

async function larger({ wasm, js, kind }: Sources & { wasm: URL }): Promise<void> {
  if (language() === "wasm") {
    try {
      return webAssembly.__slo_replace(await compiled(wasm));
    } catch (error) {
      if (js === undefined || kind === "wasm" || !isRefused((error as CaseSloError).cause)) throw error;
    }
  }
  if (js !== undefined) take(await js());
}

async function compiled(source: URL): Promise<WebAssembly.Module> {
  try {
    const response = await fetch(source);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    throw new CaseSloError("engine-unavailable", `the engine did not start: ${reason(cause)}`, { cause });
  }
}

/** The engine's own `deadline_of`, without the detours of `call`: it is asked more often than anything else. */
export function deadlineOf(calendar: number, start: number, seconds: number): number {
  try {
    return glue.deadline_of(calendar, start, seconds);
  } catch (error) {
    throw lift(error);
  }
}

/** The engine's own `elapsed_of`, as `deadlineOf`. */
export function elapsedOf(calendar: number, start: number, end: number): number {
  try {
    return glue.elapsed_of(calendar, start, end);
  } catch (error) {
    throw lift(error);
  }
}

/** Calls a function that not every module of the engine has. */
export function callOf<T>(needed: string, body: (engine: Engine) => T): T {
  return call((engine) => {
    if (engine.__slo_has(needed)) return body(engine);
    const message =
      'the engine that runs leaves this out: await init() of "case-slo", or give "case-slo/slim" analysis.wasm';
    throw new CaseSloError("engine-unavailable", message);
  });
}

/** Starts the engine from bytes that are already here. */
export function startSync(module: BufferSource | WebAssembly.Module): void {
  if (running) return;
  webAssembly.initSync({ module });
  running = true;
}

/** Starts an engine in JavaScript that is already here. */
export function startIn(engine: Engine): void {
  if (running) return;
  take(engine);
  running = true;
}

/** How to start at the first call where nobody has called `init` (Node, where the bytes can be read at once). */
export function startOnDemand(begin: () => void): void {
  startNow = begin;
}

/** Counts the instances: what belongs to an earlier one has to be made again. */
export function generation(): number {
  return restarts;
}

/** Calls the engine; its errors come out as CaseSloError. */
export function call<T>(body: (engine: Engine) => T): T {
  if (!running) startNow?.();
  if (!running) throw new CaseSloError("engine-unavailable", "the engine has not started: await init() first");
  try {
    return body(glue);
  } catch (error) {
    throw lift(error);
  }
}

/** An argument as the JSON text in which it crosses to the engine: dates as RFC 3339, what JSON cannot hold refused. */
export function json(value: unknown, code: string): string {
  try {
    const text = JSON.stringify(value) as string | undefined;
    if (text !== undefined) return text;
  } catch (cause) {
    throw new CaseSloError(code, `not JSON: ${reason(cause)}`, { path: "", cause });
  }
  throw new CaseSloError(code, `expected an object, found ${typeof value}`, { path: "" });
}

/** What the engine threw, as CaseSloError; what it did not throw on purpose is a fault, and starts it again. */
export function lift(error: unknown): CaseSloError {
  if (error instanceof CaseSloError) return error;
  const { code, path, diagnostics } = error as { code?: unknown; path?: string; diagnostics?: Diagnostic[] };
  if (typeof code === "string") {
    return new CaseSloError(code, reason(error), {
      ...(path === undefined ? {} : { path }),
      ...(diagnostics === undefined ? {} : { diagnostics }),
    });
  }
  glue.__wbg_reset_state();
  restarts += 1;
  return new CaseSloError("internal", `a fault of the engine: ${reason(error)}`, { cause: error });
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
