use serde_json::{Value, json};

use super::{Report, ReportOptions, ReportResult};
use crate::{Policy, REFERENCE_POLICY};

const HEADER: &str = "id,tier,severity,submittedAt,stoppedAt\n";

thread_local! {
    static POLICY: Policy = Policy::load(REFERENCE_POLICY).unwrap();
}

fn begin(options: &Value) -> Report {
    let options: ReportOptions = crate::argument::read(options, crate::ErrorCode::InvalidOptions).unwrap();
    POLICY.with(|policy| policy.report(&options)).unwrap()
}

fn report_in(options: &Value, log: &[u8], chunk: usize) -> ReportResult {
    let mut report = begin(options);
    for chunk in log.chunks(chunk) {
        report.push(chunk);
    }
    report.finish()
}

/// Reads the first two lines as the beginning of a log only, so that the others are read as those of a long one.
fn report_as_long(options: &Value, log: &[u8], chunk: usize) -> ReportResult {
    let mut report = begin(options);
    report.look_at(1);
    for chunk in log.chunks(chunk) {
        report.push(chunk);
    }
    report.finish()
}

fn report(log: impl AsRef<[u8]>) -> ReportResult {
    report_in(&json!({"asOf": "2026-07-01T00:00:00Z"}), log.as_ref(), 1 << 20)
}

