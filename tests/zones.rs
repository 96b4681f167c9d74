//! The reference for the npm package, whose zones are those of the host's `Intl`: every zone by chrono-tz, as two
//! checksums (tests/package/zones.test.mjs). One is of the beginning and the noon of every day. The other is of the open time
//! between instants that lie a millisecond before, at and after every change of offset, and instants at random, on hours of
//! which no two in a day are alike.
//!
//! To write the file anew after an update of chrono-tz: `UPDATE_ZONES=1 cargo test --test zones`.
//!
//! The calendars are the same without the feature `analysis`, and asking every zone takes a minute: one set of features does it.
#![cfg(all(feature = "analysis", not(target_arch = "wasm32")))]

use std::collections::BTreeMap;
use std::path::Path;

use case_slo::{Policy, instant_of};
use chrono::{DateTime, LocalResult, NaiveDateTime, Offset, TimeDelta, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use serde_json::{Value, json};

/// Seconds from 1970 to the end of 2099, where the tables of chrono-tz end.
const END: i64 = 4_102_444_800;

/// Seconds between two looks for a change of offset.
const STRIDE: i64 = 6 * 86_400;

/// Instants at random for each zone.
const RANDOM: usize = 500;

/// Baja California, under all of its names: edition 2025c of the tz database found summer times there from 1970 to 1975
/// that chrono-tz (2025b) does not know yet.
const REVISED: [&str; 4] = ["America/Ensenada", "America/Santa_Isabel", "America/Tijuana", "Mexico/BajaNorte"];

#[test]
fn the_zones_that_the_package_is_held_against_are_those_of_chrono_tz() {
    let halves: Vec<f64> = (0..END).step_by(43_200).map(|at| at as f64 * 1_000.0).collect();
    let budgets = vec![0.0; halves.len()];

    // Zones that have been alike since 1970 are one here, under the first of their names.
    let mut zones: BTreeMap<u32, (&Tz, Policy)> = BTreeMap::new();
    for zone in TZ_VARIANTS.iter().filter(|zone| !REVISED.contains(&zone.name())) {
        let policy = load(zone.name());
        let openings = policy.deadlines("halves", &halves, &budgets).unwrap();
        let sum = checksum(openings.iter().map(|at| (*at / 1_000.0) as i64));
        zones.entry(sum).or_insert((zone, policy));
    }
    let sums: BTreeMap<&str, [u32; 2]> = zones
        .into_iter()
        .map(|(sum, (zone, policy))| {
            let instants = instants(zone);
            let open = policy.elapsed_all("hours", &instants[..instants.len() - 1], &instants[1..]).unwrap();
            (zone.name(), [sum, checksum(open.iter().map(|seconds| (seconds * 1_000.0).round() as i64))])
        })
        .collect();
    let expected = format!("{{\n{}\n}}\n", lines(&sums).join(",\n"));

    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/package/zones.json");
    if std::env::var_os("UPDATE_ZONES").is_some() {
        std::fs::write(&path, &expected).unwrap();
    }
    assert!(std::fs::read_to_string(&path).unwrap_or_default() == expected, "{} is out of date", path.display());
}

fn lines(sums: &BTreeMap<&str, [u32; 2]>) -> Vec<String> {
    sums.iter().map(|(zone, [one, other])| format!("  \"{zone}\": [{one}, {other}]")).collect()
}

/// A policy with two calendars in a zone: the beginning and the noon of every day, and 24 intervals a day, each a minute
/// longer than the one before.
fn load(zone: &str) -> Policy {
    let week = |hours: Value| {
        let week: BTreeMap<&str, Value> =
            ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].into_iter().map(|day| (day, hours.clone())).collect();
        json!({"zone": zone, "weekly": week})
    };
    let hours = (0..24).map(|hour| json!([format!("{hour:02}:00"), format!("{hour:02}:{:02}", 10 + hour)])).collect();
    let text = json!({"en": "t"});
    let policy = json!({
        "id": "t", "version": "1", "title": text, "languages": ["en"], "severities": [{"id": "s", "name": text}],
        "calendars": {"halves": week(json!([["00:00", "00:01"], ["12:00", "12:01"]])), "hours": week(hours)},
    });
    Policy::load(&policy.to_string()).unwrap()
}

/// The offset of a zone at an instant, both in seconds.
fn offset(zone: &Tz, at: i64) -> i64 {
    let moment = DateTime::from_timestamp(at, 0).unwrap().naive_utc();
    i64::from(zone.offset_from_utc_datetime(&moment).fix().local_minus_utc())
}

/// The seconds at which the offset of a zone changes, until `end`.
fn transitions(zone: &Tz, end: i64) -> Vec<i64> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < end {
        let (mut before, mut after) = (at, (at + STRIDE).min(end));
        let old = offset(zone, before);
        if old == offset(zone, after) {
            at = after;
            continue;
        }
        while after - before > 1 {
            let middle = before + (after - before) / 2;
            if offset(zone, middle) == old { before = middle } else { after = middle }
        }
        found.push(after);
        at = after;
    }
    found
}

