//! The worst inputs that are known: each is answered in bounded work, and with the answer that it deserves.
//!
//! They were found by attack. What bounds the work is asserted as counts and sizes of the answer; times are printed only, for
//! machines differ (`cargo test --release --test bounds -- --nocapture`).
#![cfg(all(feature = "analysis", not(target_arch = "wasm32")))]

use std::fmt::Display;
use std::time::Instant;

use case_slo::{
    CaseFacts, CustomerContext, Diagnostic, ErrorCode, MAX_COLUMN_VALUES, MAX_PAUSES, MAX_POSSIBILITIES,
    MAX_SEVERITY_CHANGES, MAX_VECTOR_BYTES, Policy, PolicyChange, check, diff,
};
use serde_json::{Map, Value, json};

/// Most findings that are listed, and the one that says how many are not.
const MOST: usize = 1_001;

fn list(count: usize, entry: impl Fn(usize) -> Value) -> Value {
    (0..count).map(entry).collect()
}

/// The smallest policy with other members.
fn policy(members: Value) -> Value {
    let mut policy = json!({
        "id": "p", "version": "1", "title": {"en": "T"}, "languages": ["en"], "severities": [{"id": "s", "name": {"en": "S"}}],
    });
    policy.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    policy
}

/// The same as text, with one member written by hand.
fn with(members: Value, key: &str, text: impl Display) -> String {
    policy(members).to_string().replacen('{', &format!("{{\"{key}\": {text}, "), 1)
}

fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    println!("{name}: {:?}", start.elapsed());
    result
}

fn checked(name: &str, text: &str) -> Vec<Diagnostic> {
    let found = timed(name, || check(text, true));
    assert!(found.len() <= MOST, "{name}: {} findings", found.len());
    let bytes: usize = found.iter().map(|finding| finding.path.len() + finding.message.len()).sum();
    assert!(bytes < 64 << 20, "{name}: {bytes} bytes");
    let loaded = timed(&format!("{name}, loading"), || Policy::load(text));
    assert_eq!(loaded.is_err(), found.iter().any(Diagnostic::is_error), "{name}");
    found
}

