// A report written by hand in JavaScript by somebody who knows how: no strings, no objects, bytes to numbers in one pass.

import { closeSync, openSync, readSync } from "node:fs";
import { Evaluator } from "./evaluator.mjs";
import { needed, severities, tiers } from "./logs.mjs";

export const name = "JavaScript over bytes, by hand";

const [comma, quote, feed, back] = [44, 34, 10, 13];
const chunk = 1 << 20;

export function read(path, calendar, log) {
  const evaluator = new Evaluator(calendar, log);
  const ids = new Ids();
  const starts = new Int32Array(64);
  const ends = new Int32Array(64);
  let bytes = new Uint8Array(chunk + (1 << 16));
  let columns;
  let rows = 0;

  /** Reads the rows of so many bytes; where the last one, which has no end, begins. */
  const readRows = (length) => {
    let [rowStart, count, start] = [0, 0, 0];
    for (let at = 0; at < length; at += 1) {
      const byte = bytes[at];
      if (byte > comma) continue;
      if (byte === quote && at === start) {
        do {
          at += 1;
          while (at < length && bytes[at] !== quote) at += 1;
          at += 1;
        } while (bytes[at] === quote && at < length);
        if (at >= length) return rowStart;
        starts[count] = start + 1;
        ends[count] = at - 1;
      } else if (byte === comma || byte === feed) {
        starts[count] = start;
        ends[count] = byte === feed && bytes[at - 1] === back ? at - 1 : at;
      } else continue;
      count += 1;
      start = at + 1;
      if (bytes[at] === feed) {
        if (columns === undefined) readHeader(count);
        else takeRow();
        rowStart = start;
        count = 0;
      }
    }
    return rowStart;
  };

  const readHeader = (count) => {
    const headers = Array.from({ length: count }, (_, index) => text(bytes, starts[index], ends[index]));
    columns = needed.map((header) => headers.indexOf(header));
  };

  const takeRow = () => {
    rows += 1;
    const [id, tier, severity, submitted, stopped] = columns;
    if (!ids.add(bytes, starts[id], ends[id])) throw new Error("an id comes again");
    const group =
      match(bytes, starts[tier], ends[tier], tierBytes) * severities.length +
      match(bytes, starts[severity], ends[severity], severityBytes);
    const end = ends[stopped] === starts[stopped] ? 0 : instant(bytes, starts[stopped], ends[stopped]);
    evaluator.take(group, instant(bytes, starts[submitted], ends[submitted]), end);
  };

  const file = openSync(path);
  for (let kept = 0; ; ) {
    const more = readSync(file, bytes, kept, chunk, null);
    if (more === 0) break;
    const rest = readRows(kept + more);
    bytes.copyWithin(0, rest, kept + more);
    kept += more - rest;
    if (kept + chunk > bytes.length) {
      const larger = new Uint8Array(2 * bytes.length);
      larger.set(bytes);
      bytes = larger;
    }
  }
  closeSync(file);
  return evaluator.answer(rows);
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

/** The last date, and the seconds since 1970 at which it begins: most rows have the date of the row before. */
let date = 0;
let midnight = 0;

/** Seconds since 1970 of "2026-02-03T02:14:00Z" or "2026-02-03T02:14:00-05:00". */
function instant(bytes, start, end) {
  const two = (at) => bytes[start + at] * 10 + bytes[start + at + 1] - 528;
  const found = (two(0) * 100 + two(2)) * 10_000 + two(5) * 100 + two(8);
  if (found !== date) [date, midnight] = [found, midnightOf(found)];
  const local = midnight + two(11) * 3_600 + two(14) * 60 + two(17);
  const sign = bytes[start + 19];
  if (end - start === 20 && sign === 90) return local;
  if (end - start !== 25) throw new Error(`no instant: ${text(bytes, start, end)}`);
  const offset = two(20) * 3_600 + two(23) * 60;
  return sign === 45 ? local + offset : local - offset;
}

function midnightOf(found) {
  const [year, month, dayOfMonth] = [Math.floor(found / 10_000), Math.floor(found / 100) % 100, found % 100];
  const past = month > 2 ? year : year - 1;
  const leapDays = (past >> 2) - Math.floor(past / 100) + Math.floor(past / 400) - 477;
  return (365 * (year - 1970) + leapDays + before[month - 1] + dayOfMonth - 1) * 86_400;
}

/** Which ids have been seen, as hashes of 53 bits, four bytes at a time. */
class Ids {
  slots = new Float64Array(1 << 12);
  used = 0;

  add(bytes, start, end) {
    let [low, high] = [0x811c9dc5 ^ (end - start), 0x1000193];
    let at = start;
    for (; at + 3 < end; at += 4) {
      const word = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
      low = Math.imul(low ^ word ^ (low >>> 15), 0x9e3779b1);
      high = Math.imul(high ^ word ^ (high >>> 13), 0x5bd1e995);
    }
    for (; at < end; at += 1) {
      low = Math.imul(low ^ bytes[at], 0x01000193);
      high = Math.imul(high ^ bytes[at], 0x5bd1e995);
    }
    low ^= low >>> 16;
    high ^= high >>> 15;
    if (this.used * 2 >= this.slots.length) this.grow();
    return this.put((high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0) + 1);
  }

  put(hash) {
    const { slots } = this;
    const mask = slots.length - 1;
    let at = (Math.imul(hash % 0x1_0000_0000, 0x9e3779b1) >>> 7) & mask;
    while (slots[at] !== 0) {
      if (slots[at] === hash) return false;
      at = (at + 1) & mask;
    }
    slots[at] = hash;
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
