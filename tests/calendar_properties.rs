//! Deadlines and elapsed time on random calendars in every kind of zone, held against brute force.
#![cfg(all(feature = "analysis", not(target_arch = "wasm32")))]

#[path = "oracle/open_time.rs"]
mod oracle;
#[path = "oracle/time_case.rs"]
mod time_case;

use case_slo::{CaseFacts, Instant, Pause, Policy, argument, utc_offsets};
use chrono::{NaiveDate, Offset, TimeZone};
use oracle::{Holiday, Hours, Model};
use proptest::prelude::*;
use serde_json::{Value, json};
use time_case::{DAY, HARD, TimeCase, ZONES, deadline, elapsed, instant as instant_of, load};

fn hours() -> impl Strategy<Value = Hours> {
    let minutes = prop_oneof![(0..96u32).prop_map(|quarter| quarter * 15), 0..1_440u32];
    let closes = prop_oneof![9 => minutes.clone(), 1 => Just(1_440)];
    let interval = (minutes, closes).prop_filter("equal ends are refused", |(opens, closes)| opens != closes);
    prop_oneof![3 => Just(vec![]), 4 => Just(vec![(540, 720), (780, 1_050)]), 5 => prop::collection::vec(interval, 0..4)]
}

fn date() -> impl Strategy<Value = NaiveDate> {
    // Some of them around Apia's missing day and the ends of daylight saving.
    prop_oneof![(2011..2013i32, 355..366u32), (1970..2200i32, 1..366u32)]
        .prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap())
}

fn holiday() -> impl Strategy<Value = Holiday> {
    prop_oneof![
        date().prop_map(Holiday::Date),
        (1..=12u32, 1..=28u32).prop_map(|(month, day)| Holiday::Yearly(month, day)),
        Just(Holiday::Yearly(2, 29)),
        (-60..70i64).prop_map(Holiday::Easter),
        (0..7u8, prop_oneof![1..=5i32, -5..=-1i32], 1..=12u32).prop_map(|(w, n, m)| Holiday::Nth(w, n, m)),
        (0..7u8, 1..=12u32, 1..=28u32).prop_map(|(w, m, d)| Holiday::Before(w, m, d)),
    ]
}

fn model() -> impl Strategy<Value = Model> {
    let special = prop::collection::vec((date(), hours()), 0..4);
    (0..ZONES.len(), prop::collection::vec(hours(), 7), prop::collection::vec(holiday(), 0..12), special).prop_map(
        |(zone, week, holidays, mut special)| {
            special.sort_by_key(|(day, _)| *day);
            special.dedup_by_key(|(day, _)| *day);
            Model { zone: ZONES[zone], week, holidays, special }
        },
    )
}

/// Instants of which half lie where something happens: changes of offset, turns of the year, the ends of the range.
fn instant() -> impl Strategy<Value = i64> {
    let of = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis();
    let hard: Vec<i64> = HARD.iter().map(|text| of(text)).collect();
    let near = (prop::sample::select(hard), -2 * DAY..2 * DAY).prop_map(|(at, by)| (at + by).max(0));
    let rounded = near.clone().prop_map(|at| at / 900_000 * 900_000);
    prop_oneof![near, rounded, 0..of("2199-10-01T00:00:00Z")]
}

fn pauses(from: i64) -> impl Strategy<Value = Vec<(i64, i64)>> {
    let pause = (-DAY..10 * DAY, 0..2 * DAY).prop_map(move |(after, length)| {
        let start = (from + after).max(0);
        (start, start + length)
    });
    prop_oneof![Just(Vec::new()), prop::collection::vec(pause, 0..4)]
}

