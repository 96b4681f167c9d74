use serde_json::{Value, json};

use super::*;
use crate::argument;
use crate::calendar::Instant;
use crate::diagnostic::Findings;
use crate::policy::{Document, read};
use crate::{Error, ErrorCode};

fn document() -> Document {
    let policy = json!({
        "id": "t", "version": "1", "title": {"en": "T"}, "languages": ["en"],
        "severities": [{"id": "high", "name": {"en": "H"}}, {"id": "low", "name": {"en": "L"}}],
        "tiers": [{"id": "none", "name": {"en": "N"}}, {"id": "care", "name": {"en": "C"}}],
        "calendars": {"always": {"open": "24x7"}},
        "measures": [{"id": "respond", "name": {"en": "R"}}, {"id": "restore", "name": {"en": "S"}, "pausable": true}],
        "objectives": [
            {"id": "fast", "measure": "respond", "tiers": ["care"], "severities": ["high"], "target": {"under": "PT30M"}, "calendar": "always", "clause": "S2"},
            {"id": "slow", "measure": "respond", "tiers": ["care"], "severities": ["low"], "target": {"within": "PT2H"}, "calendar": "always"},
            {"id": "fix", "measure": "restore", "tiers": ["care"], "severities": ["high"], "target": {"within": "PT4H"}, "calendar": "always"}
        ],
        "context": [{"id": "sale", "text": {"en": "?"}, "options": [{"id": "direct", "text": {"en": "D"}}]}]
    });
    let reading = read(&policy.to_string());
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    reading.document.unwrap()
}

fn at(text: &str) -> Instant {
    Instant::parse(&format!("2026-02-03T{text}Z")).unwrap()
}

fn evaluated(document: &Document, facts: Value, now: &str) -> Value {
    let mut facts = facts;
    facts["tier"] = facts.get("tier").cloned().unwrap_or(json!("care"));
    facts["severity"] = facts.get("severity").cloned().unwrap_or(json!("high"));
    facts["submittedAt"] = json!("2026-02-03T10:00:00Z");
    let facts: CaseFacts = argument::read(facts, ErrorCode::InvalidCase).unwrap();
    facts.validate(document).unwrap();
    let calendars = Calendars::read(document, &mut Findings::default());
    let known = facts.known(document, &ContextAnswers::default());
    let clocks = Clocks { document, calendars: &calendars, facts: &facts, known, with_changes: false };
    let targets: Vec<TargetEvaluation> =
        clocks.read(at(now)).unwrap().into_iter().map(|reading| reading.target).collect();
    json!({ "targets": targets })
}

fn state(facts: Value, now: &str) -> String {
    evaluated(&document(), facts, now)["targets"][0]["state"].as_str().unwrap().to_owned()
}

#[test]
fn a_strict_target_is_missed_at_its_very_millisecond_and_an_inclusive_one_is_met() {
    let stopped = |at: &str| json!({"stoppedAt": {"respond": format!("2026-02-03T{at}Z")}});
    assert_eq!(state(stopped("10:29:59.999"), "23:00:00"), "met");
    assert_eq!(state(stopped("10:30:00"), "23:00:00"), "missed");
    let low = |at: &str| json!({"severity": "low", "stoppedAt": {"respond": format!("2026-02-03T{at}Z")}});
    assert_eq!(state(low("12:00:00"), "23:00:00"), "met");
    assert_eq!(state(low("12:00:00.001"), "23:00:00"), "missed");
}

#[test]
fn a_running_case_is_on_track_then_at_risk_then_overdue() {
    assert_eq!(state(json!({}), "10:22:29.999"), "on-track");
    assert_eq!(state(json!({}), "10:22:30"), "at-risk");
    assert_eq!(state(json!({}), "10:29:59.999"), "at-risk");
    assert_eq!(state(json!({}), "10:30:00"), "overdue");
    assert_eq!(state(json!({"severity": "low"}), "12:00:00"), "at-risk");
    assert_eq!(state(json!({"severity": "low"}), "12:00:00.001"), "overdue");
}

#[test]
fn figures_and_timeline_of_a_running_case() {
    let found = evaluated(&document(), json!({}), "10:40:00.500");
    let target = &found["targets"][0];
    assert_eq!(target["dueAt"], "2026-02-03T10:30:00Z");
    assert_eq!((&target["elapsedSeconds"], &target["remainingSeconds"]), (&json!(2400.5), &json!(-600.5)));
    assert_eq!(target["objective"]["clause"], "S2");
    assert_eq!(
        target["timeline"],
        json!([{"from": "2026-02-03T10:00:00Z", "to": "2026-02-03T10:40:00.500Z", "kind": "counted"}])
    );
}

