// Attainment over a log, compared with a slow, simple implementation that shares nothing with the engine.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { referencePolicy } from "case-slo";

const policy = referencePolicy();
const asOf = "2026-04-01T00:00:00Z";
const encoder = new TextEncoder();

/** A report over some text or bytes, pushed in pieces of `size`. */
function reportOn(log, options = {}, size = Number.POSITIVE_INFINITY) {
  const bytes = typeof log === "string" ? encoder.encode(log) : log;
  const report = policy.report({ asOf, ...options });
  for (let at = 0; at < bytes.length; at += size) report.push(bytes.subarray(at, at + size));
  return report.finish();
}

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const severities = ["critical", "high", "medium", "low"];
const tiers = ["basic", "enhanced", "premium"];
/** Seconds, and whether the bound itself still meets (S2, S3). */
const targets = {
  enhanced: { critical: [1800, false], high: [1800, false], medium: [7200, true], low: [7200, true] },
  premium: { critical: [900, false], high: [900, false], medium: [3600, true], low: [3600, true] },
};

function sampleLog(seed, count) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const first = Date.UTC(2025, 11, 22);
  return Array.from({ length: count }, (_, index) => {
    const [tier, severity] = [pick(tiers), pick(severities)];
    const submitted = first + Math.floor(next() * 100 * 86_400) * 1000;
    const [target] = targets[tier]?.[severity] ?? [3600];
    // A tenth stays open, and some stop on the second of their target.
    const kind = next();
    const spent = kind < 0.1 ? null : kind < 0.2 ? target : Math.floor(next() * target * 1.4);
    const written = spent === null ? null : submitted + spent * 1000;
    // A case that stops after the day of the report is open on that day.
    const stopped = written !== null && written <= Date.parse(asOf) ? written : null;
    const channel = pick(["web", "phone", "", "e-mail, or so"]);
    return { id: `C-${index}`, tier, severity, submitted, written, stopped, channel };
  });
}

const csvOf = (cases) =>
  ["id,tier,severity,submitted_at,responded_at,channel"]
    .concat(
      cases.map(({ id, tier, severity, submitted, written, channel }) =>
        [
          id,
          tier,
          severity,
          new Date(submitted).toISOString(),
          written === null ? "" : new Date(written).toISOString(),
          `"${channel}"`,
        ].join(","),
      ),
    )
    .join("\n");

/** The figures for the manager, by the definitions alone. */
function countsOf(cases, asTier) {
  const sum = { cases: cases.length, met: 0, missed: 0, running: 0, notStated: 0, elapsed: [] };
  for (const { tier, severity, submitted, stopped } of cases) {
    const target = targets[asTier ?? tier]?.[severity];
    if (stopped !== null) sum.elapsed.push((stopped - submitted) / 1000);
    if (target === undefined) sum.notStated += 1;
    else {
      const seconds = ((stopped ?? Date.parse(asOf)) - submitted) / 1000;
      const isMet = target[1] ? seconds <= target[0] : seconds < target[0];
      if (!isMet) sum.missed += 1;
      else if (stopped === null) sum.running += 1;
      else sum.met += 1;
    }
  }
  sum.elapsed.sort((one, other) => one - other);
  const rank = (share) => sum.elapsed[Math.max(1, Math.ceil(share * sum.elapsed.length)) - 1] ?? null;
  const n = sum.met + sum.missed;
  const p = sum.met / n;
  const z = 1.959963984540054;
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const reach = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return {
    ...sum,
    attainment: n === 0 ? null : p,
    interval: n === 0 ? null : [centre - reach, centre + reach],
    p50: rank(0.5),
    p90: rank(0.9),
    p95: rank(0.95),
  };
}

