// Seeded calendars and instants for the slow clocks: nights, breaks, holidays of every kind, days off for holidays at a weekend, special
// days, daylight saving of every kind.

import { isDeepStrictEqual } from "node:util";

export const MINUTE = 60_000;
export const DAY = 86_400_000;
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Zones, each with a day near which something happens there. */
export const PLACES = [
  ["America/Toronto", "2026-03-08"],
  ["America/Toronto", "2026-11-01"],
  ["Europe/Paris", "2026-03-29"],
  ["Europe/Paris", "2027-10-31"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Africa/Casablanca", "2026-02-15"],
  ["Africa/Casablanca", "2027-03-14"],
  ["Pacific/Apia", "2011-12-30"],
  ["Pacific/Kwajalein", "1993-08-21"],
  ["America/Sao_Paulo", "2018-11-04"],
  ["America/Sao_Paulo", "2019-02-17"],
  ["America/Santiago", "2026-04-05"],
  ["America/Santiago", "2026-09-06"],
  ["Asia/Beirut", "2026-03-29"],
  ["Asia/Beirut", "2026-10-25"],
  ["Africa/Monrovia", "1972-01-07"],
  ["Asia/Kathmandu", "1986-01-01"],
  ["Asia/Kathmandu", "2026-06-01"],
  ["Pacific/Chatham", "2026-04-05"],
  ["Antarctica/Troll", "2026-03-29"],
  ["UTC", "2026-12-24"],
  ["America/Toronto", "2040-11-04"],
  ["Africa/Casablanca", "2060-10-25"],
  ["Europe/Paris", "2199-10-27"],
];

/** Numbers from 0 up to 1, the same on every run (mulberry32). */
export function randomly(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end) => Math.floor(next() * end);
  return { chance: (share) => next() < share, below, pick: (list) => list[below(list.length)] };
}

export const clock = (minutes) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Up to three intervals: past midnight, to 24:00, overlapping, touching; minutes that daylight saving moves included. */
function hours(random) {
  return Array.from({ length: random.below(4) }, () => {
    const grid = random.pick([1, 15, 30, 60]);
    const opening = random.below(1440 / grid) * grid;
    let closing = random.below(1440 / grid + 1) * grid;
    if (closing === opening) closing = opening === 0 ? 1440 : 0;
    if (closing === opening || (opening === 0 && closing === 0)) return ["00:00", "24:00"];
    return [clock(opening), clock(closing)];
  });
}

const isoDay = (at) => new Date(at).toISOString().slice(0, 10);

/** A calendar with holidays and special days around a day. */
export function calendar(random, zone, around) {
  const near = () => isoDay(around + (random.below(21) - 10) * DAY);
  const holiday = () => {
    const weekday = random.pick(DAYS);
    const rule = random.pick([
      near(),
      `--${near().slice(5)}`,
      { date: near(), name: { en: "Single" } },
      { date: `--${near().slice(5)}`, name: { en: "Yearly" } },
      { easter: random.below(120) - 60, name: { en: "Movable" } },
      { easter: random.below(120) - 60, rite: "orthodox", name: { en: "Orthodox" } },
      { date: near(), observed: observed(random), name: { en: "Moved" } },
      "@set",
      { weekday, nth: random.pick([1, 2, 3, 4, 5, -1]), month: new Date(around).getUTCMonth() + 1 },
      { weekday, before: `--${near().slice(5)}`, name: { en: "Before" } },
    ]);
    return rule;
  };
  const weekly = Object.fromEntries(DAYS.filter(() => random.chance(0.8)).map((day) => [day, hours(random)]));
  weekly.wed = [["08:30", "17:00"]];
  if (random.chance(0.3)) weekly[`${random.pick(DAYS.slice(1))}-${random.pick(DAYS.slice(0, 1))}`] = hours(random);
  const specialDay = () => (random.chance(0.3) ? `--${near().slice(5)}` : near());
  const special = Object.fromEntries(Array.from({ length: random.below(5) }, () => [specialDay(), hours(random)]));
  return { zone, weekly, special, holidays: Array.from({ length: random.below(5) }, holiday) };
}

/** A rule for days off, for one or both days of the weekend. */
function observed(random) {
  const days = random.pick([["sat"], ["sun"], ["sat", "sun"]]);
  return Object.fromEntries(days.map((day) => [day, random.pick(["fri", "mon", "tue"])]));
}

/** A set of holidays near a day. */
export function holidaySet(random, around) {
  const near = () => isoDay(around + (random.below(21) - 10) * DAY);
  return {
    observed: observed(random),
    days: [near(), { date: `--${near().slice(5)}`, name: { en: "Of the set" } }, { date: near(), observed: null }],
  };
}

/** An instant near a day; mostly on whole minutes, where opening hours begin and end. */
export function instant(random, around, days = 8) {
  const at = around + random.below(2 * days * 1440) * MINUTE - days * DAY;
  return random.chance(0.3) ? at + random.below(MINUTE) : at;
}

export function holds(random, around) {
  return Array.from({ length: random.pick([0, 0, 1, 1, 2, 3]) }, () => {
    const from = instant(random, around);
    return [from, random.chance(0.15) ? null : from + random.below(3 * 1440) * MINUTE];
  });
}

export const written = (at) => new Date(at).toISOString().replace(".000Z", "Z");

/** The faults of a timeline: gaps, overlaps, a wrong sum, or an instant that counts otherwise. */
export function faults({ timeline }, wanted) {
  if (wanted.from === wanted.to) return timeline.length === 0 ? [] : ["it is not empty"];
  const found = [];
  let sum = 0;
  timeline.forEach(({ from, to, kind, label }, index) => {
    const [begin, end] = [Date.parse(from), Date.parse(to)];
    if (begin >= end) found.push(`stretch ${index} is empty`);
    const before = timeline[index - 1];
    if (from !== (before?.to ?? written(wanted.from))) found.push(`stretch ${index} does not begin where it should`);
    if (before?.kind === kind && isDeepStrictEqual(before.label, label)) found.push(`stretch ${index} goes on`);
    if (kind === "counted") sum += end - begin;
    for (const at of [begin, Math.floor((begin + end) / 2), end - 1]) {
      const [wantedKind, names] = wanted.kindAt(at);
      if (kind !== wantedKind) found.push(`${written(at)} is ${wantedKind}, not ${kind}`);
      if (kind === "holiday" && !names.some((name) => isDeepStrictEqual(name, label)))
        found.push(`${written(at)}: name`);
    }
  });
  if (timeline.at(-1)?.to !== written(wanted.to)) found.push("it does not reach the end");
  if (sum !== wanted.elapsed) found.push(`it counts ${sum} ms, not ${wanted.elapsed}`);
  return found;
}

export const readable = (value) =>
  JSON.stringify(value, (_, each) => (typeof each === "number" && each > 1e10 ? written(each) : each));