#[test]
fn where_the_policy_states_nothing_there_is_never_a_figure() {
    let found = evaluated(&document(), json!({"tier": "none"}), "11:00:00");
    for target in found["targets"].as_array().unwrap() {
        assert_eq!(target["state"], "not-stated");
        assert!(target["dueAt"].is_null() && target["remainingSeconds"].is_null() && target["consumed"].is_null());
        assert!(target["objective"]["bound"].is_null() && target["objective"]["seconds"].is_null());
    }
}

#[test]
fn what_happens_after_now_has_not_happened_yet() {
    assert_eq!(state(json!({"stoppedAt": {"respond": "2026-02-03T10:20:00Z"}}), "10:10:00"), "on-track");
    let before = evaluated(&document(), json!({}), "09:00:00");
    assert_eq!(
        (&before["targets"][0]["state"], &before["targets"][0]["elapsedSeconds"]),
        (&json!("on-track"), &json!(0.0))
    );
    assert_eq!(before["targets"][0]["timeline"], json!([]));
}

#[test]
fn a_pause_stops_only_the_measures_that_the_policy_lets_it_stop() {
    let pauses = json!({"pauses": [["2026-02-03T10:10:00Z", "2026-02-03T11:10:00Z"]]});
    let found = evaluated(&document(), pauses, "12:00:00");
    assert_eq!(found["targets"][0]["elapsedSeconds"], 7200.0);
    assert_eq!(found["targets"][1]["elapsedSeconds"], 3600.0);
    assert_eq!(found["targets"][1]["dueAt"], "2026-02-03T15:00:00Z");
    let open = evaluated(&document(), json!({"pauses": [["2026-02-03T10:10:00Z", null]]}), "12:00:00");
    assert_eq!((&open["targets"][1]["state"], &open["targets"][1]["dueAt"]), (&json!("paused"), &json!(null)));
    assert_eq!(open["targets"][1]["remainingSeconds"], 4.0 * 3600.0 - 600.0);
    let kinds: Vec<&Value> = open["targets"][1]["timeline"].as_array().unwrap().iter().map(|s| &s["kind"]).collect();
    assert_eq!(kinds, ["counted", "paused"]);
}

#[test]
fn a_new_severity_counts_from_submission_or_from_the_change_as_the_policy_says() {
    let facts = || json!({"severity": "low", "severityChanges": [{"at": "2026-02-03T10:20:00Z", "severity": "high"}]});
    let mut policy = document();
    assert_eq!(evaluated(&policy, facts(), "10:25:00")["targets"][0]["dueAt"], "2026-02-03T10:30:00Z");
    policy.on_severity_change = crate::policy::model::OnSeverityChange::FromChange;
    let found = evaluated(&policy, facts(), "10:25:00");
    assert_eq!(found["targets"][0]["dueAt"], "2026-02-03T10:50:00Z");
    assert_eq!(found["targets"][0]["elapsedSeconds"], 300.0);
}

