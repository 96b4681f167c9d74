/**
 * Sample logs, generated from a seed: "case-slo/sample-log". The same seed and options give the same bytes everywhere. The
 * module is separate from the API, because pages that read real logs do not need it.
 */

import { csvCell } from "./csv.js";
import { textIn } from "./text/lookup.js";
import { CaseSloError, type Instant, type Policy, type Text } from "./index.js";

/** Options of sample logs of cases and of outages. */
export interface SampleOptions {
  /** End of the log; cases and outages that have not ended by then are open. Default: 2026-07-01T00:00:00Z. */
  asOf?: Instant;
  /** Number of days in the log, from 1 to 3660; default: 182, half a year. */
  days?: number;
  /** Seed, from 0 to 4294967295; default: 1. */
  seed?: number;
  /** BCP 47 tag of headers and names; default: "en". A French log has semicolons as delimiters. */
  language?: string;
  /** Whether some rows cannot be read, as in a real log; default: true. */
  problems?: boolean;
}

/** Returns the options with their defaults. @throws CaseSloError "invalid-options", "invalid-instant" */
function settled({
  asOf = "2026-07-01T00:00:00Z",
  days = 182,
  seed = 1,
  language = "en",
  problems = true,
}: SampleOptions) {
  const end = Math.floor(millisOf(asOf) / 1_000) * 1_000;
  if (!Number.isInteger(days) || days < 1 || days > 3_660 || end - days * day < 0) {
    throw new CaseSloError("invalid-options", `expected from 1 to 3660 days, after 1970, found ${days}`, {
      path: "/days",
    });
  }
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw new CaseSloError("invalid-options", `expected a whole number from 0 to 4294967295 as seed, found ${seed}`, {
      path: "/seed",
    });
  }
  const isFrench = /^fr(-|$)/i.test(language);
  return {
    end,
    start: end - days * day,
    days,
    seed,
    language,
    problems,
    isFrench,
    delimiter: isFrench ? ";" : ",",
  };
}

/**
 * Returns the milliseconds since 1970 of an instant; a text needs a UTC offset, because it would otherwise depend on the
 * machine.
 */
function millisOf(instant: Instant): number {
  const isText = typeof instant === "string";
  const millis =
    isText && !/T.*(Z|[+-]\d\d:\d\d)$/i.test(instant) ? Number.NaN : isText ? Date.parse(instant) : Number(instant);
  if (Number.isFinite(millis)) return millis;
  throw new CaseSloError("invalid-instant", "expected a Date, milliseconds, or RFC 3339 with an offset", {
    path: "/asOf",
  });
}

const day = 86_400_000;
const hour = 3_600_000;

const pairs = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
let [today, date] = [-1, ""];

/** Writes an instant to the second in RFC 3339. */
function stamp(millis: number): string {
  const number = Math.floor(millis / day);
  if (number !== today) [today, date] = [number, new Date(number * day).toISOString().slice(0, 11)];
  const second = Math.floor((millis - number * day) / 1_000);
  const minute = Math.floor(second / 60);
  return `${date}${pairs[Math.floor(minute / 60)]}:${pairs[minute % 60]}:${pairs[second % 60]}Z`;
}

/** A generator of pseudorandom numbers, the same for the same seed. */
class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** Returns a number in [0, 1) (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Returns a whole number in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /**
   * Returns a number around 0 with a standard deviation of 1. It is approximately normal and the same in every engine, unlike
   * one from logarithms and cosines.
   */
  around(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * Math.sqrt(3);
  }

  /** Returns an index with the probability of its weight. */
  index({ sums, all }: Weights): number {
    const wanted = this.next() * all;
    let at = 0;
    while (at < sums.length - 1 && (sums[at] ?? 0) <= wanted) at += 1;
    return at;
  }
}

/** Weights as cumulative sums, and their total. */
interface Weights {
  sums: number[];
  all: number;
}

function weights(of: readonly number[]): Weights {
  let all = 0;
  const sums = of.map((weight) => (all += weight));
  return { sums, all };
}

