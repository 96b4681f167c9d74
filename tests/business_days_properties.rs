//! Due times in business days on random calendars in every kind of zone, held against brute force.
#![cfg(not(target_arch = "wasm32"))]

#[path = "oracle/business_days.rs"]
mod business_days;
#[allow(dead_code)]
#[path = "oracle/open_time.rs"]
mod oracle;

use business_days::Target;
use case_slo::{CaseFacts, Evaluation, Instant, Policy, TargetState};
use chrono::{Days, NaiveDate};
use oracle::{Holiday, Hours, Model};
use proptest::prelude::*;
use serde_json::json;

const DAY: i64 = 86_400_000;

const ZONES: [chrono_tz::Tz; 8] = [
    chrono_tz::UTC,
    chrono_tz::America::Toronto,
    chrono_tz::America::Sao_Paulo,
    chrono_tz::Europe::Paris,
    chrono_tz::Africa::Cairo,
    chrono_tz::Asia::Kathmandu,
    chrono_tz::Australia::Lord_Howe,
    chrono_tz::Pacific::Apia,
];

/// Changes of offset, a date that Apia left out, and an ordinary week.
const HARD: [&str; 6] = [
    "2011-12-30T10:00:00Z",
    "2018-11-04T03:00:00Z",
    "2026-03-08T07:00:00Z",
    "2026-03-29T01:00:00Z",
    "2026-06-03T12:00:00Z",
    "2026-11-01T06:00:00Z",
];

fn hours() -> impl Strategy<Value = Hours> {
    let minutes = (0..96u32).prop_map(|quarter| quarter * 15);
    let closes = prop_oneof![9 => minutes.clone(), 1 => Just(1_440)];
    let interval = (minutes, closes).prop_filter("equal ends are refused", |(opens, closes)| opens != closes);
    prop_oneof![3 => Just(vec![]), 4 => Just(vec![(540, 720), (780, 1_050)]), 2 => Just(vec![(0, 1_440)]), 4 => prop::collection::vec(interval, 0..3)]
}

fn model() -> impl Strategy<Value = Model> {
    let date = prop_oneof![(2011..2013i32, 355..366u32), (2026..2027i32, 1..366u32)]
        .prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap());
    let holidays = prop::collection::vec(date.clone().prop_map(Holiday::Date), 0..6);
    let special = prop::collection::vec((date, hours()), 0..3);
    (0..ZONES.len(), prop::collection::vec(hours(), 7), holidays, special).prop_map(
        |(zone, week, holidays, mut special)| {
            special.sort_by_key(|(day, _)| *day);
            special.dedup_by_key(|(day, _)| *day);
            Model { zone: ZONES[zone], week, holidays, special }
        },
    )
}

fn start() -> impl Strategy<Value = i64> {
    let of = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis();
    let near = (prop::sample::select(HARD.map(of).to_vec()), -5 * DAY..5 * DAY).prop_map(|(at, by)| at + by);
    let rounded = near.clone().prop_map(|at| at / 900_000 * 900_000);
    prop_oneof![near, rounded]
}

fn target() -> impl Strategy<Value = Target> {
    let days = prop_oneof![4 => 1..4u32, 1 => 1..60u32];
    let cut_off = prop::option::of((0..96u32).prop_map(|quarter| quarter * 15));
    (days, any::<bool>(), cut_off).prop_map(|(days, same_time, cut_off)| Target { days, same_time, cut_off })
}

fn load(model: &Model, target: Target) -> Policy {
    let text = json!({"en": "t"});
    let mut amount = json!({"businessDays": target.days});
    if target.same_time {
        amount["due"] = json!("same-time");
    }
    if let Some(minutes) = target.cut_off {
        amount["cutOff"] = json!(format!("{:02}:{:02}", minutes / 60, minutes % 60));
    }
    let policy = json!({
        "id": "t", "version": "1", "title": text, "languages": ["en"],
        "tiers": [{"id": "t", "name": text}], "severities": [{"id": "s", "name": text}],
        "calendars": {"c": model.definition()}, "measures": [{"id": "m", "name": text, "pausable": true}],
        "objectives": [{"id": "o", "measure": "m", "tiers": ["t"], "severities": ["s"], "target": amount, "calendar": "c"}],
    });
    Policy::load(&policy.to_string()).unwrap_or_else(|error| panic!("{error}: {:?}", error.diagnostics()))
}

