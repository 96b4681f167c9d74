/** Logs for the tests of the report and of the dashboard, row by row. */

/** A file as a test chooses it. */
export const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

/** Cases of the premium tier: severity, submission, minutes to the response (null: open). */
export function casesLog(cases: readonly [severity: string, submitted: string, minutes: number | null][]): string {
  const rows = cases.map(([severity, submitted, minutes], at) => {
    const stopped = minutes === null ? "" : new Date(Date.parse(submitted) + minutes * 60_000).toISOString();
    return `C-${at + 1},premium,${severity},${submitted},${stopped}`;
  });
  return ["id,tier,severity,submitted_at,responded_at", ...rows].join("\n");
}

/** The same case so many times, an hour apart. */
export const times = (
  count: number,
  severity: string,
  first: string,
  minutes: number | null,
): [string, string, number | null][] =>
  Array.from({ length: count }, (_, at) => [
    severity,
    new Date(Date.parse(first) + at * 3_600_000).toISOString(),
    minutes,
  ]);
