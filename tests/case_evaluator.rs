//! An evaluator of single cases gives the figures of a report, and the states of an evaluation.

#![cfg(feature = "analysis")]

use case_slo::report::{CaseStanding, ProblemCode, ReportOptions};
use case_slo::{CaseFacts, Instant, Policy, TargetState};
use serde_json::Value;

const BOREAL: &str = include_str!("../policies/boreal-care.json");
const CONDITIONS: &str = include_str!("data/conditions.json");

fn conditions() -> Policy {
    let data: Value = serde_json::from_str(CONDITIONS).unwrap();
    Policy::load(&data["policy"].to_string()).unwrap()
}

/// Numbers from a seed.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn one_of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len() as u64) as usize]
    }
}

/// A case, its facts in the order of their names.
struct Case<'a> {
    tier: &'a str,
    severity: &'a str,
    submitted_at: Instant,
    stopped_at: Option<Instant>,
    facts: Vec<(&'a str, &'a str)>,
}

const AS_OF: &str = "2026-03-09T14:30:00Z";

/// A fact with its values.
type Fact<'a> = (&'a str, &'a [&'a str]);

fn case<'a>(numbers: &mut Numbers, tiers: &[&'a str], severities: &[&'a str], facts: &[Fact<'a>]) -> Case<'a> {
    let as_of = Instant::parse(AS_OF).unwrap().millis();
    // Many are submitted shortly before the instant of the report, on full minutes, so that targets end right there.
    let span = if numbers.below(2) == 0 { 3 * 1_440 } else { 90 * 1_440 };
    let submitted_at = Instant::from_millis(as_of - numbers.below(span) as i64 * 60_000).unwrap();
    let length = if numbers.below(2) == 0 { 300 } else { 6 * 1_440 };
    let stop = submitted_at.millis() + (numbers.below(length) as i64 - 3) * 60_000;
    Case {
        tier: numbers.one_of(tiers),
        severity: numbers.one_of(severities),
        submitted_at,
        stopped_at: (numbers.below(4) > 0).then(|| Instant::from_millis(stop).unwrap()),
        facts: facts.iter().map(|(name, values)| (*name, numbers.one_of(values))).collect(),
    }
}

/// Cases met, missed, running and not stated, the seconds to the stop, and the problem, as a report tells them.
type Figures = ([u64; 4], Option<f64>, Option<ProblemCode>);

fn reported(policy: &Policy, measure: &str, case: &Case) -> Figures {
    let mut options = ReportOptions::new(Instant::parse(AS_OF).unwrap()).measure(measure);
    let mut header = "id,tier,severity,submitted,stopped".to_owned();
    let stop = case.stopped_at.map(|stop| stop.to_string()).unwrap_or_default();
    let mut row = format!("1,{},{},{},{stop}", case.tier, case.severity, case.submitted_at);
    for (name, value) in &case.facts {
        header += &format!(",{name}");
        row += &format!(",{value}");
        if *name != "channel" {
            options = options.context(*name, *name);
        }
    }
    let mut report = policy.report(&options).unwrap();
    report.push(format!("{header}\n{row}\n").as_bytes());
    let result = report.finish();
    let all = result.groups.last().unwrap();
    ([all.met, all.missed, all.running, all.not_stated], all.p50, result.problems.first().map(|problem| problem.code))
}

fn figures(standing: Result<CaseStanding, ProblemCode>) -> Figures {
    let counts = |state| match state {
        TargetState::Met => [1, 0, 0, 0],
        TargetState::Missed | TargetState::Overdue => [0, 1, 0, 0],
        TargetState::NotStated => [0, 0, 0, 1],
        _ => [0, 0, 1, 0],
    };
    match standing {
        Ok(standing) => (counts(standing.state), standing.is_stopped.then(|| standing.elapsed_seconds()), None),
        Err(code) => ([0; 4], None, Some(code)),
    }
}