fn problems(result: &ReportResult) -> Vec<(&'static str, Vec<u64>)> {
    result.problems.iter().map(|p| (p.code.as_str(), p.first.iter().map(|place| place.row).collect())).collect()
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
fn a_case_is_held_to_its_objective() {
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
    assert_eq!(group.attainment, Some(1.0 / 3.0));
    assert_eq!((group.p50, group.p90), (Some(360.0), Some(172_800.0)));
    assert_eq!(group.overdue, 1);
    assert_eq!(
        result.misses.iter().map(|miss| (miss.row, miss.id.as_str(), miss.open)).collect::<Vec<_>>(),
        [(5, "4", true), (3, "2", false)]
    );
    let weeks: Vec<(&str, u64)> = result.weeks.iter().map(|week| (week.week.as_str(), week.cases)).collect();
    assert_eq!(weeks, [("2026-W06", 3), ("2026-W06", 3), ("2026-W27", 1), ("2026-W27", 1)]);
}

#[test]
fn every_row_that_cannot_be_evaluated_is_told() {
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
fn a_row_with_few_cells_says_how_many_were_expected() {
    let whole = "premium,critical,2026-02-03T02:14:00Z,2026-02-03T02:20:00Z\n";
    let result = report(format!("{HEADER}1,{whole}2,premium,critical\n3,{whole}"));
    let [problem] = &result.problems[..] else { panic!("{:?}", result.problems) };
    assert_eq!((problem.code.as_str(), problem.first[0].row), ("wrong-column-count", 3));
    assert_eq!(problem.first[0].message, "columns: 3; the header has 5");
    assert_eq!((result.rows, result.groups.last().map(|all| all.cases)), (3, Some(2)));
    // Three cells are too many for a footer.
    assert_eq!(problems(&report(format!("{HEADER}1,{whole}\nTotal,1,2\n"))), [("wrong-column-count", vec![4])]);
}

#[test]
fn a_log_of_two_columns_has_no_footers() {
    let options = json!({"asOf": "2026-07-01T00:00:00Z", "tier": "premium", "severity": "critical"});
    let log = b"submittedAt,stoppedAt\n2026-02-03T02:14:00Z,2026-02-03T02:20:00Z\n\nAll times in UTC\n";
    let result = report_in(&options, log, 1 << 20);
    assert_eq!(problems(&result), [("wrong-column-count", vec![4])]);
    assert_eq!(result.groups.last().map(|all| all.cases), Some(1));
}

#[test]
fn submissions_are_known_by_their_cells_and_stops_are_not() {
    let row = "1,premium,critical,2026-02-03T02:14:00Z,2026-02-03T02:20:00Z\n";
    let result = report(format!("id,tier,severity,zz,stoppedAt\n{row}"));
    assert_eq!(problems(&result), []);
    assert_eq!(result.groups.last().map(|all| all.met), Some(1));
    let result = report(format!("id,tier,severity,submittedAt,zz\n{row}"));
    assert_eq!(problems(&result), [("missing-column", vec![1])]);
}

/// A log with channels, over a year's end and a change of clocks.
const CHANNELS: &str = "\
id,tier,severity,submittedAt,stoppedAt,channel
1,premium,critical,2025-12-31T23:30:00Z,2025-12-31T23:40:00Z,web
2,premium,critical,2026-01-01T04:59:59Z,2026-01-01T06:00:00Z, phone
3,premium,low,2026-01-01T05:00:00Z,2026-01-01T05:50:00Z,web
4,basic,low,2026-03-08T07:00:00Z,,
5,enhanced,low,2026-06-30T23:59:59Z,,web
6,enhanced,sideways,2026-06-30T23:59:59Z,,web
";

fn report_with(options: &Value) -> ReportResult {
    report_in(options, CHANNELS.as_bytes(), 1 << 20)
}

#[test]
fn cases_are_counted_by_channel_month_and_hour_of_the_week() {
    let result = report_with(&json!({"asOf": "2026-07-01T00:00:00Z", "zone": "America/Toronto"}));
    let channels =
        result.channels.iter().map(|c| (c.channel.as_deref().unwrap(), c.cases, c.met, c.missed, c.attainment));
    let expected = [("web", 3, 2, 0, Some(1.0)), ("", 1, 0, 0, None), ("phone", 1, 0, 1, Some(0.0))];
    assert_eq!(channels.collect::<Vec<_>>(), expected);
    let hours: Vec<_> = result.hours.iter().map(|h| (h.weekday, h.hour, h.cases, h.met, h.missed)).collect();
    // In Toronto it is still 18:30 on Wednesday; on the 8th of March the clocks went from 02:00 to 03:00.
    assert_eq!(hours, [(2, 19, 1, 0, 0), (3, 18, 1, 1, 0), (3, 23, 1, 0, 1), (4, 0, 1, 1, 0), (7, 3, 1, 0, 0)]);
    let all = result.months.iter().filter(|month| month.tier.is_none());
    let months: Vec<_> = all.map(|m| (m.month.as_str(), m.cases, m.met, m.missed)).collect();
    assert_eq!(months, [("2025-12", 2, 1, 1), ("2026-01", 1, 1, 0), ("2026-03", 1, 0, 0), ("2026-06", 1, 0, 0)]);
    assert_eq!((problems(&result), result.filtered), (vec![("unknown-severity", vec![7])], 0));
}

#[test]
fn the_columns_are_told_even_where_one_is_missing() {
    let result = report(CHANNELS);
    let at = |column: &Option<super::ColumnAt>| column.as_ref().map(|column| (column.index, column.name.clone()));
    assert_eq!(at(&result.columns.submitted_at), Some((3, "submittedAt".to_owned())));
    assert_eq!(at(&result.columns.channel), Some((5, "channel".to_owned())));
    assert_eq!((result.delimiter.as_deref(), result.headers.len()), (Some(","), 6));
    let result = report("Case;Plan\n");
    assert_eq!(at(&result.columns.tier), Some((1, "Plan".to_owned())));
    assert_eq!((result.columns.severity, result.delimiter.as_deref()), (None, Some(";")));
    assert_eq!(report("").delimiter, None);
}

#[test]
fn a_case_that_is_filtered_out_is_counted_and_is_no_problem() {
    let filtered = |only: Value| {
        let result = report_with(&json!({"asOf": "2026-07-01T00:00:00Z", "only": only}));
        let cases = result.groups.last().map(|all| all.cases);
        assert_eq!(
            result.filtered + cases.unwrap() + result.problems.iter().map(|p| p.count).sum::<u64>(),
            result.rows
        );
        (result.filtered, cases, result.problems.len())
    };
    assert_eq!(filtered(json!({})), (0, Some(5), 1));
    assert_eq!(filtered(json!({"tiers": ["premium", "basic"]})), (2, Some(4), 0));
    assert_eq!(filtered(json!({"severities": ["low"]})), (2, Some(3), 1));
    assert_eq!(filtered(json!({"channels": ["phone", ""]})), (4, Some(2), 0));
    assert_eq!(filtered(json!({"tiers": []})), (6, Some(0), 0));
    let (from, to) = ("2026-01-01T04:59:59Z", "2026-03-08T02:00:00-05:00");
    assert_eq!(filtered(json!({"from": from})), (1, Some(4), 1));
    assert_eq!(filtered(json!({"from": from, "to": to})), (4, Some(2), 0));
    assert_eq!(filtered(json!({"hours": []})), (6, Some(0), 0));
}

#[test]
fn an_hour_of_the_week_is_that_of_the_zone() {
    let log = format!(
        "{HEADER}1,premium,low,2026-02-02T04:59:00Z,\n2,premium,low,2026-02-02T05:00:00Z,\n\
         3,premium,low,2026-02-02T05:59:59Z,\n4,premium,low,2026-02-09T05:30:00Z,\n5,premium,low,2026-02-02T06:00:00Z,\n"
    );
    let cases = |zone: &str, weekday: u8, hour: u8| {
        let only = json!({"hours": [{"weekday": weekday, "hour": hour}]});
        let result = report_in(&json!({"asOf": 0, "zone": zone, "only": only}), log.as_bytes(), 64);
        result.groups.last().map_or(0, |all| all.cases)
    };
    // Monday from midnight to one in Toronto is five to six in UTC.
    assert_eq!((cases("America/Toronto", 1, 0), cases("America/Toronto", 7, 23)), (3, 1));
    assert_eq!((cases("UTC", 1, 5), cases("UTC", 1, 4), cases("UTC", 1, 0)), (3, 1, 0));
}

#[test]
fn channels_can_be_asked_for_only_where_there_are_any() {
    let result = report_in(&json!({"asOf": 0, "only": {"channels": ["web"]}}), HEADER.as_bytes(), 64);
    assert_eq!(problems(&result), [("missing-column", vec![1])]);
}

#[test]
fn every_case_can_be_held_to_the_objectives_of_another_tier() {
    let log = format!(
        "{HEADER}1,basic,critical,2026-02-03T02:00:00Z,2026-02-03T02:20:00Z\n\
         2,enhanced,critical,2026-02-03T02:00:00Z,2026-02-03T02:20:00Z\n"
    );
    let evaluated = |options: &Value| {
        let groups = report_in(options, log.as_bytes(), 1 << 20).groups;
        groups.into_iter().map(|group| (group.tier, group.met, group.missed)).collect::<Vec<_>>()
    };
    let (basic, enhanced) = (Some("basic".to_owned()), Some("enhanced".to_owned()));
    let at = "2026-07-01T00:00:00Z";
    let (one, other) = (basic.clone(), enhanced.clone());
    assert_eq!(evaluated(&json!({"asOf": at})), [(one, 0, 0), (other, 1, 0), (None, 1, 0)]);
    assert_eq!(evaluated(&json!({"asOf": at, "asTier": "premium"})), [(basic, 0, 1), (enhanced, 0, 1), (None, 0, 2)]);
    let log = "severity,submitted,responded\nlow,2026-02-03T02:00:00Z,\n";
    let result = report_in(&json!({"asOf": at, "asTier": "basic"}), log.as_bytes(), 1 << 20);
    assert_eq!(result.groups[0].tier.as_deref(), Some("basic"));
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
        assert_eq!(report_as_long(&options, &log, size), whole, "chunks of {size}");
    }
    for cut in 0..log.len() {
        let mut report = begin(&options);
        report.push(&log[..cut]);
        report.push(&log[cut..]);
        assert_eq!(report.finish(), whole, "cut at {cut}");
    }
}

/// The logs of tests/data/logs.json, each in two chunks, cut at every byte as the beginning of a long log.
#[test]
fn the_logs_of_help_desks_give_the_same_wherever_they_are_cut() {
    let data: Value = serde_json::from_str(include_str!("../../tests/data/logs.json")).unwrap();
    let shared = Policy::load(&data["policy"].to_string()).unwrap();
    let mut cuts = 0;
    for case in data["cases"].as_array().unwrap().iter().filter(|case| case["call"] == "report") {
        let own = case.get("policy").map(|policy| Policy::load(&policy.to_string()).unwrap());
        let policy = own.as_ref().unwrap_or(&shared);
        let options = case["args"][0].clone();
        let options: ReportOptions = crate::argument::read(options, crate::ErrorCode::InvalidOptions).unwrap();
        let log: Vec<u8> = match &case["args"][1] {
            Value::String(text) => text.clone().into_bytes(),
            other => match (other["latin1"].as_str(), other["utf16le"].as_str()) {
                (Some(text), _) => text.chars().map(|letter| letter as u8).collect(),
                (_, Some(text)) => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                _ => other["utf16be"].as_str().unwrap().encode_utf16().flat_map(u16::to_be_bytes).collect(),
            },
        };
        let in_two = |cut: usize, is_long: bool| {
            let mut report = policy.report(&options).unwrap();
            if is_long {
                report.look_at(1);
            }
            report.push(&log[..cut]);
            report.push(&log[cut..]);
            report.finish()
        };
        for is_long in [false, true] {
            let whole = in_two(log.len(), is_long);
            // All of a short log is collected before its first row is read.
            for cut in (0..log.len()).step_by(if is_long { 1 } else { 9 }) {
                assert_eq!(in_two(cut, is_long), whole, "{}, cut at byte {cut}", case["name"]);
                cuts += 1;
            }
        }
    }
    assert!(cuts > 15_000, "{cuts} cuts");
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
    let long = format!("{HEADER}1,premium,{},x,\n2,premium,critical,2026-02-03T02:14:00Z,\n", "x".repeat(1 << 20));
    for (log, expected) in [
        (&b""[..], vec![("empty-log", vec![1])]),
        (b"\xef\xbb\xbf", vec![("empty-log", vec![1])]),
        (b"\r\n\n", vec![("empty-log", vec![1])]),
        (HEADER.as_bytes(), vec![]),
        (b"id\n1\n2", vec![("missing-column", vec![1, 1, 1, 1])]),
        (b"\xff\xfei\0d\0", vec![("missing-column", vec![1, 1, 1, 1])]),
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
        let at = json!({"asOf": "2026-07-01T00:00:00Z"});
        assert_eq!(report_as_long(&at, &log, log.len()), report_as_long(&at, &log, 7));
        assert_eq!(report(&log), report_in(&at, &log, 7));
    }
}

/// A log of rows that are mostly in order, each cell drawn from what exports hold and from what spoils them.
fn likely(seed: &mut u64) -> Vec<u8> {
    let mut draw = |most: usize| {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 33) as usize % most
    };
    let (delimiter, end) = ([";", ",", "\t"][draw(3)], ["\n", "\r\n", "\n", "\r"][draw(4)]);
    let (oddness, quoting) = ([0, 3, 40][draw(3)], [0, 2, 100][draw(3)]);
    let mut log =
        ["id", "tier", "severity", "submittedAt", "stoppedAt", "channel", "note"].join(delimiter).into_bytes();
    log.extend(end.as_bytes());
    for row in 0..draw(120) {
        let id = format!("C-{:08}", if draw(50) == 0 { 1 } else { row });
        let stamps = [
            "2026-02-03T02:14:00Z",
            "2026-02-04 02:15:00",
            "2026-02-03T02:14:00.250-05:00",
            "2026-02-09T23:59:59Z",
            "46056.5",
            "",
        ];
        let mut cells = [
            id.into_bytes(),
            [&b"premium"[..], b"Basic", b"enhanced"][draw(3)].to_vec(),
            ["critical", "P2", "Élevée", "a severity of more than sixteen bytes", "low"][draw(5)].as_bytes().to_vec(),
            stamps[draw(4)].as_bytes().to_vec(),
            stamps[draw(6)].as_bytes().to_vec(),
            ["web", "", "téléphone", " phone "][draw(4)].as_bytes().to_vec(),
            b"x".repeat(draw(90)),
        ];
        if draw(100) < oddness {
            let odd: [&[u8]; 11] = [
                b"",
                b"\0",
                b"\xff",
                b"a\"b",
                b"\"",
                b"\"web\"x",
                b"03/04/2026 10:00",
                b"gold",
                b"\r",
                b"2026-02-30T00:00:00Z",
                b" ",
            ];
            cells[draw(7)] = odd[draw(11)].to_vec();
        }
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 && (draw(100) >= oddness || draw(20) > 0) {
                log.extend(delimiter.as_bytes());
            }
            if draw(100) < quoting {
                let inside = ["", "", "", "\"\"", delimiter, "\r\n"][draw(6)];
                let inside = if at == 6 || at == 0 && draw(9) == 0 { inside } else { "" };
                log.extend([&b"\""[..], cell, inside.as_bytes(), b"\""].concat());
            } else {
                log.extend(cell);
            }
        }
        log.extend(if draw(60) == 0 { "\n\n" } else { end }.as_bytes());
    }
    log
}

