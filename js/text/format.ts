/** Times, dates and durations as people read them: French of Québec, and English. */

type Moment = number | string;

/** Formats the results of the engine in a language and a time zone. A value that cannot be read becomes a dash. */
export interface Format {
  /** Name of the time zone, such as "heure normale de l’Est". */
  zone: string;
  time(moment: Moment): string;
  timeWithZone(moment: Moment): string;
  date(moment: Moment): string;
  dateTime(moment: Moment): string;
  dateTimeWithZone(moment: Moment): string;
  /** Writes seconds in their two largest units: "2 h 29 min". */
  duration(seconds: number, style?: "long" | "short"): string;
  percent(fraction: number): string;
  isSameDay(one: Moment, other: Moment): boolean;
  /**
   * Writes "today", "tomorrow" or "yesterday", else the date for a sentence: "on Monday, December 28", « le lundi 28 décembre
   * ».
   */
  onDay(moment: Moment, now: Moment): string;
}

const noBreak = "\u00a0";
/** Text in place of a value that cannot be read. */
const unknown = "—";
const formats = new Map<string, Format>();

/**
 * Returns the format of a BCP 47 tag in an IANA time zone; default: that of the visitor. Each is created once, because
 * formatters are slow to create.
 */
export function createFormat(language: string, zone?: string): Format {
  const key = `${language} ${zone ?? ""}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = /^fr\b/i.test(language) ? make(frenchParts(zone)) : make(englishParts(language, zone));
    formats.set(key, format);
  }
  return format;
}

/** Differences between the languages. */
interface Parts {
  tag: string;
  zone: string | undefined;
  time(date: Date): string;
  /** Joins a day and a time into one phrase. */
  join(day: string, time: string): string;
  percent(fraction: number): string;
  /** Writes a date for a sentence, with its preposition or article. */
  on(date: string): string;
  /** Writes the number of a day in its month. */
  dayOfMonth(number: string): string;
  units: Record<"day" | "hour" | "minute" | "second", { short: string; long: (count: number) => string }>;
}

function make({ tag, zone, time, join, on, percent, dayOfMonth, units }: Parts): Format {
  const base = zone === undefined ? {} : { timeZone: zone };
  const day = new Intl.DateTimeFormat(tag, { ...base, weekday: "long", day: "numeric", month: "long" });
  const dayAndYear = new Intl.DateTimeFormat(tag, { ...base, day: "numeric", month: "long", year: "numeric" });
  const ordinal = new Intl.DateTimeFormat("en-CA", { ...base, year: "numeric", month: "2-digit", day: "2-digit" });
  const zoneIn = (style: "short" | "long") => {
    const format = new Intl.DateTimeFormat(tag, { ...base, timeZoneName: style });
    return (date: Date) => format.formatToParts(date).find(({ type }) => type === "timeZoneName")?.value ?? "UTC";
  };
  const [shortZone, longZone] = [zoneIn("short"), zoneIn("long")];
  const words = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const thisYear = (date: Date) => Math.abs(date.getTime() - Date.now()) < 300 * 86_400_000;
  // From its parts: the order in which en-CA writes a date has changed between editions of Intl.
  const dayNumber = (moment: Moment) => {
    if (!isMoment(moment)) return Number.NaN;
    const parts = ordinal.formatToParts(new Date(moment));
    const part = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value);
    return Date.UTC(part("year"), part("month") - 1, part("day")) / 86_400_000;
  };
  const dateOf = known((date) =>
    (thisYear(date) ? day : dayAndYear)
      .formatToParts(date)
      .map(({ type, value }) => (type === "day" ? dayOfMonth(value) : value))
      .join("")
      .replace(/(\d(?:er)?) /g, `$1${noBreak}`)
      .replace(/ (\d)/g, `${noBreak}$1`),
  );
  const timeOf = known(time);
  const dateTimeOf = known((date) => join(dateOf(date), timeOf(date)));
  const withZone = (write: (moment: Date) => string) =>
    known((date) => `${write(date)}${noBreak}(${shortZone(date).replaceAll(" ", noBreak)})`);
  const format: Format = {
    zone: longZone(new Date()),
    time: timeOf,
    timeWithZone: withZone(timeOf),
    date: dateOf,
    dateTime: dateTimeOf,
    dateTimeWithZone: withZone(dateTimeOf),
    duration(seconds, style = "short") {
      if (!Number.isFinite(seconds)) return unknown;
      const count = (amount: number, unit: keyof Parts["units"]) =>
        style === "short" ? `${amount}${noBreak}${units[unit].short}` : units[unit].long(amount);
      const [larger, smaller] = twoUnits(Math.max(0, Math.round(seconds)));
      return [larger, smaller].flatMap((each) => (each === null ? [] : [count(each.amount, each.unit)])).join(noBreak);
    },
    percent: (fraction) => (Number.isFinite(fraction) ? percent(fraction) : unknown),
    isSameDay: (one, other) => dayNumber(one) === dayNumber(other),
    onDay(moment, now) {
      const days = dayNumber(moment) - dayNumber(now);
      return Math.abs(days) <= 1 ? words.format(days, "day") : isMoment(moment) ? on(dateOf(moment)) : unknown;
    },
  };
  return format;
}

const isMoment = (moment: Moment | Date): boolean => !Number.isNaN(new Date(moment).getTime());

/** Formats an instant that can be read, because Intl throws at others. */
const known =
  (write: (date: Date) => string) =>
  (moment: Moment | Date): string =>
    isMoment(moment) ? write(new Date(moment)) : unknown;

interface Amount {
  amount: number;
  unit: keyof Parts["units"];
}

/** Writes the largest unit, and the next one if it is not zero. */
function twoUnits(seconds: number): [Amount, Amount | null] {
  const sizes = [
    [86_400, "day"],
    [3_600, "hour"],
    [60, "minute"],
    [1, "second"],
  ] as const;
  const at = sizes.findIndex(([size]) => seconds >= size);
  const [size, unit] = sizes[at] ?? sizes[3];
  const next = at < 0 ? undefined : sizes[at + 1];
  const rest = next === undefined ? 0 : Math.floor((seconds % size) / next[0]);
  return [
    { amount: Math.floor(seconds / size), unit },
    next === undefined || rest === 0 ? null : { amount: rest, unit: next[1] },
  ];
}

const clock = (tag: string, zone: string | undefined, hourCycle: "h12" | "h23") =>
  new Intl.DateTimeFormat(tag, {
    hour: "numeric",
    minute: "2-digit",
    hourCycle,
    ...(zone === undefined ? {} : { timeZone: zone }),
  });

/** Writes a time as in Québec: "2 h 04", "18 h", "0 h 30". Intl writes plain spaces, "18 h 00" and "00 h 30". */
function frenchParts(zone: string | undefined): Parts {
  const format = clock("en-CA", zone, "h23");
  const plural = new Intl.PluralRules("fr-CA");
  const unit = (short: string, one: string) => ({
    short,
    long: (count: number) => `${count}${noBreak}${one}${plural.select(count) === "one" ? "" : "s"}`,
  });
  const percent = new Intl.NumberFormat("fr-CA", { style: "percent", maximumFractionDigits: 1 });
  return {
    tag: "fr-CA",
    zone,
    time(date) {
      const [hour = "", minute = ""] = format.format(date).split(":");
      return [Number(hour), "h", ...(minute === "00" ? [] : [minute])].join(noBreak);
    },
    join: (day, time) => `${day} à ${time}`,
    on: (date) => `le ${date}`,
    percent: (fraction) => percent.format(fraction).replace(/[ \u202f]/g, noBreak),
    dayOfMonth: (number) => (number === "1" ? "1er" : number),
    units: {
      day: unit("j", "jour"),
      hour: unit("h", "heure"),
      minute: unit("min", "minute"),
      second: unit("s", "seconde"),
    },
  };
}

function englishParts(tag: string, zone: string | undefined): Parts {
  const region = tag.toLowerCase() === "en" ? "en-CA" : tag;
  const format = clock(region, zone, "h12");
  const plural = new Intl.PluralRules("en");
  const unit = (short: string, one: string) => ({
    short,
    long: (count: number) => `${count}${noBreak}${one}${plural.select(count) === "one" ? "" : "s"}`,
  });
  const percent = new Intl.NumberFormat(region, { style: "percent", maximumFractionDigits: 1 });
  return {
    tag: region,
    zone,
    time: (date) => format.format(date).replace(/\s/g, noBreak),
    join: (day, time) => `${day} at ${time}`,
    on: (date) => `on ${date}`,
    percent: (fraction) => percent.format(fraction),
    dayOfMonth: (number) => number,
    units: {
      day: unit("d", "day"),
      hour: unit("h", "hour"),
      minute: unit("min", "minute"),
      second: unit("s", "second"),
    },
  };
}
