// DuckDB-Wasm: the same report as SQL, the log read by its own reader, open time day by day.

import { createRequire } from "node:module";
import { openIntervals } from "../lib/open-intervals.mjs";
import { workload } from "../lib/workload.mjs";
import { asOf, severities, targets, tiers } from "./log.mjs";

export const name = "DuckDB-Wasm";

const require = createRequire(import.meta.url);
let db;

/** Loads the engine: what is measured later is reading the log, not starting. */
export async function start() {
  const { createDuckDB, ConsoleLogger, LogLevel, NODE_RUNTIME } = require("@duckdb/duckdb-wasm/blocking");
  const wasm = (name) => ({
    mainModule: require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${name}.wasm`),
    mainWorker: "",
  });
  db = await createDuckDB({ mvp: wasm("mvp"), eh: wasm("eh") }, new ConsoleLogger(LogLevel.ERROR), NODE_RUNTIME);
  await db.instantiate(() => {});
  db.open({});
}

const columns = `{'Number': 'VARCHAR', 'Support plan': 'VARCHAR', 'Severity': 'VARCHAR', 'Opened at': 'TIMESTAMP',
  'First response at': 'TIMESTAMP', 'Channel': 'VARCHAR', 'Region': 'VARCHAR'}`;

/** Every day of the calendar: open time before it, and its two intervals. A join by day is far quicker here than one by time. */
function days(calendar) {
  const day = 86_400_000;
  const { starts, ends } = openIntervals(calendar);
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
    rows.push(`(${[date, before, ...own, 0, 0, 0, 0].slice(0, 6).join(", ")})`);
    before += open;
  }
  return rows;
}

export function read(path, calendar) {
  const { DuckDBDataProtocol } = require("@duckdb/duckdb-wasm/blocking");
  const connection = db.connect();
  const rows = (sql) =>
    connection
      .query(sql)
      .toArray()
      .map((row) => Object.values(row.toJSON()).map((cell) => (typeof cell === "bigint" ? Number(cell) : cell)));
  db.registerFileURL("log.csv", path, DuckDBDataProtocol.NODE_FS, false);
  const objectives = tiers.flatMap((tier) =>
    severities.map(
      (severity, at) => `('${tier}', '${severity}', ${targets[tier][at][0] * 1000}, ${targets[tier][at][1]})`,
    ),
  );
  const found = workload().find(({ id }) => id === calendar);
  if (found !== undefined)
    connection.query(
      `create or replace temp table open as select * from (values ${days(found).join(", ")}) as t(day, before, from1, to1, from2, to2)`,
    );
  const until = (at, table) =>
    `${table}.before + greatest(least(${at}, ${table}.to1) - ${table}.from1, 0) + greatest(least(${at}, ${table}.to2) - ${table}.from2, 0)`;
  const elapsed =
    found === undefined
      ? ["until - submitted", ""]
      : [
          `${until("until", "b")} - (${until("submitted", "a")})`,
          "join open a on a.day = submitted // 86400000 join open b on b.day = until // 86400000",
        ];
  connection.query(`create or replace temp table judged as
    with cases as (
      select "Number" as id, "Support plan" as tier, "Severity" as severity, epoch_ms("Opened at") as submitted,
        coalesce(epoch_ms("First response at") > ${asOf}, true) as running,
        case when running then ${asOf} else epoch_ms("First response at") end as until
      from read_csv('log.csv', header = true, auto_detect = false, delim = ',', quote = '"', columns = ${columns})),
    timed as (select id, tier, severity, submitted, running, ${elapsed[0]} as elapsed from cases ${elapsed[1]})
    select id, tier, severity, running, elapsed, (submitted // 86400000 + 3) // 7 as week,
      case when inclusive then elapsed <= target else elapsed < target end as holds
    from timed join (values ${objectives.join(", ")}) as o(tier, severity, target, inclusive) using (tier, severity)`);
  const [[count, ids]] = rows("select count(*), count(distinct id) from judged");
  if (count !== ids) throw new Error("an id comes again");
  const counts = "count(*), count(*) filter (holds and not running), count(*) filter (not holds)";
  const groups = rows(`select tier, severity, ${counts}, count(*) filter (holds and running),
    quantile_disc(elapsed, 0.5) filter (not running), quantile_disc(elapsed, 0.9) filter (not running),
    quantile_disc(elapsed, 0.95) filter (not running) from judged group by all`);
  const weeks = rows(`select week, tier, severity, ${counts} from judged group by all`);
  connection.query("drop table judged");
  connection.close();
  db.dropFile("log.csv");
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
