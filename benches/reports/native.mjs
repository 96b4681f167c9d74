// DuckDB and Polars natively, by a script of Python: only where `npm run bench -- native` has installed them.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { asOf, logs } from "./logs.mjs";
import { answerOf, days, objectives, statements } from "./sql.mjs";

const script = fileURLToPath(new URL("native.py", import.meta.url));
const packages = fileURLToPath(new URL("../../.cache/python", import.meta.url));

export const isInstalled = () => existsSync(packages);

/** Measures a native contender: times, memory and the answer, as run.mjs does for the others. */
export function measureNatively(contender, log, calendar, path, runs) {
  const task = {
    ...{ contender, path, runs, asOf, days: days(calendar) ?? null, objectives: objectives(log) },
    isUtc: logs[log].offsets.every((offset) => offset === 0),
    statements: statements(path, calendar, log, true),
  };
  const text = execFileSync("python3", [script], {
    encoding: "utf8",
    input: JSON.stringify(task),
    maxBuffer: 1 << 28,
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, PYTHONPATH: packages },
  });
  const { found, ...measured } = JSON.parse(text);
  return { ...measured, answer: answerOf(...found) };
}
