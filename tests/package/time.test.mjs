// Local times, instants and durations through the npm package, whose zones are those of this host's Intl. The transitions are
// found here, without the engine.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { check, instantOf, millisecondsOf, secondsOf, utcOffsets } from "case-slo";

/** With summer time, half hours, a lost day, four changes a year, a change of the base offset, and none at all. */
const zones = [
  "America/Toronto",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Europe/Paris",
  "Europe/Dublin",
  "Africa/Casablanca",
  "Africa/Monrovia",
  "Asia/Kathmandu",
  "Asia/Gaza",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Antarctica/Troll",
  "UTC",
];
const day = 86_400_000;

/** The local time of an instant as if it were in UTC: milliseconds since 1970. @param {string} zone */
function localTimes(zone) {
  const format = new Intl.DateTimeFormat("en-CA-u-ca-gregory-nu-latn", {
    ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });
  return (at) => {
    const [year, month, date, hour, minute, second] = format.format(at).match(/\d+/g).map(Number);
    return Date.UTC(year, month - 1, date, hour, minute, second);
  };
}

/** The instants, to the second, at which the offset of a zone changes. */
function transitionsOf(localTime, from, until) {
  const offset = (at) => localTime(at) - at;
  const found = [];
  for (let at = from; at < until; at += day) {
    let [before, after] = [at, at + day];
    if (offset(before) === offset(after)) continue;
    while (after - before > 1000) {
      const middle = Math.floor((before + after) / 2000) * 1000;
      if (offset(middle) === offset(before)) before = middle;
      else after = middle;
    }
    found.push(after);
  }
  return found;
}

const refusedWith = (body) => {
  try {
    return body();
  } catch (error) {
    return error.code;
  }
};

describe("instantOf", () => {
  for (const zone of zones) {
    test(`is the first instant that shows the local time, and goes past a gap: ${zone}`, () => {
      const localTime = localTimes(zone);
      const periods = [
        [Date.UTC(1971, 6, 1), Date.UTC(1972, 6, 1)],
        [Date.UTC(2011, 0, 1), Date.UTC(2012, 6, 1)],
        [Date.UTC(2026, 0, 1), Date.UTC(2028, 0, 1)],
      ];
      for (const at of periods.flatMap(([from, until]) => transitionsOf(localTime, from, until))) {
        const [before, after] = [localTime(at - 1000) + 1000 - at, localTime(at) - at];
        for (const shift of [-5_400_000, -60_000, -1000, 0, 1000, 900_000, 5_400_000]) {
          const local = at + Math.min(before, after) + shift;
          const text = new Date(local).toISOString().slice(0, 19);
          const found = Date.parse(instantOf(text, zone));
          const [early, late] = [local - before, local - after];
          const expected = [early, late].filter((each) => localTime(each) === local).sort((a, b) => a - b)[0] ?? early;
          assert.equal(found, expected, `${text}, around ${new Date(at).toISOString()}`);
        }
      }
    });
  }

  test("takes the first of two times and moves on from one that is left out", () => {
    assert.equal(instantOf("2026-10-25T02:30", "Europe/Paris"), "2026-10-25T00:30:00Z");
    assert.equal(instantOf("2026-03-08T02:30", "America/Toronto"), "2026-03-08T07:30:00Z");
    assert.equal(instantOf("2026-03-08T02:30:05.250", "america/toronto"), "2026-03-08T07:30:05.250Z");
  });

  test("refuses everything else with a code", () => {
    const code = (local, zone) => refusedWith(() => instantOf(local, zone));
    for (const local of [
      "2026-10-25T02:30Z",
      "2026-10-25",
      "2026-02-30T12:00",
      "",
      "soon",
      null,
      undefined,
      5,
      {},
      Symbol("x"),
    ]) {
      assert.equal(code(local, "UTC"), "invalid-instant", String(local));
    }
    for (const zone of ["Eastern Standard Time", "+05:00", "Mars/Olympus", "", null, undefined, 5, []]) {
      assert.equal(code("2026-10-25T02:30", zone), "unknown-zone", String(zone));
    }
    assert.equal(code("1969-12-31T23:59", "UTC"), "out-of-range");
    assert.equal(code("2200-01-01T00:00", "UTC"), "out-of-range");
  });
});

