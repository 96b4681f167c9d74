//! What the npm package, whose zones are those of the host's `Intl`, is held against: the day's beginnings and noons of
//! every zone by chrono-tz, as one checksum a zone (tests/package/zones.test.mjs).
//!
//! To write the file anew after an update of chrono-tz: `UPDATE_ZONES=1 cargo test --test zones`.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::path::Path;

use case_slo::Policy;
use chrono_tz::TZ_VARIANTS;
use serde_json::json;

/// Every half day from 1970 to the end of 2037, as far as every host keeps its rules apart.
const SPAN: std::ops::Range<i64> = 0..2_145_916_800;

/// Baja California, under all of its names: edition 2025c of the tz database found summer times there from 1970 to 1975
/// that chrono-tz (2025b) does not know yet.
const REVISED: [&str; 4] = ["America/Ensenada", "America/Santa_Isabel", "America/Tijuana", "Mexico/BajaNorte"];

#[test]
fn the_zones_that_the_package_is_held_against_are_those_of_chrono_tz() {
    let calendars: BTreeMap<&str, _> = TZ_VARIANTS
        .iter()
        .map(|zone| {
            let hours = [["00:00", "00:01"], ["12:00", "12:01"]];
            let week: BTreeMap<&str, _> =
                ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].into_iter().map(|day| (day, hours)).collect();
            (zone.name(), json!({"zone": zone.name(), "weekly": week}))
        })
        .collect();
    let text = json!({"en": "t"});
    let policy = json!({
        "id": "t", "version": "1", "title": text, "languages": ["en"],
        "severities": [{"id": "s", "name": text}], "calendars": calendars,
    });
    let policy = Policy::load(&policy.to_string()).unwrap();
    let starts: Vec<f64> = SPAN.step_by(43_200).map(|at| at as f64 * 1_000.0).collect();
    let budgets = vec![0.0; starts.len()];

    // Zones that have been alike since 1970 are one here, under the first of their names.
    let mut zones: BTreeMap<u32, &str> = BTreeMap::new();
    for zone in TZ_VARIANTS.iter().filter(|zone| !REVISED.contains(&zone.name())) {
        let openings = policy.deadlines(zone.name(), &starts, &budgets).unwrap();
        let sum = openings
            .iter()
            .fold(0x811c_9dc5_u32, |sum, at| (sum ^ (*at as i64 / 1_000) as u32).wrapping_mul(16_777_619));
        zones.entry(sum).or_insert(zone.name());
    }
    let sums: BTreeMap<&str, u32> = zones.into_iter().map(|(sum, zone)| (zone, sum)).collect();
    let expected = format!("{}\n", serde_json::to_string_pretty(&sums).unwrap());

    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/package/zones.json");
    if std::env::var_os("UPDATE_ZONES").is_some() {
        std::fs::write(&path, &expected).unwrap();
    }
    assert!(std::fs::read_to_string(&path).unwrap_or_default() == expected, "{} is out of date", path.display());
}