#[test]
fn a_log_in_one_chunk_gives_the_same_as_byte_by_byte() {
    let options = json!({"asOf": "2026-07-01T00:00:00Z", "zone": "America/Toronto"});
    const ROUNDS: u64 = 100;
    let (mut seed, mut evaluated, mut refused) = (17, 0, 0);
    for _ in 0..ROUNDS {
        // With a byte order mark, for the first two lines seldom tell the encoding.
        let log = [b"\xef\xbb\xbf".to_vec(), likely(&mut seed)].concat();
        let at_once = report_in(&options, &log, log.len());
        // No chunk holds a whole row.
        assert_eq!(at_once, report_in(&options, &log, 1), "{}", String::from_utf8_lossy(&log));
        for chunk in [50, log.len()] {
            assert_eq!(at_once, report_as_long(&options, &log, chunk), "{}", String::from_utf8_lossy(&log));
        }
        evaluated += at_once.groups.last().map_or(0, |all| all.cases);
        refused += at_once.problems.iter().map(|problem| problem.count).sum::<u64>();
    }
    assert!(evaluated > 20 * ROUNDS && refused > ROUNDS, "{evaluated}, {refused}");
}

#[test]
fn the_coverage_is_the_share_of_the_rows_that_could_be_evaluated() {
    assert_eq!(report(HEADER).coverage, None);
    assert_eq!(report("id\n1\n2").coverage, Some(0.0));
    let at = json!({"asOf": "2026-07-01T00:00:00Z"});
    assert_eq!(report_in(&at, CHANNELS.as_bytes(), 64).coverage, Some(5.0 / 6.0));
    let only = json!({"asOf": "2026-07-01T00:00:00Z", "only": {"tiers": ["premium"]}});
    let result = report_in(&only, CHANNELS.as_bytes(), 64);
    assert_eq!((result.filtered, result.coverage), (3, Some(1.0)));
}

