/** Reads spreadsheets by a WebAssembly module of their own, which loads when the first one is read. */

import init, { SpreadsheetRows } from "../generated/spreadsheet-glue.js";
import type { CsvPiece } from "./form.js";

/** Rows of a piece: few enough that a page handles input between two. */
const rowsOfPiece = 1_000;

let started: Promise<unknown> | undefined;

/**
 * Reads a sheet as CSV, piece by piece: the one of a name, or else the visible one with most rows of dates. `source` is the
 * module: its address or its bytes.
 *
 * @throws an error with the code "invalid-spreadsheet", "encrypted-spreadsheet", "unknown-sheet" or "limit-exceeded"; any error of the module's start
 */
export async function* csvPieces(
  bytes: Uint8Array,
  source: URL | string | BufferSource,
  sheet?: string,
): AsyncGenerator<CsvPiece> {
  started ??= init({ module_or_path: source });
  try {
    await started;
  } catch (error) {
    // The next file tries again.
    started = undefined;
    throw Object.assign(new Error(String(error), { cause: error }), { code: "engine-unavailable" });
  }
  const rows = new SpreadsheetRows(bytes, sheet);
  const workbook = { sheets: rows.sheets, sheet: rows.name };
  try {
    for (let csv = rows.next(rowsOfPiece); csv !== undefined; csv = rows.next(rowsOfPiece))
      yield { csv, share: rows.share, workbook };
  } finally {
    rows.free();
  }
}
