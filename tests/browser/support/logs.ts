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

/** February: 90 minutes of calls and 30 of messages, 20 of them at once: 100 minutes of 28 days. */
export const outages = [
  "service,start,end",
  "Calls,2026-01-05T10:00:00Z,2026-01-05T10:15:00Z",
  "Calls,2026-02-03T10:00:00Z,2026-02-03T11:30:00Z",
  "Messages,2026-02-03T11:10:00Z,2026-02-03T11:40:00Z",
].join("\n");
