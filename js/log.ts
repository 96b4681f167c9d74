import { host, type Instance } from "./engine/host.js";
import { CaseSloError } from "./errors.js";
import type { ReportHandle } from "./generated/analysis-glue.js";
import type { AvailabilityResult, ReportResult } from "./types.js";

/** Bytes that are passed to the engine at once, so that the copy of a large chunk stays small. */
const piece = 1 << 18;

/**
 * A log that is read in chunks: of cases ({@link Report}) or of outages ({@link AvailabilityLog}).
 *
 * It belongs to the engine in which it was made: should the engine have to start again, the log has to be read again, and
 * every call throws "engine-restarted".
 */
export class Log<Result> {
  #handle: ReportHandle | undefined;
  readonly #instance: Instance<"analysis">;
  #rows = 0;
  #bytes = 0;

  /** @internal */
  constructor(open: (instance: Instance<"analysis">) => ReportHandle) {
    [this.#instance, this.#handle] = host.call("analysis", (instance) => [instance, open(instance)]);
  }

  /**
   * Reads bytes of CSV in chunks of any size: UTF-8, UTF-16 or Windows-1252, with any delimiter.
   *
   * @returns number of rows and bytes read so far, without the header
   *
   * @example
   * ```ts
   * const report = policy.report({ asOf: "2026-03-01T00:00:00Z" });
   * report.push(new TextEncoder().encode("Case,Tier,Severity,Opened\n")).rows; // => 0
   * ```
   */
  push(chunk: Uint8Array): { rows: number; bytes: number } {
    const handle = this.#alive();
    if (!(chunk instanceof Uint8Array)) {
      throw new CaseSloError("invalid-case", `expected a Uint8Array, found ${typeof chunk}`, { path: "" });
    }
    for (let at = 0; at < chunk.length; at += piece) {
      this.#rows = host.call("analysis", () => handle.push(chunk.subarray(at, at + piece)));
    }
    this.#bytes += chunk.length;
    return { rows: this.#rows, bytes: this.#bytes };
  }

  /**
   * Ends the log and returns the result. Every later call throws "disposed".
   *
   * @example
   * ```ts
   * const report = policy.report({ asOf: "2026-03-01T00:00:00Z" });
   * for (const chunk of sampleLog(policy, { rows: 100 })) report.push(chunk);
   * report.finish().rows; // => 100
   * ```
   */
  finish(): Result {
    const handle = this.#alive();
    this.#handle = undefined;
    return host.call("analysis", () => handle.finish()) as Result;
  }

  /**
   * Frees the memory of the log. Every later call throws "disposed".
   *
   * @example
   * ```ts
   * const report = policy.report({ asOf: "2026-03-01T00:00:00Z" });
   * report.free();
   * ```
   */
  free(): void {
    if (host.runs(this.#instance)) this.#handle?.free();
    this.#handle = undefined;
  }

  [Symbol.dispose](): void {
    this.free();
  }

  #alive(): ReportHandle {
    if (this.#handle === undefined) throw new CaseSloError("disposed", "the log has ended, or has been freed");
    if (!host.runs(this.#instance)) {
      throw new CaseSloError("engine-restarted", "the engine was started again since: read the log again");
    }
    return this.#handle;
  }
}

/** Attainment over a log of cases, read in chunks. Get one from `policy.report()`. */
export class Report extends Log<ReportResult> {}

/** Service availability over a log of outages, read in chunks. Get one from `policy.availability()`. */
export class AvailabilityLog extends Log<AvailabilityResult> {}
