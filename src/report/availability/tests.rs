use serde_json::{Value, json};

use crate::Error;

use super::{AvailabilityLog, AvailabilityResult, ServiceAvailability};

fn read_in(options: &Value, log: &[u8], chunk: usize) -> AvailabilityResult {
    let mut reader =
        AvailabilityLog::new(&crate::argument::read(options, crate::ErrorCode::InvalidOptions).unwrap()).unwrap();
    for chunk in log.chunks(chunk) {
        reader.push(chunk);
    }
    reader.finish()
}

fn read(options: &Value, log: &str) -> AvailabilityResult {
    read_in(options, log.as_bytes(), 1 << 20)
}

fn all(result: &AvailabilityResult) -> &ServiceAvailability {
    result.services.last().unwrap()
}

fn problems(result: &AvailabilityResult) -> Vec<(&'static str, Vec<u64>)> {
    result.problems.iter().map(|p| (p.code.as_str(), p.first.iter().map(|place| place.row).collect())).collect()
}

/// Month, seconds, lost seconds, outages and longest of each month.
fn months(service: &ServiceAvailability) -> Vec<(&str, f64, f64, usize, f64)> {
    let month = |m: &super::MonthAvailability| {
        assert!((m.availability.unwrap() - (1.0 - m.lost_seconds / m.seconds)).abs() < 1e-12);
        (m.seconds, m.lost_seconds, m.outages, m.longest_seconds)
    };
    let row = |m| {
        let (seconds, lost, outages, longest) = month(m);
        (m.month.as_str(), seconds, lost, outages, longest)
    };
    service.months.iter().map(row).collect()
}

const DAY: f64 = 86_400.0;

#[test]
fn each_chunk_tells_how_many_rows_have_come() {
    let options = json!({"asOf": "2026-07-01T00:00:00Z"});
    let options = crate::argument::read(&options, crate::ErrorCode::InvalidOptions).unwrap();
    let mut log = AvailabilityLog::new(&options).unwrap();
    let row = "web,2026-02-03T00:00:00Z,2026-02-03T01:00:00Z\n";
    log.push(b"service,start,end\n");
    let rows = log.push(row.repeat(100_000).as_bytes());
    assert!((99_000..=100_000).contains(&rows), "{rows}");
    assert_eq!(log.push(row.repeat(2_000).as_bytes()) - rows, 2_000);
}

#[test]
fn outages_that_overlap_are_counted_once() {
    let log = "service,start,end\n\
        calls,2026-02-03T10:00:00Z,2026-02-03T11:00:00Z\n\
        calls,2026-02-03T10:30:00Z,2026-02-03T12:00:00Z\n\
        calls,2026-02-03T10:45:00Z,2026-02-03T10:50:00Z\n\
        messages,2026-02-03T11:30:00Z,2026-02-03T12:30:00Z\n\
        calls ,2026-01-31T23:00:00Z,2026-02-01T01:30:00Z\n";
    let result = read(&json!({"asOf": "2026-03-01T00:00:00Z"}), log);
    assert_eq!((result.rows, result.outside, problems(&result)), (5, 0, vec![]));
    assert_eq!((result.from.to_string().as_str(), result.seconds), ("2026-01-01T00:00:00Z", 59.0 * DAY));
    let found: Vec<_> = result.services.iter().map(|s| (s.service.as_deref(), s.outages, s.lost_seconds)).collect();
    assert_eq!(found, [(Some("calls"), 2, 16_200.0), (Some("messages"), 1, 3_600.0), (None, 2, 18_000.0)]);
    let calls = &result.services[0];
    assert_eq!(
        (calls.longest_seconds, calls.longest_start.unwrap().to_string().as_str()),
        (9_000.0, "2026-01-31T23:00:00Z")
    );
    assert!((calls.availability.unwrap() - (1.0 - 16_200.0 / (59.0 * DAY))).abs() < 1e-12);
    let expected = [("2026-01", 31.0 * DAY, 3_600.0, 1, 3_600.0), ("2026-02", 28.0 * DAY, 12_600.0, 2, 7_200.0)];
    assert_eq!(months(calls), expected);
}

