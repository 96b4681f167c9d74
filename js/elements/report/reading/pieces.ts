/** Reads a file in pieces, in a worker and on the page alike: each is pushed into every report. */

import type { CsvPiece, Workbook } from "../../../spreadsheet/form.js";
import type { EngineKind, PolicyDocument, ReportOptions, ReportResult } from "../../../index.js";

/** The part of a report that reading needs. */
export interface Sink {
  push(chunk: Uint8Array): { rows: number };
}

export interface Pace {
  /** Milliseconds that one piece may take; the size of pieces adapts to it. */
  longest: number;
  /** Runs between two pieces, so that waiting tasks run. */
  pause?: () => Promise<void>;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** Bytes of the first piece, and of the smallest and largest. */
const sizes = { first: 1 << 18, least: 1 << 16, most: 1 << 22 };
/** Milliseconds between two reports of progress. */
const progressInterval = 50;

/**
 * Reads a file from its beginning to its end.
 *
 * @throws the reason of `signal` if it aborts, and any error of the file or of a report
 */
export async function readPieces(
  file: Blob,
  sinks: readonly Sink[],
  { longest, pause, onProgress, signal }: Pace,
): Promise<void> {
  let size = sizes.first;
  let reportedAt = Number.NEGATIVE_INFINITY;
  let next = pieceOf(file, 0, size);
  for (let at = 0; at < file.size; ) {
    const bytes = await next;
    at += bytes.length;
    // The next piece is read from the disk while the engine works.
    if (at < file.size) {
      next = pieceOf(file, at, size);
      // The error is thrown when the piece is awaited; a reading that ends earlier ignores it.
      next.catch(() => undefined);
    }
    signal?.throwIfAborted();
    const began = performance.now();
    let rows = 0;
    for (const sink of sinks) rows = sink.push(bytes).rows;
    const now = performance.now();
    size = Math.min(sizes.most, Math.max(sizes.least, nextSize(size, now - began, longest)));
    if (onProgress !== undefined && (now - reportedAt >= progressInterval || at === file.size)) {
      reportedAt = now;
      onProgress({ bytes: at, size: file.size, rows });
    }
    await pause?.();
  }
  signal?.throwIfAborted();
}

function nextSize(size: number, took: number, longest: number): number {
  if (took > longest) return size / 2;
  return took < longest / 3 ? size * 2 : size;
}

async function pieceOf(file: Blob, at: number, size: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(at, at + size).arrayBuffer());
}

/** Joins the pieces of a spreadsheet and reports the progress by the share of its rows. */
export async function collected(
  file: Blob,
  pieces: AsyncIterable<CsvPiece>,
  onProgress: (progress: Progress) => void,
  between: () => Promise<void> = async () => {},
): Promise<Converted> {
  const parts: Uint8Array[] = [];
  let found: Workbook = { sheets: [], sheet: "" };
  for await (const { csv, share, workbook } of pieces) {
    found = workbook;
    parts.push(csv);
    onProgress({ bytes: Math.round(share * file.size), size: file.size, rows: 0 });
    await between();
  }
  return { csv: new Blob(parts as BlobPart[], { type: "text/csv" }), workbook: found };
}

/** A sheet as CSV. */
export interface Converted {
  csv: Blob;
  workbook: Workbook;
}

/** Lets waiting tasks run. A message comes sooner than a timer, which browsers delay. */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** One report over a log. One pass can make several. */
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

/** Addresses of the engine for a worker. */
export interface EngineAddresses {
  wasm: string;
  js: string;
  kind: EngineKind;
}

/** A message of the page to the worker: to read a log, or to convert a spreadsheet to CSV. */
export type Request =
  | { kind: "read"; id: number; file: Blob; jobs: Job[]; engine: EngineAddresses }
  | { kind: "convert"; id: number; file: Blob; module: string; sheet: string | undefined };

/** A message of the worker to the page. */
export type Reply =
  | ({ kind: "progress"; id: number } & Progress)
  | { kind: "result"; id: number; results: ReportResult[] }
  | { kind: "converted"; id: number; converted: Converted }
  | { kind: "error"; id: number; code: string; message: string; path?: string };
