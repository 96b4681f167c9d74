"""DuckDB and Polars natively, on one thread: reads the task as JSON from its input, and prints what run.mjs prints."""

import json
import os
import resource
import sys
import time

task = json.load(sys.stdin)
os.environ["POLARS_MAX_THREADS"] = "1"
usage = lambda: resource.getrusage(resource.RUSAGE_SELF)
before = usage().ru_maxrss


def duckdb_report():
    import duckdb

    connection = duckdb.connect()
    connection.execute("set threads = 1")
    sql = task["statements"]

    def read():
        for statement in [*sql["prepare"], sql["evaluate"]]:
            connection.execute(statement)
        return [connection.execute(sql[query]).fetchall() for query in ("ids", "groups", "weeks")]

    return "DuckDB " + duckdb.__version__ + ", one thread", read


def polars_report():
    import polars as pl

    columns = ["Number", "Support plan", "Severity", "Opened at", "First response at"]
    targets = pl.LazyFrame(task["objectives"], schema=["tier", "severity", "target", "inclusive"], orient="row")
    days = task["days"] and pl.LazyFrame(task["days"], schema=["day", "before", "from1", "to1", "from2", "to2"], orient="row")
    pattern = "%Y-%m-%dT%H:%M:%SZ" if task["isUtc"] else "%Y-%m-%dT%H:%M:%S%#z"
    zone = None if task["isUtc"] else "UTC"
    millis = lambda column: pl.col(column).str.to_datetime(pattern, time_zone=zone, time_unit="ms").dt.epoch("ms")
    stopped = pl.col("stopped")
    end = task["asOf"]
    counts = [
        pl.len(),
        (pl.col("holds") & ~pl.col("running")).sum().alias("met"),
        (~pl.col("holds")).sum().alias("missed"),
    ]

    def open_until(at):
        part = lambda number: pl.max_horizontal(pl.min_horizontal(at, pl.col(f"to{number}")) - pl.col(f"from{number}"), 0)
        return pl.col("before") + part(1) + part(2)

    def opened(cases, at, name):
        joined = cases.with_columns(day=pl.col(at) // 86_400_000).join(days, on="day")
        return joined.with_columns(open_until(pl.col(at)).alias(name)).drop("day", "before", "from1", "to1", "from2", "to2")

    def read():
        log = pl.scan_csv(task["path"], schema_overrides={column: pl.String for column in columns})
        cases = log.select(
            id=pl.col("Number"), tier=pl.col("Support plan"), severity=pl.col("Severity"),
            submitted=millis("Opened at"), stopped=millis("First response at"),
        )  # fmt: skip
        cases = cases.with_columns(running=stopped.is_null() | (stopped > end))
        cases = cases.with_columns(until=pl.when("running").then(end).otherwise(stopped))
        if days is None:
            cases = cases.with_columns(elapsed=pl.col("until") - pl.col("submitted"))
        else:
            cases = opened(opened(cases, "submitted", "first"), "until", "second")
            cases = cases.with_columns(elapsed=pl.col("second") - pl.col("first"))
        met = (pl.col("elapsed") < pl.col("target")) | (pl.col("inclusive") & (pl.col("elapsed") == pl.col("target")))
        cases = cases.join(targets, on=["tier", "severity"]).with_columns(holds=met)
        evaluated = cases.select("id", "tier", "severity", "submitted", "running", "elapsed", "holds").collect()
        elapsed = pl.col("elapsed").filter(~pl.col("running"))
        shares = [elapsed.quantile(share, "equiprobable").alias(f"p{share}") for share in (0.5, 0.9, 0.95)]
        running = (pl.col("holds") & pl.col("running")).sum().alias("running")
        week = (pl.col("submitted") // 86_400_000 + 3) // 7
        return [
            [(evaluated.height, evaluated["id"].n_unique())],
            evaluated.group_by("tier", "severity").agg(*counts, running, *shares).rows(),
            evaluated.group_by(week.alias("week"), "tier", "severity").agg(*counts).rows(),
        ]

    return "Polars " + pl.__version__ + ", one thread", read


name, read = {"duckdb": duckdb_report, "polars": polars_report}[task["contender"]]()
times, busy, peak = [], [], None
for _ in range(task["runs"]):
    began, used = time.perf_counter(), usage()
    found = read()
    now = usage()
    times.append((time.perf_counter() - began) * 1000)
    busy.append((now.ru_utime - used.ru_utime + now.ru_stime - used.ru_stime) * 1000)
    peak = peak or now.ru_maxrss
print(json.dumps({"name": name, "times": times, "busy": busy, "peak": (peak - before) * 1024, "found": found}))