fn millis(instant: &Value) -> i64 {
    chrono::DateTime::parse_from_rfc3339(instant.as_str().unwrap()).unwrap().timestamp_millis()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn deadlines_and_elapsed_time_are_those_of_brute_force(
        model in model(),
        (from, pauses) in instant().prop_flat_map(|from| (Just(from), pauses(from))),
        budget in prop_oneof![Just(0), (0..200i64).prop_map(|q| q * 900_000), 0..50 * 3_600_000i64],
        length in 0..40 * DAY,
    ) {
        let policy = load(&model);
        let limit = from + 60 * DAY;
        let seconds = budget as f64 / 1_000.0;
        let due = deadline(&policy, from, budget, &pauses);
        let expected = model.deadline(from, budget, &pauses, limit);
        prop_assert_eq!(due.filter(|due| *due < limit), expected.filter(|due| *due < limit));
        let column = policy.deadlines("c", &[from as f64], &[seconds]).unwrap()[0];
        let unpaused = model.deadline(from, budget, &[], limit).filter(|due| *due < limit);
        prop_assert_eq!((column < limit as f64).then_some(column as i64), unpaused);

        let to = from + length;
        prop_assert_eq!(elapsed(&policy, from, to, &pauses), model.elapsed(from, to, &pauses));
        let column = policy.elapsed_all("c", &[from as f64], &[to as f64]).unwrap()[0];
        prop_assert_eq!((column * 1_000.0).round() as i64, model.elapsed(from, to, &[]));
    }

    #[test]
    fn a_timeline_says_what_brute_force_says_and_sums_to_what_has_elapsed(
        model in model(),
        (from, pauses) in instant().prop_flat_map(|from| (Just(from), pauses(from))),
        length in 0..40 * DAY,
    ) {
        let policy = load(&model);
        let facts = |pauses: &[(i64, i64)]| {
            let facts = CaseFacts::new("t", "s", instant_of(from));
            let facts = pauses.iter().fold(facts, |facts, (from, to)| facts.with_pause(instant_of(*from), instant_of(*to)));
            json!(policy.evaluate(&facts, instant_of(from + length)).unwrap())["targets"][0].clone()
        };
        let timeline = facts(&[])["timeline"].clone();
        let mut found: Vec<oracle::Stretch> = Vec::new();
        for segment in timeline.as_array().unwrap() {
            let kind = ["counted", "closed", "holiday"].into_iter().find(|kind| segment["kind"] == *kind).unwrap();
            found.push((millis(&segment["from"]), millis(&segment["to"]), kind));
        }
        prop_assert_eq!(found, model.stretches(from, from + length));

        let target = facts(&pauses);
        let sum: i64 = target["timeline"].as_array().unwrap().iter().filter(|s| s["kind"] == "counted")
            .map(|s| millis(&s["to"]) - millis(&s["from"])).sum();
        prop_assert_eq!(sum, model.elapsed(from, from + length, &pauses));
        prop_assert_eq!(target["elapsedSeconds"].as_f64().unwrap(), sum as f64 / 1_000.0);
    }

    #[test]
    fn deadline_and_elapsed_are_inverse_and_time_adds_up(
        model in model(),
        from in instant(),
        (first, second) in (0..30 * DAY, 0..30 * DAY),
        budget in 1..80 * 3_600_000i64,
        later in 0..3 * DAY,
    ) {
        let policy = load(&model);
        let elapsed = |from: i64, to: i64| elapsed(&policy, from, to, &[]);
        let (middle, end) = (from + first, from + first + second);
        prop_assert_eq!(elapsed(from, middle) + elapsed(middle, end), elapsed(from, end));
        let deadline = |from: i64| deadline(&policy, from, budget, &[]);
        if let Some(due) = deadline(from) {
            prop_assert_eq!(elapsed(from, due), budget);
            prop_assert_eq!(elapsed(from, due - 1), budget - 1, "not a millisecond sooner");
            prop_assert!(deadline(from + later).is_none_or(|later| later >= due), "never earlier for a later start");
        }
    }

    #[test]
    fn a_pause_in_closed_time_changes_nothing(
        model in model(),
        from in instant(),
        length in 0..20 * DAY,
        budget in 0..40 * 3_600_000i64,
        (number, share) in (0..40usize, 0.0..1.0f64),
    ) {
        let policy = load(&model);
        let to = from + length;
        // A part of one of the stretches that are closed.
        let stretches = model.stretches((from - DAY).max(0), to + 10 * DAY);
        let closed: Vec<_> = stretches.into_iter().filter(|(_, _, kind)| *kind != "counted").collect();
        prop_assume!(!closed.is_empty());
        let (opens, closes, _) = closed[number % closed.len()];
        let pause = (opens, closes - ((closes - opens) as f64 * share) as i64);
        let ask = |pauses: &[(i64, i64)]| (deadline(&policy, from, budget, pauses), elapsed(&policy, from, to, pauses));
        prop_assert_eq!(ask(&[pause]), ask(&[]));
    }

    #[test]
    fn a_case_of_any_bytes_is_answered_as_by_brute_force(bytes in prop::collection::vec(any::<u8>(), 0..120)) {
        TimeCase::from_bytes(&bytes).check();
    }

    #[test]
    fn nothing_that_a_calendar_says_makes_the_engine_fail(
        times in prop::collection::vec("[0-2é:-]{0,3}[0-9]:[0-9]{0,3}|[0-2][0-9]:[0-5][0-9]|24:00", 2),
        dates in prop::collection::vec("-?-?[0-9é]{0,4}-[0-3][0-9]|[0-9]{4}-[0-1][0-9]-[0-3][0-9]", 2),
        zone in "[A-Za-zé+:/_-]{0,12}|UTC|Asia/Gaza",
        (easter, nth, month) in (any::<i32>(), any::<i32>(), any::<u32>()),
        (start, seconds) in (any::<f64>(), prop_oneof![any::<f64>(), 0.0..1e6]),
    ) {
        let text = json!({"en": "t"});
        let hours = json!([[times[0], times[1]]]);
        let policy = json!({
            "id": "t", "version": "1", "title": text, "languages": ["en"], "severities": [{"id": "s", "name": text}],
            "calendars": {
                "odd": {"zone": zone, "weekly": {"mon": hours}, "holidays": [dates[0], {"easter": easter}], "special": {&*dates[1]: hours}},
                "nth": {"zone": "UTC", "weekly": {"tue": hours}, "holidays": [{"weekday": "mon", "nth": nth, "month": month}]},
                "fine": {"zone": "America/Toronto", "weekly": {"wed": [["09:00", "17:00"]]}},
            },
        });
        let found = case_slo::check(&policy.to_string(), true);
        let loaded = Policy::load(&policy.to_string());
        prop_assert_eq!(loaded.is_err(), found.iter().any(case_slo::Diagnostic::is_error));
        if let Ok(policy) = loaded {
            for calendar in ["odd", "nth", "fine"] {
                let columns = (policy.deadlines(calendar, &[start], &[seconds]), policy.elapsed_all(calendar, &[start], &[seconds]));
                prop_assert!(columns.0.is_ok() && columns.1.is_ok());
                if let (Ok(start), Ok(duration)) = (Instant::from_millis(start as i64), argument::duration(seconds)) {
                    let _ = policy.deadline(calendar, start, duration, &[]);
                    let _ = policy.elapsed(calendar, Instant::MIN, start, &[Pause { from: start, to: None }]);
                }
            }
        }
    }
}

