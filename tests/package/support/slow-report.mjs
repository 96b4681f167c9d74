// A report by the definitions alone, slow and plain: it shares nothing with the engine. Whether a calendar is open is asked of
// the wall clock of its zone for every minute; everything else is lists, sorted and counted.

const minute = 60_000;

/** The wall clock of a zone at an instant: date, weekday from Monday on, minute of the day. */
export function wallClock(zone) {
  const format = new Intl.DateTimeFormat("en-CA", {
    ...{
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    },
  });
  return (at) => {
    const [, date, hours, minutes] = /^(\d{4}-\d\d-\d\d), (\d\d):(\d\d)$/.exec(format.format(at));
    return {
      date,
      weekday: (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7,
      minutes: Number(hours) * 60 + Number(minutes),
    };
  };
}

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const minutesOf = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The intervals that open on a date, as the policy writes them. */
function opensOn({ weekly = {}, holidays = [], special = {} }, date) {
  if (special[date] !== undefined) return special[date];
  if (holidays.includes(date)) return [];
  return weekly[weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]] ?? [];
}

/** Open milliseconds between two instants of a span of whole minutes, on a calendar without rules for its holidays. */
export function openTime(calendar, from, until) {
  if (calendar.open === "24x7") return (start, end) => Math.max(0, end - start);
  const clock = wallClock(calendar.zone);
  const dayBefore = (date) => new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const sums = new Float64Array((until - from) / minute + 1);
  for (let index = 0; index < sums.length - 1; index += 1) {
    const { date, minutes } = clock(from + index * minute);
    const own = opensOn(calendar, date).some(([opens, closes]) => {
      const [start, end] = [minutesOf(opens), minutesOf(closes)];
      return minutes >= start && (end <= start || minutes < end);
    });
    const left = opensOn(calendar, dayBefore(date)).some(
      ([opens, closes]) => minutesOf(closes) <= minutesOf(opens) && minutes < minutesOf(closes),
    );
    sums[index + 1] = sums[index] + (own || left ? minute : 0);
  }
  const before = (at) => {
    const index = Math.floor((at - from) / minute);
    return sums[index] + (sums[index + 1] > sums[index] ? (at - from) % minute : 0);
  };
  return (start, end) => Math.max(0, before(end) - before(start));
}

