/** Opens a log as CSV: as it is, out of a spreadsheet, or decompressed. */

import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

import { beginningBytes, formOf, type Workbook } from "../spreadsheet/form.js";
import { csvPieces } from "../spreadsheet/rows.js";

/** The reader of spreadsheets, beside the command line. */
const module = new URL("./spreadsheet.wasm", import.meta.url);

/** The sheet of a spreadsheet that is wanted, and the spreadsheet as it was read. */
export interface SheetChoice {
  wanted?: string | undefined;
  workbook?: Workbook;
}

/**
 * Returns the bytes of a log as CSV. Of a spreadsheet, `sheet` names the sheet, and receives the ones that there are.
 *
 * @throws an error with a code if the file is damaged
 */
export async function* csvOf(source: AsyncIterable<Uint8Array>, sheet: SheetChoice = {}): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  let beginning = new Uint8Array();
  while (beginning.length < beginningBytes) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    beginning = new Uint8Array(Buffer.concat([beginning, value]));
  }
  const whole = continued(beginning, chunks);
  const form = formOf(beginning);
  if (form === "gzip") yield* Readable.from(whole).pipe(createGunzip()) as AsyncIterable<Uint8Array>;
  else if (form === "spreadsheet") yield* csvOfSpreadsheet(whole, sheet);
  else yield* whole;
}

async function* continued(beginning: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (beginning.length > 0) yield beginning;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* csvOfSpreadsheet(source: AsyncIterable<Uint8Array>, choice: SheetChoice): AsyncGenerator<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  const bytes = new Uint8Array(Buffer.concat(parts));
  for await (const { csv, workbook } of csvPieces(bytes, new Uint8Array(await readFile(module)), choice.wanted)) {
    choice.workbook = workbook;
    yield csv;
  }
}
