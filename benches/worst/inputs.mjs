// The worst inputs known for each call of the API, at the limits of src/policy/limits.rs and of arguments. Several come from attacks
// on earlier versions; tests/bounds.rs holds what each of them is answered.

const text = { en: "T" };
const list = (count, entry) => Array.from({ length: count }, (_, index) => entry(index));
const object = (count, entry) => Object.fromEntries(list(count, entry));
const ids = (letter, count) => list(count, (n) => `${letter}${n}`);
const named = (letter, count, more = () => ({})) =>
  list(count, (n) => ({ id: `${letter}${n}`, name: text, ...more(n) }));

/** The smallest policy, with other members. */
const policy = (members) => ({
  id: "p",
  version: "1",
  title: text,
  languages: ["en"],
  severities: [{ id: "s0", name: text }],
  ...members,
});

/** An object of JSON text, because an object of JavaScript cannot hold a key twice. */
const withText = (members, key, json) => JSON.stringify(policy(members)).replace("{", `{"${key}": ${json}, `);

const twoDigits = (number) => String(number).padStart(2, "0");
const clock = (minutes) => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;

const always = { calendars: { c: { open: "24x7" } } };
const questions = (count, options) =>
  list(count, (n) => ({
    id: `q${n}`,
    text,
    ordered: true,
    options: list(options, (option) => ({ id: `o${option}`, text })),
  }));

/** Numbers that look random, the same at every run. */
function numbers(seed) {
  let state = BigInt(seed);
  return (limit) => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 33n) % limit;
  };
}