/// A policy of 100 tiers and 25 severities.
fn wide_policy() -> Policy {
    const TIERS: usize = 100;
    const SEVERITIES: usize = 25;
    let name = |id: &str| json!({"en": id});
    let tier = |n: usize| json!({"id": format!("t{n}"), "name": name("Tier")});
    let severity = |n: usize| json!({"id": format!("v{n}"), "name": name("Severity"), "level": n + 1});
    let policy = json!({
        "id": "wide", "version": "1.0.0", "title": name("Wide"), "languages": ["en"],
        "tiers": (0..TIERS).map(tier).collect::<Vec<_>>(),
        "severities": (0..SEVERITIES).map(severity).collect::<Vec<_>>(),
        "measures": [{"id": "initial-response", "name": name("Response"), "pausable": false}],
        "calendars": {"always": {"open": "24x7"}},
        "objectives": [{
            "id": "all", "measure": "initial-response", "target": {"within": "PT1H"}, "calendar": "always",
            "tiers": (0..TIERS).map(|n| format!("t{n}")).collect::<Vec<_>>(),
            "severities": (0..SEVERITIES).map(|n| format!("v{n}")).collect::<Vec<_>>(),
        }],
    });
    Policy::load(&policy.to_string()).unwrap_or_else(|error| panic!("{:?}", error.diagnostics()))
}