describe("millisecondsOf", () => {
  test("reads an instant as every other function does", () => {
    const at = Date.UTC(2026, 1, 3, 7, 14);
    for (const instant of ["2026-02-03T02:14:00-05:00", at, at + 0.5, new Date(at)]) {
      assert.equal(millisecondsOf(instant), at, String(instant));
    }
    for (const instant of [
      "2026-02-03T02:14",
      "2026-02-03T23:59:60Z",
      "",
      null,
      undefined,
      true,
      Number.NaN,
      {},
      new Date(Number.NaN),
    ]) {
      assert.equal(
        refusedWith(() => millisecondsOf(instant)),
        "invalid-instant",
        String(instant),
      );
    }
    assert.equal(
      refusedWith(() => millisecondsOf(-1)),
      "out-of-range",
    );
    assert.equal(
      refusedWith(() => millisecondsOf(1e300)),
      "out-of-range",
    );
  });
});

describe("utcOffsets", () => {
  test("begins with the offset that holds, and goes on with each transition", () => {
    assert.deepEqual(utcOffsets("America/Toronto", "2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z"), [
      { from: "2026-01-01T00:00:00Z", seconds: -18_000 },
      { from: "2026-03-08T07:00:00Z", seconds: -14_400 },
      { from: "2026-11-01T06:00:00Z", seconds: -18_000 },
    ]);
    assert.deepEqual(utcOffsets("Asia/Kathmandu", 0, 0), [{ from: "1970-01-01T00:00:00Z", seconds: 19_800 }]);
    assert.equal(
      refusedWith(() => utcOffsets("Mars", 0, 0)),
      "unknown-zone",
    );
    assert.equal(
      refusedWith(() => utcOffsets("UTC", "2026-01-01", 0)),
      "invalid-instant",
    );
  });
});

describe("secondsOf", () => {
  test("reads ISO 8601 durations of a fixed length", () => {
    for (const [text, seconds] of [
      ["PT30M", 1800],
      ["PT1H30M", 5400],
      ["PT24H0M0.5S", 86_400.5],
      ["PT0S", 0],
    ]) {
      assert.equal(secondsOf(text), seconds);
    }
    for (const text of ["30M", "P1M", "PT", "", "PT1M1H", null, 5, {}]) {
      assert.equal(
        refusedWith(() => secondsOf(text)),
        "invalid-duration",
        String(text),
      );
    }
  });
});

describe("a host whose Intl is broken", () => {
  const text = { en: "t" };
  const policy = (zone) => ({
    ...{ id: "t", version: "1", title: text, languages: ["en"], severities: [{ id: "s", name: text }] },
    calendars: { office: { zone, weekly: { mon: [["09:00", "17:00"]] } } },
  });
  /** Runs with another DateTimeFormat. */
  const withFormatter = (formatter, body) => {
    const original = Intl.DateTimeFormat;
    Intl.DateTimeFormat = formatter;
    try {
      return body();
    } finally {
      Intl.DateTimeFormat = original;
    }
  };
  const broken = {
    "knows no zones": class {
      constructor() {
        throw new RangeError("no such zone");
      }
    },
    "does not format": class {
      format() {
        throw new Error("broken");
      }
    },
    "formats something else": class {
      format() {
        return "soon";
      }
    },
  };

  for (const [name, formatter] of Object.entries(broken)) {
    test(`gives a finding, never UTC: one that ${name}`, () => {
      // A zone that no other test uses: the engine keeps the formatters that worked.
      const zone = "Asia/Tokyo";
      const found = withFormatter(formatter, () => check(policy(zone)));
      assert.deepEqual(
        found.filter(({ level }) => level === "error").map(({ code, path }) => [code, path]),
        [["unknown-zone", "/calendars/office/zone"]],
      );
      assert.equal(
        refusedWith(() => withFormatter(formatter, () => instantOf("2026-02-03T12:00", zone))),
        "unknown-zone",
      );
    });
  }

  test("changes nothing about a zone that the engine knows already", () => {
    assert.equal(instantOf("2026-02-03T12:00", "Asia/Seoul"), "2026-02-03T03:00:00Z");
    const found = withFormatter(broken["does not format"], () => instantOf("2026-02-03T12:00", "Asia/Seoul"));
    assert.equal(found, "2026-02-03T03:00:00Z");
  });
});
