/** Reads a log in a worker, if the page permits one. */

import type { Converted, Job, Progress, Reply, Request } from "./pieces.js";
import { startWorker, WorkerRefused } from "../../shared/worker.js";
import { CaseSloError, type EngineKind, type ErrorCode, type ReportResult } from "../../../index.js";

// The addresses are relative to dist/elements/, where these modules are published; bundlers copy such files unchanged.
const script = new URL("../report-worker.js", import.meta.url);
const wasm = new URL("../analysis.wasm", import.meta.url);
const js = new URL("../js-analysis.js", import.meta.url);

/** A worker that stays for the next reading. */
export class LogWorker {
  readonly #policy: string;
  #worker: Worker | undefined;
  #count = 0;
  /** Functions that reject the requests without an answer: the views of a report share one worker. */
  #waiting = new Set<(error: Error) => void>();

  constructor(policy: string) {
    this.#policy = policy;
  }

  /**
   * Makes reports over a file in one pass.
   *
   * @throws WorkerRefused, CaseSloError, or the reason of `signal`
   */
  read(
    file: Blob,
    jobs: Job[],
    kind: EngineKind,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<ReportResult[]> {
    const engine = { wasm: wasm.href, js: js.href, kind };
    return this.#ask({ kind: "read", id: this.#nextId(), file, jobs, engine }, onProgress, signal, (reply) =>
      reply.kind === "result" ? reply.results : undefined,
    );
  }

  /**
   * Converts a sheet of a spreadsheet to CSV.
   *
   * @throws WorkerRefused, CaseSloError, or the reason of `signal`
   */
  convert(
    file: Blob,
    module: URL,
    sheet: string | undefined,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Converted> {
    const request = { kind: "convert", id: this.#nextId(), file, module: module.href, sheet } as const;
    return this.#ask(request, onProgress, signal, (reply) =>
      reply.kind === "converted" ? reply.converted : undefined,
    );
  }

  #nextId(): number {
    this.#count += 1;
    return this.#count;
  }

  /** Sends a request; `answer` takes the result out of the last reply. */
  #ask<Answer>(
    request: Request,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
    answer: (reply: Reply) => Answer | undefined,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      let worker: Worker;
      try {
        this.#worker ??= startWorker(this.#policy, script);
        worker = this.#worker;
      } catch (cause) {
        return reject(new WorkerRefused(String(cause)));
      }
      const waiting = this.#waiting;
      const ending = new AbortController();
      const end = (act: () => void) => {
        ending.abort();
        waiting.delete(refuse);
        act();
      };
      const refuse = (error: Error) => end(() => reject(error));
      waiting.add(refuse);
      const listen = { signal: ending.signal };
      worker.addEventListener(
        "message",
        ({ data }: MessageEvent<Reply>) => {
          if (data.id !== request.id) return;
          if (data.kind === "progress") return onProgress(data);
          const found = answer(data);
          if (found !== undefined) return end(() => resolve(found));
          if (data.kind !== "error") return;
          const { code, message, path } = data;
          if (code === "engine-unavailable") return this.#refuse(message, waiting);
          const error = new CaseSloError(code as ErrorCode, message, path === undefined ? {} : { path });
          end(() => reject(error));
        },
        listen,
      );
      // The script did not load: refused by a header, or not there.
      worker.addEventListener("error", ({ message }) => this.#refuse(message, waiting), listen);
      const cancel = () => {
        // It goes on if somebody else waits for it, and the answer to this request is not heard.
        if (waiting.size === 0 && waiting === this.#waiting) this.close();
        reject(signal.reason as Error);
      };
      signal.addEventListener("abort", () => end(cancel), listen);
      worker.postMessage(request);
    });
  }

  /** Ends the worker immediately; the next reading starts another. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#waiting = new Set();
  }

  /** Ends the worker, so that the page does the work of every request that waits for it. */
  #refuse(message: string, waiting: ReadonlySet<(error: Error) => void>): void {
    if (waiting === this.#waiting) this.close();
    for (const refuse of [...waiting]) refuse(new WorkerRefused(message));
  }
}
