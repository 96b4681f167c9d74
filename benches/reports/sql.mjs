// The report as SQL, for DuckDB in WebAssembly and natively: the log read by its own reader, business hours day by day.

import { openIntervals } from "../lib/open-intervals.mjs";
import { workload } from "../lib/workload.mjs";
import { asOf, logs, severities, tiers } from "./logs.mjs";

const day = 86_400_000;

/**
 * The days of a calendar, each with the open time before it and its two intervals, or undefined around the clock. A join by day is far
 * quicker here than one by time.
 */
export function days(calendar) {
  const found = workload().find(({ id }) => id === calendar);
  if (found === undefined) return undefined;
  const { starts, ends } = openIntervals(found);
  const rows = [];
  let [before, at] = [0, 0];
  for (let date = Math.floor(starts[0] / day); date * day <= asOf; date += 1) {
    const own = [];
    let open = 0;
    for (; at < starts.length && starts[at] < (date + 1) * day; at += 1) {
      if (ends[at] > (date + 1) * day) throw new Error("an interval runs past midnight in UTC");
      own.push(starts[at], ends[at]);
      open += ends[at] - starts[at];
    }
    rows.push([date, before, ...own, 0, 0, 0, 0].slice(0, 6));
    before += open;
  }
  return rows;
}

/** Every tier and severity with its target in milliseconds, and whether the bound itself still meets. */
export const objectives = (log) =>
  tiers.flatMap((tier) =>
    severities.map((severity, at) => {
      const [seconds, isMetAtBound] = logs[log].targets[tier][at];
      return [tier, severity, seconds * 1_000, isMetAtBound];
    }),
  );

/** Milliseconds since 1970 of a column whose type is TIMESTAMP, of one of texts with an offset, or of the same without ICU. */
const instants = {
  utc: (column) => `epoch_ms(${column})`,
  offsets: (column) => `epoch_ms(cast(${column} as timestamptz))`,
  offsetsByHand: (column) => `epoch_ms(cast(left(${column}, 19) as timestamp)) - case when ${column}[20] = 'Z' then 0
    else (${column}[20:20] || '1')::int * (${column}[21:22]::int * 3600000 + ${column}[24:25]::int * 60000) end`,
};

/** The statements of a report: those that make it ready, and the three queries. DuckDB-Wasm has no ICU without a download. */
export function statements(path, calendar, log, hasIcu) {
  const isUtc = logs[log].offsets.every((offset) => offset === 0);
  const millis = isUtc ? instants.utc : hasIcu ? instants.offsets : instants.offsetsByHand;
  const type = isUtc ? "TIMESTAMP" : "VARCHAR";
  const columns = `{'Number': 'VARCHAR', 'Support plan': 'VARCHAR', 'Severity': 'VARCHAR', 'Opened at': '${type}',
    'First response at': '${type}', 'Channel': 'VARCHAR', 'Region': 'VARCHAR'}`;
  const rows = days(calendar);
  const values = (list) =>
    list.map((row) => `(${row.map((each) => (typeof each === "string" ? `'${each}'` : each))})`).join(", ");
  const until = (at, table) =>
    `${table}.before + greatest(least(${at}, ${table}.to1) - ${table}.from1, 0) + greatest(least(${at}, ${table}.to2) - ${table}.from2, 0)`;
  const elapsed = rows
    ? [
        `${until("until", "b")} - (${until("submitted", "a")})`,
        "join open a on a.day = submitted // 86400000 join open b on b.day = until // 86400000",
      ]
    : ["until - submitted", ""];
  const counts = "count(*), count(*) filter (holds and not running), count(*) filter (not holds)";
  return {
    prepare: rows
      ? [
          `create or replace temp table open as select * from (values ${values(rows)}) as t(day, before, from1, to1, from2, to2)`,
        ]
      : [],
    evaluate: `create or replace temp table evaluated as
      with read as (
        select "Number" as id, "Support plan" as tier, "Severity" as severity, ${millis('"Opened at"')} as submitted,
          ${millis('"First response at"')} as stopped
        from read_csv('${path}', header = true, auto_detect = false, delim = ',', quote = '"', nullstr = '', columns = ${columns})),
      cases as (
        select id, tier, severity, submitted, coalesce(stopped > ${asOf}, true) as running,
          case when running then ${asOf} else stopped end as until from read),
      timed as (select id, tier, severity, submitted, running, ${elapsed[0]} as elapsed from cases ${elapsed[1]})
      select id, tier, severity, running, elapsed, (submitted // 86400000 + 3) // 7 as week,
        case when inclusive then elapsed <= target else elapsed < target end as holds
      from timed join (values ${values(objectives(log))}) as o(tier, severity, target, inclusive) using (tier, severity)`,
    ids: "select count(*), count(distinct id) from evaluated",
    groups: `select tier, severity, ${counts}, count(*) filter (holds and running),
      quantile_disc(elapsed, 0.5) filter (not running), quantile_disc(elapsed, 0.9) filter (not running),
      quantile_disc(elapsed, 0.95) filter (not running) from evaluated group by all`,
    weeks: `select week, tier, severity, ${counts} from evaluated group by all`,
  };
}

/** The rows of the three queries as the answer that is compared. */
export function answerOf([[count, ids]], groups, weeks) {
  if (count !== ids) throw new Error("an id comes again");
  return {
    rows: count,
    groups: Object.fromEntries(
      groups.map(([tier, severity, cases, met, missed, running, ...elapsed]) => [
        `${tier} ${severity}`,
        [cases, met, missed, running, ...elapsed.map((millis) => millis / 1000)],
      ]),
    ),
    weeks: Object.fromEntries(
      weeks.map(([week, tier, severity, ...counted]) => [`${week} ${tier} ${severity}`, counted]),
    ),
  };
}
