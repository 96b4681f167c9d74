/** Forms of files that hold a log: text, compressed text, and spreadsheets. */

/** The form of a file. */
export type FileForm = "text" | "gzip" | "spreadsheet";

/** Beginnings of files, and their forms. A spreadsheet with a password is no archive, but a compound file. */
const beginnings: readonly [readonly number[], FileForm][] = [
  [[0x1f, 0x8b], "gzip"],
  [[0x50, 0x4b, 0x03, 0x04], "spreadsheet"],
  [[0xd0, 0xcf, 0x11, 0xe0], "spreadsheet"],
];

/** Number of bytes that tell the form of a file. */
export const beginningBytes = 4;

/** Tells the form of a file from its first bytes. */
export const formOf = (bytes: Uint8Array): FileForm =>
  beginnings.find(([beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[1] ?? "text";

/** The delimiter of the CSV of a spreadsheet. */
export const spreadsheetDelimiter = ",";

/** A piece of CSV. */
export interface CsvPiece {
  csv: Uint8Array;
  /** Share of the rows up to its end, from 0 to 1. */
  share: number;
  workbook: Workbook;
}

/** The sheets with rows of a spreadsheet, and the one that is read. */
export interface Workbook {
  sheets: readonly string[];
  sheet: string;
}