#[test]
fn a_report_tells_two_thousand_groups_apart() {
    let policy = wide_policy();
    let at = crate::calendar::Instant::parse("2026-07-01T00:00:00Z").unwrap();
    let mut report = policy.report(&ReportOptions::new(at)).unwrap();
    report.push(HEADER.as_bytes());
    for n in (0..2_500).chain(0..10) {
        report.push(format!("{n},t{},v{},2026-02-03T02:14:00Z,2026-02-03T02:20:00Z\n", n / 25, n % 25).as_bytes());
    }
    let result = report.finish();
    assert_eq!(result.groups.len(), super::MAX_GROUPS + 1);
    assert_eq!((result.groups[0].met, result.rows, result.coverage), (1, 2_510, Some(2_000.0 / 2_510.0)));
    assert_eq!(result.problems.iter().map(|p| p.code.as_str()).collect::<Vec<_>>(), ["limit-exceeded", "duplicate-id"]);
    assert_eq!(result.problems[0].first[0].row, 2_002);
}

#[test]
fn weeks_without_a_case_take_no_memory() {
    let log = format!("{HEADER}1,t0,v0,1970-01-01T00:00:00Z,1970-01-01T00:20:00Z\n2,t99,v24,2199-12-31T00:00:00Z,\n");
    let at = crate::calendar::Instant::MAX;
    let mut report = wide_policy().report(&ReportOptions::new(at)).unwrap();
    report.push(log.as_bytes());
    let result = report.finish();
    let weeks: Vec<(&str, Option<&str>)> =
        result.weeks.iter().map(|week| (week.week.as_str(), week.tier.as_deref())).collect();
    assert_eq!(weeks, [("1970-W01", Some("t0")), ("1970-W01", None), ("2200-W01", Some("t99")), ("2200-W01", None)]);
}