/** ISO 8601: the week that holds the Thursday. */
export function isoWeek(date) {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const year = day.getUTCFullYear();
  const number = Math.ceil(((day - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return `${year}-W${String(number).padStart(2, "0")}`;
}

const edges = [
  60, 300, 600, 900, 1200, 1800, 2700, 3600, 5400, 7200, 14_400, 28_800, 86_400, 172_800, 432_000, 864_000,
];

/** Wilson's interval, written as in the textbook. */
function wilson(met, n) {
  if (n === 0) return null;
  const [p, z] = [met / n, 1.959963984540054];
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const reach = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}

function groupOf(cases, tier, severity) {
  const count = (outcome) => cases.filter((each) => each.outcome === outcome).length;
  const [met, missed] = [count("met"), count("missed")];
  const elapsed = cases
    .flatMap(({ stopped, elapsed }) => (stopped === null ? [] : [elapsed / 1000]))
    .sort((a, b) => a - b);
  const rank = (share) =>
    elapsed.length === 0 ? null : elapsed[Math.max(1, Math.ceil((share * elapsed.length) / 100)) - 1];
  const largest = elapsed.at(-1);
  const last = edges.findIndex((edge) => largest <= edge);
  const used = elapsed.length === 0 ? [] : last >= 0 ? edges.slice(0, last + 1) : [...edges, largest];
  return {
    ...{ tier, severity, cases: cases.length, met, missed, running: count("running"), notStated: count("notStated") },
    overdue: cases.filter(({ outcome, stopped }) => outcome === "missed" && stopped === null).length,
    attainment: met + missed === 0 ? null : met / (met + missed),
    interval: wilson(met, met + missed),
    ...{ p50: rank(50), p90: rank(90), p95: rank(95) },
    histogram: used.map((edge, at) => ({
      upToSeconds: edge,
      count: elapsed.filter((each) => each <= edge && each > (used[at - 1] ?? -1)).length,
    })),
  };
}

const counts = (cases) => ({
  cases: cases.length,
  met: cases.filter(({ outcome }) => outcome === "met").length,
  missed: cases.filter(({ outcome }) => outcome === "missed").length,
});

/**
 * The report on cases, each with row, id, tier, severity, submitted, stopped (or null) and channel, all instants in
 * milliseconds; `due`, if a case has it, is its due time (or null). `objective` gives target, bound and open time of a tier and
 * severity. The log has more rows than cases if some are `replaced` by later ones, or are `broken`.
 */
export function slowReport(
  cases,
  { asOf, zone, tiers, severities, objective, asTier, only = {}, replaced = 0, broken = 0 },
) {
  const clock = wallClock(zone);
  const isAtHour = (submitted) => {
    const { weekday, minutes } = clock(submitted);
    return only.hours.some((each) => each.weekday === weekday + 1 && each.hour === Math.floor(minutes / 60));
  };
  const wanted = cases.filter(
    ({ tier, severity, channel, submitted }) =>
      (only.hours === undefined || isAtHour(submitted)) &&
      (only.tiers?.includes(tier) ?? true) &&
      (only.severities?.includes(severity) ?? true) &&
      (only.channels?.includes(channel) ?? true) &&
      submitted >= (only.from ?? 0) &&
      submitted < (only.to ?? Infinity),
  );
  const judged = wanted.map((each) => {
    const { tier, severity, submitted } = each;
    const stopped = each.stopped !== null && each.stopped <= asOf ? each.stopped : null;
    const { target, inclusive, open } = objective(asTier ?? tier, severity);
    const elapsed = open(submitted, stopped ?? asOf);
    const holds = inclusive ? elapsed <= target : elapsed < target;
    const common = { ...each, stopped, elapsed, ...clock(submitted) };
    if (each.due !== undefined) {
      const until = stopped ?? asOf;
      const isLate = each.due !== null && until > each.due;
      const inTime = stopped === null ? "running" : each.due === null ? "notStated" : "met";
      const overrun = (until - Math.max(each.due ?? until, submitted)) / 1000;
      return { ...common, outcome: isLate ? "missed" : inTime, overrun };
    }
    const outcome = target === undefined ? "notStated" : !holds ? "missed" : stopped === null ? "running" : "met";
    return { ...common, outcome, overrun: (elapsed - target) / 1000 };
  });
  const seen = tiers.flatMap((tier) =>
    severities.map((severity) => [
      tier,
      severity,
      judged.filter((each) => each.tier === tier && each.severity === severity),
    ]),
  );
  const groups = [...seen.filter(([, , own]) => own.length > 0), [null, null, judged]];
  const by = (key, name) =>
    [...new Set(judged.map(key))].sort().flatMap((value) =>
      groups.flatMap(([tier, severity, own]) => {
        const here = own.filter((each) => key(each) === value);
        return here.length === 0 ? [] : [{ [name]: value, tier, severity, ...counts(here) }];
      }),
    );
  const channels = [...new Set(judged.map(({ channel }) => channel))].map((channel) => {
    const counted = counts(judged.filter((each) => each.channel === channel));
    return {
      channel,
      ...counted,
      attainment: counted.met + counted.missed === 0 ? null : counted.met / (counted.met + counted.missed),
    };
  });
  const hours = Array.from({ length: 168 }, (_, at) => {
    const own = judged.filter(({ weekday, minutes }) => weekday * 24 + Math.floor(minutes / 60) === at);
    return { weekday: Math.floor(at / 24) + 1, hour: at % 24, ...counts(own) };
  });
  const text = (millis) => new Date(millis).toISOString().replace(".000Z", "Z");
  return {
    rows: cases.length + replaced + broken,
    coverage: cases.length + broken > 0 ? cases.length / (cases.length + broken) : null,
    filtered: cases.length - wanted.length,
    groups: groups.map(([tier, severity, own]) => groupOf(own, tier, severity)),
    weeks: by(({ date }) => isoWeek(date), "week"),
    months: by(({ date }) => date.slice(0, 7), "month"),
    channels: channels.sort((a, b) => b.cases - a.cases || (a.channel < b.channel ? -1 : 1)),
    hours: hours.filter((each) => each.cases > 0),
    misses: judged
      .filter(({ outcome }) => outcome === "missed")
      .sort((a, b) => b.overrun - a.overrun || a.row - b.row)
      .slice(0, 10_000)
      .map(({ row, id, tier, severity, submitted, overrun, stopped }) => ({
        row,
        id,
        tier,
        severity,
        submittedAt: text(submitted),
        overrunSeconds: overrun,
        open: stopped === null,
      })),
  };
}
