// DuckDB-Wasm: the report as SQL.

import { createRequire } from "node:module";
import { answerOf, statements } from "./sql.mjs";

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

export function read(path, calendar, log) {
  const { DuckDBDataProtocol } = require("@duckdb/duckdb-wasm/blocking");
  const connection = db.connect();
  const number = (cell) => (typeof cell === "bigint" ? Number(cell) : cell);
  const rows = (sql) =>
    connection
      .query(sql)
      .toArray()
      .map((row) => Object.values(row.toJSON()).map(number));
  db.registerFileURL("log.csv", path, DuckDBDataProtocol.NODE_FS, false);
  const { prepare, evaluate, ids, groups, weeks } = statements("log.csv", calendar, log, false);
  for (const statement of [...prepare, evaluate]) connection.query(statement);
  const answer = answerOf(rows(ids), rows(groups), rows(weeks));
  connection.query("drop table evaluated");
  connection.close();
  db.dropFile("log.csv");
  return answer;
}
