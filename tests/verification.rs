//! Each finding of the verification, in a policy that has it, and gone once it is fixed.
#![cfg(all(feature = "analysis", not(target_arch = "wasm32")))]

use case_slo::{Diagnostic, Level, check};
use serde_json::{Value, json};

/// A policy without a finding, in which each part can be gone wrong.
fn sound() -> Value {
    let text = |text: &str| json!({ "en": text });
    json!({
        "id": "sound", "version": "1", "title": text("Sound"), "languages": ["en"],
        "tiers": [{"id": "base", "name": text("Base")}, {"id": "plus", "name": text("Plus"), "includes": "base"}],
        "severities": [{"id": "high", "name": text("High")}, {"id": "mid", "name": text("Mid")}, {"id": "low", "name": text("Low")}],
        "questions": [
            {"id": "reach", "text": text("Who?"), "ordered": true, "options": [
                {"id": "one", "text": text("One")}, {"id": "some", "text": text("Some")}, {"id": "all", "text": text("All")}]},
            {"id": "way", "text": text("A way around?"), "ordered": true, "options": [
                {"id": "yes", "text": text("Yes")}, {"id": "no", "text": text("No")}]},
        ],
        "classification": {"hitPolicy": "unique", "rules": [
            {"id": "all", "when": {"reach": ["all"]}, "severity": "high"},
            {"id": "stuck", "when": {"reach": ["one", "some"], "way": ["no"]}, "severity": "mid"},
            {"id": "fine", "when": {"reach": ["one", "some"], "way": ["yes"]}, "severity": "low"},
        ]},
        "calendars": {
            "always": {"open": "24x7"},
            "office": {"zone": "America/Toronto", "weekly": {"mon": [["09:00", "17:00"]]}},
        },
        "measures": [{"id": "response", "name": text("Response")}],
        "objectives": [
            {"id": "base", "measure": "response", "tiers": ["base"], "severities": ["high", "mid", "low"], "target": {"within": "PT4H"}, "calendar": "office"},
            {"id": "plus", "measure": "response", "tiers": ["plus"], "severities": ["high", "mid", "low"], "target": {"under": "PT4H"}, "calendar": "office", "clause": "S1"},
        ],
        "channels": [{"id": "phone", "kind": "phone", "name": text("Phone"), "calendar": "always"}],
        "advice": [{"id": "wait", "kind": "know", "text": text("Wait"), "when": {"tier": ["base"], "state": ["on-track"]}}],
        "features": [{"id": "news", "tier": "base", "name": text("News")}],
        "clauses": {"S1": {"heading": text("Times"), "text": text("Four hours.")}},
    })
}

/// The findings of the sound policy with some of its parts set, by JSON Pointer. It has no examples; another test holds that.
fn findings(changes: &[(&str, Value)]) -> Vec<Diagnostic> {
    all_findings(changes).into_iter().filter(|finding| finding.code != "not-covered").collect()
}

fn all_findings(changes: &[(&str, Value)]) -> Vec<Diagnostic> {
    let mut policy = sound();
    for (pointer, value) in changes {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match policy.pointer_mut(parent).unwrap_or_else(|| panic!("{parent}")) {
            Value::Object(members) => {
                members.insert(key.to_owned(), value.clone());
            }
            Value::Array(items) if key == "-" => items.push(value.clone()),
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = value.clone(),
            other => panic!("{other}"),
        }
    }
    check(&policy.to_string(), false)
}

/// The only finding.
fn finding(changes: &[(&str, Value)]) -> Diagnostic {
    let found = findings(changes);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.into_iter().next().unwrap()
}

fn codes(changes: &[(&str, Value)]) -> Vec<(&'static str, String)> {
    findings(changes).into_iter().map(|finding| (finding.code, finding.path)).collect()
}

fn region(finding: &Diagnostic) -> Value {
    json!(finding.region)
}

#[test]
fn the_sound_policy_has_no_finding() {
    assert_eq!(findings(&[]), []);
}

#[test]
fn answers_that_no_rule_covers_are_maximal_boxes_with_an_example() {
    let found = findings(&[
        ("/classification/rules/0/when/way", json!(["no"])),
        ("/classification/rules/2/when/reach", json!(["some"])),
    ]);
    let gaps: Vec<Value> = found.iter().map(region).collect();
    assert_eq!(gaps, [json!({"reach": ["one", "all"], "way": ["yes"]})]);
    let gap = &found[0];
    assert_eq!((gap.code, gap.level, gap.path.as_str()), ("gap", Level::Warning, "/classification/rules"));
    assert_eq!(json!(gap.example), json!({"reach": "one", "way": "yes"}));
    let message = "no rule covers 2 combinations: \"Who?\" (reach) is \"One\" (one) or \"All\" (all) and \"A way around?\" \
                   (way) is \"Yes\" (yes)";
    assert_eq!(gap.message, message);
}