fn codes(found: &[Diagnostic]) -> Vec<&str> {
    let mut codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn only(found: &[Diagnostic]) -> (&str, &str, &str) {
    assert_eq!(found.len(), 1, "{found:#?}");
    (found[0].code, &found[0].path, &found[0].message)
}

fn text() -> Value {
    json!({"en": "T"})
}

#[test]
fn more_tiers_or_languages_than_a_policy_may_have_are_refused_before_anything_is_looked_for() {
    let tier = |n: usize| json!({"id": format!("t{n}"), "name": {}, "includes": format!("t{}", n + 1)});
    let found = checked("1,000 tiers", &policy(json!({"tiers": list(1_000, tier)})).to_string());
    assert_eq!(only(&found), ("limit-exceeded", "/tiers", "a policy may have at most 100 tiers, found 1000"));

    let language = |n: usize| json!(format!("aa-{n:04}"));
    let members =
        json!({"languages": list(2_500, language), "glossary": list(2_000, |_| json!({"term": {}, "text": {}}))});
    let found = checked("2,500 languages", &policy(members).to_string());
    assert_eq!(only(&found).2, "a policy may have at most 32 languages, found 2500");
}

#[test]
fn as_many_missing_texts_as_there_can_be_are_counted() {
    let languages = list(32, |n| json!(format!("aa-{n:04}")));
    let term = |_| json!({"term": {}, "text": {}});
    let members = json!({"languages": languages, "glossary": list(2_000, term)});
    let found = checked("32 languages", &policy(members).to_string());
    assert_eq!(found.iter().filter(|finding| finding.code == "missing-translation").count(), 1_000);
    assert!(found.iter().any(|finding| finding.message == "127064 more findings are not listed"), "{:?}", found.last());
}

#[test]
fn a_chain_of_tiers_may_be_as_long_as_it_can_be() {
    let tier = |n: usize| json!({"id": format!("t{n}"), "name": text(), "includes": format!("t{}", n + 1)});
    let chain = policy(json!({"tiers": list(100, tier)}));
    assert_eq!(only(&checked("a chain", &chain.to_string())).0, "unknown-reference");
    let circle = chain.to_string().replace("\"t100\"", "\"t50\"");
    let found = checked("a circle", &circle);
    assert_eq!((codes(&found), found.len()), (vec!["cyclic-inclusion"], 50));
}

#[test]
fn long_keys_and_ids_are_refused() {
    let long = "k".repeat(900_000);
    let values = vec!["1"; 60_000].join(",");
    let found = checked("a long key", &with(json!({}), "exports", format!("{{\"{long}\": [{values}]}}")));
    assert_eq!((found.len(), found[0].code, found[0].path.as_str()), (1, "limit-exceeded", "/exports"));
    assert!(found[0].message.len() < 120, "{}", found[0].message);

    let twice = vec!["\"a\": 1"; 10_000].join(",");
    let found =
        checked("a long key above repeated ones", &with(json!({}), "exports", format!("{{\"{long}\": {{{twice}}}}}")));
    assert_eq!(codes(&found), ["limit-exceeded"]);
    let unknown: Vec<String> = (0..900).map(|n| format!("\"u{n}\": 1")).collect();
    let found = checked("a long key above unknown ones", &with(json!({}), &long, format!("{{{}}}", unknown.join(","))));
    assert_eq!(codes(&found), ["limit-exceeded"]);
}

#[test]
fn keys_are_looked_up_in_constant_time() {
    let keys: Vec<String> = (0..60_000).map(|n| format!("\"k{n:05}\": 1")).collect();
    let found = checked("60,000 keys", &with(json!({}), "exports", format!("{{{}}}", keys.join(","))));
    assert_eq!(only(&found).2, "a list or an object may have at most 2000 entries, found 60000");

    let twice = vec!["\"a\": 1"; 100_000].join(",");
    let found = checked("100,000 repeated keys", &with(json!({}), "exports", format!("{{\"x\": {{{twice}}}}}")));
    let repeated = found.iter().filter(|finding| finding.code == "duplicate-key");
    assert_eq!(repeated.count(), 1_000);

    // Fifty objects of two thousand keys are allowed.
    let keys: Vec<String> = (0..1_900).map(|n| format!("\"k{n:04}\": 1")).collect();
    let objects: Vec<String> = (0..40).map(|n| format!("\"e{n}\": {{\"fields\": {{{}}}}}", keys.join(","))).collect();
    assert_eq!(checked("76,000 keys", &with(json!({}), "exports", format!("{{{}}}", objects.join(",")))), []);
}

#[test]
fn unknown_keys_and_references_are_counted_and_suggestions_are_bounded() {
    let keys: Vec<String> = (0..1_990).map(|n| format!("\"{}{n:04}\": 1", "x".repeat(60))).collect();
    let found = checked(
        "2,000 unknown keys",
        &policy(json!({})).to_string().replacen('{', &format!("{{{}, ", keys.join(",")), 1),
    );
    assert_eq!((codes(&found), found.len()), (vec!["limit-exceeded", "schema"], MOST));

    let clauses: Map<String, Value> =
        (0..2_000).map(|n| (format!("{}{n:04}", "c".repeat(56)), json!({"heading": text(), "text": text()}))).collect();
    let entry = |n: usize| json!({"term": text(), "text": text(), "clause": format!("{}{n:04}", "d".repeat(56))});
    let members = json!({"clauses": clauses, "glossary": list(2_000, entry)});
    let found = checked("2,000 unknown references", &policy(members).to_string());
    assert_eq!(found.iter().filter(|finding| finding.code == "unknown-reference").count(), 1_000);
}

fn questions(count: usize, options: usize) -> Value {
    let option = |n: usize| json!({"id": format!("o{n}"), "text": text()});
    list(count, |n| json!({"id": format!("q{n}"), "text": text(), "ordered": true, "options": list(options, option)}))
}

#[test]
fn rules_that_all_meet_under_unique_are_counted() {
    let severities = list(63, |n| json!({"id": format!("s{n}"), "name": text()}));
    let id = "r".repeat(190);
    let rule = |n: usize| json!({"id": format!("{id}{n}"), "when": {}, "severity": format!("s{}", n % 63)});
    let classification = json!({"hitPolicy": "unique", "rules": list(2_000, rule)});
    let members = json!({"severities": severities, "questions": questions(2, 2), "classification": classification});
    let text = policy(members).to_string();
    let found = checked("2,000 rules that meet", &text);
    assert_eq!(found.iter().filter(|finding| finding.code == "overlap").count(), 100);
    let error = Policy::load(&text).unwrap_err();
    assert_eq!(error.diagnostics().len(), MOST);
    assert!(error.diagnostics().iter().any(|finding| finding.message == "1967248 more findings are not listed"));
}

/// A table of random rules.
fn table(questions_count: usize, options: usize, rules: usize, asked: usize, seed: u64, hit_policy: &str) -> String {
    let mut seed = seed;
    let mut below = move |limit: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % limit
    };
    let rules: Vec<Value> = (0..rules)
        .map(|n| {
            let mut when = Map::new();
            for _ in 0..asked {
                let mut chosen: Vec<String> = (0..options).filter(|_| below(2) == 0).map(|o| format!("o{o}")).collect();
                chosen.push(format!("o{}", below(options)));
                chosen.dedup();
                when.insert(format!("q{}", below(questions_count)), json!(chosen));
            }
            json!({"id": format!("r{n}"), "when": when, "severity": format!("s{}", below(5))})
        })
        .collect();
    let severities = list(5, |n| json!({"id": format!("s{n}"), "name": text()}));
    let classification = json!({"hitPolicy": hit_policy, "rules": rules});
    let questions = questions(questions_count, options);
    policy(json!({"severities": severities, "questions": questions, "classification": classification})).to_string()
}