/// A millisecond before, at and after every change of offset, and instants at random, in order.
fn instants(zone: &Tz) -> Vec<f64> {
    let mut instants = vec![0.0, END as f64 * 1_000.0];
    for at in transitions(zone, END) {
        instants.extend([-1.0, 0.0, 1.0].map(|by| at as f64 * 1_000.0 + by));
    }
    let mut state: u32 = 2_026;
    for _ in 0..RANDOM {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        instants.push((f64::from(state) / 4_294_967_296.0 * END as f64 * 1_000.0).floor());
    }
    instants.sort_by(f64::total_cmp);
    instants
}

fn checksum(numbers: impl Iterator<Item = i64>) -> u32 {
    numbers.fold(0x811c_9dc5_u32, |sum, number| (sum ^ number as u32).wrapping_mul(16_777_619))
}

/// The instant that chrono gives for a local time: the first of two; in a gap, the time after the gap by the offset from before it.
fn instant_by_chrono(zone: &Tz, local: NaiveDateTime) -> i64 {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => instant.timestamp(),
        LocalResult::None => {
            let minutes = (1..).map(|minutes| local - TimeDelta::minutes(minutes));
            let before = minutes.filter_map(|earlier| zone.from_local_datetime(&earlier).latest()).next().unwrap();
            local.and_utc().timestamp() - i64::from(before.offset().fix().local_minus_utc())
        }
    }
}

#[test]
fn a_local_time_means_the_instant_that_chrono_says_in_every_zone() {
    let mut asked = 0;
    for zone in TZ_VARIANTS {
        // Summer times repeat themselves after the last rule that is known.
        for at in transitions(&zone, 2_240_524_800).into_iter().chain([1_770_102_840]) {
            // Local times around the change: before it, in the gap or the fold, at its ends, after it.
            let (before, after) = (at + offset(&zone, at - 1), at + offset(&zone, at));
            for local in
                [before - 60, before, (before + after) / 2 / 60 * 60, after - 60, after, before.max(after) + 60]
            {
                let local = DateTime::from_timestamp(local, 0).unwrap().naive_utc();
                let text = local.format("%Y-%m-%dT%H:%M:%S").to_string();
                let found = instant_of(&text, zone.name()).map(|instant| instant.millis() / 1_000);
                let expected = instant_by_chrono(&zone, local);
                if expected >= 0 {
                    assert_eq!(found, Ok(expected), "{text} in {zone}");
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 100_000, "{asked}");
}

#[test]
fn local_times_are_read_strictly() {
    let shown = |local: &str, zone: &str| {
        instant_of(local, zone).map(|instant| instant.to_string()).map_err(|error| error.code().as_str())
    };
    for (local, zone, instant) in [
        ("2026-10-25T02:30", "Europe/Paris", "2026-10-25T00:30:00Z"),
        ("2026-03-08T02:30", "America/Toronto", "2026-03-08T07:30:00Z"),
        ("2026-03-08 02:30:05.25", "america/toronto", "2026-03-08T07:30:05.250Z"),
        ("2011-12-30T09:00", "Pacific/Apia", "2011-12-30T19:00:00Z"),
        ("1969-12-31T19:00", "America/Toronto", "1970-01-01T00:00:00Z"),
        ("2200-01-01T13:59", "Pacific/Kiritimati", "2199-12-31T23:59:00Z"),
    ] {
        assert_eq!(shown(local, zone), Ok(instant.to_owned()), "{local} in {zone}");
    }
    for (local, zone, code) in [
        ("2026-10-25", "UTC", "invalid-instant"),
        ("2026-10-25T02:30Z", "UTC", "invalid-instant"),
        ("2026-10-25T02:30:00-05:00", "UTC", "invalid-instant"),
        ("2026-10-25T24:00", "UTC", "invalid-instant"),
        ("2026-02-29T12:00", "UTC", "invalid-instant"),
        ("2026-2-9T12:00:0", "UTC", "invalid-instant"),
        ("", "UTC", "invalid-instant"),
        ("é026-10-25T02:3", "UTC", "invalid-instant"),
        ("2026-10-25T02:30", "Eastern Standard Time", "unknown-zone"),
        ("2026-10-25T02:30", "+05:00", "unknown-zone"),
        ("2026-10-25T02:30", "", "unknown-zone"),
        ("1969-12-31T23:59", "UTC", "out-of-range"),
        ("2200-01-01T00:00", "UTC", "out-of-range"),
        ("9999-12-31T23:59", "UTC", "out-of-range"),
        ("0000-01-01T00:00", "UTC", "out-of-range"),
    ] {
        assert_eq!(shown(local, zone), Err(code), "{local} in {zone}");
    }
}
