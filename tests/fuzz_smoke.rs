//! A little of what fuzz/ does, the same each time: policies that ship and logs with something broken in them, and no panic.
#![cfg(all(feature = "analysis", not(target_arch = "wasm32")))]

#[path = "oracle/allocations.rs"]
mod allocations;
#[path = "oracle/sized_case.rs"]
mod sized_case;

use std::time::{Duration, Instant};

use case_slo::{Policy, check, diff};
use serde_json::Value;

#[global_allocator]
static ALLOCATOR: allocations::CountingAllocator = allocations::CountingAllocator;

const POLICIES: [&str; 2] =
    [include_str!("../policies/cisco-spark-swss.json"), include_str!("../policies/boreal-care.json")];

/// Numbers that look random and are the same every time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 as usize
    }

    fn below(&mut self, limit: usize) -> usize {
        self.next() % limit.max(1)
    }

    fn one<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Replacements for one or a few characters.
const SPLINTERS: [&str; 20] = [
    "", "\"", "{", "}", "[", "]", ",", ":", "\\", "\\ud800", "\u{0}", "é", "𝄞", "-1", "1e999", "null", "true", "{}",
    "[]", "\"when\"",
];

/// Replacements for a value.
fn values() -> Vec<Value> {
    let texts =
        ["", "critical", "unknown", "24:00", "PT999999999H", "2026-02-30", "--02-29", "https://a", "\u{202e}", "a/b~c"];
    let mut values: Vec<Value> = texts.iter().map(|text| Value::from(*text)).collect();
    values.extend([Value::Null, Value::from(true), Value::from(-1), Value::from(0), Value::from(1e300)]);
    values.extend([
        serde_json::json!([]),
        serde_json::json!({}),
        serde_json::json!([[]]),
        serde_json::json!({"en": ""}),
    ]);
    values
}