/** The same for millions of numbers, and for any limit. */
function fractions(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** A decision table of random rules. */
function table({ count, options, rules, asked, hitPolicy = "most-severe", seed = 7 }) {
  const below = numbers(seed);
  const some = () => ids("o", options).filter(() => below(2) === 0);
  const rule = (n) => ({
    id: `r${n}`,
    when: object(asked, () => [`q${below(count)}`, [...new Set([...some(), `o${below(options)}`])]]),
    severity: `s${below(5)}`,
  });
  return policy({
    severities: named("s", 5),
    questions: questions(count, options),
    classification: { hitPolicy, rules: list(rules, rule) },
  });
}

const wideTable = table({ count: 16, options: 64, rules: 250, asked: 2 });
const deepTable = table({ count: 40, options: 2, rules: 300, asked: 10 });
const asGoodAsUniqueRules = policy({
  severities: named("s", 63),
  questions: questions(2, 2),
  classification: {
    hitPolicy: "unique",
    rules: list(2_000, (n) => ({ id: `${"r".repeat(190)}${n}`, when: {}, severity: `s${n % 63}` })),
  },
});

/** Every tier, severity and measure has an objective. */
function promises({ tiers = 100, severities = 60, measures = 15, hours = 1, calendars = always.calendars } = {}) {
  const names = Object.keys(calendars);
  return policy({
    tiers: named("t", tiers),
    severities: named("s", severities),
    measures: named("m", measures, () => ({ pausable: true })),
    calendars,
    objectives: list(tiers * measures, (n) => ({
      id: `o${n}`,
      measure: `m${Math.floor(n / tiers)}`,
      tiers: [`t${n % tiers}`],
      severities: ids("s", severities),
      target: { within: `PT${hours}H` },
      calendar: names[n % names.length],
    })),
  });
}

/** Five calendars of a thousand intervals a week together. */
const busyCalendars = object(5, (n) => [
  `c${n}`,
  {
    zone: "America/Toronto",
    weekly: Object.fromEntries(
      ["mon", "tue", "wed", "thu", "fri"].map((day) => [
        day,
        list(40, (at) => [0, 20].map((minute) => clock(at * 30 + minute))),
      ]),
    ),
  },
]);

/** As many intervals as seven weekdays may have. */
const busiest = {
  zone: "America/Toronto",
  weekly: { "mon-sun": list(48, (at) => [0, 20].map((minute) => clock(at * 30 + minute))) },
};

/** A hundred calendars, in one zone or in as many, with all the holidays that they may have together. */
const manyCalendars = (zone) =>
  object(100, (n) => [
    `c${n}`,
    {
      zone: zone(n),
      weekly: { "mon-fri": [8, 13].map((hour) => [clock(hour * 60 + (n % 60)), clock((hour + 3) * 60 + (n % 60))]) },
      holidays: list(100, (at) => ({ date: `--${twoDigits(1 + (at % 12))}-${twoDigits(1 + (at % 28))}` })),
    },
  ]);
const zones = Intl.supportedValuesOf("timeZone");
const hundredCalendars = (zone) => () =>
  promises({ tiers: 1, severities: 1, measures: 100, hours: 10_000, calendars: manyCalendars(zone) });

/** Objectives of a hundred measures on these calendars. */
const busyPolicy = () => promises({ tiers: 1, severities: 1, measures: 100, hours: 10_000, calendars: busyCalendars });

const first = "1970-01-01T00:00:00Z";
const last = "2199-12-31T00:00:00Z";
const entries = (letter, key, of) => policy({ [key]: object(2_000, (n) => [`${letter}${n}`, of(n)]) });
const clauses = (letter) => entries(letter, "clauses", (n) => ({ heading: text, text: { en: `Clause ${n}` } }));
const exportsOf = (value) =>
  policy({
    exports: object(40, (n) => [`e${n}`, { fields: object(1_900, (key) => [`k${key}`, value]) }]),
  });

/** A log of a few megabytes, each row as bad as the row before it. */
const bytesOf = (header, rows, row) => new TextEncoder().encode(`${header}\n${list(rows, row).join("\n")}\n`);
const header = "id,tier,severity,submitted,stopped,channel";
const grouped = () => promises({ tiers: 40, severities: 50, measures: 1, calendars: { c: busyCalendars.c0 } });

/** Reads a log in chunks. */
function reads(log, bytes) {
  for (let at = 0; at < bytes.length; at += 1 << 20) log.push(bytes.subarray(at, at + (1 << 20)));
  return log.finish();
}

const reportOf = (name, document, bytes) => ({
  call: "report",
  name,
  prepare: ({ loadPolicy }) => [loadPolicy(document()), bytes()],
  run: (_, [loaded, log]) => reads(loaded.report({ asOf: last, measure: "m0" }), log),
});

const asked = (call, name, document, run) => ({
  call,
  name,
  prepare: ({ loadPolicy }) => loadPolicy(document()),
  run: (_, loaded) => run(loaded),
});
const checked = (name, document) =>
  ["check", "loadPolicy"].map((call) => ({
    call,
    name,
    prepare: () => {
      const given = document();
      return typeof given === "string" ? given : JSON.stringify(given);
    },
    run: (api, given) => api[call](given),
  }));
const compared = (name, before, after) => ({
  call: "diffPolicies",
  name,
  prepare: ({ loadPolicy }) => [loadPolicy(before()), loadPolicy(after())],
  run: ({ diffPolicies }, [one, other]) => diffPolicies(one, other),
});

/** Each input: the call, a name, what is made ready before the clock runs, and what is timed. */
/** Rows at any time of all years, on a calendar of 336 intervals a week; `second` gives the second number of a row. */
const columns = (call, millions, second) => ({
  call,
  name: `${millions} million rows over all years`,
  prepare({ loadPolicy }) {
    const below = fractions(11);
    const starts = Float64Array.from({ length: millions * 1_000_000 }, () => below(6_000_000_000_000));
    return {
      loaded: loadPolicy(policy({ calendars: { c: busiest } })),
      starts,
      others: starts.map((start) => second(below, start)),
    };
  },
  run: (_, { loaded, starts, others }) => loaded[call]("c", starts, others),
});

export const inputs = [
  ...checked("a mebibyte of advice", () =>
    policy({
      advice: list(2_000, (n) => ({
        id: `a${n}`,
        kind: "act",
        when: { severity: ["s0"] },
        text: { en: "x".repeat(400) },
      })),
    }),
  ),
  ...checked("32 languages, 64,000 texts missing", () =>
    policy({
      languages: list(32, (n) => `aa-${String(n).padStart(4, "0")}`),
      glossary: list(2_000, () => ({ term: {}, text: {} })),
    }),
  ),
  ...checked("a key twice, 100,000 times", () =>
    withText({}, "exports", `{"x": {${list(100_000, () => '"a": 1').join(",")}}}`),
  ),
  ...checked("60,000 keys in one object", () =>
    withText({}, "exports", `{${list(60_000, (n) => `"k${n}": 1`).join(",")}}`),
  ),
  ...checked("76,000 keys in forty objects", () => exportsOf("1")),
  ...checked("2,000 unknown references", () => ({
    ...clauses("c".repeat(56)),
    glossary: list(2_000, (n) => ({ term: text, text, clause: `${"d".repeat(56)}${n}` })),
  })),
  ...checked("2,000 rules that meet under unique", () => asGoodAsUniqueRules),
  ...checked("250 rules, 16 questions of 64 options", () => wideTable),
  ...checked("300 rules, 40 questions", () => deepTable),
  ...checked("10,000 objectives", () => ({
    ...promises({ severities: 1, measures: 1 }),
    objectives: list(10_000, (n) => ({
      id: `o${n}`,
      measure: "m0",
      tiers: [`t${n % 100}`],
      severities: ["s0"],
      calendar: "c",
    })),
  })),
  ...checked("1,000 objectives that share cells", () => ({
    ...promises({ severities: 63, measures: 2 }),
    objectives: list(1_000, (n) => ({
      id: `o${n}`,
      measure: "m0",
      tiers: ids("t", 60),
      severities: ids("s", 50),
      calendar: "c",
    })),
  })),
  ...checked("1,000 intervals a week", () => policy({ calendars: busyCalendars })),
  compared(
    "2,000 clauses renamed",
    () => clauses("a"),
    () => clauses("b"),
  ),
  compared(
    "exports of 76,000 fields",
    () => exportsOf("1"),
    () => exportsOf("2"),
  ),
  compared(
    "1,500 objectives of 60 severities",
    () => promises({ hours: 1 }),
    () => promises({ hours: 2 }),
  ),
  compared(
    "tables of 250 rules",
    () => wideTable,
    () => table({ count: 16, options: 64, rules: 250, asked: 2, seed: 8 }),
  ),
  asked(
    "nextQuestion",
    "250 rules, 16 questions of 64 options",
    () => wideTable,
    (loaded) => loaded.nextQuestion({}),
  ),
  asked(
    "nextQuestion",
    "300 rules, 40 questions",
    () => deepTable,
    (loaded) => loaded.nextQuestion({}),
  ),
  asked(
    "classify",
    "250 rules, 16 questions of 64 options",
    () => wideTable,
    (loaded) => loaded.classify({}),
  ),
  asked(
    "classify",
    "300 rules, 40 questions",
    () => deepTable,
    (loaded) => loaded.classify(object(40, (n) => [`q${n}`, "unknown"])),
  ),
  asked(
    "parseVector",
    "64 KiB",
    () => deepTable,
    (loaded) => attempt(() => loaded.parseVector("q0:o0/".repeat(10_900))),
  ),
  asked("objectives", "100 measures", busyPolicy, (loaded) => loaded.objectives("t0", "s0")),
  asked("expect", "100 measures on five busy calendars", busyPolicy, (loaded) =>
    loaded.expect({ tier: "t0", severity: "s0", submittedAt: first }),
  ),
  asked("expect", "10,000 members that nobody asked for", busyPolicy, (loaded) =>
    attempt(() =>
      loaded.expect({ tier: "t0", severity: "s0", submittedAt: first, ...object(9_990, (n) => [`x${n}`, n]) }),
    ),
  ),
  asked("evaluate", "100 measures from 1970 to 2199", busyPolicy, (loaded) =>
    loaded.evaluate({ tier: "t0", severity: "s0", submittedAt: first }, last),
  ),
  ...[
    ["100 calendars in one zone from 1970 to 2199", () => "America/Toronto"],
    ["100 calendars in 100 zones from 1970 to 2199", (n) => zones[(n * 4) % zones.length]],
  ].map(([name, zone]) =>
    asked("evaluate", name, hundredCalendars(zone), (loaded) =>
      loaded.evaluate({ tier: "t0", severity: "s0", submittedAt: first }, last),
    ),
  ),
  asked("evaluate", "1,000 pauses", busyPolicy, (loaded) =>
    loaded.evaluate(
      {
        tier: "t0",
        severity: "s0",
        submittedAt: first,
        pauses: list(1_000, (n) => [
          new Date(n * 20_000 + 10_000).toISOString(),
          new Date(n * 20_000 + 20_000).toISOString(),
        ]),
      },
      last,
    ),
  ),
  asked(
    "advise",
    "2,000 pieces of advice",
    () => ({
      ...busyPolicy(),
      advice: list(2_000, (n) => ({ id: `a${n}`, kind: "act", when: { severity: ["s0"] }, text })),
    }),
    (loaded) => loaded.advise({ tier: "t0", severity: "s0", submittedAt: first }, last),
  ),
  asked(
    "deadline",
    "1,000 pauses on a calendar of 200 intervals a week",
    () => policy({ calendars: busyCalendars }),
    (loaded) =>
      loaded.deadline(
        "c0",
        first,
        3_000_000_000,
        list(1_000, (n) => [n * 20_000 + 10_000, n * 20_000 + 20_000]),
      ),
  ),
  asked(
    "elapsed",
    "from 1970 to 2199",
    () => policy({ calendars: busyCalendars }),
    (loaded) => loaded.elapsed("c0", first, last),
  ),
  ...[1, 10].flatMap((millions) => [
    columns("deadlines", millions, (below) => below(7_200_000)),
    columns("elapsedAll", millions, (below, start) => start + below(1_000_000_000_000)),
  ]),
  asked(
    "nextContext",
    "nine questions that matter together",
    () =>
      policy({
        context: list(9, (n) => ({ id: `q${n}`, text, options: list(2, (option) => ({ id: `o${option}`, text })) })),
        advice: list(512, (n) => ({
          id: `a${n}`,
          kind: "act",
          text: { en: "x".repeat(1_500) },
          when: object(9, (bit) => [`q${bit}`, [`o${(n >> bit) & 1}`]]),
        })),
      }),
    (loaded) => loaded.nextContext({}),
  ),
  asked("features", "2,000 features, 100 tiers", featured, (loaded) => loaded.features("t99")),
  asked("deliverables", "2,000 daily features over ten years", featured, (loaded) =>
    attempt(() => loaded.deliverables("t99", { from: "2020-01-01", until: "2029-12-31" })),
  ),
  reportOf("2,000 groups over two centuries", grouped, () =>
    bytesOf(header, 100_000, (n) => {
      const at = new Date(((n * 7_919) % 83_000) * 86_400_000).toISOString();
      return `${n},t${n % 40},s${Math.floor(n / 40) % 50},${at},,c${n}`;
    }),
  ),
  reportOf("rows that cannot be evaluated", grouped, () =>
    bytesOf(header, 100_000, (n) => `${n},t${n},s${n},yesterday,31/02/2026,${"x".repeat(20)}`),
  ),
  reportOf("four million quotes", grouped, () =>
    bytesOf(header, 20_000, (n) => `"${n}${'""'.repeat(100)}",t0,s0,2026-01-01T00:00:00Z,,`),
  ),
  reportOf("ten million empty lines", grouped, () => new TextEncoder().encode(`${header}\n${"\n".repeat(10_000_000)}`)),
  reportOf("ids without an order", grouped, () =>
    bytesOf(
      header,
      100_000,
      (n) => `${((n * 2_654_435_761) % 4_294_967_296).toString(16)}x,t0,s0,2026-01-01T00:00:00Z,,`,
    ),
  ),
  {
    call: "availability",
    name: "200 services over two centuries",
    prepare: ({ loadPolicy }) => [
      loadPolicy(policy({ calendars: { c: busyCalendars.c0 } })),
      bytesOf("service,start,end", 100_000, (n) => {
        const at = ((n * 7_919) % 83_000) * 86_400_000;
        return `s${n % 200},${new Date(at).toISOString()},${new Date(at + 90 * 86_400_000).toISOString()}`;
      }),
    ],
    run: (_, [loaded, log]) => reads(loaded.availability({ asOf: last, from: first, zone: "America/Toronto" }), log),
  },
];

function featured() {
  return {
    ...policy({
      tiers: named("t", 100, (n) => (n > 0 ? { includes: `t${n - 1}` } : {})),
      features: list(2_000, (n) => ({ id: `f${n}`, tier: `t${n % 100}`, name: text, text, cadence: "daily" })),
    }),
  };
}

/** The result, or the code with which the call refuses. */
function attempt(call) {
  try {
    return call();
  } catch (error) {
    if (typeof error.code !== "string" || error.code === "internal") throw error;
    return error.code;
  }
}