export interface SampleLogOptions extends SampleOptions {
  /** Number of cases, from 1 to 100,000,000; default: 1,000. */
  rows?: number;
  /** Measure of the response times; default: "initial-response". */
  measure?: string;
}

/** The cases of one tier and severity. */
interface Kind {
  tier: string;
  severity: string;
  /** Index of the tier and of the severity. */
  at: [tier: number, severity: number];
  calendar: string;
  /** Target in seconds of business hours; undefined if the policy states none. */
  target: number | undefined;
}

interface Case {
  kind: Kind;
  submitted: number;
  /** Seconds until the response: in business hours, or in real time without an objective. */
  seconds: number;
  stopped: number;
}

/** UTC offset of the support desk, because people submit cases by day. */
const behind = 5 * hour;
/** Weights of the hours of the day, and of the days of the week from Sunday on. */
const byHour = [2, 1, 1, 1, 1, 2, 4, 10, 22, 30, 32, 28, 20, 26, 30, 28, 22, 14, 8, 6, 5, 4, 3, 2];
const byWeekday = [3, 16, 19, 18, 18, 15, 4];

/**
 * Writes a log of cases for `policy.report()` in chunks of one day: more cases by day than by night, most of them answered in
 * time, one bad week, a trend for the better, some open, and a few rows that cannot be evaluated.
 *
 * @throws CaseSloError "invalid-options", "invalid-instant"
 *
 * @example
 * ```ts
 * const report = policy.report({ asOf: "2026-03-01T00:00:00Z" });
 * for (const chunk of sampleLog(policy, { rows: 100 })) report.push(chunk);
 * report.finish().rows; // => 100
 * ```
 */
export function* sampleLog(policy: Policy, options: SampleLogOptions = {}): Generator<Uint8Array, void> {
  const { start, end, days, seed, language, problems, isFrench, delimiter } = settled(options);
  const rows = options.rows ?? 1_000;
  if (!Number.isInteger(rows) || rows < 1 || rows > 1e8) {
    throw new CaseSloError("invalid-options", `expected from 1 to 100000000 rows, found ${rows}`, { path: "/rows" });
  }
  const chance = new Chance(seed);
  const kinds = kindsOf(policy, options.measure ?? "initial-response", language);
  const channels = channelsOf(policy, language, isFrench);
  const encoder = new TextEncoder();
  const lines = [header(isFrench).map(csvCell).join(delimiter)];

  const shares = Array.from(
    { length: days },
    (_, at) => byWeekday[new Date(start + at * day + day / 2 - behind).getUTCDay()] ?? 1,
  );
  const all = shares.reduce((sum, share) => sum + share, 0);
  const digits = String(rows).length;
  let [passed, written] = [0, 0];
  for (let at = 0; at < days; at += 1) {
    passed += shares[at] ?? 0;
    const count = Math.round((rows * passed) / all) - written;
    const cases = casesOf(chance, kinds, start + at * day, count, at / days);
    answer(policy, cases);
    for (const { kind, submitted, stopped } of cases) {
      written += 1;
      const channel = channels.names[chance.index(kind.at[1] === 0 ? channels.severe : channels.shares)] ?? "";
      const row = [
        id(written, digits),
        kind.tier,
        kind.severity,
        stamp(submitted),
        stopped <= end ? stamp(stopped) : "",
        channel,
      ];
      if (problems && chance.next() < 0.004) spoil(chance, row, submitted, id(written - 1, digits));
      lines.push(row.map(csvCell).join(delimiter));
    }
    if (lines.length > 0) yield encoder.encode(`${lines.join("\n")}\n`);
    lines.length = 0;
  }
}

const id = (number: number, digits: number) => `C-${String(number).padStart(digits, "0")}`;

function header(isFrench: boolean): string[] {
  return isFrench
    ? ["Numéro de cas", "Niveau de service", "Gravité", "Soumis le", "Première réponse", "Canal"]
    : ["Case", "Tier", "Severity", "Submitted at", "First response at", "Channel"];
}