#[test]
fn faults_in_facts_are_named_with_their_place() {
    let fault = |change: Value| {
        let mut facts = json!({"tier": "care", "severity": "high", "submittedAt": "2026-02-03T10:00:00Z"});
        for (key, value) in change.as_object().unwrap() {
            facts[key] = value.clone();
        }
        let read: Result<CaseFacts, Error> = argument::read(facts, ErrorCode::InvalidCase);
        let error = read.and_then(|facts| facts.validate(&document())).unwrap_err();
        (error.code().as_str(), error.path().unwrap().to_owned())
    };
    for (change, code, path) in [
        (json!({"tier": "gold"}), "unknown-tier", "/tier"),
        (json!({"tier": null}), "invalid-case", "/tier"),
        (json!({"severity": "hihg"}), "unknown-severity", "/severity"),
        (json!({"submittedAt": "2026-02-03T10:00:00"}), "invalid-instant", "/submittedAt"),
        (json!({"submittedAt": null}), "invalid-instant", "/submittedAt"),
        (json!({"stoppedAt": {"respond": "2026-02-03T09:59:59Z"}}), "invalid-case", "/stoppedAt/respond"),
        (json!({"stoppedAt": {"x/y": "2026-02-03T11:00:00Z"}}), "unknown-measure", "/stoppedAt/x~1y"),
        (json!({"stoppedAt": []}), "invalid-case", "/stoppedAt"),
        (json!({"stoppedAt": {"respond": -1}}), "out-of-range", "/stoppedAt/respond"),
        (json!({"stoppedAt": {"respond": 1e300}}), "out-of-range", "/stoppedAt/respond"),
        (json!({"stoppedAt": {"respond": true}}), "invalid-case", "/stoppedAt/respond"),
        (json!({"pauses": [["2026-02-03T11:00:00Z"]]}), "invalid-case", "/pauses/0"),
        (json!({"pauses": [["2026-02-03T11:00:00Z", "2026-02-03T10:00:00Z"]]}), "invalid-case", "/pauses/0/1"),
        (json!({"pauses": [["x", null]]}), "invalid-instant", "/pauses/0/0"),
        (
            json!({"severityChanges": [{"at": "2026-02-03T09:00:00Z", "severity": "low"}]}),
            "invalid-case",
            "/severityChanges/0/at",
        ),
        (
            json!({"severityChanges": [{"at": "2026-02-03T11:00:00Z", "severity": "mid"}]}),
            "unknown-severity",
            "/severityChanges/0/severity",
        ),
        (json!({"context": {"sale": "gift"}}), "unknown-option", "/context/sale"),
        (json!({"context": {"sail": "direct"}}), "unknown-question", "/context/sail"),
        (json!({"pauses": vec![["2026-02-03T11:00:00Z", "2026-02-03T11:00:00Z"]; 1_001]}), "limit-exceeded", "/pauses"),
        (
            json!({"severityChanges": vec![json!({"at": "2026-02-03T11:00:00Z", "severity": "low"}); 1_001]}),
            "limit-exceeded",
            "/severityChanges",
        ),
        (json!({"severityChanges": [{"severity": "low"}]}), "invalid-instant", "/severityChanges/0/at"),
        (json!({"severityChanges": [{"at": "2026-02-03T11:00:00Z"}]}), "invalid-case", "/severityChanges/0/severity"),
    ] {
        assert_eq!(fault(change.clone()), (code, path.to_owned()), "{change}");
    }
}

#[test]
fn a_target_of_no_time_has_no_share_that_is_used_up() {
    let policy = json!({
        "id": "t", "version": "1", "title": {"en": "T"}, "languages": ["en"],
        "severities": [{"id": "high", "name": {"en": "H"}}], "tiers": [{"id": "care", "name": {"en": "C"}}],
        "measures": [{"id": "respond", "name": {"en": "R"}}],
        "objectives": [{"id": "o", "measure": "respond", "target": {"within": "PT0S"}}]
    });
    let policy = crate::Policy::load(&policy.to_string()).unwrap();
    let case = CaseFacts::new("care", "high", at("10:00:00"));
    for (now, state) in [("10:00:00", TargetState::OnTrack), ("10:00:01", TargetState::Overdue)] {
        let target = &policy.evaluate(&case, at(now)).unwrap().targets[0];
        assert_eq!((target.consumed, target.state), (None, state), "{now}");
    }
}

#[test]
fn facts_are_the_same_whichever_way_json_is_read() {
    let facts = |stop: Value| json!({"tier": "care", "severity": "high", "submittedAt": "2026-02-03T10:00:00Z", "stoppedAt": {"respond": stop}});
    let stop = at("11:00:00").millis();
    for stop in [json!(stop), json!(stop as f64), json!("2026-02-03T11:00:00Z"), json!(["2026-02-03T11:00:00Z"])] {
        let own: CaseFacts = argument::read(facts(stop.clone()), ErrorCode::InvalidCase).unwrap();
        let other: CaseFacts = serde_json::from_value(facts(stop.clone())).unwrap();
        assert_eq!(own, other, "{stop}");
        #[cfg(feature = "analysis")]
        assert!(own.instants().iter().map(|(_, instant)| *instant).eq([at("11:00:00")]), "{stop}");
    }
    let none: CaseFacts = serde_json::from_value(facts(Value::Null)).unwrap();
    assert_eq!(none, argument::read(facts(Value::Null), ErrorCode::InvalidCase).unwrap());
    assert!(serde_json::from_value::<CaseFacts>(facts(json!(-1))).is_err());
}
