/** Tables as CSV that a spreadsheet of the reader's language opens by itself. */

/** A number stays one; text is never taken for a formula. */
export type Cell = string | number | null;

export interface Table {
  header: string[];
  rows(): Cell[][];
}

/** A share in percent, to as many digits as tell something. */
export const percentCell = (share: number | null): Cell =>
  share === null ? null : Math.round(100_000 * share) / 1_000;

/** Seconds in minutes: spreadsheets reckon with numbers, not with "1 h 30 min". */
export const minutesCell = (seconds: number | null): Cell =>
  seconds === null ? null : Math.round(seconds / 0.6) / 100;

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
    return inert !== value || /["\r\n]/.test(inert) || inert.includes(delimiter)
      ? `"${inert.replaceAll('"', '""')}"`
      : inert;
  };
  return `\ufeff${[header, ...rows()].map((row) => `${row.map(cell).join(delimiter)}\r\n`).join("")}`;
}
