// A second clock, written from the words of the rules alone (docs/clock.md) and in another language: it lists the
// opening hours of every date and walks through them one by one. Slow, and too simple to be wrong in the same way.

const DAY = 86_400_000;
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
/** The last instant there is. */
const LAST = Date.UTC(2200, 0, 1) - 1;

// ---------------------------------------------------------------- zones

const formatters = new Map();
const offsets = new Map();

/** How far local time is ahead of UTC at an instant, in milliseconds. */
function offset(zone, at) {
  if (zone === "UTC") return 0;
  const second = Math.floor(at / 1000) * 1000;
  const key = `${zone} ${second}`;
  let known = offsets.get(key);
  if (known === undefined) {
    if (!formatters.has(zone)) {
      formatters.set(
        zone,
        new Intl.DateTimeFormat("en-US", {
          timeZone: zone,
          hourCycle: "h23",
          year: "numeric",
          month: "numeric",
          day: "numeric",
          hour: "numeric",
          minute: "numeric",
          second: "numeric",
        }),
      );
    }
    const part = Object.fromEntries(
      formatters
        .get(zone)
        .formatToParts(second)
        .map(({ type, value }) => [type, +value]),
    );
    known = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - second;
    offsets.set(key, known);
  }
  return known;
}

/** The offsets in force around a local time (milliseconds as if it were UTC), the earlier ones first. */
function offsetsAround(zone, local) {
  const noon = Math.floor(local / DAY) * DAY + DAY / 2;
  return [...new Set([-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2].map((days) => offset(zone, noon + days * DAY)))];
}

/** The instant of a local time: in a gap moved forward by the gap, in a fold the first. */
function instantOf(zone, local) {
  const around = offsetsAround(zone, local);
  const valid = around.map((ahead) => local - ahead).filter((at) => at + offset(zone, at) === local);
  return valid.length > 0 ? Math.min(...valid) : local - around[0];
}

/** Whether a date (its midnight as if it were UTC) came to pass in a zone. */
function exists(zone, date) {
  const around = offsetsAround(zone, date);
  if (Math.max(...around) - Math.min(...around) < DAY) return true;
  for (let local = date; local < date + DAY; local += 900_000) {
    if (around.some((ahead) => local - ahead + offset(zone, local - ahead) === local)) return true;
  }
  return false;
}

// ---------------------------------------------------------------- holidays

const iso = (date) => new Date(date).toISOString().slice(0, 10);

/** Easter Sunday, by the table of Butcher. */
function easter(year) {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1);
}

/** Whether a rule makes a date a holiday. */
function falls(rule, date) {
  const day = new Date(date);
  const text = iso(date);
  if (typeof rule === "string") return rule.startsWith("--") ? text.endsWith(rule.slice(1)) : text === rule;
  if (rule.date) return falls(rule.date, date);
  if (rule.easter !== undefined) {
    const year = day.getUTCFullYear();
    return [year - 1, year, year + 1].some((of) => easter(of) + rule.easter * DAY === date);
  }
  if (WEEKDAYS[day.getUTCDay()] !== rule.weekday) return false;
  if (rule.before) {
    // One of the seven days before that day, of this year or the next.
    return [1, 2, 3, 4, 5, 6, 7].some((days) => iso(date + days * DAY).endsWith(rule.before.slice(1)));
  }
  if (day.getUTCMonth() + 1 !== rule.month) return false;
  if (rule.nth === -1) return new Date(date + 7 * DAY).getUTCMonth() + 1 !== rule.month;
  return Math.ceil(day.getUTCDate() / 7) === rule.nth;
}

// ---------------------------------------------------------------- open time

const minutes = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** A calendar whose opening hours are listed date by date. */
export class SlowCalendar {
  #definition;
  #zone;
  #dates = new Map();

  constructor(definition) {
    this.#definition = definition;
    this.#zone = definition.zone ?? "UTC";
  }

