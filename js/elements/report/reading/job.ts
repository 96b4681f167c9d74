/** What is asked of a log, and what is told while it is read: plain data, which crosses to a worker as it is. */

import type { EngineKind, PolicyDocument, ReportOptions, ReportResult } from "../../../index.js";

/** One report over a log. Several are made in one pass. */
export interface Job {
  policy: PolicyDocument;
  options: ReportOptions;
}

/** How far a log has been read. */
export interface Progress {
  bytes: number;
  size: number;
  rows: number;
}

/** Where a worker finds the engine. */
export interface EngineAddresses {
  wasm: string;
  js: string;
  kind: EngineKind;
}

/** What the page says to the worker. */
export interface Request {
  id: number;
  file: Blob;
  jobs: Job[];
  engine: EngineAddresses;
}

/** What the worker says to the page. */
export type Reply =
  | ({ kind: "progress"; id: number } & Progress)
  | { kind: "result"; id: number; results: ReportResult[] }
  | { kind: "error"; id: number; code: string; message: string; path?: string };