/** ISO 8601: the week that holds the Thursday. */
function isoWeek(moment) {
  const day = new Date(Math.floor(moment / 86_400_000) * 86_400_000);
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const year = day.getUTCFullYear();
  const number = Math.ceil(((day - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return `${year}-W${String(number).padStart(2, "0")}`;
}

const close = (found, expected, what) => {
  if (expected === null) assert.equal(found, null, what);
  else assert.ok(Math.abs(found - expected) < 1e-6, `${what}: expected ${expected}, found ${found}`);
};

describe("agrees with an implementation by the definitions alone", () => {
  for (const seed of [1, 2, 3]) {
    const cases = sampleLog(seed, 3000);
    const result = reportOn(csvOf(cases));

    test(`on every group of log ${seed}`, () => {
      assert.equal(result.rows, cases.length);
      assert.deepEqual(result.problems, []);
      assert.equal(result.groups.length, tiers.length * severities.length + 1);
      for (const group of result.groups) {
        const { tier, severity } = group;
        const own = cases.filter(
          (each) => (tier ?? each.tier) === each.tier && (severity ?? each.severity) === each.severity,
        );
        const expected = countsOf(own);
        const name = `${tier} ${severity}`;
        for (const key of ["cases", "met", "missed", "running", "notStated"])
          assert.equal(group[key], expected[key], `${name} ${key}`);
        for (const key of ["attainment", "p50", "p90", "p95"]) close(group[key], expected[key], `${name} ${key}`);
        for (const side of [0, 1])
          close(group.interval?.[side] ?? null, expected.interval?.[side] ?? null, `${name} interval`);
        assert.equal(
          group.histogram.reduce((sum, { count }) => sum + count, 0),
          expected.elapsed.length,
          `${name} histogram`,
        );
      }
    });

    test(`on every week of log ${seed}`, () => {
      const weeks = grouped(cases, ({ submitted }) => isoWeek(submitted));
      for (const [week, own] of weeks) {
        const listed = result.weeks.filter(
          (each) => each.week === week && each.tier !== null && each.severity !== null,
        );
        const sum = (key) => listed.reduce((total, each) => total + each[key], 0);
        const expected = countsOf(own);
        for (const key of ["cases", "met", "missed"]) assert.equal(sum(key), expected[key], `${week} ${key}`);
      }
      assert.deepEqual([...new Set(result.weeks.map(({ week }) => week))].sort(), [...weeks.keys()].sort());
    });

    test(`on every month, channel and hour of the week of log ${seed}`, () => {
      const expected = (own) => {
        const { cases: count, met, missed, attainment } = countsOf(own);
        return { cases: count, met, missed, attainment };
      };
      const by = (key) => [...grouped(cases, key)].map(([name, own]) => [name, expected(own)]);
      const counts = ({ cases, met, missed }) => [cases, met, missed];
      const sorted = (rows) =>
        rows.map(([name, ...rest]) => [name, ...rest]).sort(([one], [other]) => (one < other ? -1 : 1));

      const months = result.months.map((each) => [
        [each.month, each.tier ?? "all", each.severity ?? ""].join(" "),
        counts(each),
      ]);
      const month = ({ submitted }) => new Date(submitted).toISOString().slice(0, 7);
      const monthly = [
        ...by((each) => `${month(each)} ${each.tier} ${each.severity}`),
        ...by((each) => `${month(each)} all `),
      ];
      assert.deepEqual(sorted(months), sorted(monthly.map(([name, each]) => [name, counts(each)])));

      const channels = result.channels.map((each) => [each.channel, counts(each), each.attainment]);
      assert.deepEqual(
        sorted(channels),
        sorted(by(({ channel }) => channel).map(([name, each]) => [name, counts(each), each.attainment])),
      );
      for (const [at, { cases }] of result.channels.slice(1).entries())
        assert.ok(cases <= result.channels[at].cases, "the most frequent first");

      const hours = result.hours.map((each) => [`${each.weekday} ${each.hour}`, counts(each)]);
      const hour = ({ submitted }) => `${new Date(submitted).getUTCDay() || 7} ${new Date(submitted).getUTCHours()}`;
      assert.deepEqual(sorted(hours), sorted(by(hour).map(([name, each]) => [name, counts(each)])));
    });

    test(`on what is asked for of log ${seed}`, () => {
      const [from, to] = [Date.UTC(2026, 0, 10), Date.UTC(2026, 1, 10)];
      const only = {
        tiers: ["premium", "enhanced"],
        severities: ["high", "low"],
        channels: ["phone", ""],
        from,
        to: new Date(to),
      };
      const own = cases.filter(
        ({ tier, severity, channel, submitted }) =>
          only.tiers.includes(tier) &&
          only.severities.includes(severity) &&
          only.channels.includes(channel) &&
          submitted >= from &&
          submitted < to,
      );
      for (const asTier of [undefined, "premium", "basic"]) {
        const found = reportOn(csvOf(cases), { only, asTier });
        const all = found.groups.find(({ tier }) => tier === null);
        const expected = countsOf(own, asTier);
        assert.deepEqual(found.problems, []);
        assert.equal(found.filtered, cases.length - own.length);
        for (const key of ["cases", "met", "missed", "running", "notStated", "attainment"])
          assert.equal(all[key], expected[key], `${asTier} ${key}`);
      }
    });

    test(`on every miss of log ${seed}, the longest overrun first`, () => {
      const expected = cases.flatMap(({ id, tier, severity, submitted, stopped }) => {
        const [seconds, inclusive] = targets[tier]?.[severity] ?? [Number.POSITIVE_INFINITY, true];
        const over = ((stopped ?? Date.parse(asOf)) - submitted) / 1000 - seconds;
        return over > 0 || (over === 0 && !inclusive) ? [{ id, over }] : [];
      });
      assert.equal(result.misses.length, expected.length);
      const overruns = new Map(expected.map(({ id, over }) => [id, over]));
      result.misses.forEach(({ id, row, overrunSeconds }, index) => {
        close(overrunSeconds, overruns.get(id), id);
        assert.equal(
          row - Number(id.slice(2)),
          result.misses[0].row - Number(result.misses[0].id.slice(2)),
          `row of ${id}`,
        );
        if (index > 0) assert.ok(result.misses[index - 1].overrunSeconds >= overrunSeconds);
      });
    });
  }
});

function grouped(cases, key) {
  const groups = new Map();
  for (const each of cases) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return groups;
}

const header = "id,tier,severity,submitted_at,responded_at\n";
const good = "1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z\n";
const codes = ({ problems }) => problems.map(({ code }) => code).sort();

test("the coverage is the share of the rows that could be evaluated", () => {
  assert.equal(reportOn(header).coverage, null);
  assert.equal(reportOn(header + good).coverage, 1);
  assert.equal(reportOn(`${header}${good}2,gold,critical,2026-02-03T07:14:00Z,\n\n`).coverage, 0.5);
  assert.equal(reportOn("id\n1\n").coverage, 0);
});

describe("every fault of a row has its code, and its row", () => {
  for (const [code, row, options] of [
    ["unknown-tier", "2,gold,critical,2026-02-03T07:14:00Z,", {}],
    ["unknown-severity", "2,premium,urgent!,2026-02-03T07:14:00Z,", {}],
    ["invalid-instant", "2,premium,critical,yesterday,", {}],
    ["missing-offset", "2,premium,critical,2026-02-03 07:14:00,", {}],
    ["ambiguous-instant", "2,premium,critical,03/04/2026 07:14,", { zone: "America/Toronto" }],
    ["out-of-range", "2,premium,critical,1969-02-03T07:14:00Z,", {}],
    ["out-of-range", "2,premium,critical,2200-02-03T07:14:00Z,", {}],
    ["stop-before-submission", "2,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:13:00Z", {}],
    ["duplicate-id", "1,premium,critical,2026-02-03T07:14:00Z,", {}],
    ["wrong-column-count", "2,premium,critical", {}],
    ["unclosed-quote", '2,"premium,critical,2026-02-03T07:14:00Z,', {}],
    ["limit-exceeded", `2,premium,critical,2026-02-03T07:14:00Z,${"x".repeat(1_100_000)}`, {}],
  ]) {
    test(`${code}: ${row.slice(0, 60)}`, () => {
      const result = reportOn(header + good + row, options);
      assert.deepEqual(codes(result), [code]);
      const [{ count, first }] = result.problems;
      assert.equal(count, 1);
      assert.ok(first[0].message.length > 10);
      assert.equal(result.groups.find(({ tier }) => tier === "premium")?.met, 1, "the other row counts all the same");
    });
  }
});

describe("a row may be written in many ways", () => {
  const met = (log, options) => reportOn(log, options).groups.find(({ tier }) => tier === "premium")?.met;
  for (const [name, log, options] of [
    ["CRLF and a byte order mark", `\ufeff${(header + good).replaceAll("\n", "\r\n")}`],
    ["semicolons", (header + good).replaceAll(",", ";")],
    ["tabs", (header + good).replaceAll(",", "\t")],
    ["no line end at the end", (header + good).trimEnd()],
    ["quotes, with a comma and a line end inside", header + good.replace("1,", '"1, ""one""\nline",')],
    [
      "a local time in a declared zone",
      `${header}1,premium,critical,2026-02-03 02:14:00,2026-02-03 02:20:00\n`,
      { zone: "America/Toronto" },
    ],
    [
      "columns by name",
      `a,b,c,d,e\n${good}`,
      { columns: { id: "a", tier: "b", severity: "c", submittedAt: "d", stoppedAt: "e" } },
    ],
    [
      "columns by place",
      `a,b,c,d,e\n${good}`,
      { columns: { id: 0, tier: 1, severity: 2, submittedAt: 3, stoppedAt: 4 } },
    ],
    [
      "values of its own",
      header + good.replace("critical", "Sev 1"),
      { values: { severity: { "Sev 1": "critical" } } },
    ],
    ["names in French", header + good.replace("premium,critical", "Supérieur,Critique")],
  ]) {
    test(name, () => assert.equal(met(log, options), 1));
  }
});

test("the result names the columns that were used", () => {
  const { columns, delimiter, headers } = reportOn((header + good).replaceAll(",", ";"), { columns: { tier: 1 } });
  assert.equal(delimiter, ";");
  assert.deepEqual(headers, ["id", "tier", "severity", "submitted_at", "responded_at"]);
  const expected = { id: 0, tier: 1, severity: 2, submittedAt: 3, stoppedAt: 4 };
  assert.deepEqual(
    columns,
    Object.fromEntries(Object.entries(expected).map(([role, index]) => [role, { index, name: headers[index] }])),
  );
  assert.deepEqual(reportOn("Case,Plan").columns, { id: { index: 0, name: "Case" }, tier: { index: 1, name: "Plan" } });
});

test("an unknown name is refused", () => {
  for (const [options, code, path] of [
    [{ asTier: "gold" }, "unknown-tier", "/asTier"],
    [{ only: { tiers: ["gold"] } }, "unknown-tier", "/only/tiers/0"],
    [{ only: { severities: ["x"] } }, "unknown-severity", "/only/severities/0"],
    [{ only: { from: "2026-01-01" } }, "invalid-instant", "/only/from"],
    [{ only: { tier: ["premium"] } }, "invalid-options", "/only/tier"],
  ]) {
    assert.throws(() => reportOn(header, options), { code, path });
  }
});

test("where the chunks end makes no difference", () => {
  const log = encoder.encode(
    `\ufeffid;tier;severity;submitted_at;responded_at\r\n"é;""1""\r\n";premium;Critique;2026-02-03T07:14:00Z;2026-02-03T07:20:00Z\r\n2;gold;low;03/04/2026;\r\n3;premium;low;2026-02-03T07:14:00Z;`,
  );
  const whole = reportOn(log);
  assert.equal(whole.rows, 3);
  for (let size = 1; size < log.length; size += 1)
    assert.deepEqual(reportOn(log, {}, size), whole, `chunks of ${size}`);
});

describe("a damaged file gets an answer in words", () => {
  const binary = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
  for (const [name, log] of [
    ["an empty one", ""],
    ["one column", "id\n1\n2\n"],
    ["NUL bytes", `${header}\0\0\0\n`],
    ["bytes that are no UTF-8", new Uint8Array([...encoder.encode(`${header}2,premium,`), 0xff, 0xfe, 0x0a])],
    ["a picture that is called .csv", binary],
  ]) {
    test(name, () => {
      const { problems } = reportOn(log);
      assert.notEqual(problems.length, 0);
      for (const { code, count, first } of problems)
        assert.ok(code && count > 0 && first[0]?.message.length > 10, code);
    });
  }

  test("a header alone is a log without cases", () => {
    const { rows, groups } = reportOn(header);
    assert.equal(rows, 0);
    assert.equal(
      groups.every(({ cases }) => cases === 0),
      true,
    );
  });
});