#[test]
fn months_are_those_of_the_zone_and_as_long_as_they_really_are() {
    let log = "Début;Fin;Système\n2026-02-28 23:30;2026-03-01 00:30;Appels\n2026-03-08 01:30;2026-03-08 03:30;Appels\n";
    let result = read(&json!({"asOf": "2026-04-01T04:00:00Z", "zone": "America/Toronto"}), log);
    assert_eq!(problems(&result), []);
    let expected = [
        ("2026-02", 28.0 * DAY, 1_800.0, 1, 1_800.0),
        // On the 8th the clocks went from 02:00 to 03:00: the month has an hour less, and so has the outage.
        ("2026-03", 31.0 * DAY - 3_600.0, 1_800.0 + 3_600.0, 2, 3_600.0),
    ];
    assert_eq!(months(&result.services[0]), expected);
    let columns = result.columns;
    let found = [columns.service, columns.start, columns.end].map(|column| column.map(|column| column.index));
    assert_eq!((found, result.delimiter.as_deref()), ([Some(2), Some(0), Some(1)], Some(";")));
}

#[test]
fn an_outage_without_an_end_is_open_as_of_the_instant() {
    let log = "start,end\n2026-02-27T00:00:00Z,\n2026-02-28T00:00:00Z,2026-03-05T00:00:00Z\n2026-03-02T00:00:00Z,\n";
    let result = read(&json!({"asOf": "2026-03-01T00:00:00Z"}), log);
    assert_eq!((result.services.len(), all(&result).ongoing, result.outside), (1, true, 1));
    assert_eq!((all(&result).lost_seconds, all(&result).outages), (2.0 * DAY, 1));
    let result = read(&json!({"asOf": "2026-04-01T00:00:00Z"}), log);
    assert_eq!(all(&result).lost_seconds, 33.0 * DAY);
}

#[test]
fn only_the_period_counts() {
    let log = "start,end\n2026-01-01T00:00:00Z,2026-01-02T00:00:00Z\n2026-01-31T00:00:00Z,2026-02-02T00:00:00Z\n\
        2026-02-10T00:00:00Z,2026-02-10T00:00:00Z\n2026-02-20T00:00:00Z,2026-02-21T00:00:00Z\n";
    let period =
        json!({"asOf": "2026-07-01T00:00:00Z", "from": "2026-02-01T00:00:00Z", "until": "2026-02-15T00:00:00Z"});
    let result = read(&period, log);
    assert_eq!((result.outside, all(&result).outages, all(&result).lost_seconds), (2, 2, DAY));
    assert_eq!(months(all(&result)), [("2026-02", 14.0 * DAY, DAY, 2, DAY)]);
    assert_eq!(all(&result).longest_start.unwrap().to_string(), "2026-02-01T00:00:00Z");
    // The log is known up to the instant of the question only, even if the period goes on.
    let result = read(&json!({"asOf": "2026-02-15T00:00:00Z", "until": "2026-12-31T00:00:00Z"}), log);
    assert_eq!(result.until.to_string(), "2026-02-15T00:00:00Z");
}

#[test]
fn without_an_outage_everything_was_available() {
    let result = read(&json!({"asOf": "2026-03-11T00:00:00Z"}), "start,end\n");
    assert_eq!(problems(&result), vec![]);
    assert_eq!((all(&result).availability, all(&result).longest_start, all(&result).outages), (Some(1.0), None, 0));
    assert_eq!(months(all(&result)), [("2026-03", 10.0 * DAY, 0.0, 0, 0.0)]);
}

#[test]
fn a_log_of_which_nothing_could_be_read_says_nothing_of_the_availability() {
    for log in ["", "service,start,end\nPortal,soon,later\n", "Event,Monitor,Reason\nDown,Portal,Timeout\n", "\u{feff}"]
    {
        let result = read(&json!({"asOf": "2026-03-11T00:00:00Z"}), log);
        assert_eq!((all(&result).availability, all(&result).months[0].availability), (None, None), "{log}");
    }
}

