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

const texts = new Map();

/** A date as text, which the rules ask for the same few thousand dates again and again. */
function iso(date) {
  let text = texts.get(date);
  if (text === undefined) {
    text = new Date(date).toISOString().slice(0, 10);
    texts.set(date, text);
  }
  return text;
}

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

/** Easter Sunday of the Orthodox churches, by the table of Gauss for the Julian calendar. */
function orthodoxEaster(year) {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const julian = Date.UTC(year, month - 1, ((d + e + 114) % 31) + 1);
  return julian + (Math.floor(year / 100) - Math.floor(year / 400) - 2) * DAY;
}

/** Whether a rule makes a date a holiday. */
function falls(rule, date) {
  const day = new Date(date);
  const text = iso(date);
  if (typeof rule === "string") return rule.startsWith("--") ? text.endsWith(rule.slice(1)) : text === rule;
  if (rule.date) return falls(rule.date, date);
  if (rule.easter !== undefined) {
    const year = day.getUTCFullYear();
    const sunday = rule.rite === "orthodox" ? orthodoxEaster : easter;
    return [year - 1, year, year + 1].some((of) => sunday(of) + rule.easter * DAY === date);
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
  /** Each holiday with what its set says about days off for holidays at a weekend. */
  #holidays;

  constructor(definition, sets = {}) {
    this.#definition = definition;
    this.#zone = definition.zone ?? "UTC";
    this.#holidays = (definition.holidays ?? []).flatMap((rule) => {
      if (typeof rule !== "string" || !rule.startsWith("@")) return [{ rule, observed: rule.observed }];
      const { observed, days } = sets[rule.slice(1)];
      return days.map((day) => ({ rule: day, observed: day.observed === undefined ? observed : day.observed }));
    });
  }

  /** The hours of a weekday without holidays. */
  #weekly(date) {
    const { weekly = {} } = this.#definition;
    const day = new Date(date).getUTCDay();
    const alone = weekly[WEEKDAYS[day]];
    if (alone) return alone;
    for (const [key, hours] of Object.entries(weekly)) {
      const [first, last] = key.split("-").map((name) => WEEKDAYS.indexOf(name));
      if (last === undefined) continue;
      for (let each = first; ; each = (each + 1) % 7) {
        if (each === day) return hours;
        if (each === last) break;
      }
    }
    return [];
  }

  /** The hours of a date of its own; undefined without. */
  #special(date) {
    const { special = {} } = this.#definition;
    const yearly = special[`--${iso(date).slice(5)}`];
    return special[iso(date)] ?? (yearly && this.#weekly(date).length > 0 ? yearly : undefined);
  }

  /** The rules that make a date a holiday, by itself or as the day off for another date. */
  #rulesOf(date) {
    const rules = this.#holidays.filter(({ rule }) => falls(rule, date)).map(({ rule }) => rule);
    if (rules.length > 0 || this.#holidays.every(({ observed }) => !observed)) return rules;
    const around = Array.from({ length: 121 }, (_, days) => date + (days - 60) * DAY);
    const taken = new Map();
    for (const each of around) {
      const first = this.#holidays.find(({ rule }) => falls(rule, each));
      if (first) taken.set(each, first);
    }
    const own = [...taken];
    for (const holiday of this.#holidays) {
      for (const [each, first] of own) {
        const wanted = first === holiday && holiday.observed?.[WEEKDAYS[new Date(each).getUTCDay()]];
        if (!wanted) continue;
        const step = wanted === "fri" ? -DAY : DAY;
        let off = each + step;
        while (WEEKDAYS[new Date(off).getUTCDay()] !== wanted) off += step;
        while (taken.has(off) || ["sat", "sun"].includes(WEEKDAYS[new Date(off).getUTCDay()])) off += step;
        taken.set(off, holiday);
      }
    }
    return taken.has(date) ? [taken.get(date).rule] : [];
  }

  /** The hours that open on a date. */
  #hours(date) {
    return this.#special(date) ?? (this.#rulesOf(date).length > 0 ? [] : this.#weekly(date));
  }

  /** The intervals that open on a date, as instants; none if it is no business day. */
  businessDay(date) {
    if (this.#definition.open === "24x7") {
      return exists(this.#zone, date) ? [[instantOf(this.#zone, date), instantOf(this.#zone, date + DAY)]] : [];
    }
    return this.#opens(date).filter(([opening, closing]) => opening < closing);
  }

  /** The local time of an instant, in milliseconds as if it were UTC, and the instant of a local time. */
  local = (at) => at + offset(this.#zone, at);
  instant = (local) => instantOf(this.#zone, local);

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
    const date = Math.floor((at + offset(this.#zone, at)) / DAY) * DAY;
    return this.#special(date) === undefined ? this.#rulesOf(date) : [];
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

// ---------------------------------------------------------------- business days

/** The due time of a target in business days; null if there are not so many. */
export function dueDay(calendar, start, target, days = target.businessDays) {
  const dateOf = (at) => Math.floor(calendar.local(at) / DAY) * DAY;
  const last = (date) => Math.max(...calendar.businessDay(date).map(([, closing]) => closing));
  const isBusinessDay = (date) => calendar.businessDay(date).length > 0;
  const after = (date, count) => {
    let left = count;
    for (let each = date + DAY; each < date + 800 * DAY; each += DAY) {
      if (isBusinessDay(each)) left -= 1;
      if (left === 0) return each;
    }
    return null;
  };

  // The date of the start.
  let date = dateOf(start);
  let isOpen = false;
  for (const back of [0, 1, 2, 3]) {
    const each = dateOf(start) - back * DAY;
    if (!calendar.businessDay(each).some(([opening, closing]) => opening <= start && start < closing)) continue;
    [date, isOpen] = [each, true];
  }

  let isLate = false;
  if (target.cutOff !== undefined) {
    const clock = (at) => Math.floor((calendar.local(at) - date) / 60_000);
    const hours = calendar.businessDay(date);
    let cutOff = minutes(target.cutOff);
    const first = Math.min(...hours.map(([opening]) => clock(opening)));
    if (hours.length > 0 && cutOff < first && cutOff + 1440 <= clock(last(date))) cutOff += 1440;
    isLate = clock(start) > cutOff;
  }

  let due;
  if (target.due !== "same-time") {
    const counted = target.cutOff !== undefined && (isLate || !isBusinessDay(date)) ? days + 1 : days;
    const day = after(date, counted);
    if (day === null) return null;
    due = last(day);
  } else {
    let made = start;
    if (isLate && isBusinessDay(date)) made = last(date);
    else if (!isOpen) {
      let latest = null;
      for (let each = dateOf(start); each > dateOf(start) - 800 * DAY; each -= DAY) {
        for (const [, closing] of calendar.businessDay(each)) {
          if (closing <= start && (latest === null || closing > latest[0])) latest = [closing, each];
        }
        // Hours of an earlier date could reach beyond those of this one, but not by more than two dates.
        if (latest !== null && each < latest[1] - 2 * DAY) break;
      }
      if (latest !== null) [made, date] = latest;
    }
    const day = after(date, days);
    if (day === null) return null;
    const time = calendar.instant(day + calendar.local(made) - date);
    const hours = calendar.businessDay(day);
    const openings = hours.map(([opening]) => opening).filter((opening) => opening > time);
    if (hours.some(([opening, closing]) => opening <= time && time <= closing)) due = time;
    else due = openings.length > 0 ? Math.min(...openings) : last(day);
  }
  return due < start ? dueDay(calendar, start, target, days + 1) : due;
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
  return {
    severity: current,
    ...timeOf(policy, calendar, objective.target, measure, { start, end, stopped, pauses, now }),
  };
}

/** The time of a target that started at an instant, until `end`: the stop, or `now`. */
export function timeOf(policy, calendar, given, measure, { start, end, stopped, pauses, now }) {
  // A pause that has not begun by then has not happened yet.
  const holds = measure.pausable ? pauses.filter(([from]) => from <= end) : [];
  const [bound, target] = Object.entries(given)[0];
  const counted = elapsed(calendar, start, end, holds);
  let [budget, earliest, late] = [null, start, false];
  if (bound === "businessDays") {
    earliest = dueDay(calendar, start, given);
    if (earliest !== null) budget = elapsed(calendar, start, earliest);
  } else {
    budget = seconds(target) * 1000;
    late = bound === "under" ? counted >= budget : counted > budget;
  }
  const ends = budget === null ? null : deadline(calendar, start, budget, holds);
  const due = ends === null ? null : Math.max(ends, earliest);
  // A running measure is overdue by its due time: strict targets at it, the others right after it.
  if (!stopped) late = due !== null && (bound === "under" ? end >= due : end > due);
  else if (bound === "businessDays") late = due !== null && end > due;
  const paused = !stopped && holds.some(([from, to]) => from <= now && (to === null || now < to));

  let state = "on-track";
  if (stopped) state = late ? "missed" : "met";
  else if (paused) state = "paused";
  else if (late) state = "overdue";
  else if (budget !== null && budget > 0 && counted / budget >= (policy.atRisk ?? 0.75)) state = "at-risk";

  return {
    state,
    dueAt: state === "paused" ? null : due,
    elapsed: counted,
    remaining: budget === null ? null : budget - counted,
    consumed: budget === 0 || budget === null ? null : counted / budget,
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