#[test]
fn maximal_boxes_may_overlap_and_none_is_part_of_another() {
    // Only the corner is covered; what is left is an L.
    let rules = json!([{"id": "corner", "when": {"reach": ["one"], "way": ["yes"]}, "severity": "low"}]);
    let found = findings(&[("/classification/rules", rules)]);
    let gaps: Vec<Value> = found.iter().filter(|finding| finding.code == "gap").map(region).collect();
    assert_eq!(gaps, [json!({"way": ["no"]}), json!({"reach": ["some", "all"]})]);
}

#[test]
fn rules_that_meet_are_an_error_where_at_most_one_may_match() {
    let wider = ("/classification/rules/1/when/reach", json!(["one", "some", "all"]));
    let overlap = finding(std::slice::from_ref(&wider));
    assert_eq!(
        (overlap.code, overlap.level, overlap.path.as_str()),
        ("overlap", Level::Error, "/classification/rules/1")
    );
    assert_eq!(region(&overlap), json!({"reach": ["all"], "way": ["no"]}));
    assert_eq!(json!(overlap.example), json!({"reach": "all", "way": "no"}));
    let refused = case_slo::Policy::load(&{
        let mut policy = sound();
        *policy.pointer_mut(wider.0).unwrap() = wider.1.clone();
        policy.to_string()
    });
    assert_eq!(refused.unwrap_err().diagnostics()[0].code, "overlap");

    let first = findings(&[wider.clone(), ("/classification/hitPolicy", json!("first"))]);
    assert_eq!(first.iter().map(|f| (f.code, f.level)).collect::<Vec<_>>(), [("overlap", Level::Info)]);
    assert!(first[0].message.contains("the first counts"), "{}", first[0].message);
    let same = ("/classification/rules/1/severity", json!("high"));
    let levels = findings(&[wider, same, ("/classification/hitPolicy", json!("first"))]);
    assert!(levels.iter().all(|finding| finding.code != "overlap"), "{levels:#?}");
}

#[test]
fn a_rule_that_says_the_same_as_another_is_a_duplicate() {
    let copy = json!({"id": "copy", "when": {"reach": ["all"], "way": ["no", "yes"]}, "severity": "high"});
    let changes = [("/classification/rules/-", copy), ("/classification/hitPolicy", json!("first"))];
    let duplicate = finding(&changes);
    assert_eq!((duplicate.code, duplicate.path.as_str()), ("duplicate-rule", "/classification/rules/3"));
    assert_eq!(duplicate.message, "the rule \"copy\" says the same as \"all\"");
}

#[test]
fn a_rule_never_decides_where_several_others_do_together() {
    let first = ("/classification/hitPolicy", json!("first"));
    let late = |when: Value| ("/classification/rules/-", json!({"id": "late", "when": when, "severity": "low"}));
    let found = findings(&[late(json!({"way": ["no"]})), first.clone()]);
    let idle = found.iter().find(|finding| finding.code == "unreachable-rule").expect("it is found");
    assert_eq!((idle.level, idle.path.as_str()), (Level::Warning, "/classification/rules/3"));
    assert_eq!(region(idle), json!({"way": ["no"]}));
    assert!(idle.message.contains("\"all\" or \"stuck\", which stand before it"), "{}", idle.message);

    // Under "most-severe" a rule is in the way where it is at least as severe, wherever it stands.
    let severe = ("/classification/hitPolicy", json!("most-severe"));
    let found = codes(&[late(json!({"way": ["no"]})), severe.clone()]);
    assert!(found.contains(&("unreachable-rule", "/classification/rules/3".to_owned())), "{found:?}");
    let more = json!({"id": "early", "when": {"way": ["no"]}, "severity": "high"});
    let found = codes(&[("/classification/rules/-", more), severe]);
    assert_eq!(
        found.iter().filter(|(code, _)| *code == "unreachable-rule").collect::<Vec<_>>(),
        [&("unreachable-rule", "/classification/rules/1".to_owned())]
    );

    let empty =
        findings(&[("/classification/rules/-", json!({"id": "never", "when": {"way": []}, "severity": "low"}))]);
    assert_eq!((empty.len(), empty[0].code), (1, "unreachable-rule"), "{empty:#?}");
}