/// Compares the standings of seeded cases with those of a report and an evaluation; returns the states that occurred.
fn compare(policy: &Policy, measure: &str, tiers: &[&str], severities: &[&str], facts: &[Fact]) -> Vec<TargetState> {
    let evaluator = policy.case_evaluator(measure).unwrap();
    let as_of = Instant::parse(AS_OF).unwrap();
    let mut numbers = Numbers(7);
    let mut states = Vec::new();
    for _ in 0..1_500 {
        let case = case(&mut numbers, tiers, severities, facts);
        let clock = evaluator.clock(case.tier, case.severity, &case.facts);
        let is_known = evaluator.tier(case.tier).is_some() && evaluator.severity(case.severity).is_some();
        let standing = match &clock {
            Ok(clock) => clock.evaluate(case.submitted_at, case.stopped_at, as_of),
            // A report looks at the stop before the facts.
            Err(_) if is_known && case.stopped_at.is_some_and(|stop| stop < case.submitted_at) => {
                Err(ProblemCode::StopBeforeSubmission)
            }
            Err(code) => Err(*code),
        };
        let about = (measure, case.tier, case.severity, case.submitted_at, case.stopped_at, &case.facts);
        assert_eq!(figures(standing), reported(policy, measure, &case), "{about:?}");
        let (Some(tier), Some(severity)) = (evaluator.tier(case.tier), evaluator.severity(case.severity)) else {
            continue;
        };
        let mut of = CaseFacts::new(tier, severity, case.submitted_at);
        if let Some(stop) = case.stopped_at {
            of = of.with_stop(measure, stop);
        }
        for (name, value) in case.facts.iter().filter(|(_, value)| !value.is_empty()) {
            of = match *name {
                "channel" => of.with_channel(*value),
                "zone" => of.with_zone(*value),
                _ => of.with_context(*name, *value),
            };
        }
        let Ok(evaluation) = policy.evaluate(&of, as_of) else { continue };
        let target = evaluation.targets.iter().find(|target| target.objective.measure == measure).unwrap();
        let state = standing.map_or(TargetState::Undetermined, |standing| standing.state);
        assert_eq!(state, target.state, "{about:?}");
        assert_eq!(clock.ok().and_then(|clock| clock.due_at(case.submitted_at)), target.due_at, "{about:?}");
        states.push(state);
    }
    states
}

#[test]
fn cases_are_evaluated_as_in_a_report_and_an_evaluation() {
    let policy = Policy::load(BOREAL).unwrap();
    let severities = ["outage", "Severe", "3", "P4", "request", "none", ""];
    for measure in ["initial-response", "restoration"] {
        let states = compare(&policy, measure, &["essential", "Extended", "complete", "?"], &severities, &[]);
        for state in [TargetState::Met, TargetState::Missed, TargetState::Overdue, TargetState::OnTrack] {
            assert!(states.contains(&state), "{measure}: {state:?} never occurs");
        }
    }
}

#[test]
fn facts_choose_the_objective_as_in_a_report() {
    let facts: &[Fact] = &[
        ("country", &["us", "fr", "jp", "", "unknown", "xx"]),
        ("coverage", &["day", "night", ""]),
        ("zone", &["Asia/Tokyo", "America/Denver", "", "Mars/Base"]),
        ("channel", &["phone", "web", ""]),
    ];
    let [respond, _fix] = ["respond", "fix"]
        .map(|measure| compare(&conditions(), measure, &["basic", "top", "calm"], &["high", "mid", "low"], facts));
    assert!(respond.contains(&TargetState::Undetermined));
}

#[test]
fn targets_in_business_days_are_evaluated_as_in_a_report() {
    let policy = include_str!("../examples/acme-care.json")
        .replace(r#"{ "within": "PT16H" }"#, r#"{ "businessDays": 2, "due": "same-time", "cutOff": "15:00" }"#);
    compare(&Policy::load(&policy).unwrap(), "initial-response", &["standard"], &["urgent", "normal"], &[]);
}

#[test]
fn a_target_whose_business_days_never_come_is_never_at_risk() {
    let policy = r#"{
        "id": "p", "version": "1", "title": {"en": "T"}, "languages": ["en"],
        "severities": [{"id": "high", "name": {"en": "H"}}], "tiers": [{"id": "care", "name": {"en": "C"}}],
        "calendars": {"once": {"zone": "UTC", "special": {"2026-03-03": [["09:00", "17:00"]]}}},
        "measures": [{"id": "respond", "name": {"en": "R"}}],
        "objectives": [{"id": "o", "measure": "respond", "target": {"businessDays": 2}, "calendar": "once"}]
    }"#;
    let policy = Policy::load(policy).unwrap();
    let [start, as_of] = ["2026-03-02T00:00:00Z", AS_OF].map(|text| Instant::parse(text).unwrap());
    let clock = policy.case_evaluator("respond").unwrap().clock("care", "high", &[]).unwrap();
    let standing = clock.evaluate(start, None, as_of).unwrap();
    assert_eq!((standing.state, standing.elapsed_millis), (TargetState::OnTrack, 8 * 3_600_000));
    let evaluation = policy.evaluate(&CaseFacts::new("care", "high", start), as_of).unwrap();
    assert_eq!((evaluation.targets[0].state, evaluation.targets[0].due_at), (TargetState::OnTrack, None));
}
