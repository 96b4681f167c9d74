/** Reads a log in a worker if the page permits one, otherwise on the page. */

import { LogWorker } from "./in-worker.js";
import { csvOnPage, decompressed, formOfFile, type OpenedFile, openedSpreadsheet, spreadsheetError } from "./open.js";
import { WorkerRefused } from "../../shared/worker.js";
import { type Converted, pause, readPieces, type Progress } from "./pieces.js";
import {
  CaseSloError,
  engine,
  type Policy,
  type Report,
  type ReportOptions,
  type ReportResult,
} from "../../../index.js";

// The address is relative to dist/elements/, where this module is published; bundlers copy such a file unchanged.
const spreadsheetModule = new URL("../spreadsheet.wasm", import.meta.url);

/** One report over a log. One pass can make several. */
export interface ReportRequest {
  policy: Policy;
  options: ReportOptions;
}

export interface ReadingOptions {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** Reads logs for one element. Only pieces of the file are ever in memory. */
export class LogReader {
  #worker: LogWorker | null;

  /**
   * `worker` is the Trusted Types policy with which the header of the page permits a worker, "" if it requires none, or null if
   * the page does not state that it permits one. The element never tries, because browsers report the attempt to the host of
   * the page.
   */
  constructor(worker: string | null) {
    this.#worker = worker === null ? null : new LogWorker(worker);
  }

  /**
   * Opens a file as CSV: a spreadsheet is converted, at the sheet of a name or the likeliest one, and a compressed log
   * decompressed.
   *
   * @throws CaseSloError "file-unreadable", "invalid-spreadsheet", "encrypted-spreadsheet", "limit-exceeded" or, if the page
   *   permits no WebAssembly, "engine-unavailable"; the reason of `signal` if it aborts
   */
  async open(
    file: File,
    { onProgress = () => {}, signal = new AbortController().signal, sheet }: ReadingOptions & { sheet?: string } = {},
  ): Promise<OpenedFile> {
    const form = await formOfFile(file).catch((cause: unknown) => {
      throw new CaseSloError("file-unreadable", String(cause), { cause });
    });
    if (form === "text") return { file, delimiter: null, workbook: null };
    if (form === "gzip") return { file: await decompressed(file, onProgress, signal), delimiter: null, workbook: null };
    try {
      return openedSpreadsheet(file, await this.#convert(file, sheet, onProgress, signal));
    } catch (error) {
      signal.throwIfAborted();
      throw spreadsheetError(error);
    }
  }

  async #convert(
    file: File,
    sheet: string | undefined,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Converted> {
    if (this.#worker !== null) {
      try {
        return await this.#worker.convert(file, spreadsheetModule, sheet, onProgress, signal);
      } catch (error) {
        if (!(error instanceof WorkerRefused)) throw error;
        this.#worker = null;
      }
    }
    return csvOnPage(file, spreadsheetModule, sheet, onProgress, signal);
  }

  /**
   * Makes reports over a file in one pass.
   *
   * @throws CaseSloError "file-unreadable" if the file cannot be read, or has changed since it was chosen; any code of
   *   `Policy.report`; the reason of `signal` if it aborts
   */
  async read(
    file: Blob,
    wanted: readonly ReportRequest[],
    { onProgress = () => {}, signal = new AbortController().signal }: ReadingOptions = {},
  ): Promise<ReportResult[]> {
    if (this.#worker !== null) {
      try {
        const jobs = wanted.map(({ policy, options }) => ({ policy: policy.toJSON(), options }));
        return await this.#worker.read(file, jobs, engine(), onProgress, signal);
      } catch (error) {
        if (!(error instanceof WorkerRefused)) throw error;
        this.#worker = null;
      }
    }
    try {
      return await readOnPage(file, wanted, onProgress, signal);
    } catch (error) {
      if (error instanceof CaseSloError || signal.aborted) throw error;
      throw new CaseSloError("file-unreadable", error instanceof Error ? error.message : String(error), {
        cause: error,
      });
    }
  }

  /** Ends the worker. */
  close(): void {
    this.#worker?.close();
  }
}

/** Longest slice of work in milliseconds, well under 50, above which a page feels slow. */
const longestTask = 12;

/**
 * Makes reports over a file in one pass.
 *
 * @throws CaseSloError, any error of the file, or the reason of `signal`
 */
export async function readOnPage(
  file: Blob,
  jobs: readonly { policy: Policy; options: ReportOptions }[],
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ReportResult[]> {
  const reports: Report[] = [];
  try {
    for (const { policy, options } of jobs) reports.push(policy.report(options));
    await readPieces(file, reports, { longest: longestTask, pause, onProgress, signal });
    const results: ReportResult[] = [];
    for (const report of reports) {
      results.push(report.finish());
      await pause();
    }
    return results;
  } finally {
    for (const report of reports) report.free();
  }
}