#[test]
fn a_table_whose_function_is_too_large_says_which_question_was_not_looked_at() {
    for hit_policy in ["most-severe", "first"] {
        for (questions, options, rules, asked) in [(8, 64, 60, 3), (16, 64, 250, 2), (12, 12, 200, 4), (40, 2, 300, 10)]
        {
            let name = format!("{rules} {hit_policy} rules over {questions} questions of {options}");
            let found = checked(&name, &table(questions, options, rules, asked, 7, hit_policy));
            assert!(found.iter().any(|finding| finding.code == "limit-exceeded"), "{name}: {:?}", codes(&found));
        }
    }
}

#[test]
fn objectives_that_share_cells_are_counted() {
    let (tiers, measures) = (
        list(100, |n| json!({"id": format!("t{n}"), "name": text()})),
        list(2, |n| json!({"id": format!("m{n}"), "name": text()})),
    );
    let severities = list(63, |n| json!({"id": format!("s{n}"), "name": text()}));
    let ids = |letter: &str, count: usize| list(count, |n| json!(format!("{letter}{n}")));
    let objective = |n: usize| json!({"id": format!("o{n}"), "measure": "m0", "tiers": ids("t", 60), "severities": ids("s", 50), "calendar": "c"});
    let members = json!({
        "tiers": tiers, "measures": measures, "severities": severities, "calendars": {"c": {"open": "24x7"}},
        "objectives": list(1_000, objective),
    });
    let found = checked("1,000 objectives that share cells", &policy(members).to_string());
    let overlaps: Vec<_> = found.iter().filter(|finding| finding.code == "objective-overlap").collect();
    assert_eq!(overlaps.len(), 100);
    assert!(found.iter().any(|finding| finding.message.starts_with("899 more pairs of objectives")));
}

#[test]
fn tiers_that_promise_less_and_conditions_that_never_hold_are_counted() {
    let tier =
        |n: usize| json!({"id": format!("t{n}"), "name": text(), "includes": (n > 0).then(|| format!("t{}", n - 1))});
    let severities = list(63, |n| json!({"id": format!("s{n}"), "name": text()}));
    let all = list(63, |n| json!(format!("s{n}")));
    let objective = |n: usize| {
        let (tier, measure) = (n % 100, n / 100);
        let target = json!({"within": format!("PT{}H", tier + 1)});
        json!({"id": format!("o{n}"), "measure": format!("m{measure}"), "tiers": [format!("t{tier}")], "severities": all,
            "target": target, "calendar": "c"})
    };
    let advice =
        |n: usize| json!({"id": format!("a{n}"), "kind": "act", "when": {"state": ["paused"]}, "text": text()});
    let members = json!({
        "tiers": list(100, tier), "severities": severities, "calendars": {"c": {"open": "24x7"}},
        "measures": list(15, |n| json!({"id": format!("m{n}"), "name": text()})),
        "objectives": list(1_500, objective), "advice": list(2_000, advice),
    });
    let found = checked("tiers that promise less", &policy(members).to_string());
    assert_eq!(found.iter().filter(|finding| finding.code == "tier-promises-less").count(), 100);
    assert!(found.iter().any(|finding| finding.message == "4677650 more objectives that promise less are not listed"));
    assert_eq!(found.iter().filter(|finding| finding.code == "condition-never-holds").count(), 899);
}

