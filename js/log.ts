import { call, callOf, generation, json } from "./engine.js";
import { CaseSloError } from "./errors.js";
import type { ReportHandle } from "./generated/glue.js";
import type { Policy } from "./policy.js";

/** Bytes that the engine takes at once: what it copies of a large chunk stays small. */
const piece = 1 << 18;

/** Seed of the hash of ids, so that the writer of a log cannot choose ids that are found slowly. */
function seed(): [number, number] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  return [first, second];
}

/**
 * A log that is read in chunks: of cases ({@link Report}) or of outages ({@link AvailabilityLog}).
 *
 * It belongs to the engine in which it was made: should the engine have to start again, the log has to be read again, and
 * every call throws "engine-restarted".
 */
export class Log<Result> {
  #handle: ReportHandle | undefined;
  readonly #generation: number;
  #rows = 0;
  #bytes = 0;

  /** @internal */
  constructor(policy: Policy, kind: "report" | "availability", options: object) {
    const given = json(options, "invalid-options");
    this.#handle = callOf(`policyhandle_${kind}`, () =>
      policy.ask((handle) => (kind === "report" ? handle.report(given, ...seed()) : handle.availability(given))),
    );
    this.#generation = generation();
  }

  /**
   * Takes bytes of CSV (RFC 4180, UTF-8, with or without a byte order mark) in chunks of any size.
   *
   * @returns rows and bytes read so far; the header is no row
   */
  push(chunk: Uint8Array): { rows: number; bytes: number } {
    const handle = this.#alive();
    if (!(chunk instanceof Uint8Array)) {
      throw new CaseSloError("invalid-case", `expected a Uint8Array, found ${typeof chunk}`, { path: "" });
    }
    for (let at = 0; at < chunk.length; at += piece) {
      this.#rows = call(() => handle.push(chunk.subarray(at, at + piece)));
    }
    this.#bytes += chunk.length;
    return { rows: this.#rows, bytes: this.#bytes };
  }

  /** Ends the log. Every later call throws "disposed". */
  finish(): Result {
    const handle = this.#alive();
    this.#handle = undefined;
    return call(() => handle.finish()) as Result;
  }

  /** Gives the engine's memory back. Every later call throws "disposed". */
  free(): void {
    if (this.#generation === generation()) this.#handle?.free();
    this.#handle = undefined;
  }

  [Symbol.dispose](): void {
    this.free();
  }

  #alive(): ReportHandle {
    if (this.#handle === undefined) throw new CaseSloError("disposed", "the log has ended, or has been freed");
    if (this.#generation !== generation()) {
      throw new CaseSloError("engine-restarted", "the engine was started again since: read the log again");
    }
    return this.#handle;
  }
}
