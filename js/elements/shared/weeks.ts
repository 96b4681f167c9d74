/** ISO weeks and months as a report names them ("2026-W06", "2026-02"), without gaps. */

const day = 86_400_000;

/** The Monday of an ISO week, at midnight UTC; NaN for what is none. */
export function mondayOf(week: string): number {
  const [, year, number] = /^(-?\d{4,})-W(\d\d)$/.exec(week) ?? [];
  if (year === undefined) return Number.NaN;
  // The fourth of January is always in week 1.
  const fourth = Date.UTC(Number(year), 0, 4);
  const firstMonday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * day;
  return firstMonday + (Number(number) - 1) * 7 * day;
}

/** The name of the ISO week that begins on a Monday. */
export function weekOf(monday: number): string {
  // A week belongs to the year of its Thursday.
  const year = new Date(monday + 3 * day).getUTCFullYear();
  const number = Math.round((monday - mondayOf(`${year}-W01`)) / (7 * day)) + 1;
  return `${year}-W${String(number).padStart(2, "0")}`;
}

/** Every week from one to another, both included; at most `limit`, the last ones. */
export function weeksBetween(first: string, last: string, limit: number): string[] {
  const end = mondayOf(last);
  const weeks: string[] = [];
  for (let at = Math.max(mondayOf(first), end - (limit - 1) * 7 * day); at <= end; at += 7 * day)
    weeks.push(weekOf(at));
  return weeks;
}

/** Every month from one to another, both included; at most `limit`, the last ones. */
export function monthsBetween(first: string, last: string, limit: number): string[] {
  const months: string[] = [];
  for (let at = last; at >= first && months.length < limit; at = monthBefore(at)) months.unshift(at);
  return months;
}

/** "2026-01" to "2025-12". */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
}

/** The first day of a month, at midnight UTC. */
export const firstOf = (month: string): Date => new Date(`${month}-01T00:00:00Z`);