#[test]
fn a_severity_that_no_answers_lead_to_is_unused() {
    let unused = finding(&[
        ("/severities/-", json!({"id": "none", "name": {"en": "None"}})),
        ("/objectives/0/severities", json!(["high", "mid", "low", "none"])),
        ("/objectives/1/severities", json!(["high", "mid", "low", "none"])),
    ]);
    assert_eq!((unused.code, unused.path.as_str()), ("unused-severity", "/severities/3"));
    assert!(
        unused.message.contains("\"None\" (none)") && unused.message.contains("no rule names it"),
        "{}",
        unused.message
    );
}

#[test]
fn a_question_that_changes_nothing_is_irrelevant_however_the_rules_ask_for_it() {
    let question = json!({"id": "idle", "text": {"en": "Idle?"}, "options": [
        {"id": "a", "text": {"en": "A"}}, {"id": "b", "text": {"en": "B"}}]});
    let split = json!([
        {"id": "all", "when": {"reach": ["all"], "idle": ["a"]}, "severity": "high"},
        {"id": "all-too", "when": {"reach": ["all"], "idle": ["b"]}, "severity": "high"},
        {"id": "stuck", "when": {"reach": ["one", "some"], "way": ["no"]}, "severity": "mid"},
        {"id": "fine", "when": {"reach": ["one", "some"], "way": ["yes"]}, "severity": "low"},
    ]);
    let found = codes(&[("/questions/-", question), ("/classification/rules", split)]);
    assert_eq!(found, [("irrelevant-question", "/questions/2".to_owned())]);
}

#[test]
fn a_worse_answer_with_a_less_severe_level_has_a_counterexample_in_words() {
    let falls = finding(&[
        ("/classification/rules/1/severity", json!("low")),
        ("/classification/rules/2/severity", json!("mid")),
    ]);
    assert_eq!((falls.code, falls.level, falls.path.as_str()), ("not-monotone", Level::Warning, "/questions/1"));
    assert_eq!(
        json!(falls.counterexample),
        json!({"from": {"reach": "one", "way": "yes"}, "to": {"reach": "one", "way": "no"}, "question": "way"})
    );
    assert_eq!(region(&falls), json!({"reach": ["one", "some"]}));
    for words in ["\"Mid\" (mid)", "\"Low\" (low)", "\"No\" (no) instead of \"Yes\" (yes)"] {
        assert!(falls.message.contains(words), "{}", falls.message);
    }
    let unordered = [
        ("/classification/rules/1/severity", json!("low")),
        ("/classification/rules/2/severity", json!("mid")),
        ("/questions/1/ordered", json!(false)),
    ];
    assert_eq!(findings(&unordered), []);
}

#[test]
fn levels_fall_across_a_gap_too() {
    let rules = json!([
        {"id": "a", "when": {"reach": ["one"]}, "severity": "high"},
        {"id": "b", "when": {"reach": ["all"], "way": ["yes"]}, "severity": "low"},
        {"id": "c", "when": {"reach": ["all"], "way": ["no"]}, "severity": "mid"},
    ]);
    let found = codes(&[("/classification/rules", rules)]);
    assert_eq!(found, [("gap", "/classification/rules".to_owned()), ("not-monotone", "/questions/0".to_owned())]);
}

#[test]
fn every_tier_severity_and_measure_has_one_objective() {
    let missing = finding(&[("/objectives/1/severities", json!(["high", "low"]))]);
    assert_eq!((missing.code, missing.level), ("objective-missing", Level::Warning));
    assert!(missing.message.contains("\"Plus\" (plus) with the severity \"Mid\" (mid)"), "{}", missing.message);

    let twice = finding(&[("/objectives/1/tiers", json!(["plus", "base"]))]);
    assert_eq!((twice.code, twice.path.as_str()), ("objective-overlap", "/objectives/1"));
    assert!(twice.message.contains("within PT4H") && twice.message.contains("under PT4H"), "{}", twice.message);

    let waits = ("/advice/0/when/tier", json!(["plus"]));
    assert_eq!(findings(&[("/objectives/0/target", Value::Null), waits]), [], "stated on purpose that there is none");
}

