//! A calendar and a question about it, read from any bytes, and the engine's answers held against brute force. The fuzz
//! target `time` and a test share it (tests/calendar_properties.rs).

use std::time::Duration;

use case_slo::{Instant, Pause, Policy};
use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use serde_json::json;

use crate::oracle::{Holiday, Hours, Model};

/// Zones that are hard in some way: half hours, quarters, seconds, Ramadan, changes at midnight, a date that is left out.
pub const ZONES: [Tz; 16] = [
    chrono_tz::UTC,
    chrono_tz::America::Toronto,
    chrono_tz::America::St_Johns,
    chrono_tz::America::Sao_Paulo,
    chrono_tz::America::Santiago,
    chrono_tz::Europe::Paris,
    chrono_tz::Europe::Dublin,
    chrono_tz::Africa::Casablanca,
    chrono_tz::Africa::Cairo,
    chrono_tz::Africa::Monrovia,
    chrono_tz::Asia::Beirut,
    chrono_tz::Asia::Kathmandu,
    chrono_tz::Australia::Lord_Howe,
    chrono_tz::Pacific::Chatham,
    chrono_tz::Pacific::Apia,
    chrono_tz::Pacific::Kwajalein,
];

/// Milliseconds of a day.
pub const DAY: i64 = 86_400_000;

/// Instants near which something happens somewhere: changes of offset, turns of the year, the first and the last year that there are.
pub const HARD: [&str; 14] = [
    "1970-01-02T00:00:00Z",
    "1972-01-07T00:44:30Z",
    "1993-08-21T12:00:00Z",
    "2011-12-30T10:00:00Z",
    "2018-11-04T03:00:00Z",
    "2026-02-15T02:00:00Z",
    "2026-03-08T07:00:00Z",
    "2026-03-22T02:00:00Z",
    "2026-03-29T01:00:00Z",
    "2026-04-04T15:00:00Z",
    "2026-10-04T00:00:00Z",
    "2026-11-01T06:00:00Z",
    "2030-01-01T00:00:00Z",
    "2199-05-01T00:00:00Z",
];

/// A policy whose calendar `c` is the model's, with an objective on it that pauses stop.
pub fn load(model: &Model) -> Policy {
    let text = json!({"en": "t"});
    let policy = json!({
        "id": "t", "version": "1", "title": text, "languages": ["en"],
        "tiers": [{"id": "t", "name": text}], "severities": [{"id": "s", "name": text}],
        "calendars": {"c": model.definition()},
        "measures": [{"id": "m", "name": text, "pausable": true}],
        "objectives": [{"id": "o", "measure": "m", "tiers": ["t"], "severities": ["s"], "target": {"within": "PT8H"}, "calendar": "c"}],
    });
    Policy::load(&policy.to_string()).unwrap_or_else(|e| panic!("{e}: {:?}", e.diagnostics()))
}

/// A calendar, and what is asked about it.
#[derive(Debug)]
pub struct TimeCase {
    model: Model,
    from: i64,
    budget: i64,
    length: i64,
    pauses: Vec<(i64, i64)>,
}

