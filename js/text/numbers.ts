/** Counts, shares and periods as the two languages write them. */

import { monthsIn, type Period } from "./periods.js";

/** A share of fewer evaluated cases is greyed out. */
export const fewCases = 5;

export interface Numbers {
  count(number: number): string;
  /** Writes a share as a percentage with one decimal; only 0% and 100% have none. */
  share(fraction: number): string;
  /** Writes a percentage with as many decimals as it has: "95%", "99.9%". */
  percentage(percent: number): string;
  /** Writes a range of shares with one sign: "96.1–98.0%". */
  range(low: number, high: number): string;
  /** Writes a count to two significant figures. */
  about(number: number): string;
  /** Writes a difference of shares in percentage points, without its sign. */
  points(difference: number): string;
  month(month: string): string;
  quarter(firstMonth: string): string;
  period(period: Period): string;
  /** Writes the day of an instant in a zone, with its year. */
  day(zone: string, moment: string): string;
  /** Writes a number of bytes in megabytes. */
  size(bytes: number): string;
}

/** Rounds a duration: to minutes from ten minutes on, to hours from a day on. */
export function roundedDuration(seconds: number): number {
  const unit = seconds >= 86_400 ? 3_600 : seconds >= 600 ? 60 : 1;
  return Math.round(seconds / unit) * unit;
}

const numbersByLanguage = new Map<string, Numbers>();

/** Returns the numbers of a language, created once. */
export function numbersIn(language: string): Numbers {
  const numbers = numbersByLanguage.get(language) ?? createNumbers(language);
  numbersByLanguage.set(language, numbers);
  return numbers;
}

const noBreak = "\u00a0";

function createNumbers(language: string): Numbers {
  const isFrench = /^fr\b/i.test(language);
  const tag = language === "en" ? "en-CA" : language;
  const spaced = (text: string) => text.replaceAll(/[ \u202f]/g, noBreak);
  const plain = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(tag, { style: "percent" });
  const fine = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 3 });
  const one = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const utc = { timeZone: "UTC" } as const;
  const about = new Intl.NumberFormat(tag, { maximumSignificantDigits: 2 });
  const month = new Intl.DateTimeFormat(tag, { ...utc, month: "long", year: "numeric" });
  const day = new Intl.DateTimeFormat(tag, { ...utc, day: "numeric", month: "long", year: "numeric" });
  /** Formatters by time zone, because creating one takes as long as a hundred calls. */
  const dates = new Map<string, Intl.DateTimeFormat>();
  /** French writes the first of a month as "1er". */
  const written = (format: Intl.DateTimeFormat, date: Date) =>
    spaced(
      format
        .formatToParts(date)
        .map(({ type, value }) => (isFrench && type === "day" && value === "1" ? "1er" : value))
        .join(""),
    );
  const dayOf = (text: string) => written(day, new Date(text));
  const monthOf = (text: string) => spaced(month.format(new Date(`${text}-01`)));
  const quarterOf = (text: string) => {
    const [year, number] = [text.slice(0, 4), Math.ceil(Number(text.slice(5, 7)) / 3)];
    return isFrench ? `T${number}${noBreak}${year}` : `Q${number}${noBreak}${year}`;
  };
  return {
    count: (number) => spaced(plain.format(number)),
    share(fraction) {
      if (fraction === 0 || fraction === 1) return spaced(whole.format(fraction));
      // 4 of 100,000 missed is not 100 %.
      return spaced(percent.format(Math.min(0.999, Math.max(0.001, fraction))));
    },
    percentage: (percent) => spaced(fine.format(percent / 100)),
    range: (low, high) => `${one.format(100 * low)}–${spaced(percent.format(high))}`,
    about: (number) => spaced(about.format(number)),
    points: (difference) => spaced(one.format(Math.abs(100 * difference))),
    month: monthOf,
    quarter: quarterOf,
    period({ from, to }) {
      const months = monthsIn({ from, to });
      if (months === 1) return monthOf(from.slice(0, 7));
      if (months === 3 && Number(from.slice(5, 7)) % 3 === 1) return quarterOf(from.slice(0, 7));
      return from === to ? dayOf(from) : `${dayOf(from)} – ${dayOf(to)}`;
    },
    day(zone, moment) {
      let date = dates.get(zone);
      if (date === undefined) {
        date = new Intl.DateTimeFormat(tag, { timeZone: zone, day: "numeric", month: "short", year: "numeric" });
        dates.set(zone, date);
      }
      return written(date, new Date(moment));
    },
    size: (bytes) =>
      isFrench ? `${spaced(one.format(bytes / 1e6))}${noBreak}Mo` : `${one.format(bytes / 1e6)}${noBreak}MB`,
  };
}