fn compared(name: &str, before: &Value, after: &Value) -> Vec<PolicyChange> {
    let load =
        |policy: &Value| Policy::load(&policy.to_string()).unwrap_or_else(|error| panic!("{:?}", error.diagnostics()));
    let (before, after) = (load(before), load(after));
    let found = timed(name, || diff(&before, &after));
    assert!(found.len() <= 2_002, "{name}: {} changes", found.len());
    found
}

#[test]
fn entries_that_are_all_renamed_are_paired() {
    let clauses = |letter: &str| -> Map<String, Value> {
        (0..2_000)
            .map(|n| (format!("{letter}{n}"), json!({"heading": text(), "text": {"en": format!("Clause {n}")}})))
            .collect()
    };
    let found = compared(
        "renamed clauses",
        &policy(json!({"clauses": clauses("a")})),
        &policy(json!({"clauses": clauses("b")})),
    );
    assert_eq!(found.len(), 2_000);
    assert_eq!(found[7].message, "the clause \"a7\" is now called \"b7\"");

    let advice = |letter: &str| {
        list(2_000, |n| json!({"id": format!("{letter}{n}"), "kind": "act", "text": text(), "when": {}}))
    };
    let found =
        compared("renamed advice", &policy(json!({"advice": advice("a")})), &policy(json!({"advice": advice("b")})));
    assert_eq!(
        (found.len(), found[1_999].message.as_str()),
        (2_000, "the piece of advice \"a1999\" is now called \"b1999\"")
    );
}

#[test]
fn objectives_that_all_change_are_told_as_far_as_they_are_listed() {
    let members = |hours: usize| {
        let tier = |n: usize| json!({"id": format!("t{n}"), "name": text()});
        let all = list(60, |n| json!(format!("s{n}")));
        let objective = |n: usize| {
            json!({"id": format!("o{n}"), "measure": format!("m{}", n / 100), "tiers": [format!("t{}", n % 100)],
                "severities": all, "target": {"within": format!("PT{hours}H")}, "calendar": "c"})
        };
        json!({
            "tiers": list(100, tier), "severities": list(60, |n| json!({"id": format!("s{n}"), "name": text()})),
            "measures": list(15, |n| json!({"id": format!("m{n}"), "name": text()})),
            "calendars": {"c": {"open": "24x7"}}, "objectives": list(1_500, objective),
        })
    };
    let found = compared("changed objectives", &policy(members(1)), &policy(members(2)));
    assert_eq!(found.len(), 1_500);
    assert!(found[0].message.ends_with("was within PT1H (c), is within PT2H (c)"), "{}", found[0].message);
}

#[test]
fn deep_and_long_exports_are_compared() {
    let deep = |value: usize| {
        (0..120).fold(json!(list(1_900, |_| json!(value))), |inner, n| json!({ format!("k{n}"): inner }))
    };
    let exports = |value: usize| {
        let systems: Map<String, Value> = (0..50).map(|n| (format!("e{n}"), json!({"fields": deep(value)}))).collect();
        policy(json!({ "exports": systems }))
    };
    let found = compared("deep exports", &exports(1), &exports(2));
    assert_eq!(found.len(), 50);
}