fn instant(millis: i64) -> Instant {
    Instant::from_millis(millis).unwrap()
}

fn due(evaluation: &Evaluation) -> Option<i64> {
    evaluation.targets[0].due_at.map(Instant::millis)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn due_times_in_business_days_are_those_of_brute_force(model in model(), start in start(), target in target()) {
        let policy = load(&model, target);
        let evaluation = policy.evaluate(&CaseFacts::new("t", "s", instant(start)), instant(start)).unwrap();
        let limit = start + 800 * DAY;
        let expected = business_days::due(&model, start, target);
        prop_assert_eq!(due(&evaluation).filter(|due| *due < limit), expected.filter(|due| *due < limit));
    }

    #[test]
    fn the_amount_is_the_business_hours_up_to_the_due_time_and_a_pause_never_shortens_it(
        model in model(), start in start(), target in target(), (after, length) in (0..9 * DAY, 1..2 * DAY),
    ) {
        let policy = load(&model, target);
        let case = CaseFacts::new("t", "s", instant(start));
        let whole = policy.evaluate(&case, instant(start)).unwrap();
        prop_assume!(due(&whole).is_some_and(|due| due < start + 800 * DAY));
        let at = due(&whole).unwrap();
        let amount = whole.targets[0].remaining_seconds.unwrap();
        prop_assert_eq!(amount, model.elapsed(start, at, &[]) as f64 / 1_000.0);
        let stopped = |millis| case.clone().with_stop("m", instant(millis));
        let state = |millis| policy.evaluate(&stopped(millis), Instant::MAX).unwrap().targets[0].state;
        prop_assert_eq!((state(at), state(at + 1)), (TargetState::Met, TargetState::Missed));

        let pause = (start + after, start + after + length);
        let paused = case.clone().with_pause(instant(pause.0), instant(pause.1));
        let moved = due(&policy.evaluate(&paused, instant(pause.1)).unwrap());
        prop_assert!(moved.is_none_or(|moved| moved >= at));
        if let Some(moved) = moved.filter(|moved| *moved > at) {
            prop_assert_eq!(model.elapsed(start, moved, &[pause]) as f64 / 1_000.0, amount);
        }
    }
}

#[test]
fn the_next_business_day_has_its_own_offset_around_every_change_of_a_zone() {
    for zone in [chrono_tz::Europe::Paris, chrono_tz::America::Toronto, chrono_tz::Australia::Lord_Howe] {
        let hours = vec![vec![(9 * 60, 17 * 60)]; 7];
        let model = Model { zone, week: hours, holidays: Vec::new(), special: Vec::new() };
        let noon = |day: NaiveDate| model.instant(day.and_hms_opt(12, 0, 0).unwrap());
        let [at_noon, at_close] =
            [true, false].map(|same_time| load(&model, Target { days: 1, same_time, cut_off: None }));
        let [first, last] = [(1970, 1, 2), (2199, 12, 29)].map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap());
        let is_near_a_change = |day: NaiveDate| noon(day + Days::new(4)) - noon(day - Days::new(4)) != 8 * DAY;
        let is_near_an_end = |day: NaiveDate| day < first + Days::new(4) || day > last - Days::new(4);
        let days = first.iter_days().take_while(|day| *day <= last);
        let mut count = 0;
        for day in days.filter(|day| is_near_an_end(*day) || is_near_a_change(*day)) {
            let start = instant(noon(day));
            let case = CaseFacts::new("t", "s", start);
            let due = |policy: &Policy| due(&policy.evaluate(&case, start).unwrap());
            let next = noon(day + Days::new(1));
            assert_eq!(due(&at_noon), Some(next), "{zone} {day}");
            assert_eq!(due(&at_close), Some(next + 5 * 3_600_000), "{zone} {day}");
            count += 1;
        }
        assert!(count > 1_000, "{count} days in {zone}");
    }
}