  /** The hours that open on a date. */
  #hours(date) {
    const { weekly = {}, special = {}, holidays = [] } = this.#definition;
    const own = special[iso(date)];
    if (own) return own;
    if (holidays.some((rule) => falls(rule, date))) return [];
    return weekly[WEEKDAYS[new Date(date).getUTCDay()]] ?? [];
  }

  /** The same as instants. */
  #opens(date) {
    let known = this.#dates.get(date);
    if (known === undefined) {
      known = (exists(this.#zone, date) ? this.#hours(date) : []).map(([from, to]) => {
        const [opening, closing] = [minutes(from), minutes(to)];
        const length = closing <= opening ? closing + 1440 : closing;
        return [instantOf(this.#zone, date + opening * 60_000), instantOf(this.#zone, date + length * 60_000)];
      });
      this.#dates.set(date, known);
    }
    return known;
  }

  /** Open time between two instants: stretches in order, apart from each other. */
  open(from, to) {
    if (this.#definition.open === "24x7") return from < to ? [[from, to]] : [];
    const stretches = [];
    for (let date = Math.floor(from / DAY) * DAY - 3 * DAY; date <= to + 2 * DAY; date += DAY) {
      for (const [opening, closing] of this.#opens(date)) {
        const [a, b] = [Math.max(opening, from), Math.min(closing, to)];
        if (a < b) stretches.push([a, b]);
      }
    }
    return union(stretches);
  }

  /** The rules that make the local date of an instant a holiday; none where it has hours of its own. */
  holidaysAt(at) {
    const { special = {}, holidays = [] } = this.#definition;
    const date = Math.floor((at + offset(this.#zone, at)) / DAY) * DAY;
    return special[iso(date)] === undefined ? holidays.filter((rule) => falls(rule, date)) : [];
  }
}

/** Stretches in order, those that touch or overlap made one. */
function union(stretches) {
  const joined = [];
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Stretches without the holds in them. */
function without(stretches, pauses) {
  let left = stretches;
  for (const [begin, end] of pauses) {
    const until = end ?? Infinity;
    left = left.flatMap(([from, to]) =>
      [
        [from, Math.min(to, begin)],
        [Math.max(from, until), to],
      ].filter(([a, b]) => a < b),
    );
  }
  return left;
}

const length = (stretches) => stretches.reduce((sum, [from, to]) => sum + to - from, 0);

/** Open milliseconds between two instants. */
export function elapsed(calendar, from, to, pauses = []) {
  return length(without(calendar.open(from, to), pauses));
}

/** The instant at which a budget of open milliseconds runs out; null where the calendar never gets there. */
export function deadline(calendar, start, budget, pauses = [], horizon = 800 * DAY) {
  let left = budget;
  const step = 20 * DAY;
  for (let from = start; from < start + horizon && from <= LAST; from += step) {
    // A stretch that goes on past the window is walked on in the next one.
    for (const [a, b] of without(calendar.open(from, from + step), pauses)) {
      if (left <= b - a) return a + left <= LAST ? a + left : null;
      left -= b - a;
    }
  }
  return null;
}

// ---------------------------------------------------------------- a case

/** One objective of a case as of `now`: what `evaluate` says, with instants in milliseconds. */
export function evaluate(policy, calendars, facts, measure, now) {
  const { tier, severity, submittedAt, stoppedAt = {}, pauses = [], severityChanges = [] } = facts;
  const stop = stoppedAt[measure.id] ?? null;
  const stopped = stop !== null && stop <= now;
  const end = Math.max(submittedAt, stopped ? stop : now);

  let [current, start] = [severity, submittedAt];
  for (const change of severityChanges) {
    if (change.at > end) break;
    current = change.severity;
    if (policy.onSeverityChange === "from-change") start = change.at;
  }
  const objective = policy.objectives.find(
    ({ measure: of, tiers, severities }) => of === measure.id && tiers.includes(tier) && severities.includes(current),
  );
  if (!objective?.target) return { severity: current, state: "not-stated" };

  const calendar = calendars[objective.calendar];
  // A pause that has not begun by then has not happened yet.
  const holds = measure.pausable ? pauses.filter(([from]) => from <= end) : [];
  const [bound, target] = Object.entries(objective.target)[0];
  const budget = seconds(target) * 1000;
  const counted = elapsed(calendar, start, end, holds);
  const late = bound === "under" ? counted >= budget : counted > budget;
  const paused = !stopped && holds.some(([from, to]) => from <= now && (to === null || now < to));

  let state = "on-track";
  if (stopped) state = late ? "missed" : "met";
  else if (paused) state = "paused";
  else if (late) state = "overdue";
  else if (budget > 0 && counted / budget >= (policy.atRisk ?? 0.75)) state = "at-risk";

  return {
    severity: current,
    state,
    dueAt: state === "paused" ? null : deadline(calendar, start, budget, holds),
    elapsed: counted,
    remaining: budget - counted,
    consumed: budget === 0 ? null : counted / budget,
    from: start,
    to: end,
    kindAt: (at) => kindAt(calendar, holds, at),
  };
}

/** How an instant counts, and the names that say why it does not. */
function kindAt(calendar, holds, at) {
  if (calendar.open(at, at + 1).length > 0) {
    return [holds.some(([from, to]) => from <= at && (to === null || at < to)) ? "paused" : "counted", []];
  }
  const holidays = calendar.holidaysAt(at);
  return holidays.length > 0 ? ["holiday", holidays.map((rule) => rule.name)] : ["closed", []];
}

/** Seconds of an ISO 8601 duration in hours, minutes and seconds. */
function seconds(duration) {
  const [, hours = 0, mins = 0, secs = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration);
  return Number(hours) * 3600 + Number(mins) * 60 + Number(secs);
}
