/** Opens a chosen file as CSV: as it is, out of a spreadsheet, or decompressed. */

import { CaseSloError, type ErrorCode } from "../../../index.js";
import {
  beginningBytes,
  type FileForm,
  formOf,
  spreadsheetDelimiter,
  type Workbook,
} from "../../../spreadsheet/form.js";
import { collected, type Converted, pause, type Progress } from "./pieces.js";

/** A file as CSV. */
export interface OpenedFile {
  file: File;
  /** The delimiter, if it is known; null: detected. */
  delimiter: string | null;
  /** The spreadsheet that it is a sheet of; null for another file. */
  workbook: Workbook | null;
}

/** Names of files that can be opened, for a file input. */
export const accepted =
  ".csv,.tsv,.txt,.xlsx,.ods,.gz,text/csv,text/tab-separated-values,text/plain,application/gzip,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.oasis.opendocument.spreadsheet";

/** Returns the form of a file. */
export const formOfFile = async (file: Blob): Promise<FileForm> =>
  formOf(new Uint8Array(await file.slice(0, beginningBytes).arrayBuffer()));

/** Returns a file with the same name and time, but with CSV as its content. */
export const asCsv = (file: File, content: Blob): File =>
  new File([content], file.name, { type: "text/csv", lastModified: file.lastModified });

/** Opens a spreadsheet whose CSV comes in pieces. */
export const openedSpreadsheet = (file: File, { csv, workbook }: Converted): OpenedFile => ({
  file: asCsv(file, csv),
  delimiter: spreadsheetDelimiter,
  workbook,
});

/** Reads a spreadsheet on the page, with pauses for input. */
export async function csvOnPage(
  file: File,
  module: URL,
  sheet: string | undefined,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Converted> {
  const { csvPieces } = await import("../../../spreadsheet/rows.js");
  return collected(file, csvPieces(new Uint8Array(await file.arrayBuffer()), module, sheet), onProgress, async () => {
    await pause();
    signal.throwIfAborted();
  });
}

/**
 * Decompresses a file.
 *
 * @throws CaseSloError "file-unreadable" if it is damaged; the reason of `signal`
 */
export async function decompressed(
  file: File,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<File> {
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      bytes += chunk.length;
      onProgress({ bytes, size: file.size, rows: 0 });
      controller.enqueue(chunk as Uint8Array<ArrayBuffer>);
    },
  });
  try {
    const stream = file.stream().pipeThrough(counted, { signal }).pipeThrough(new DecompressionStream("gzip"));
    return asCsv(file, await new Response(stream).blob());
  } catch (error) {
    signal.throwIfAborted();
    throw new CaseSloError("file-unreadable", String(error), { cause: error });
  }
}

/** Returns an error of the module as one of the package. */
export function spreadsheetError(error: unknown): CaseSloError {
  if (error instanceof CaseSloError) return error;
  const { code } = error as { code?: ErrorCode };
  const [message, details] = [error instanceof Error ? error.message : String(error), { cause: error }];
  if (code === "encrypted-spreadsheet") return new CaseSloError("encrypted-spreadsheet", message, details);
  if (code === "limit-exceeded" || code === "engine-unavailable") return new CaseSloError(code, message, details);
  return new CaseSloError("invalid-spreadsheet", message, details);
}