#[test]
fn a_tier_keeps_what_the_tier_that_it_includes_promises() {
    for (target, calendar, is_less) in [
        (json!({"within": "PT4H"}), "office", false),
        (json!({"within": "PT4H1M"}), "office", true),
        (Value::Null, "office", true),
        (json!({"within": "PT4H"}), "always", false),
        (json!({"within": "PT5H"}), "always", false),
    ] {
        let found = codes(&[("/objectives/1/target", target.clone()), ("/objectives/1/calendar", json!(calendar))]);
        let less = found.iter().filter(|(code, path)| *code == "tier-promises-less" && path == "/objectives/1").count();
        assert_eq!(
            (less, found.len() == less || target.is_null()),
            (if is_less { 3 } else { 0 }, true),
            "{target} {calendar} {found:?}"
        );
    }
    let strict = ("/objectives/0/target", json!({"under": "PT4H"}));
    let inclusive = ("/objectives/1/target", json!({"within": "PT4H"}));
    assert_eq!(codes(&[strict, inclusive]).len(), 3, "until is less than before");
    let around_the_clock = ("/objectives/0/calendar", json!("always"));
    assert_eq!(codes(&[around_the_clock])[0].0, "tier-promises-less", "office hours are less than all hours");
}

#[test]
fn a_clause_that_nothing_cites_is_worth_knowing() {
    let unused = finding(&[("/clauses/S2", json!({"heading": {"en": "More"}, "text": {"en": "More."}}))]);
    assert_eq!((unused.code, unused.level, unused.path.as_str()), ("unused-clause", Level::Info, "/clauses/S2"));
}

#[test]
fn an_objective_on_a_calendar_that_never_opens_is_never_due() {
    let shut = ("/calendars/office/weekly", json!({}));
    let found: Vec<(&str, String)> =
        codes(&[shut]).into_iter().filter(|(code, _)| *code == "calendar-never-opens").collect();
    let paths: Vec<&str> = found.iter().map(|(_, path)| path.as_str()).collect();
    assert_eq!(paths, ["/calendars/office", "/objectives/0/calendar", "/objectives/1/calendar"]);
}

#[test]
fn a_condition_that_can_never_hold_is_found() {
    let state = |state: &str| ("/advice/0/when/state", json!([state]));
    let paused = finding(&[state("paused")]);
    assert_eq!((paused.code, paused.path.as_str()), ("condition-never-holds", "/advice/0/when"));
    assert!(paused.message.contains("ever \"paused\""), "{}", paused.message);
    assert_eq!(findings(&[state("paused"), ("/measures/0/pausable", json!(true))]), []);
    assert_eq!(codes(&[state("not-stated")])[0].0, "condition-never-holds");
    assert_eq!(findings(&[state("not-stated"), ("/objectives/0/target", Value::Null)]), []);
    let feature = finding(&[("/advice/0/when/tier", json!([]))]);
    assert!(feature.message.contains("no value of \"tier\""), "{}", feature.message);
}

#[test]
fn examples_are_run_and_what_they_leave_out_is_told() {
    let answers = |reach: &str, way: &str, severity: &str| json!({"name": reach, "answers": {"reach": reach, "way": way}, "expect": {"severity": severity}});
    let case = |due: Value| {
        json!({"name": "Monday", "case": {"tier": "plus", "severity": "high", "submittedAt": "2026-11-23T10:00:00-05:00"},
            "expect": {"dueAt": {"response": due}}})
    };
    let all = [answers("all", "unknown", "high"), answers("one", "no", "mid"), answers("some", "yes", "low")];
    let with = |more: Vec<Value>| all_findings(&[("/examples", json!([all.to_vec(), more].concat()))]);
    assert_eq!(with(vec![case(json!("2026-11-23T19:00:00Z"))]), []);

    let late = with(vec![case(json!("2026-11-23T20:00:00Z"))]);
    assert_eq!((late.len(), late[0].code, late[0].level), (1, "example-failed", Level::Warning));
    assert_eq!(late[0].path, "/examples/3/expect/dueAt/response");
    assert!(late[0].message.ends_with("gets 2026-11-23T19:00:00Z"), "{}", late[0].message);

    let failed = |more: Vec<Value>| -> Vec<Diagnostic> {
        with(more).into_iter().filter(|finding| finding.code == "example-failed").collect()
    };
    let wrong = failed(vec![answers("one", "no", "low")]);
    assert_eq!((wrong.len(), wrong[0].path.as_str()), (1, "/examples/3/expect/severity"));
    assert!(wrong[0].message.ends_with("expects \"Low\" (low) and gets \"Mid\" (mid)"), "{}", wrong[0].message);

    let unreadable = failed(vec![answers("nobody", "no", "low")]);
    assert_eq!((unreadable.len(), unreadable[0].path.as_str()), (1, "/examples/3/answers/reach"));

    let few = all_findings(&[("/examples", json!([all[0]]))]);
    let summary: Vec<(&str, Level, &str)> = few.iter().map(|f| (f.code, f.level, f.path.as_str())).collect();
    assert_eq!(
        summary,
        [
            ("not-covered", Level::Info, "/classification/rules/1"),
            ("not-covered", Level::Info, "/classification/rules/2"),
            ("not-covered", Level::Info, "/clauses/S1"),
        ]
    );
    assert_eq!(all_findings(&[]).len(), 4, "without any examples nothing is covered");
    let base = json!({"name": "Base", "case": {"tier": "base", "severity": "high", "submittedAt": "2026-11-23T10:00:00-05:00"}, "expect": {"dueAt": {"response": "2026-11-23T19:00:00Z"}}});
    let clauses = with(vec![base]);
    assert_eq!((clauses.len(), clauses[0].code, clauses[0].path.as_str()), (1, "not-covered", "/clauses/S1"));
}

