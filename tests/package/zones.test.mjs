// The zones of this host's Intl, as the engine reads them, against chrono-tz (tests/zones.rs writes the file): the beginning
// and the noon of every day from 1970 to 2099, and the open time between instants a millisecond before, at and after every
// change of offset, and instants at random. The changes are found here, by this host, without the engine.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadPolicy } from "case-slo";

const sums = JSON.parse(readFileSync(new URL("zones.json", import.meta.url), "utf8"));
const zones = Object.keys(sums);
const halfDay = 43_200;
const end = 4_102_444_800;
const stride = 6 * 86_400;

const weekly = (hours) =>
  Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, hours]));
const two = (number) => String(number).padStart(2, "0");
/** Each of them a minute longer than the one before. */
const hours = Array.from({ length: 24 }, (_, hour) => [`${two(hour)}:00`, `${two(hour)}:${10 + hour}`]);

function load(zone) {
  const text = { en: "t" };
  const halves = [
    ["00:00", "00:01"],
    ["12:00", "12:01"],
  ];
  return loadPolicy({
    id: "zones",
    version: "1",
    title: text,
    languages: ["en"],
    severities: [{ id: "s", name: text }],
    calendars: { halves: { zone, weekly: weekly(halves) }, hours: { zone, weekly: weekly(hours) } },
  });
}

/** Seconds by which a zone is ahead of UTC at an instant, in seconds. */
function offsetOf(zone) {
  const format = new Intl.DateTimeFormat("en-CA-u-ca-gregory-nu-latn", {
    ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });
  return (at) => {
    const [year, month, day, hour, minute, second] = format
      .format(at * 1000)
      .match(/\d+/g)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at;
  };
}

/** A millisecond before, at and after every change of offset, and instants at random, in order. */
function instantsOf(zone) {
  const offset = offsetOf(zone);
  const instants = [0, end * 1000];
  for (let at = 0; at < end; ) {
    let [before, after] = [at, Math.min(at + stride, end)];
    const old = offset(before);
    if (offset(after) !== old) {
      while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (offset(middle) === old) before = middle;
        else after = middle;
      }
      instants.push(after * 1000 - 1, after * 1000, after * 1000 + 1);
    }
    at = after;
  }
  let state = 2_026;
  for (let count = 0; count < 500; count += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    instants.push(Math.floor((state / 4_294_967_296) * end * 1000));
  }
  return Float64Array.from(instants).sort();
}

function checksum(numbers) {
  let sum = 0x811c9dc5;
  for (const number of numbers) sum = Math.imul(sum ^ (number % 4_294_967_296), 16_777_619);
  return sum >>> 0;
}

test(`${zones.length} zones are the same by Intl and by chrono-tz`, () => {
  const starts = Float64Array.from({ length: Math.ceil(end / halfDay) }, (_, index) => index * halfDay * 1000);
  const budgets = new Float64Array(starts.length);

  const different = zones.filter((zone) => {
    const policy = load(zone);
    const openings = checksum(policy.deadlines("halves", starts, budgets).map((at) => at / 1000));
    const instants = instantsOf(zone);
    const open = policy.elapsedAll("hours", instants.subarray(0, -1), instants.subarray(1));
    policy.free();
    return openings !== sums[zone][0] || checksum(open.map((seconds) => Math.round(seconds * 1000))) !== sums[zone][1];
  });
  // Another edition of the tz database may know better about a few.
  const allowed = process.versions.tz?.startsWith("2025") ? 0 : 20;
  assert.ok(different.length <= allowed, `${different.length} zones differ: ${different.join(", ")}`);
});
