//! The holiday sets that ship, held against a library of holidays that others keep.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use case_slo::{Policy, instant_of};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

const OUTSIDE: &str = include_str!("oracle/public-holidays.json");
const SHIPPED: &str = include_str!("../policies/holidays.json");

/// A policy with a calendar for each set, which is open day and night but on its holidays.
fn policy(sets: &[&str]) -> Policy {
    let calendar = |set: &&str| {
        let calendar =
            json!({"zone": "UTC", "weekly": {"mon-sun": [["00:00", "24:00"]]}, "holidays": [format!("@{set}")]});
        ((*set).to_owned(), calendar)
    };
    let calendars: serde_json::Map<String, Value> = sets.iter().map(calendar).collect();
    let document = json!({
        "id": "holidays", "version": "1", "title": {"en": "Holidays"}, "languages": ["en"],
        "severities": [{"id": "high", "name": {"en": "High"}}], "calendars": calendars,
    });
    Policy::load(&document.to_string()).unwrap()
}

fn is_off(policy: &Policy, set: &str, date: NaiveDate) -> bool {
    let midnight = |date: NaiveDate| instant_of(&format!("{date}T00:00"), "UTC").unwrap();
    policy.elapsed(set, midnight(date), midnight(date.succ_opt().unwrap()), &[]).unwrap() == Duration::ZERO
}

#[test]
fn the_sets_that_ship_have_the_days_off_of_a_library_of_holidays() {
    let outside: Value = serde_json::from_str(OUTSIDE).unwrap();
    let days: BTreeMap<String, BTreeSet<String>> = serde_json::from_value(outside["days"].clone()).unwrap();
    let shipped: BTreeMap<String, Value> = serde_json::from_str(SHIPPED).unwrap();
    assert_eq!(days.keys().collect::<Vec<_>>(), shipped.keys().collect::<Vec<_>>());
    let policy = policy(&days.keys().map(String::as_str).collect::<Vec<_>>());
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    let all = || first.iter_days().take_while(|date| date.year() <= 2032);
    for (set, expected) in &days {
        let found =
            all().filter(|date| is_off(&policy, set, *date)).map(|date| date.to_string()).collect::<BTreeSet<_>>();
        let differ: Vec<_> = found.symmetric_difference(expected).collect();
        assert!(differ.is_empty(), "{set}: {differ:?}");
    }
}

#[test]
fn every_holiday_that_ships_has_a_name_in_both_languages() {
    let shipped: BTreeMap<String, Value> = serde_json::from_str(SHIPPED).unwrap();
    for (set, definition) in &shipped {
        for named in std::iter::once(definition).chain(definition["days"].as_array().unwrap()) {
            assert!(named["name"]["en"].is_string() && named["name"]["fr"].is_string(), "{set}: {named}");
        }
    }
}
