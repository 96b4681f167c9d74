// Availability over a log of outages against an implementation that looks at every second of the period by itself.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { referencePolicy } from "case-slo";
import { random } from "../../benches/lib/workload.mjs";

const policy = referencePolicy();
const encoder = new TextEncoder();

function availability(log, options, chunk = 1 << 20) {
  const reader = policy.availability(options);
  const bytes = encoder.encode(log);
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk));
  return reader.finish();
}

const close = (found, expected, what) =>
  assert.ok(Math.abs(found - expected) < 1e-9, `${what}: ${found}, not ${expected}`);
const text = (seconds) => (seconds === null ? "" : new Date(seconds * 1000).toISOString());

/** Outages of a few services over some weeks around a change of clocks, many of them at the same time. */
function outages(seed) {
  const next = random(seed);
  const start = Date.UTC(2026, 1, 20) / 1000;
  return Array.from({ length: 60 }, () => {
    const from = start + Math.floor(next() * 50 * 86_400);
    const length = 1 + Math.floor(next() ** 4 * 60_000);
    return {
      service: ["calls", "messages", "meetings"][Math.floor(next() * 3)],
      from,
      to: next() < 0.03 ? null : from + length,
    };
  });
}

/** Which services are out in each second of the period. */
function slowly(log, from, until, zone) {
  const month = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit" });
  const monthOf = (at) => month.format(at * 1000).slice(0, 7);
  const one = (own) => {
    const out = new Uint8Array(until - from);
    for (const each of own)
      out.fill(1, Math.max(0, each.from - from), Math.max(0, Math.min(each.to ?? until, until) - from));
    const months = new Map();
    let [lost, run, inMonth, longest, longestStart, name] = [0, 0, 0, 0, null, ""];
    for (let at = 0; at < out.length; at += 1) {
      // A month begins at a full minute.
      if (at === 0 || (from + at) % 60 === 0) {
        const here = monthOf(from + at);
        if (here !== name) [name, inMonth] = [here, 0];
      }
      const found = months.get(name) ?? { month: name, seconds: 0, lostSeconds: 0, outages: 0, longestSeconds: 0 };
      months.set(name, found);
      found.seconds += 1;
      if (out[at] === 0) {
        [run, inMonth] = [0, 0];
        continue;
      }
      [lost, run, inMonth] = [lost + 1, run + 1, inMonth + 1];
      found.lostSeconds += 1;
      if (inMonth === 1) found.outages += 1;
      found.longestSeconds = Math.max(found.longestSeconds, inMonth);
      if (run > longest) [longest, longestStart] = [run, from + at - run + 1];
    }
    return { lost, longest, longestStart, months: [...months.values()] };
  };
  const services = [...new Set(log.map(({ service }) => service))];
  return new Map([
    ...services.map((service) => [service, one(log.filter((each) => each.service === service))]),
    [null, one(log)],
  ]);
}

describe("agrees with a look at every second", () => {
  for (const [seed, zone] of [
    [1, "America/Toronto"],
    [2, "Europe/Paris"],
    [3, "Asia/Kathmandu"],
  ]) {
    test(`of log ${seed}, in ${zone}`, () => {
      const log = outages(seed);
      const csv = [
        "Service,Début,Fin",
        ...log.map(({ service, from, to }) => `${service},${text(from)},${text(to)}`),
      ].join("\n");
      const [from, until] = [Date.UTC(2026, 1, 25, 12) / 1000, Date.UTC(2026, 3, 5, 12) / 1000];
      const result = availability(
        csv,
        { asOf: "2026-04-20T00:00:00Z", from: from * 1000, until: until * 1000, zone },
        1000,
      );
      const expected = slowly(log, from, until, zone);
      assert.deepEqual(result.problems, []);
      assert.equal(result.rows, log.length);
      assert.equal(result.seconds, until - from);
      assert.deepEqual(new Set(result.services.map(({ service }) => service)), new Set(expected.keys()));
      assert.equal(result.services.at(-1).service, null);
      for (const { service, ...found } of result.services) {
        const { lost, longest, longestStart, months } = expected.get(service);
        assert.equal(found.lostSeconds, lost, service);
        assert.equal(found.longestSeconds, longest, service);
        assert.equal(Date.parse(found.longestStart) / 1000, longestStart, service);
        close(found.availability, 1 - lost / (until - from), service);
        assert.deepEqual(
          found.months.map(({ availability, ...month }) => month),
          months,
          service,
        );
        for (const month of found.months) close(month.availability, 1 - month.lostSeconds / month.seconds, month.month);
      }
    });
  }
});

test("the result names the columns, and unknown columns are refused", () => {
  const { columns, services, delimiter } = availability("System;Down at;Up at\n", {
    asOf: "2026-04-20T00:00:00Z",
    columns: { start: "Down at", end: 2 },
  });
  assert.deepEqual(columns, {
    service: { index: 0, name: "System" },
    start: { index: 1, name: "Down at" },
    end: { index: 2, name: "Up at" },
  });
  assert.equal(delimiter, ";");
  assert.equal(services.length, 1);
  assert.deepEqual(
    [services[0].service, services[0].availability, services[0].longestStart, services[0].ongoing],
    [null, 1, null, false],
  );
  assert.throws(() => policy.availability({ asOf: "2026-04-20T00:00:00Z", columns: { begin: 1 } }), {
    code: "invalid-options",
    path: "/columns/begin",
  });
  assert.throws(() => policy.availability({ asOf: "2026-04-20" }), { code: "invalid-instant", path: "/asOf" });
});

test("a log that has ended takes nothing more", () => {
  const reader = policy.availability({ asOf: 1e12 });
  reader.finish();
  assert.throws(() => reader.push(new Uint8Array(1)), { code: "disposed" });
});
