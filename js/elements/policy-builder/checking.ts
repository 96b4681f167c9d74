/** Checks the policy as it changes: in a worker if the page permits one, otherwise on the page while it is idle. */

import { check, type Diagnostic, type EngineKind, startEngine } from "../../index.js";
import { startWorker, WorkerRefused } from "../shared/worker.js";

// The addresses are relative to dist/elements/, where these modules are published; bundlers copy such files unchanged.
const script = new URL("../policy-worker.js", import.meta.url);
const wasm = new URL("../analysis.wasm", import.meta.url);
const js = new URL("../js-analysis.js", import.meta.url);

/** A message of the page to the worker. */
export interface CheckRequest {
  text: string;
  engine: { wasm: string; js: string; kind: EngineKind };
}

/** A message of the worker to the page. `isRefused`: the worker cannot start the engine. */
export type CheckReply = { findings: Diagnostic[] } | { failure: string; isRefused: boolean };

/** Checks one text at a time; of the texts that come meanwhile, only the last one is checked. */
export class PolicyCheck {
  readonly #policy: string | null;
  readonly #kind: EngineKind;
  #worker: Worker | null = null;
  #isRefused = false;
  #next: string | null = null;
  #running = false;
  #isClosed = false;

  /** `worker` is the Trusted Types policy that permits the worker, "" if none is required, or null for no worker. */
  constructor(
    worker: string | null,
    kind: EngineKind,
    readonly onFindings: (findings: Diagnostic[], text: string) => void,
    readonly onFailure: (message: string) => void,
  ) {
    this.#policy = worker;
    this.#kind = kind;
  }

  /** Checks a text once the one before it is done. */
  request(text: string): void {
    this.#next = text;
    if (!this.#running) void this.#run();
  }

  /** Ends the worker. */
  close(): void {
    this.#isClosed = true;
    this.#next = null;
    this.#worker?.terminate();
    this.#worker = null;
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#next !== null) {
      const text = this.#next;
      this.#next = null;
      try {
        const findings = await this.#check(text);
        if (!this.#isClosed) this.onFindings(findings, text);
      } catch (error) {
        if (!this.#isClosed) this.onFailure(error instanceof Error ? error.message : String(error));
      }
    }
    this.#running = false;
  }

  async #check(text: string): Promise<Diagnostic[]> {
    if (this.#policy !== null && !this.#isRefused) {
      try {
        return await this.#checkInWorker(text, this.#policy);
      } catch (error) {
        if (!(error instanceof WorkerRefused)) throw error;
        this.#isRefused = true;
      }
    }
    await startEngine("analysis", this.#kind);
    await idle();
    return check(text);
  }

  #checkInWorker(text: string, policy: string): Promise<Diagnostic[]> {
    return new Promise((resolve, reject) => {
      const refuse = (reason: unknown) => {
        this.#worker?.terminate();
        this.#worker = null;
        reject(new WorkerRefused(String(reason)));
      };
      try {
        this.#worker ??= startWorker(policy, script);
      } catch (error) {
        return refuse(error);
      }
      this.#worker.onmessage = ({ data }: MessageEvent<CheckReply>) => {
        if ("findings" in data) resolve(data.findings);
        else if (data.isRefused) refuse(data.failure);
        else reject(new Error(data.failure));
      };
      // The script did not load: refused by a header, or not there.
      this.#worker.onerror = ({ message }) => refuse(message);
      this.#worker.postMessage({
        text,
        engine: { wasm: wasm.href, js: js.href, kind: this.#kind },
      } satisfies CheckRequest);
    });
  }
}

/** Waits until the page is idle, a second at most. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: 1_000 });
    else setTimeout(resolve, 50);
  });