#[test]
fn long_spans_add_up_from_short_ones() {
    let calendar = r#"{"c": {"zone": "Europe/Paris", "weekly": {"mon-fri": [["09:00", "12:00"], ["13:00", "18:00"]]}, "holidays": ["--07-14"]}}"#;
    let policy = format!(
        r#"{{"id": "p", "version": "1", "title": {{"en": "T"}}, "languages": ["en"], "severities": [{{"id": "s", "name": {{"en": "S"}}}}], "calendars": {calendar}}}"#
    );
    let policy = Policy::load(&policy).unwrap();
    let open = |from: i64, to: i64| {
        (policy.elapsed_all("c", &[from as f64], &[to as f64]).unwrap()[0] * 1_000.0).round() as i64
    };
    for first in [0, 86_400_000 * 4_000 + 7, Instant::MAX.millis() / 2] {
        let (mut sum, mut from) = (0, first);
        // Steps of about a year and a half, on the edges of pages and off them.
        for step in [1 << 34, (1 << 34) * 3 - 12_345_678].into_iter().cycle() {
            let to = (from + step).min(Instant::MAX.millis());
            sum += open(from, to);
            assert_eq!(open(first, to), sum, "{first} to {to}");
            from = to;
            if to == Instant::MAX.millis() {
                break;
            }
        }
    }
}

