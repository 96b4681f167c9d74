//! The help desk works with either set of features.

use case_slo::{CaseFacts, Instant, Policy};
use downstream::{HelpDesk, Refusal};

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn desk() -> HelpDesk {
    HelpDesk::new(Policy::reference())
}

#[test]
fn a_form_gets_a_severity_and_a_due_time() {
    let promised = desk().promise("premium", r#"{"service": "unavailable"}"#, at("2026-02-03T02:14:00-05:00")).unwrap();
    assert_eq!(promised, ("critical".to_owned(), at("2026-02-03T07:29:00Z")));
}

#[test]
fn a_tier_without_objectives_gets_no_due_time() {
    let refusal = desk().promise("basic", "{}", at("2026-02-03T00:00:00Z")).unwrap_err();
    assert!(matches!(refusal, Refusal::NoObjective));
}

#[test]
fn typing_errors_are_told_from_missing_objectives() {
    let refused = |tier, form| desk().promise(tier, form, at("2026-02-03T00:00:00Z")).unwrap_err();
    assert!(HelpDesk::is_typing_error(&refused("premium", r#"{"service": "kaput"}"#)));
    assert!(HelpDesk::is_typing_error(&refused("premium", "[]")));
    assert!(!HelpDesk::is_typing_error(&refused("gold", "{}")));
}

#[test]
fn a_supervisor_sees_a_case_before_it_is_missed() {
    let case = CaseFacts::new("premium", "critical", at("2026-02-03T07:00:00Z"));
    let needed = |now| desk().needs_a_supervisor(&case, at(now)).unwrap();
    assert!(!needed("2026-02-03T07:05:00Z"));
    assert!(needed("2026-02-03T07:12:00Z"));
    assert!(needed("2026-02-03T08:00:00Z"));
}

#[test]
fn policies_cross_threads() {
    let desk = desk();
    let ask = |form| desk.promise("enhanced", form, at("2026-02-03T00:00:00Z")).unwrap().0;
    std::thread::scope(|scope| {
        let severe = scope.spawn(|| ask(r#"{"impact": "critical"}"#));
        let slight = scope.spawn(|| ask(r#"{"service": "works", "impact": "minimal", "failures": "minor"}"#));
        assert_eq!((severe.join().unwrap(), slight.join().unwrap()), ("critical".to_owned(), "low".to_owned()));
    });
}

#[cfg(feature = "analysis")]
#[test]
fn a_policy_is_checked_before_it_is_used() {
    assert!(case_slo::check(case_slo::REFERENCE_POLICY, false).iter().all(|finding| !finding.is_error()));
    let findings = case_slo::check("{}", true);
    assert!(findings.iter().any(|finding| finding.is_error() && finding.line == Some(1)));
}

#[cfg(feature = "analysis")]
#[test]
fn results_are_serde_values() {
    use case_slo::report::ReportOptions;
    let mut report = Policy::reference().report(&ReportOptions::new(at("2026-03-01T00:00:00Z"))).unwrap();
    report.push(b"id,tier,severity,submitted,stopped\n1,premium,low,2026-02-03T00:00:00Z,2026-02-03T00:10:00Z\n");
    let json = serde_json::to_value(report.finish()).unwrap();
    assert_eq!(json["groups"][0]["attainment"], 1.0);
}