#[test]
fn placeholders_without_end_are_counted() {
    let field = "{unknown-name}".repeat(4_000);
    let fields: Map<String, Value> = (0..18).map(|n| (format!("f{n}"), json!(field))).collect();
    let found = checked("72,000 placeholders", &policy(json!({"exports": {"x": {"fields": fields}}})).to_string());
    assert_eq!(found.iter().filter(|finding| finding.code == "unknown-placeholder").count(), 1_000);
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let text = format!("\u{feff}{}", case_slo::REFERENCE_POLICY);
    assert!(Policy::load(&text).is_ok());
    assert_eq!(check(&text, true), []);
}

#[test]
fn the_timelines_of_an_evaluation_have_a_limit_together() {
    let measures = list(100, |n| json!({"id": format!("m{n}"), "name": text(), "pausable": true}));
    let policy = |calendars: Value, calendar: &dyn Fn(usize) -> String| {
        let objective = |n: usize| {
            json!({"id": format!("o{n}"), "measure": format!("m{n}"), "tiers": ["t"], "severities": ["s"],
                "target": {"within": "PT1H"}, "calendar": calendar(n)})
        };
        let tiers = json!([{"id": "t", "name": text()}]);
        policy(
            json!({"tiers": tiers, "measures": measures, "objectives": list(100, objective), "calendars": calendars}),
        )
        .to_string()
    };
    let at = |millis: i64| case_slo::Instant::from_millis(millis).unwrap();
    let segments = |name: &str, policy: &str, case: &CaseFacts, now: case_slo::Instant| -> Vec<usize> {
        let policy = Policy::load(policy).unwrap();
        let evaluation = timed(name, || policy.evaluate(case, now)).unwrap();
        evaluation.targets.iter().map(|target| target.timeline.len()).collect()
    };

    let always = policy(json!({"c": {"open": "24x7"}}), &|_| "c".to_owned());
    let paused = |pauses: i64| {
        (0..pauses).fold(CaseFacts::new("t", "s", at(0)), |case, n| case.with_pause(at(n * 20 + 10), at(n * 20 + 20)))
    };
    // Counted and paused in turn: two segments a pause, and 500 for each of a hundred measures.
    assert_eq!(segments("250 pauses", &always, &paused(250), at(5_000)), [500; 100]);
    let found = segments("250 pauses and a moment", &always, &paused(250), at(5_001));
    assert_eq!((found.iter().filter(|count| **count == 501).count(), found.iter().sum::<usize>()), (99, 49_599));

    let day = list(2, |n| json!([format!("{:02}:00", n * 8 + 1), format!("{:02}:00", n * 8 + 6)]));
    let week: Map<String, Value> =
        ["mon", "tue", "wed", "thu"].into_iter().map(|key| (key.to_owned(), day.clone())).collect();
    let calendars: Map<String, Value> =
        (0..5).map(|n| (format!("c{n}"), json!({"zone": "America/Toronto", "weekly": week}))).collect();
    let busy = policy(json!(calendars), &|n| format!("c{}", n % 5));
    let found = segments("all years", &busy, &CaseFacts::new("t", "s", case_slo::Instant::MIN), case_slo::Instant::MAX);
    assert_eq!(found, [0; 100]);
    let found = segments("a year", &busy, &CaseFacts::new("t", "s", at(0)), at(365 * 86_400_000));
    assert!(found[..50].iter().all(|count| *count > 800) && found.iter().sum::<usize>() <= case_slo::MAX_SEGMENTS);
}

#[test]
fn a_long_name_of_a_holiday_takes_room_in_a_timeline() {
    let name = json!({"en": "n".repeat(60_000)});
    let holidays = list(10, |n| json!({"easter": n * 2, "name": name}));
    let policy = policy(json!({
        "tiers": [{"id": "t", "name": text()}], "measures": [{"id": "m", "name": text()}],
        "objectives": [{"id": "o", "measure": "m", "tiers": ["t"], "severities": ["s"], "target": {"within": "PT1H"}, "calendar": "c"}],
        "calendars": {"c": {"zone": "UTC", "weekly": {"mon": [["09:00", "17:00"]]}, "holidays": holidays}},
    }));
    let policy = Policy::load(&policy.to_string()).unwrap();
    let case = CaseFacts::new("t", "s", case_slo::Instant::MIN);
    let segments = |years: i64| {
        let now = case_slo::Instant::from_millis(years * 31_557_600_000).unwrap();
        policy.evaluate(&case, now).unwrap().targets[0].timeline.len()
    };
    assert!(segments(10) > 1_000);
    assert_eq!(segments(100), 0);
}