#[test]
fn ten_faults_are_found_in_one_run() {
    let found = codes(&[
        ("/classification/hitPolicy", json!("first")),
        ("/classification/rules/0/when/way", json!(["no"])),
        ("/classification/rules/0/severity", json!("hihg")),
        (
            "/classification/rules/-",
            json!({"id": "late", "when": {"reach": ["one"], "way": ["yes"]}, "severity": "mid"}),
        ),
        ("/objectives/1/severities", json!(["high", "low"])),
        ("/objectives/0/tiers", json!(["base", "plus"])),
        ("/clauses/S2", json!({"heading": {"en": "More"}, "text": {"en": "More."}})),
        ("/advice/0/when/state", json!(["paused"])),
        ("/languages", json!(["en", "fr"])),
        ("/source", json!({"title": {"en": "Source", "fr": "Source"}, "href": "http://example.com"})),
        ("/calendars/office/zone", json!("America/Torono")),
        ("/tiers/-", json!({"id": "base", "name": {"en": "Again", "fr": "Encore"}})),
    ]);
    let mut kinds: Vec<&str> = found.iter().map(|(code, _)| *code).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for expected in [
        "condition-never-holds",
        "duplicate-id",
        "gap",
        "missing-translation",
        "objective-overlap",
        "overlap",
        "unknown-reference",
        "unknown-zone",
        "unreachable-rule",
        "unsafe-url",
        "unused-clause",
    ] {
        assert!(kinds.contains(&expected), "{expected}: {kinds:?}");
    }
}

#[test]
fn a_rule_of_which_it_is_not_known_what_it_means_has_the_benefit_of_the_doubt() {
    let found = codes(&[("/classification/rules/1/severity", json!("mdi"))]);
    assert_eq!(found, [("unknown-reference", "/classification/rules/1/severity".to_owned())]);
    let found = codes(&[("/classification/rules/1/when/way", json!(["non"]))]);
    assert_eq!(found, [("unknown-reference", "/classification/rules/1/when/way/0".to_owned())]);
}

#[test]
fn a_target_has_one_bound_that_can_be_read() {
    for target in [json!({"under": "30 minutes"}), json!({}), json!({"under": "PT1H", "within": "PT1H"})] {
        let invalid = finding(&[("/objectives/1/target", target.clone())]);
        assert_eq!(
            (invalid.code, invalid.level, invalid.path.as_str()),
            ("invalid-duration", Level::Error, "/objectives/1/target")
        );
        let mut policy = sound();
        policy["objectives"][1]["target"] = target;
        assert!(case_slo::Policy::load(&policy.to_string()).is_err());
    }
}

#[test]
fn the_address_of_a_form_has_known_placeholders_and_https() {
    let found = |url: &str| codes(&[("/exports", json!({"desk": {"url": url, "fields": {"title": "{summary}"}}}))]);
    let path = || "/exports/desk/url".to_owned();
    assert_eq!(found("https://desk.example.com/new?title={summary}&case={case}&link={link}&phone={phone}"), []);
    assert_eq!(found("https://desk.example.com/new?title={sumary}"), [("unknown-placeholder", path())]);
    assert_eq!(found("javascript:alert(1)"), [("unsafe-url", path())]);
}

#[test]
fn the_request_of_an_escalation_has_every_language() {
    let advice = json!({"id": "up", "kind": "escalate", "text": {"en": "Escalate"}, "ask": {"fr": "Remontez"}});
    let found = findings(&[("/advice/-", advice)]);
    assert!(found.iter().any(|finding| finding.code == "missing-translation" && finding.path == "/advice/1/ask"));
}