impl TimeCase {
    /// A case, whatever the bytes are; where they are at an end, zeros follow.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut bytes = Bytes(bytes.iter());
        let near = DateTime::parse_from_rfc3339(HARD[bytes.below(HARD.len())]).unwrap().timestamp_millis();
        let date = |bytes: &mut Bytes| {
            let day = DateTime::from_timestamp_millis(near).unwrap().date_naive();
            day + chrono::TimeDelta::days(bytes.below(16) as i64 - 8)
        };
        let mut special: Vec<(NaiveDate, Hours)> = Vec::new();
        for _ in 0..bytes.below(3) {
            special.push((date(&mut bytes), hours(&mut bytes)));
        }
        special.sort_by_key(|(day, _)| *day);
        special.dedup_by_key(|(day, _)| *day);
        let holidays = (0..bytes.below(4)).map(|_| holiday(&mut bytes, date)).collect();
        let week = (0..7).map(|_| hours(&mut bytes)).collect();
        let model = Model { zone: ZONES[bytes.below(ZONES.len())], week, holidays, special };
        let from = (near + bytes.minutes() * 3 - 2 * DAY).max(0);
        let pauses = (0..bytes.below(4)).map(|_| {
            let start = (from + bytes.minutes() * 2 - DAY).max(0);
            (start, start + bytes.minutes() / 16)
        });
        let pauses = pauses.collect();
        Self { model, from, budget: bytes.minutes() / 8, length: bytes.minutes() * 2, pauses }
    }

    /// Holds what the engine answers against brute force.
    pub fn check(&self) {
        let Self { model, from, budget, length, pauses } = self;
        let policy = load(model);
        let (limit, to) = (from + 60 * DAY, from + length);
        let due = deadline(&policy, *from, *budget, pauses);
        let expected = model.deadline(*from, *budget, pauses, limit);
        assert_eq!(due.filter(|due| *due < limit), expected.filter(|due| *due < limit), "{self:?}");
        assert_eq!(elapsed(&policy, *from, to, pauses), model.elapsed(*from, to, pauses), "{self:?}");
    }
}

/// The engine's deadline on the calendar `c`, in milliseconds; `None` if that is never.
pub fn deadline(policy: &Policy, from: i64, budget: i64, given: &[(i64, i64)]) -> Option<i64> {
    let budget = Duration::from_millis(budget.try_into().unwrap());
    policy.deadline("c", instant(from), budget, &pauses(given)).ok().map(|due| due.millis())
}

/// The engine's elapsed milliseconds on the calendar `c`.
pub fn elapsed(policy: &Policy, from: i64, to: i64, given: &[(i64, i64)]) -> i64 {
    let elapsed = policy.elapsed("c", instant(from), instant(to), &pauses(given)).unwrap();
    elapsed.as_millis().try_into().unwrap()
}

fn pauses(given: &[(i64, i64)]) -> Vec<Pause> {
    given.iter().map(|(from, to)| Pause { from: instant(*from), to: Some(instant(*to)) }).collect()
}

/// An instant from milliseconds since 1970.
pub fn instant(millis: i64) -> Instant {
    Instant::from_millis(millis).unwrap()
}

fn hours(bytes: &mut Bytes) -> Hours {
    let interval = |bytes: &mut Bytes| {
        let opens = bytes.below(96) as u32 * 15;
        let closes = bytes.below(97) as u32 * 15;
        if opens == closes { (opens.min(1_425), 1_440) } else { (opens, closes) }
    };
    (0..bytes.below(4)).map(|_| interval(bytes)).collect()
}

fn holiday(bytes: &mut Bytes, date: impl Fn(&mut Bytes) -> NaiveDate) -> Holiday {
    let (month, day) = (bytes.below(12) as u32 + 1, bytes.below(28) as u32 + 1);
    match bytes.below(5) {
        0 => Holiday::Date(date(bytes)),
        1 => Holiday::Yearly(month, day),
        2 => Holiday::Easter(bytes.below(128) as i64 - 64),
        3 => Holiday::Nth(bytes.below(7) as u8, bytes.below(5) as i32 + 1, month),
        _ => Holiday::Before(bytes.below(7) as u8, month, day),
    }
}

/// Numbers from bytes.
struct Bytes<'a>(std::slice::Iter<'a, u8>);

impl Bytes<'_> {
    fn below(&mut self, end: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or(0)) % end
    }

    /// Up to 45 days in whole minutes, and at times a few milliseconds.
    fn minutes(&mut self) -> i64 {
        let number = (self.below(256) << 8 | self.below(256)) as i64;
        number * 60_000 + if number % 4 == 0 { self.below(256) as i64 } else { 0 }
    }
}
