// What somebody writes by hand in JavaScript who knows how: no strings, no objects, bytes to numbers in one pass.

import { chunks } from "./chunks.mjs";
import { Judge } from "./judge.mjs";
import { severities, tiers } from "./log.mjs";

export const name = "JavaScript over bytes, by hand";

const [comma, quote, feed, back] = [44, 34, 10, 13];
const needed = ["Number", "Support plan", "Severity", "Opened at", "First response at"];

export function read(path, calendar) {
  const judge = new Judge(calendar);
  const ids = new Ids();
  let columns;
  let rows = 0;
  let rest = new Uint8Array(0);
  const starts = new Int32Array(64);
  const ends = new Int32Array(64);

  /** Reads the rows of some bytes; where the last one, which has no end, begins. */
  const readRows = (bytes) => {
    let rowStart = 0;
    let count = 0;
    let start = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte > comma) continue;
      if (byte === quote && at === start) {
        do {
          at += 1;
          while (at < bytes.length && bytes[at] !== quote) at += 1;
          at += 1;
        } while (bytes[at] === quote);
        if (at >= bytes.length) return rowStart;
        starts[count] = start + 1;
        ends[count] = at - 1;
      } else if (byte === comma || byte === feed) {
        starts[count] = start;
        ends[count] = bytes[at - 1] === back && byte === feed ? at - 1 : at;
      } else continue;
      count += 1;
      start = at + 1;
      if (bytes[at] === feed) {
        if (columns === undefined) {
          const headers = Array.from({ length: count }, (_, index) => text(bytes, starts[index], ends[index]));
          columns = needed.map((header) => headers.indexOf(header));
        } else takeRow(bytes);
        rowStart = start;
        count = 0;
      }
    }
    return rowStart;
  };

  const takeRow = (bytes) => {
    rows += 1;
    const [id, tier, severity, submitted, stopped] = columns;
    if (!ids.add(bytes, starts[id], ends[id])) throw new Error("an id comes again");
    const group =
      match(bytes, starts[tier], ends[tier], tierBytes) * severities.length +
      match(bytes, starts[severity], ends[severity], severityBytes);
    judge.take(
      group,
      instant(bytes, starts[submitted], ends[submitted]),
      instant(bytes, starts[stopped], ends[stopped]),
    );
  };

  for (const chunk of chunks(path)) {
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    rest = bytes.slice(readRows(bytes));
  }
  return judge.answer(rows);
}

const text = (bytes, start, end) => String.fromCharCode(...bytes.subarray(start, end));
const bytesOf = (names) => names.map((each) => new TextEncoder().encode(each));
const tierBytes = bytesOf(tiers);
const severityBytes = bytesOf(severities);

/** Which of a few values stands there. */
function match(bytes, start, end, values) {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (value.length !== end - start || value[0] !== bytes[start]) continue;
    let at = 1;
    while (at < value.length && value[at] === bytes[start + at]) at += 1;
    if (at === value.length) return index;
  }
  throw new Error(`unknown: ${text(bytes, start, end)}`);
}

const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Milliseconds of "2026-02-03T02:14:00Z"; NaN where nothing stands. */
function instant(bytes, start, end) {
  if (start === end) return Number.NaN;
  const two = (at) => bytes[start + at] * 10 + bytes[start + at + 1] - 528;
  const year = two(0) * 100 + two(2);
  const month = two(5);
  if (end - start !== 20 || bytes[end - 1] !== 90 || !(month >= 1 && month <= 12))
    return Date.parse(text(bytes, start, end));
  const past = month > 2 ? year : year - 1;
  const days =
    365 * (year - 1970) +
    (past >> 2) -
    Math.floor(past / 100) +
    Math.floor(past / 400) -
    477 +
    before[month - 1] +
    two(8) -
    1;
  return days * 86_400_000 + (two(11) * 3_600 + two(14) * 60 + two(17)) * 1_000;
}

/** Which ids have been seen, as hashes of 53 bits. */
class Ids {
  slots = new Float64Array(1 << 12);
  used = 0;

  add(bytes, start, end) {
    let [low, high] = [0x811c9dc5, 0x1000193];
    for (let at = start; at < end; at += 1) {
      low = Math.imul(low ^ bytes[at], 0x01000193);
      high = Math.imul(high ^ bytes[at], 0x5bd1e995);
    }
    const hash = ((high >>> 0) & 0x1fffff) * 0x1_0000_0000 + (low >>> 0) + 1;
    if (this.used * 2 >= this.slots.length) this.grow();
    return this.put(hash);
  }

  put(hash) {
    const mask = this.slots.length - 1;
    let at = (Math.imul(hash % 0x1_0000_0000, 0x9e3779b1) >>> 7) & mask;
    while (this.slots[at] !== 0) {
      if (this.slots[at] === hash) return false;
      at = (at + 1) & mask;
    }
    this.slots[at] = hash;
    this.used += 1;
    return true;
  }

  grow() {
    const { slots } = this;
    this.slots = new Float64Array(slots.length * 2);
    this.used = 0;
    for (const hash of slots) if (hash !== 0) this.put(hash);
  }
}