#[test]
fn every_row_that_cannot_be_counted_is_told() {
    let log = "service,start,end\n\
        a,2026-02-03T10:00:00Z,2026-02-03T09:59:59Z\na,soon,\na,2026-02-03 10:00,\na,03/04/2026 10:00,\na,,\na,1969-01-01T00:00:00Z,\n\
        a,2026-02-03T10:00:00Z\na,2026-02-03T10:00:00Z,\0\na,2026-02-03T10:00:00Z,2026-02-03T10:00:01Z\na,\"2026\n";
    let result = read(&json!({"asOf": "2026-03-01T00:00:00Z"}), log);
    let expected = [
        ("end-before-start", vec![2]),
        ("invalid-instant", vec![3, 6]),
        ("missing-offset", vec![4]),
        ("ambiguous-instant", vec![5]),
        ("out-of-range", vec![7]),
        ("wrong-column-count", vec![8]),
        ("not-text", vec![9]),
        ("unclosed-quote", vec![11]),
    ];
    assert_eq!(problems(&result), expected);
    assert_eq!(all(&result).lost_seconds, 1.0);
    let at = json!({"asOf": "2026-03-01T00:00:00Z"});
    assert_eq!(problems(&read(&at, "service,start\na,b\n")), [("missing-column", vec![1])]);
    assert_eq!(problems(&read_in(&at, b"%PDF-1.7\n", 2)), [("invalid-encoding", vec![1])]);
}

#[test]
fn too_many_services_are_counted_together() {
    let mut log = "service,start,end\n".to_owned();
    for service in 0..300 {
        log += &format!(
            "service {service:03},2026-02-03T10:{:02}:00Z,2026-02-03T10:{:02}:30Z\n",
            service % 60,
            service % 60
        );
    }
    let result = read(&json!({"asOf": "2026-03-01T00:00:00Z"}), &log);
    assert_eq!((result.services.len(), all(&result).outages, all(&result).lost_seconds), (201, 60, 1_800.0));
    assert_eq!(
        (result.problems[0].code.as_str(), result.problems[0].count, result.problems[0].first[0].row),
        ("limit-exceeded", 100, 202)
    );
}

#[test]
fn chunks_may_end_at_any_byte() {
    let log = "\u{feff}\"Système\";Début;Fin\r\n\"Appels; \"\"vidéo\"\"\r\n\";2026-02-03 10:00;2026-02-03 11:00\r\n\rb;46056,5;\n".as_bytes();
    let options = json!({"asOf": "2026-03-01T00:00:00Z", "zone": "America/Toronto"});
    let whole = read_in(&options, log, log.len());
    assert_eq!((whole.rows, problems(&whole), whole.services.len()), (2, vec![], 3));
    for size in 1..log.len() {
        assert_eq!(read_in(&options, log, size), whole, "chunks of {size}");
    }
}

fn refused(options: &Value) -> Error {
    match crate::argument::read(options, crate::ErrorCode::InvalidOptions) {
        Ok(options) => AvailabilityLog::new(&options).unwrap_err(),
        Err(error) => error,
    }
}

#[test]
fn every_fault_of_the_options_has_a_code_and_a_place() {
    let at = "2026-07-01T00:00:00Z";
    for (options, code, path) in [
        (json!([]), "invalid-options", ""),
        (json!({}), "invalid-instant", "/asOf"),
        (json!({"asOf": at, "from": "x"}), "invalid-instant", "/from"),
        (json!({"asOf": at, "from": at}), "invalid-options", "/from"),
        (json!({"asOf": at, "from": 1000, "until": 1000}), "invalid-options", "/from"),
        (json!({"asOf": at, "until": 0}), "invalid-options", "/until"),
        (json!({"asOf": at, "until": -1}), "out-of-range", "/until"),
        (json!({"asOf": at, "to": at}), "invalid-options", "/to"),
        (json!({"asOf": at, "zone": "Toronto"}), "unknown-zone", "/zone"),
        (json!({"asOf": at, "columns": {"begin": 1}}), "invalid-options", "/columns/begin"),
        (json!({"asOf": at, "delimiter": ""}), "invalid-options", "/delimiter"),
    ] {
        let error = refused(&options);
        assert_eq!((error.code().as_str(), error.path()), (code, Some(path)), "{options}");
    }
}
