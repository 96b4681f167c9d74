/** Tables of a report as CSV that a spreadsheet of the reader's language opens by itself. */

/** A number stays one; text is never taken for a formula. */
export type Cell = string | number | null;

export interface Table {
  /** What of a report it holds. */
  id: "groups" | "weeks" | "months" | "channels" | "hours" | "misses" | "problems";
  name: string;
  header: string[];
  rows(): Cell[][];
}

/** What a language writes between columns, and before decimals. */
export const csvStyle = (language: string): { delimiter: string; decimal: string } =>
  /^fr\b/i.test(language) ? { delimiter: ";", decimal: "," } : { delimiter: ",", decimal: "." };

/** The table as CSV (RFC 4180), with a byte order mark: without it spreadsheets do not take it for UTF-8. */
export function csvOf({ header, rows }: Table, language: string): string {
  const { delimiter, decimal } = csvStyle(language);
  const cell = (value: Cell): string => {
    if (value === null) return "";
    if (typeof value === "number") return String(value).replace(".", decimal);
    // A formula begins with one of these; an apostrophe before it makes it text, as csvCell of the package does.
    const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return inert !== value || /["\r\n]/.test(inert) || inert.includes(delimiter) ? `"${inert.replaceAll('"', '""')}"` : inert;
  };
  return `\ufeff${[header, ...rows()].map((row) => `${row.map(cell).join(delimiter)}\r\n`).join("")}`;
}
