use serde_json::{Value, json};

use super::{Report, ReportResult};
use crate::{Policy, REFERENCE_POLICY};

const HEADER: &str = "id,tier,severity,submittedAt,stoppedAt\n";

thread_local! {
    static POLICY: Policy = Policy::load(REFERENCE_POLICY).unwrap();
}

fn begin(options: &Value) -> Report {
    POLICY.with(|policy| policy.report(options)).unwrap()
}

fn report_in(options: &Value, log: &[u8], chunk: usize) -> ReportResult {
    let mut report = begin(options);
    for chunk in log.chunks(chunk) {
        report.push(chunk);
    }
    report.finish()
}

fn report(log: impl AsRef<[u8]>) -> ReportResult {
    report_in(&json!({"asOf": "2026-07-01T00:00:00Z"}), log.as_ref(), 1 << 20)
}

fn problems(result: &ReportResult) -> Vec<(&'static str, Vec<u64>)> {
    result.problems.iter().map(|p| (p.code, p.first.iter().map(|place| place.row).collect())).collect()
}

/// A log with every form of row that is hard to read.
fn tricky() -> Vec<u8> {
    let mut log = b"\xef\xbb\xbf\"Num\xc3\xa9ro de cas\";Palier;\"Gravit\xc3\xa9 \"\"P\"\"\";Soumis le;R\xc3\xa9pondu le;Canal\r\n".to_vec();
    log.extend(b"1;premium;critical;2026-02-03T02:14:00-05:00;2026-02-03T02:20:00-05:00;web\r\n");
    log.extend(b"\"2;\"\"b\"\"\r\nc\";premium;P2;2026-02-03 02:14;2026-02-09 02:14;\r\n\r\n");
    log.extend(b"3;premium;critical;03/04/2026 10:00;;\"a,\tb\"\r\n3;x;critical;;;\n4;premium;critical\n");
    log.extend("5;premium;élevée;46056,301;;\r6;premium;low;2026-02-03T02:14:00Z;2026-02-03T02:13:59Z;\n".as_bytes());
    log.extend(b"7;premium;critical;2026-02-03T02:14:00Z\0;;\n8;premium;critical;2026-02-03T02:14:00Z;;\xff\n");
    log.extend(
        b"1;premium;critical;2026-02-03T02:14:00Z;;\n9;premium;critical;1969-12-31T23:59:59Z;;\n\"10;unclosed\n",
    );
    log
}

#[test]
fn a_case_is_judged_by_its_objective() {
    let log = format!(
        "{HEADER}1,premium,critical,2026-02-03T02:14:00Z,2026-02-03T02:20:00Z\n\
         2,premium,critical,2026-02-03T02:14:00Z,2026-02-05T02:14:00Z\n3,premium,critical,2026-06-30T23:59:59Z,\n\
         4,premium,critical,2026-02-03T02:14:00Z,\n"
    );
    let result = report(&log);
    assert_eq!(problems(&result), []);
    assert_eq!(result.groups.len(), 2);
    let group = &result.groups[0];
    assert_eq!((group.tier.as_deref(), group.severity.as_deref()), (Some("premium"), Some("critical")));
    assert_eq!((group.cases, group.met, group.missed, group.running, group.not_stated), (4, 1, 2, 1, 0));
    assert_eq!((group.p50, group.p90), (Some(360.0), Some(172_800.0)));
    assert_eq!(result.misses.iter().map(|miss| (miss.row, miss.id.as_str())).collect::<Vec<_>>(), [(5, "4"), (3, "2")]);
    let weeks: Vec<(&str, u64)> = result.weeks.iter().map(|week| (week.week.as_str(), week.cases)).collect();
    assert_eq!(weeks, [("2026-W06", 3), ("2026-W06", 3), ("2026-W27", 1), ("2026-W27", 1)]);
}