/** Returns every tier with every severity; the lowest tier and the least severe are the most frequent. */
function kindsOf(policy: Policy, measure: string, language: string): { kinds: Kind[]; shares: Weights } {
  const { tiers = [], severities } = policy.toJSON();
  const kinds = tiers.flatMap((tier, high) =>
    severities.map((severity, low): Kind => {
      const objective = policy.objectives(tier.id, severity.id).find((each) => each.measure === measure);
      return {
        tier: named(tier.name, language),
        severity: named(severity.name, language),
        at: [high, low],
        calendar: objective?.calendar ?? "",
        target: objective?.bound == null ? undefined : (objective.seconds ?? undefined),
      };
    }),
  );
  if (kinds.length === 0)
    throw new CaseSloError("invalid-options", "the policy has no tiers: nothing can be reported on it");
  // Fewer where there is nothing to report.
  const share = ({ at: [tier, severity], target }: Kind) =>
    (tiers.length - tier) * (severity + 1) * (target === undefined ? 0.3 : 1);
  return { kinds, shares: weights(kinds.map(share)) };
}

/** Returns the cases of one day, in the order of submission. */
function casesOf(
  chance: Chance,
  { kinds, shares }: ReturnType<typeof kindsOf>,
  from: number,
  count: number,
  progress: number,
): Case[] {
  const hours = weights(byHour.map((_, at) => byHour[new Date(from + at * hour - behind).getUTCHours()] ?? 1));
  const times = Float64Array.from(
    { length: count },
    () => from + chance.index(hours) * hour + chance.below(3_600) * 1_000,
  );
  const isBadWeek = Math.abs(progress - 0.6) < 0.02;
  return Array.from(times.sort(), (submitted) => {
    const kind = kinds[chance.index(shares)] as Kind;
    const [tier, severity] = kind.at;
    // One in twenty takes longer than its target; in a bad week, one in four. Powers of two are the same in every engine.
    const middle = -1.9 - 0.3 * progress - 0.1 * tier - 0.1 * (severity === 0 ? 1 : 0) + (isBadWeek ? 1.2 : 0);
    const share = power(middle + 1.1 * chance.around());
    const isForgotten = chance.next() < 0.003;
    const seconds = isForgotten ? Number.POSITIVE_INFINITY : Math.max(20, Math.round((kind.target ?? 14_400) * share));
    return { kind, submitted, seconds, stopped: submitted + seconds * 1_000 };
  });
}

/** Returns a power of two by multiplication, because `Math.pow` can differ in its last digit between engines. */
function power(exponent: number): number {
  const whole = Math.floor(exponent);
  let [result, term] = [1, 1];
  const rest = (exponent - whole) * Math.LN2;
  for (let at = 1; at < 12; at += 1) result += term *= rest / at;
  for (let at = Math.abs(whole); at > 0; at -= 1) result *= whole < 0 ? 0.5 : 2;
  return result;
}

/** Sets the time of response of each case, after its seconds of business hours. */
function answer(policy: Policy, cases: Case[]): void {
  const calendars = new Set(cases.filter(({ kind }) => kind.target !== undefined).map(({ kind }) => kind.calendar));
  for (const calendar of calendars) {
    const own = cases.filter(
      ({ kind, seconds }) => kind.calendar === calendar && kind.target !== undefined && seconds < 1e9,
    );
    const stops = policy.deadlines(
      calendar,
      Float64Array.from(own, (each) => each.submitted),
      Float64Array.from(own, (each) => each.seconds),
    );
    for (const [at, each] of own.entries()) each.stopped = stops[at] ?? Number.NaN;
  }
}

interface Channels {
  names: string[];
  /** Weights of the channels for all cases, and for the most severe ones, most of which arrive by phone. */
  shares: Weights;
  severe: Weights;
}