#[test]
fn the_facts_of_a_row_choose_its_objective() {
    let policy = Policy::load(include_str!("../../tests/data/descriptions/red-hat.json")).unwrap();
    let options = |context: Value| -> ReportOptions {
        let options = json!({"asOf": "2026-12-01T00:00:00Z", "context": context});
        crate::argument::read(options, crate::ErrorCode::InvalidOptions).unwrap()
    };
    let all = json!({"country": "Country", "continuous": "Continuous", "zone": 7});
    let mut report = policy.report(&options(all)).unwrap();
    report.push(b"id,tier,severity,submittedAt,stoppedAt,Country,Continuous,Zone\n");
    // Two hours day and night are over; in business hours they have not begun.
    report.push(b"1,premium,s2,2026-11-10T05:00:00Z,2026-11-10T08:00:00Z,us,yes,America/New_York\n");
    report.push(b"2,premium,s2,2026-11-10T05:00:00Z,2026-11-10T08:00:00Z,United States,No,America/New_York\n");
    report.push(b"3,premium,s2,2026-11-10T05:00:00Z,2026-11-10T08:00:00Z,us,,America/New_York\n");
    // Answered within the hour: met, whatever is missing.
    report.push(b"4,premium,s2,2026-11-10T05:00:00Z,2026-11-10T05:30:00Z,us,unknown,America/New_York\n");
    report.push(b"5,premium,s2,2026-11-10T05:00:00Z,2026-11-10T05:30:00Z,us,no,\n");
    report.push(b"6,premium,s2,2026-11-10T05:00:00Z,2026-11-10T05:30:00Z,fr,no,America/New_York\n");
    report.push(b"7,premium,s2,2026-11-10T05:00:00Z,2026-11-10T05:30:00Z,us,no,New York\n");
    // A severity that needs none of the facts.
    report.push(b"8,premium,s1,2026-11-10T05:00:00Z,2026-11-10T05:30:00Z,,,\n");
    let result = report.finish();
    let all = result.groups.last().unwrap();
    assert_eq!((all.met, all.missed, result.rows), (3, 1, 8));
    assert_eq!(
        problems(&result),
        [("undetermined", vec![4, 6]), ("unknown-option", vec![7]), ("unknown-zone", vec![8])]
    );

    let mut without = policy.report(&options(json!({"country": "Country"}))).unwrap();
    without.push(b"id,tier,severity,submittedAt,stoppedAt\n");
    assert_eq!(without.finish().problems[0].first[0].message, "there is no column \"Country\" for \"country\"");
    let options = ReportOptions::new(crate::calendar::Instant::MAX).measure("ongoing-response");
    assert_eq!(policy.report(&options).unwrap_err().path(), Some("/measure"));
}