#[test]
fn advice_that_depends_on_many_questions_at_once_is_searched() {
    let option = |n: usize| json!({"id": format!("o{n}"), "text": text()});
    let context = list(9, |n| json!({"id": format!("q{n}"), "text": text(), "options": list(2, option)}));
    let advice = |n: usize| {
        let when: Map<String, Value> =
            (0..9).map(|q| (format!("q{q}"), json!([format!("o{}", (n >> q) & 1)]))).collect();
        json!({"id": format!("a{n}"), "kind": "act", "text": text(), "when": when})
    };
    let found = |context: Value, questions: usize| {
        let policy = policy(json!({"context": context, "advice": list(2_000, advice)})).to_string();
        let policy = Policy::load(&policy).unwrap_or_else(|error| panic!("{:?}", error.diagnostics()));
        let found =
            timed(&format!("{questions} questions"), || policy.next_context(&CustomerContext::new())).unwrap().unwrap();
        (found.id, found.expected, found.worst, found.exact)
    };
    // Every combination of answers has advice of its own.
    assert_eq!(found(context, 9), ("q0".to_owned(), 9.0, 9, true));
    let context = list(100, |n| json!({"id": format!("q{n}"), "text": text(), "options": list(64, option)}));
    assert_eq!(found(context, 100), ("q0".to_owned(), 9.0, 9, false));
}

#[test]
fn days_that_are_all_holidays_leave_nothing_open() {
    let months = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let days =
        (1..=12).flat_map(|month| (1..=months[month - 1]).map(move |day| json!(format!("--{month:02}-{day:02}"))));
    let week = json!({"mon-sun": [["00:00", "24:00"]]});
    let calendar = json!({"zone": "UTC", "weekly": week, "holidays": ["@all"]});
    let policy = policy(json!({
        "holidaySets": {"all": {"observed": {"sat": "mon", "sun": "tue"}, "days": days.collect::<Value>()}},
        "calendars": (0..4).map(|n| (format!("c{n}"), calendar.clone())).collect::<Map<_, _>>(),
    }));
    let policy = Policy::load(&policy.to_string()).unwrap_or_else(|error| panic!("{:?}", error.diagnostics()));
    for calendar in ["c0", "c1", "c2", "c3"] {
        let elapsed = timed("all days are holidays", || {
            policy.elapsed(calendar, case_slo::Instant::MIN, case_slo::Instant::MAX, &[])
        });
        assert_eq!(elapsed.unwrap(), std::time::Duration::ZERO);
    }
}

#[test]
fn an_argument_at_its_limit_is_taken_and_one_above_is_refused() {
    let policy = Policy::reference();
    let at = |millis: i64| case_slo::Instant::from_millis(millis).unwrap();
    let code = |error: case_slo::Error| error.code();
    let start = CaseFacts::new("premium", "low", at(0));
    let paused = |count: i64| (0..count).fold(start.clone(), |case, n| case.with_pause(at(n), at(n + 1)));
    let changed = |count: i64| (0..count).fold(start.clone(), |case, n| case.with_severity_change(at(n), "high"));
    for case in [paused(MAX_PAUSES as i64), changed(MAX_SEVERITY_CHANGES as i64)] {
        assert!(policy.evaluate(&case, at(5_000)).is_ok());
    }
    for case in [paused(MAX_PAUSES as i64 + 1), changed(MAX_SEVERITY_CHANGES as i64 + 1)] {
        assert_eq!(policy.evaluate(&case, at(5_000)).map_err(code), Err(ErrorCode::LimitExceeded));
        assert_eq!(policy.expect(&case).map_err(code), Err(ErrorCode::LimitExceeded));
    }

    let vector = |bytes: usize| format!("cisco-spark-swss@1/q:{}", "x".repeat(bytes - 21));
    assert!(policy.parse_vector(&vector(MAX_VECTOR_BYTES)).is_ok());
    assert_eq!(policy.parse_vector(&vector(MAX_VECTOR_BYTES + 1)).map_err(code), Err(ErrorCode::LimitExceeded));

    // Memory that nobody has written to costs nothing.
    let column = vec![0.0; MAX_COLUMN_VALUES + 1];
    assert_eq!(policy.deadlines("always", &column, &column).map_err(code), Err(ErrorCode::LimitExceeded));
    assert_eq!(policy.elapsed_all("always", &column, &column).map_err(code), Err(ErrorCode::LimitExceeded));

    let feature = |n: usize| json!({"id": format!("f{n}"), "tier": "t", "name": text(), "cadence": "daily"});
    let dates = |features: usize| {
        let members = json!({"tiers": [{"id": "t", "name": text()}], "features": list(features, feature)});
        let policy = Policy::load(&self::policy(members).to_string()).unwrap();
        let period = case_slo::Period::between("2024-01-01", "2033-12-31").unwrap();
        let found = policy.deliverables("t", &CustomerContext::new(), period).map_err(code);
        found.map(|all| all.iter().map(|each| each.dates.len()).sum::<usize>())
    };
    assert_eq!(dates(68), Ok(68 * 3_653));
    assert_eq!(dates(69), Err(ErrorCode::LimitExceeded));
}