#[test]
fn every_row_that_cannot_be_judged_is_told() {
    let options = json!({
        "asOf": "2026-07-01T00:00:00Z", "zone": "America/Toronto", "columns": {"severity": 2},
    });
    let result = report_in(&options, &tricky(), 1 << 20);
    let expected = [
        ("ambiguous-instant", vec![5]),
        ("unknown-tier", vec![6]),
        ("wrong-column-count", vec![7]),
        ("stop-before-submission", vec![9]),
        ("not-text", vec![10]),
        ("invalid-utf-8", vec![11]),
        ("duplicate-id", vec![12]),
        ("out-of-range", vec![13]),
        ("unclosed-quote", vec![14]),
    ];
    assert_eq!(problems(&result), expected);
    assert_eq!((result.rows, result.groups.last().map(|all| all.cases)), (12, Some(3)));
}

#[test]
fn chunks_may_end_at_any_byte() {
    let options = json!({
        "asOf": "2026-07-01T00:00:00Z", "zone": "America/Toronto", "columns": {"severity": 2},
    });
    let log = tricky();
    let whole = report_in(&options, &log, log.len());
    for size in 1..log.len() {
        assert_eq!(report_in(&options, &log, size), whole, "chunks of {size}");
    }
    for cut in 0..log.len() {
        let mut report = begin(&options);
        report.push(&log[..cut]);
        report.push(&log[cut..]);
        assert_eq!(report.finish(), whole, "cut at {cut}");
    }
}

#[test]
fn a_log_cut_off_anywhere_has_an_answer() {
    let log = tricky();
    for end in 0..log.len() {
        let result = report(&log[..end]);
        let refused: u64 = result.problems.iter().map(|problem| problem.count).sum();
        assert!(end > 3 || refused > 0);
    }
}

#[test]
fn files_that_hurt_get_an_answer_in_words() {
    let long = format!("{HEADER}1,premium,{},x,\n2,premium,critical,2026-02-03T02:14:00Z,\n", "x".repeat(70_000));
    for (log, expected) in [
        (&b""[..], vec![("empty-log", vec![1])]),
        (b"\xef\xbb\xbf", vec![("empty-log", vec![1])]),
        (b"\r\n\n", vec![("empty-log", vec![1])]),
        (HEADER.as_bytes(), vec![]),
        (b"id\n1\n2", vec![("missing-column", vec![1, 1, 1, 1])]),
        (b"\xff\xfei\0d\0", vec![("invalid-encoding", vec![1])]),
        (b"PK\x03\x04\0\n\0\n", vec![("invalid-encoding", vec![1])]),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\n,,\n", vec![("invalid-encoding", vec![1])]),
        (b"\"id,tier\n1,2", vec![("unclosed-quote", vec![1])]),
        (long.as_bytes(), vec![("limit-exceeded", vec![2])]),
    ] {
        let result = report(log);
        assert_eq!(problems(&result), expected, "{}", String::from_utf8_lossy(&log[..log.len().min(40)]));
        assert_eq!(result.groups.last().map(|group| group.tier.is_none()), Some(true));
    }
}

#[test]
fn a_problem_is_counted_beyond_what_is_shown() {
    let row = "7,premium,critical,2026-02-03T02:14:00Z,\n";
    let result = report(format!("{HEADER}{}", row.repeat(1_000)));
    assert_eq!((result.rows, result.groups[1].cases), (1_000, 1));
    assert_eq!((result.problems[0].count, result.problems[0].first.len()), (999, 100));
    assert_eq!(result.problems[0].first[0].row, 3);
}

#[test]
fn any_bytes_are_taken() {
    let mut seed = 1u64;
    for round in 0..2_000 {
        let mut log = if round % 2 == 0 { HEADER.as_bytes().to_vec() } else { Vec::new() };
        for _ in 0..200 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let pieces: [&[u8]; 8] =
                [b",", b"\"", b"\n", b"\r\n", b"premium", b"critical", b"2026-02-03T02:14:00Z", b"\xc3"];
            log.extend(pieces[(seed >> 60) as usize & 7]);
        }
        assert_eq!(report(&log), report_in(&json!({"asOf": "2026-07-01T00:00:00Z"}), &log, 7));
    }
}