function channelsOf(policy: Policy, language: string, isFrench: boolean): Channels {
  const [phone, web, email] = isFrench ? ["Téléphone", "Web", "Courriel"] : ["Phone", "Web", "Email"];
  const usual = [
    { name: phone, kind: "phone" },
    { name: web, kind: "web" },
    { name: email, kind: "email" },
  ];
  const declared = policy
    .toJSON()
    .channels?.map(({ name, kind }) => ({ name: named(name, language), kind: kind as string }));
  const known = declared !== undefined && declared.length > 0 ? declared : usual;
  const share: Record<string, number> = { phone: 25, web: 45, chat: 15, email: 15 };
  return {
    names: known.map(({ name }) => name ?? ""),
    shares: weights(known.map(({ kind }) => share[kind] ?? 10)),
    severe: weights(known.map(({ kind }) => (share[kind] ?? 10) * (kind === "phone" ? 8 : 1))),
  };
}

/** Changes a row so that it cannot be evaluated. */
function spoil(chance: Chance, row: string[], submitted: number, before: string): void {
  const local = stamp(submitted).slice(0, 16).replace("T", " ");
  const faults: [cell: number, text: string][] = [
    [2, "P9"],
    [1, ""],
    [4, stamp(submitted - 600_000)],
    [3, `03/04/${local.slice(0, 4)} ${local.slice(11)}`],
    [0, before],
    [3, local],
    [4, "see notes"],
  ];
  const [at, text] = faults[chance.below(faults.length)] ?? [2, "?"];
  row[at] = text;
}

function named(text: Text, language: string): string {
  return textIn(text, [language]);
}

export interface SampleOutagesOptions extends SampleOptions {
  /** Names of the services; default: the four parts of a collaboration service. */
  services?: string[];
}

/**
 * Writes a log of outages for `policy.availability()` in one chunk.
 *
 * @example
 * ```ts
 * const outages = policy.availability({ asOf: "2026-03-01T00:00:00Z" });
 * for (const chunk of sampleOutages()) outages.push(chunk);
 * outages.finish().rows > 0; // => true
 * ```
 */
export function* sampleOutages(options: SampleOutagesOptions = {}): Generator<Uint8Array, void> {
  const { start, end, days, seed, problems, isFrench, delimiter } = settled(options);
  const services =
    options.services ??
    (isFrench ? ["Appels", "Messages", "Réunions", "Connexion"] : ["Calling", "Messages", "Meetings", "Sign-in"]);
  const chance = new Chance(seed ^ 0x0ff1ce);
  const outages: { service: number; from: number; to: number | undefined }[] = [];
  // About one outage per month and service, most of them short; one in four affects another service.
  const count = Math.max(1, Math.round((days / 30) * services.length));
  for (let made = 0; made < count; made += 1) {
    const service = chance.below(services.length);
    const from = start + chance.below(days * (day / 60_000)) * 60_000;
    const minutes = 3 + Math.floor(240 * chance.next() ** 3);
    outages.push({ service, from, to: from + minutes * 60_000 });
    if (chance.next() < 0.25) {
      const later = from + chance.below(minutes) * 60_000;
      outages.push({
        service: (service + 1) % services.length,
        from: later,
        to: later + (1 + chance.below(2 * minutes)) * 60_000,
      });
    }
  }
  // The last outage has not ended.
  outages.push({ service: chance.below(services.length), from: end - (20 + chance.below(90)) * 60_000, to: undefined });
  outages.sort((a, b) => a.from - b.from);

  const rows = outages.map(({ service, from, to }) => [
    services[service] ?? "",
    stamp(from),
    to === undefined || to > end ? "" : stamp(to),
  ]);
  if (problems) {
    const [name = ""] = services;
    rows.splice(Math.floor(rows.length / 3), 0, [name, stamp(start + 5 * day), stamp(start + 4 * day)]);
    rows.splice(Math.floor(rows.length / 2), 0, [name, isFrench ? "inconnu" : "unknown", ""]);
  }
  const header = isFrench ? ["Service", "Début", "Fin"] : ["Service", "Start", "End"];
  const lines = [header, ...rows].map((cells) => cells.map(csvCell).join(delimiter));
  yield new TextEncoder().encode(`${lines.join("\n")}\n`);
}
