import { csvCell } from "../csv.js";
import { CaseSloError, type Policy, type Text } from "../index.js";
import { Chance, weights, type Weights } from "./chance.js";
import { day, hour, settled, stamp, type SampleOptions } from "./options.js";
import { textIn } from "../elements/shared/own.js";

export interface SampleLogOptions extends SampleOptions {
  /** Cases, from 1 to 100,000,000; default 1,000. */
  rows?: number;
  /** Whose objectives the cases are answered by; default "initial-response". */
  measure?: string;
}

/** What is known of the cases of a tier and severity. */
interface Kind {
  tier: string;
  severity: string;
  /** Index of the tier and of the severity. */
  at: [tier: number, severity: number];
  calendar: string;
  /** Open seconds within which to answer; undefined where the policy states none. */
  target: number | undefined;
}

interface Case {
  kind: Kind;
  submitted: number;
  /** Open seconds after which it is answered; real ones where there is no objective. */
  seconds: number;
  stopped: number;
}

/** The desk's clock behind UTC: people write by day. */
const behind = 5 * hour;
/** How many cases come in an hour of the day, and on a day of the week from Sunday on. */
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

/** Every tier with every severity: the lowest tier and the least severe are the most frequent. */
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

/** Cases of one day, in the order in which they came. */
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
    // One in twenty takes longer than its target; in a bad week, one in four. In powers of two, which are the same everywhere.
    const middle = -1.9 - 0.3 * progress - 0.1 * tier - 0.1 * (severity === 0 ? 1 : 0) + (isBadWeek ? 1.2 : 0);
    const share = power(middle + 1.1 * chance.around());
    const isForgotten = chance.next() < 0.003;
    const seconds = isForgotten ? Number.POSITIVE_INFINITY : Math.max(20, Math.round((kind.target ?? 14_400) * share));
    return { kind, submitted, seconds, stopped: submitted + seconds * 1_000 };
  });
}

/** Two to some power, by multiplication alone: `Math.pow` may differ in its last digit from one engine to another. */
function power(exponent: number): number {
  const whole = Math.floor(exponent);
  let [result, term] = [1, 1];
  const rest = (exponent - whole) * Math.LN2;
  for (let at = 1; at < 12; at += 1) result += term *= rest / at;
  for (let at = Math.abs(whole); at > 0; at -= 1) result *= whole < 0 ? 0.5 : 2;
  return result;
}

/** Puts the stop of each case where so many open seconds have passed. */
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
  /** How many cases come in by each, and of the most severe ones: whoever has an outage calls. */
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

/** Makes a row one that cannot be judged. */
function spoil(chance: Chance, row: string[], submitted: number, before: string): void {
  const local = stamp(submitted).slice(0, 16).replace("T", " ");
  const faults: [cell: number, text: string][] = [
    [2, "P9"],
    [1, ""],
    [4, stamp(submitted - 600_000)],
    [3, `03/04/${local.slice(0, 4)} ${local.slice(11)}`],
    [0, before],
    [3, local],
    [4, "n/a"],
  ];
  const [at, text] = faults[chance.below(faults.length)] ?? [2, "?"];
  row[at] = text;
}

function named(text: Text, language: string): string {
  return textIn(text, [language]);
}
