//! The examples run, and their assertions hold.
#![allow(missing_docs)]

#[path = "../examples/classify_a_case.rs"]
mod classify_a_case;
#[path = "../examples/deadline_on_business_hours.rs"]
mod deadline_on_business_hours;
#[cfg(feature = "analysis")]
#[path = "../examples/report_on_a_log.rs"]
mod report_on_a_log;

type Outcome = Result<(), Box<dyn std::error::Error>>;

#[test]
fn a_case_is_classified_by_questions() -> Outcome {
    classify_a_case::main()
}

#[test]
fn a_deadline_falls_behind_a_holiday() -> Outcome {
    deadline_on_business_hours::main()
}

#[cfg(feature = "analysis")]
#[test]
fn a_log_gives_attainment_and_problems() -> Outcome {
    report_on_a_log::main()
}