/// Every place in a value.
fn places(value: &Value, at: String, found: &mut Vec<String>) {
    found.push(at.clone());
    match value {
        Value::Object(members) => members.iter().for_each(|(key, member)| {
            let key = key.replace('~', "~0").replace('/', "~1");
            places(member, format!("{at}/{key}"), found);
        }),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| places(item, format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

/// Whether a text loads, once it has been seen that it does no harm.
fn take(text: &str, compared: bool) -> bool {
    let start = Instant::now();
    let findings = check(text, true);
    let loaded = Policy::load(text);
    assert_eq!(findings.iter().any(|finding| finding.is_error()), loaded.is_err(), "check and load agree on {text}");
    assert!(findings.iter().all(|finding| finding.line.is_some()), "every finding has a line");
    let is_loaded = loaded.is_ok();
    if let Some(policy) = loaded.ok().filter(|_| compared) {
        assert_eq!(diff(&policy, &policy), [], "nothing changes from a policy to itself");
    }
    assert!(start.elapsed() < Duration::from_secs(20), "it took too long");
    is_loaded
}

#[test]
fn broken_text_never_makes_the_check_panic() {
    let mut numbers = Numbers(0x2545_f491_4f6c_dd1d);
    for _ in 0..1_000 {
        let mut text: Vec<char> = numbers.one(&POLICIES).chars().collect();
        for _ in 0..1 + numbers.below(3) {
            let start = numbers.below(text.len());
            let end = (start + numbers.below(6)).min(text.len());
            let splinter: Vec<char> = numbers.one(&SPLINTERS).chars().collect();
            text.splice(start..end, splinter);
        }
        take(&text.into_iter().collect::<String>(), true);
    }
}

#[test]
fn broken_values_never_make_the_check_panic() {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let policies: Vec<Value> = POLICIES.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    let values = values();
    let mut loaded = 0;
    for round in 0..1_500 {
        let mut policy = numbers.one(&policies).clone();
        for _ in 0..1 + numbers.below(3) {
            let mut all = Vec::new();
            places(&policy, String::new(), &mut all);
            let place = numbers.one(&all).clone();
            // Something else, something from elsewhere in the document, or nothing.
            let other = policy.pointer(numbers.one(&all).as_str()).cloned().unwrap_or(Value::Null);
            let value = if numbers.below(2) == 0 { numbers.one(&values).clone() } else { other };
            match place.rsplit_once('/') {
                Some((parent, key)) if numbers.below(4) == 0 => match policy.pointer_mut(parent) {
                    Some(Value::Object(members)) => {
                        members.remove(&key.replace("~1", "/").replace("~0", "~"));
                    }
                    Some(Value::Array(items)) => {
                        items.remove(key.parse::<usize>().unwrap());
                    }
                    _ => {}
                },
                _ => *policy.pointer_mut(&place).unwrap() = value,
            }
        }
        loaded += usize::from(take(&serde_json::to_string_pretty(&policy).unwrap(), round % 16 == 0));
    }
    assert!(loaded > 100, "only {loaded} of them load: the deeper parts are not reached");
}

/// Rows and pieces of them that a log may be put together from.
const PIECES: [&[u8]; 34] = [
    b"1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web\n",
    b"2,enhanced,high,2026-02-03 02:14,2026-02-03 02:20:30.5,phone\r\n",
    b"\"3\",\"basic\",\"low\",\"03/04/2026 10:15\",,\"a \"\"b\"\"\nc\"\n",
    b"4,premium,P1,46056.301,,\n",
    b"4,gold,P9,soon,never,\n",
    b"calls,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z\n",
    b"id,tier,severity,submitted,responded,channel\n",
    b"service;start;end\n",
    b",",
    b";",
    b"\t",
    b"\"",
    b"\"\"",
    b"\n",
    b"\r",
    b"\r\n",
    b"\0",
    b"\xff",
    b"\xc3",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"premium",
    b"critical",
    b"2026-02-03T07:14:00Z",
    b"2026-02-03T07:14:00-05:00",
    b"1969-12-31T23:59:59Z",
    b"2199-12-31T23:59:59.999-23:59",
    b"2026-03-08 02:30",
    b"0000-00-00T00:00:00Z",
    b"99999999999999999999",
    b"-1",
    b"00000000",
    b"12:60 PM",
    b" ",
];

/// A log that is mostly in order.
fn log(numbers: &mut Numbers) -> Vec<u8> {
    let mut log = match numbers.below(4) {
        0 => Vec::new(),
        1 => PIECES[7].to_vec(),
        _ => PIECES[6].to_vec(),
    };
    for _ in 0..numbers.below(60) {
        let piece = if numbers.below(2) == 0 { PIECES[numbers.below(6)] } else { *numbers.one(&PIECES) };
        log.extend_from_slice(piece);
    }
    for _ in 0..numbers.below(4) {
        let at = numbers.below(log.len());
        if let Some(byte) = log.get_mut(at) {
            *byte = numbers.next() as u8;
        }
    }
    log
}

#[test]
fn broken_logs_lose_no_row_wherever_their_chunks_end() {
    let policy = Policy::load(POLICIES[0]).unwrap();
    let mut numbers = Numbers(0x1234_5678_9abc_def1);
    let mut evaluated = 0;
    for round in 0..4_000 {
        let log = log(&mut numbers);
        let chunk = 1 + numbers.below(40);
        let options = match round % 3 {
            0 => serde_json::json!({"asOf": "2026-07-01T00:00:00Z"}),
            1 => serde_json::json!({"asOf": "2026-07-01T00:00:00Z", "zone": "America/Toronto"}),
            _ => serde_json::json!({"asOf": "2026-02-03T07:14:00Z", "zone": "Asia/Kathmandu", "delimiter": ","}),
        };
        let cases: case_slo::report::ReportOptions = serde_json::from_value(options.clone()).unwrap();
        let outages: case_slo::report::AvailabilityOptions = serde_json::from_value(options).unwrap();
        let (mut whole, mut parts) = (policy.report(&cases).unwrap(), policy.report(&cases).unwrap());
        whole.push(&log);
        log.chunks(chunk).for_each(|chunk| {
            parts.push(chunk);
        });
        let (whole, parts) = (whole.finish(), parts.finish());
        assert_eq!(whole, parts, "{}", String::from_utf8_lossy(&log));
        let of_the_log = |code: &str| matches!(code, "missing-column" | "invalid-encoding" | "empty-log");
        let cases = whole.groups.last().map_or(0, |all| all.cases);
        if !whole.problems.iter().any(|problem| of_the_log(problem.code.as_str())) {
            let of_rows = whole.problems.iter().map(|problem| {
                let of_the_header = problem.first.iter().filter(|place| place.row < 2).count() as u64;
                problem.count - of_the_header
            });
            let counted = cases + whole.filtered + of_rows.sum::<u64>();
            // Above a header in quotes that never end there are no rows.
            assert!(counted == whole.rows || whole.headers.is_empty(), "{counted}: {}", String::from_utf8_lossy(&log));
        }
        evaluated += cases;

        let (mut whole, mut parts) = (policy.availability(&outages).unwrap(), policy.availability(&outages).unwrap());
        whole.push(&log);
        log.chunks(chunk).for_each(|chunk| {
            parts.push(chunk);
        });
        let (whole, parts) = (whole.finish(), parts.finish());
        assert_eq!(whole, parts, "{}", String::from_utf8_lossy(&log));
        for service in &whole.services {
            assert!(service.availability.is_none_or(|share| (0.0..=1.0).contains(&share)), "{service:?}");
            let sum: f64 = service.months.iter().map(|month| month.lost_seconds).sum();
            assert!((sum - service.lost_seconds).abs() < 1e-3, "{service:?}");
        }
    }
    assert!(evaluated > 5_000, "only {evaluated} cases were evaluated: the deeper parts are not reached");
}

#[test]
fn policies_of_many_sizes_are_answered_in_bounded_memory() {
    let mut numbers = Numbers(0x0bad_5eed_0bad_5eed);
    let mut loaded = 0;
    for _ in 0..30 {
        let bytes: Vec<u8> = (0..300).map(|_| numbers.next() as u8).collect();
        loaded += usize::from(sized_case::SizedCase::from_bytes(&bytes, 25).check());
    }
    assert!(loaded > 8, "only {loaded} of them load: the deeper parts are not reached");
}
