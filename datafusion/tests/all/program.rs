//! The program `case-slo-sql`: its tables, its forms of a result, and its errors.

use std::path::Path;
use std::process::{Command, Output};

use crate::logs::Log;

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_case-slo-sql"));
    command.current_dir(folder).args(args).output().unwrap()
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("care.json"), case_slo::REFERENCE_POLICY).unwrap();
    std::fs::create_dir(folder.path().join("cases")).unwrap();
    Log::plain(21, 600).write(&folder.path().join("cases"), 3);
    let csv = "id;tier;severity;submitted\n1;premium;P1;2026-02-03T02:14:00-05:00\n2;premium;P1;2026-02-03T02:14:00\n";
    std::fs::write(folder.path().join("log.csv"), csv).unwrap();
    folder
}

fn text(output: &[u8]) -> &str {
    std::str::from_utf8(output).unwrap()
}

#[test]
fn files_are_tables_and_results_have_four_forms() {
    let folder = folder();
    let due = "SELECT id, slo_due('care', tier, severity, submitted) AS due FROM 'log.csv' ORDER BY id";
    let of_csv =
        |form: &str| run(folder.path(), &["--policy", "care=care.json", "--delimiter", ";", "--format", form, due]);
    assert_eq!(text(&of_csv("csv").stdout), "id,due\n1,2026-02-03T07:29:00Z\n2,\n");
    assert_eq!(text(&of_csv("json").stdout), "{\"id\":1,\"due\":\"2026-02-03T07:29:00Z\"}\n{\"id\":2}\n");
    assert!(text(&of_csv("table").stdout).contains("| 1  | 2026-02-03T07:29:00Z |"));

    let count = "SELECT slo_attainment('met') AS a, count(*) AS n FROM";
    for table in ["'cases/*.parquet'", "'cases/'", "'cases'"] {
        let query = format!("{count} {table}");
        let found = run(folder.path(), &["--format", "csv", "--threads", "1", "--memory", "64", &query]);
        let expected = "a.cases,a.met,a.missed,a.running,a.not_stated,a.share,a.low,a.high,n\n600,600,0,0,0,1.0,";
        assert!(text(&found.stdout).starts_with(expected), "{table}: {found:?}");
        assert!(text(&found.stdout).ends_with(",600\n"));
    }

    let copied = ["--format", "parquet", "--output", "all.parquet", "SELECT tier FROM 'cases/*.parquet'"];
    assert!(run(folder.path(), &copied).status.success());
    let counted = run(folder.path(), &["--format", "csv", "SELECT count(*) AS n FROM 'all.parquet'"]);
    assert_eq!(text(&counted.stdout), "n\n600\n");
}

#[test]
fn the_query_of_the_readme_gives_the_attainment_by_group() {
    let folder = folder();
    let copied = "SELECT tier, severity, submitted AS submitted_at, stopped AS stopped_at FROM 'cases/*.parquet'";
    let cases = ["--format", "parquet", "--output", "readme.parquet", copied];
    assert!(run(folder.path(), &cases).status.success());
    let readme = include_str!("../../README.md");
    let (_, query) = readme.split_once("boreal-care.json \"\n").unwrap();
    let (query, _) = query.split_once("\"\n```").unwrap();
    let query = query.replace("cases/*.parquet", "readme.parquet");
    std::fs::write(folder.path().join("boreal.json"), crate::logs::BOREAL).unwrap();
    let found = run(folder.path(), &["--policy", "care=boreal.json", "--format", "csv", &query]);
    assert!(text(&found.stdout).starts_with("tier,severity,attainment.cases,attainment.met,"), "{found:?}");
    assert!(text(&found.stdout).contains("\nessential,"), "{found:?}");
}

#[test]
fn memory_is_bounded() {
    let folder = folder();
    // Fifty thousand groups do not fit into two megabytes: they go to temporary files, or the query fails and says why.
    let query = "SELECT count(*) AS n FROM (
        SELECT v % 50000 AS g, slo_percentile(v, 0.5) AS p, slo_attainment('met') AS a FROM generate_series(1, 100000) AS t(v) GROUP BY g
    ) WHERE p IS NOT NULL AND a['met'] = 2";
    let found = run(folder.path(), &["--format", "csv", "--memory", "2", query]);
    let message = text(&found.stderr);
    let is_refused = found.status.code() == Some(1) && message.contains("Resources exhausted");
    assert!(text(&found.stdout) == "n\n50000\n" || is_refused, "{found:?}");
}

#[test]
fn an_error_is_one_message_and_the_program_fails() {
    let folder = folder();
    for (args, expected) in [
        (&["SELECT slo_tier('care', 'premium')"][..], "there is no policy \"care\"; there is none"),
        (&["--policy", "care.json", "SELECT 1"], "--policy: expected NAME=FILE, found care.json"),
        (&["--policy", "care=none.json", "SELECT 1"], "--policy: none.json: "),
        (&["--policy", "care=log.csv", "SELECT 1"], "the policy \"care\" cannot be loaded"),
        (&["SELECT * FROM 'none/*.csv'"], "'none/*.csv': there is no such file"),
        (&["SELECT * FROM 'care.xlsx'"], "'care.xlsx': expected a file of .parquet, .csv, .tsv or .json, found .xlsx"),
        (&["--format", "parquet", "SELECT 1"], "Parquet is written to a file: name one with --output"),
        (&["SELEC 1"], "SQL error"),
        (&["--cluster", "127.0.0.1:1", "SELECT 1"], "127.0.0.1:1"),
    ] {
        let found = run(folder.path(), args);
        let message = text(&found.stderr);
        assert!(!found.status.success() && message.starts_with("case-slo-sql: "), "{args:?} {found:?}");
        assert!(message.contains(expected), "{args:?}: {message}");
    }
}