/// A log of dates that allow both orders, with a last row that decides.
fn late(last: &str) -> ReportResult {
    let mut log = "id,tier,severity,submittedAt,stoppedAt\n".to_owned();
    for row in 0..5_000 {
        log += &format!("{row},premium,low,03/04/2026 10:00,03/04/2026 10:{:02}\n", row % 60);
    }
    log += last;
    let options = json!({"asOf": "2026-07-01T00:00:00Z", "zone": "America/Toronto"});
    let whole = report_in(&options, log.as_bytes(), log.len());
    assert_eq!(report_in(&options, log.as_bytes(), 997), whole);
    whole
}

#[test]
fn the_last_row_may_decide_how_the_dates_of_all_are_read() {
    let result = late("x,premium,low,25/04/2026 10:00,25/04/2026 10:10\n");
    assert_eq!((problems(&result), result.coverage), (vec![], Some(1.0)));
    let months: Vec<(&str, u64)> = result.months.iter().map(|month| (month.month.as_str(), month.cases)).collect();
    assert_eq!(months[1], ("2026-04", 5_001), "{months:?}");
    // Without a date that decides, nothing is claimed.
    let result = late("");
    assert_eq!((result.coverage, result.groups[0].attainment), (Some(0.0), None));
    assert_eq!((result.problems[0].code.as_str(), result.problems[0].count), ("ambiguous-instant", 5_000));
    // If two contradict each other, those that allow both orders are not read by either.
    let rows = "x,premium,low,25/04/2026 10:00,25/04/2026 10:10\ny,premium,low,04/25/2026 10:00,04/25/2026 10:10\n";
    let result = late(rows);
    assert_eq!((result.problems[0].code.as_str(), result.problems[0].count), ("mixed-date-order", 5_001));
    assert_eq!((result.groups[0].cases, result.problems[0].first[0].row), (1, 2));
}

#[test]
fn the_last_event_of_every_case_counts() {
    let mut log = "number,sys_updated_at,tier,priority,opened_at,resolved_at\n".to_owned();
    for event in 0..3_000 {
        let case = if event < 30 { event / 3 } else { event % 500 };
        let stop = if event < 2_900 { "?" } else { "2026-02-03 07:10:00" };
        log += &format!("INC{case},2026-02-03 08:00:00,premium,low,2026-02-03 07:00:00,{stop}\n");
    }
    let options = json!({"asOf": "2026-07-01T00:00:00Z", "zone": "UTC", "columns": {"stoppedAt": "resolved_at"}});
    let result = report_in(&options, log.as_bytes(), 4_096);
    let all = result.groups.last().unwrap();
    assert_eq!((result.rows, result.reading.replaced_rows, result.coverage), (3_000, 2_500, Some(1.0)));
    assert_eq!((all.cases, all.met, all.missed, problems(&result)), (500, 100, 400, vec![]));
    assert_eq!(result.reading.preset.as_deref(), Some("servicenow"));
    // Without a column that tells when, an id that comes again is a problem.
    let other = log.replace("sys_updated_at", "note").replace("number,", "id,");
    assert_eq!(report_in(&options, other.as_bytes(), 4_096).problems[0].code.as_str(), "duplicate-id");
}

#[test]
fn long_rows_and_many_columns_are_read() {
    let comments = ",Comment".repeat(3_000);
    let cells = ",x".repeat(3_000);
    let many = format!(
        "Issue key,tier,Priority,Created,First response{comments}\nA-1,premium,low,2026-02-03T07:00:00Z,2026-02-03T07:10:00Z{cells}\n"
    );
    let long = format!(
        "id,tier,priority,created,first response,log\n1,premium,low,2026-02-03T07:00:00Z,2026-02-03T07:10:00Z,\"{}\"\n",
        "line, ".repeat(12_000)
    );
    for log in [many, long] {
        let result = report(&log);
        assert_eq!((problems(&result), result.groups[0].met, result.coverage), (vec![], 1, Some(1.0)));
    }
}
