//! A little of what fuzz/ does, the same each time: policies that ship with something broken in them, and no panic.
#![cfg(all(feature = "verification", not(target_arch = "wasm32")))]

use std::time::{Duration, Instant};

use case_slo::{Policy, check, diff};
use serde_json::Value;

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

/// What a character or a few may be replaced with.
const SPLINTERS: [&str; 20] = [
    "", "\"", "{", "}", "[", "]", ",", ":", "\\", "\\ud800", "\u{0}", "é", "𝄞", "-1", "1e999", "null", "true", "{}",
    "[]", "\"when\"",
];

/// What a value may be replaced with.
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