#[test]
fn every_day_from_1970_to_2199_opens_and_closes_when_its_zone_says() {
    for zone in [chrono_tz::UTC, chrono_tz::Europe::Paris, chrono_tz::Australia::Lord_Howe, chrono_tz::Pacific::Apia] {
        let model = Model { zone, week: vec![vec![(9 * 60, 17 * 60)]; 7], holidays: Vec::new(), special: Vec::new() };
        let policy = load(&model);
        let days = NaiveDate::from_ymd_opt(1970, 1, 2).unwrap().iter_days();
        let days: Vec<NaiveDate> =
            days.take_while(|day| *day <= NaiveDate::from_ymd_opt(2199, 12, 30).unwrap()).collect();
        // A date that the zone left out has no noon.
        let days = days
            .into_iter()
            .filter(|day| zone.from_local_datetime(&day.and_hms_opt(12, 0, 0).unwrap()) != chrono::LocalResult::None);
        let hours = |hour| move |day: &NaiveDate| day.and_hms_opt(hour, 0, 0).unwrap();
        let (mut opens, mut closes) = (Vec::new(), Vec::new());
        for day in days {
            opens.push(model.instant(hours(9)(&day)) as f64);
            closes.push(model.instant(hours(17)(&day)) as f64);
        }
        let (count, length) = (opens.len(), 8.0 * 3_600.0);
        let next = policy.deadlines("c", &closes[..count - 1], &vec![0.0; count - 1]).unwrap();
        assert!(next == opens[1..], "{zone} opens");
        let ends = policy.deadlines("c", &opens, &vec![length; count]).unwrap();
        assert!(ends == closes, "{zone} closes");
        let open = policy.elapsed_all("c", &opens[..count - 1], &opens[1..]).unwrap();
        assert!(open.iter().all(|open| *open == length), "{zone} is open for eight hours a day");
        let closed = policy.elapsed_all("c", &closes[..count - 1], &opens[1..]).unwrap();
        assert!(closed.iter().all(|open| *open == 0.0), "{zone} is closed at night");
    }
}

#[test]
fn the_offsets_of_a_zone_change_to_the_second_when_chrono_says() {
    let end = Instant::parse("2100-01-01T00:00:00Z").unwrap();
    for zone in ZONES {
        let at = |seconds: i64| {
            let utc = chrono::DateTime::from_timestamp(seconds, 0).unwrap().naive_utc();
            zone.offset_from_utc_datetime(&utc).fix().local_minus_utc()
        };
        let found = utc_offsets(zone.name(), Instant::MIN, end).unwrap();
        let found: Vec<(i64, i32)> =
            found.iter().map(|offset| (offset.from.millis() / 1_000, offset.seconds)).collect();
        assert_eq!(found[0], (0, at(0)), "{zone}");
        let ends = found[1..].iter().map(|(from, _)| *from).chain([end.millis() / 1_000]);
        for ((from, seconds), to) in found.iter().zip(ends) {
            // The offset holds from its first second to its last, and at noon and midnight in between.
            let within = (*from..to).step_by(43_200).chain([to - 1]);
            assert!(within.map(at).all(|offset| offset == *seconds), "{zone} from {from}");
        }
        assert!(found.windows(2).all(|pair| pair[0].1 != pair[1].1), "{zone}");
    }
}