#[test]
fn the_documentation_lists_the_limits_of_arguments() {
    let documentation = include_str!("../docs/diagnostics.md");
    for (row, limit) in [
        ("numbers in a column", MAX_COLUMN_VALUES),
        ("pauses of a case", MAX_PAUSES),
        ("severity changes of a case", MAX_SEVERITY_CHANGES),
        ("dates of all deliverables of a period", case_slo::MAX_DELIVERABLE_DATES),
        (
            "segments in the timelines of an evaluation; a timeline for which there is no room is empty",
            case_slo::MAX_SEGMENTS,
        ),
    ] {
        let digits = limit.to_string();
        let groups: Vec<&str> =
            digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
        let row = format!("| {row} | {} |", groups.join(","));
        assert!(documentation.contains(&row), "{row}");
    }
    assert!(documentation.contains("| text in an argument, and a vector | 64 KiB |") && MAX_VECTOR_BYTES == 64 << 10);
}

#[test]
fn targets_may_depend_on_as_many_missing_answers_as_the_limit_says_and_no_more() {
    let text = json!({"en": "T"});
    // Each question has two answers.
    let next = |questions: usize, submitted: Value| {
        let id = |at: usize| format!("q{at}");
        let options = json!([{"id": "yes", "text": text}, {"id": "no", "text": text}]);
        let context = list(questions, |at| json!({"id": id(at), "text": text, "options": options}));
        let mut all: Map<String, Value> = (0..questions).map(|at| (id(at), json!(["yes"]))).collect();
        if !submitted.is_null() {
            all.insert("submitted".to_owned(), submitted);
        }
        let hours = json!({"mon-fri": [["09:00", "17:00"]]});
        let text = policy(json!({
            "tiers": [{"id": "t", "name": text}], "context": context,
            "calendars": {
                "always": {"open": "24x7"}, "office": {"zone": "UTC", "weekly": hours}, "mine": {"zone": {"by": "customer"}, "weekly": hours},
            },
            "measures": [{"id": "initial-response", "name": text}],
            "objectives": [
                {"id": "all", "measure": "initial-response", "when": all, "target": {"within": "PT1H"}, "calendar": "always"},
                {"id": "rest", "measure": "initial-response", "target": {"within": "PT2H"}, "calendar": "always"},
            ],
        }));
        let policy = Policy::load(&text.to_string()).unwrap();
        policy.next_context(&CustomerContext::new().with_tier("t").with_severity("s"))
    };
    assert_eq!(1 << 12, MAX_POSSIBILITIES);
    assert_eq!(next(12, Value::Null).unwrap().unwrap().id, "q0");
    assert_eq!(next(13, Value::Null).unwrap_err().code(), ErrorCode::LimitExceeded);
    // Whether a start lies in the hours of a customer whose zone is missing is one more answer; in those of an office it is none.
    let during = |calendar: &str| json!({"during": calendar});
    assert!(next(12, during("office")).is_ok());
    assert!(next(11, during("mine")).is_ok());
    assert_eq!(next(12, during("mine")).unwrap_err().code(), ErrorCode::LimitExceeded);
}
