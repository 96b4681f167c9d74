//! Comparison of two versions of a policy.
#![cfg(all(feature = "analysis", not(target_arch = "wasm32")))]

use case_slo::{ChangeKind, Policy, PolicyChange, REFERENCE_POLICY, diff};

fn load(text: &str) -> Policy {
    Policy::load(text).unwrap_or_else(|error| panic!("{error}: {:#?}", error.diagnostics()))
}

/// The changes when a part of the reference policy is replaced.
fn changes(replaced: &[(&str, &str)]) -> Vec<PolicyChange> {
    let mut text = REFERENCE_POLICY.to_owned();
    for (old, new) in replaced {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    diff(&load(REFERENCE_POLICY), &load(&text))
}

fn summaries(changes: &[PolicyChange]) -> Vec<(ChangeKind, &str, &str)> {
    changes.iter().map(|change| (change.kind, change.path.as_str(), change.message.as_str())).collect()
}

#[test]
fn nothing_changes_from_a_policy_to_itself_or_to_another_encoding_of_it() {
    assert_eq!(changes(&[]), []);
    let widened =
        r#"{"id": "several-failures", "when": {"service": ["works"], "impact": ["partial"], "failures": ["several"]}"#;
    let covered = r#"{"id": "partial-impact", "when": {"service": ["works"], "impact": ["partial"], "failures": ["minor", "single"]}"#;
    let encoded = changes(&[
        (widened, r#"{"id": "a", "when": {"impact": ["partial"]}"#),
        (covered, r#"{"id": "b", "when": {"service": ["works", "unavailable"], "impact": ["partial", "critical"]}"#),
    ]);
    assert_eq!(encoded, []);
}

#[test]
fn answers_that_change_level_are_boxes_with_a_count() {
    let high = r#"{"service": ["poor"], "impact": ["minimal"]}, "severity": "high""#;
    let found = changes(&[(high, &high.replace("\"high\"", "\"medium\""))]);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_eq!((found[0].kind, found[0].count), (ChangeKind::Severity, Some(3)));
    assert_eq!(found[0].before, Some(Some("high".to_owned())));
    assert_eq!(found[0].after, Some(Some("medium".to_owned())));
    let region = serde_json::to_value(&found[0].region).unwrap();
    assert_eq!(region, serde_json::json!({"service": ["poor"], "impact": ["minimal"]}));
    assert_eq!(found[1].path, "/version");
    assert!(found[1].message.contains("give it another"), "{}", found[1].message);
}

#[test]
fn answers_that_become_undecided_have_no_level_after() {
    let rule = r#"      {"id": "broad-impact", "when": {"service": ["works"], "impact": ["broad"]}, "severity": "high", "basis": "interpreted", "clause": "D2"},
"#;
    let found = changes(&[(rule, "")]);
    assert_eq!((found[0].count, found[0].after.clone()), (Some(3), Some(None)));
    assert!(found[0].message.ends_with("was \"High\" (high), is undecided"), "{}", found[0].message);
}

#[test]
fn objectives_that_change_are_told_once_for_the_severities_that_share_them() {
    let found = changes(&[(r#"{"under": "PT30M"}"#, r#"{"within": "PT30M"}"#)]);
    let message = "\"Initial response\" (initial-response) in the tier \"Enhanced\" (enhanced) with the severity \"Critical\" \
                   (critical) or \"High\" (high): was under PT30M (always), is within PT30M (always)";
    assert_eq!(summaries(&found), [(ChangeKind::Objective, "/objectives/2", message)]);
}

#[test]
fn a_change_names_its_places_in_both_policies_and_its_values_apart() {
    let found = changes(&[(r#"{"under": "PT30M"}"#, r#"{"within": "PT30M"}"#)]);
    let change = serde_json::to_value(&found[0]).unwrap();
    let place = serde_json::json!(["/objectives/2"]);
    assert_eq!((&change["earlier"], &change["later"]), (&place, &place));
    let objective = serde_json::json!(
        {"measure": "initial-response", "tier": "enhanced", "severities": ["critical", "high"]}
    );
    assert_eq!(change["objective"], objective);
    assert_eq!(found[0].sentence.to_string(), found[0].message);

    let found = changes(&[("\"unavailable\"", "\"down\"")]);
    let place = ["/questions/0/options/3".to_owned()];
    assert_eq!((found[0].earlier.as_slice(), found[0].later.as_slice()), (&place[..], &place[..]));
    let moved = changes(&[("\"One thing\"", "\"One single thing\"")]);
    assert_eq!(moved[0].earlier, ["/questions/2/options/1/text/en"]);
    let removed = changes(&[(r#""onSeverityChange": "from-submission","#, "")]);
    assert_eq!(removed, [], "the value that is left out is the same");
}

#[test]
fn hours_texts_and_structure_are_told_where_they_stand() {
    let calendar = r#"{"always": {"open": "24x7"}"#;
    let found = changes(&[
        (calendar, r#"{"always": {"zone": "America/Toronto", "weekly": {"mon": [["09:00", "17:00"]]}}"#),
        ("\"One thing\"", "\"One single thing\""),
        ("\"onSeverityChange\": \"from-submission\"", "\"onSeverityChange\": \"from-change\""),
        ("\"version\": \"1.0.0\"", "\"version\": \"1.1.0\""),
    ]);
    let found: Vec<(ChangeKind, &str)> = found.iter().map(|change| (change.kind, change.path.as_str())).collect();
    assert_eq!(
        found,
        [
            (ChangeKind::Text, "/questions/2/options/1/text/en"),
            (ChangeKind::Calendar, "/calendars/always/zone"),
            (ChangeKind::Calendar, "/calendars/always/weekly"),
            (ChangeKind::Calendar, "/calendars/always/open"),
            (ChangeKind::Objective, "/onSeverityChange"),
            (ChangeKind::Structure, "/version"),
        ]
    );
}

#[test]
fn an_option_that_is_renamed_is_the_same_option_and_old_permalinks_lose_it() {
    let found = changes(&[("\"unavailable\"", "\"down\"")]);
    let messages = summaries(&found);
    assert_eq!(messages.len(), 2, "{messages:#?}");
    assert_eq!((messages[0].0, messages[0].1), (ChangeKind::Structure, "/questions/0/options/3"));
    assert!(messages[0].2.contains("now called \"down\"") && messages[0].2.contains("permalinks"), "{}", messages[0].2);
    assert_eq!(messages[1].1, "/version");
}

#[test]
fn a_question_that_is_added_splits_the_answers_that_it_changes() {
    let question = r#"    {"id": "failures", "ordered": true,"#;
    let added = format!(
        r#"    {{"id": "vip", "text": {{"fr-CA": "Direction?", "en": "Management?"}}, "options": [
            {{"id": "no", "text": {{"fr-CA": "Non", "en": "No"}}}}, {{"id": "yes", "text": {{"fr-CA": "Oui", "en": "Yes"}}}}]}},
{question}"#
    );
    let rules = r#""rules": ["#;
    let found = changes(&[
        (question, &added),
        (
            rules,
            &format!(
                r#"{rules} {{"id": "vip", "when": {{"vip": ["yes"], "service": ["degraded"]}}, "severity": "critical"}},"#
            ),
        ),
        ("\"version\": \"1.0.0\"", "\"version\": \"1.1.0\""),
    ]);
    assert_eq!(found[0].count, Some(9), "{found:#?}");
    let region = serde_json::to_value(&found[0].region).unwrap();
    let three = ["minimal", "partial", "broad"];
    assert_eq!(region, serde_json::json!({"service": ["degraded"], "vip": ["yes"], "impact": three}));
    assert!(found.iter().any(|change| change.message == "the question \"vip\" was added"));
    assert!(found.last().is_some_and(|change| change.message.contains("do not all keep their meaning")));
}

#[test]
fn a_holiday_set_that_changes_is_a_change_of_calendars() {
    let with = |days: &str| {
        let sets = format!(
            r#"{{"holidaySets": {{"own": {{"name": {{"en": "Own", "fr-CA": "Nos jours"}}, "days": {days}}}}},"#
        );
        load(&REFERENCE_POLICY.replacen('{', &sets, 1))
    };
    let found = diff(&with(r#"["--01-01"]"#), &with(r#"["--01-01", "--12-25"]"#));
    assert_eq!((found[0].kind, found[0].path.as_str()), (ChangeKind::Calendar, "/holidaySets/own/days"));
}
