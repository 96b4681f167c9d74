//! How severe is a support case, and when will somebody respond?
//!
//! A [`Policy`] is a support service description as data: severities and the questions that lead to them, calendars of
//! business hours, service level objectives, and advice. The engine answers from it. It is pure: the present moment is
//! an argument, nothing is read from a disk or a network, and no input makes it panic.
//!
//! ```toml
//! [dependencies]
//! case-slo = "0.2"
//! ```
//!
//! # Tour
//!
//! The policy of a small provider, `examples/acme-care.json`, has two severities, two questions and office hours:
//!
//! <details><summary>acme-care.json</summary>
//!
//! ```json
#![doc = include_str!("../examples/acme-care.json")]
//! ```
//!
//! </details>
//!
//! ```
//! use case_slo::Policy;
//!
//! # const ACME: &str = include_str!("../examples/acme-care.json");
//! let policy = Policy::load(ACME)?;
//! assert_eq!(policy.document().severities[0].id, "urgent");
//! # Ok::<(), case_slo::Error>(())
//! ```
//!
//! **How severe is it?** [`Policy::classify`] takes any part of the answers. While several severities are possible, it
//! gives the one that the policy picks for a reader who is unsure, and [`Policy::next_question`] gives the question that
//! leads to a decision soonest.
//!
//! ```
//! # use case_slo::{Answers, Policy};
//! # const ACME: &str = include_str!("../examples/acme-care.json");
//! # let policy = Policy::load(ACME)?;
//! let answers = Answers::new().with("work", "nobody");
//! let so_far = policy.classify(&answers)?;
//! assert!(!so_far.decided);
//! assert_eq!(so_far.possible, ["urgent", "normal"]);
//!
//! let next = policy.next_question(&answers)?.expect("the severity is open");
//! assert_eq!((next.id.as_str(), next.worst), ("workaround", 1));
//!
//! let decided = policy.classify(&answers.with("workaround", "no"))?;
//! assert!(decided.decided);
//! assert_eq!(decided.severity, "urgent");
//! assert_eq!(decided.rules, ["standstill"]);
//! assert_eq!(decided.vector, "acme-care@1.0.0/work:nobody/workaround:no");
//! # Ok::<(), case_slo::Error>(())
//! ```
//!
//! **When will somebody respond?** [`Policy::expect`] answers before submission, [`Policy::evaluate`] afterwards. An
//! urgent case comes in on a Thursday at 3 p.m.: two business hours are left, Good Friday is closed, and the target of
//! four is used up on Monday at 11 a.m.
//!
//! ```
//! # use case_slo::{Policy, Instant, instant_of};
//! # const ACME: &str = include_str!("../examples/acme-care.json");
//! # let policy = Policy::load(ACME)?;
//! use case_slo::{CaseFacts, SegmentKind, TargetState};
//!
//! let submitted = instant_of("2026-04-02T15:00", "America/Toronto")?;
//! let case = CaseFacts::new("standard", "urgent", submitted);
//! let response = &policy.expect(&case)?.targets[0];
//! assert_eq!(response.due_at, Some(Instant::parse("2026-04-06T11:00:00-04:00")?));
//!
//! // Monday at 10 a.m., nobody has called: three of four business hours are used up.
//! let monday = Instant::parse("2026-04-06T10:00:00-04:00")?;
//! let response = &policy.evaluate(&case, monday)?.targets[0];
//! assert_eq!(response.state, TargetState::AtRisk);
//! assert_eq!(response.remaining_seconds, Some(3_600.0));
//! assert!(response.timeline.iter().any(|segment| segment.kind == SegmentKind::Holiday));
//! # Ok::<(), case_slo::Error>(())
//! ```
//!
//! **How often were the objectives met?** [`Policy::report`] reads a log of cases in chunks of any size, such as the export
//! of a help desk, and finds its columns by their headers.
//!
//! ```
//! # #[cfg(feature = "analysis")] {
//! # use case_slo::{Policy, Instant};
//! # const ACME: &str = include_str!("../examples/acme-care.json");
//! # let policy = Policy::load(ACME)?;
//! use case_slo::report::ReportOptions;
//!
//! let options = ReportOptions::new(Instant::parse("2026-05-01T00:00:00Z")?).zone("America/Toronto");
//! let mut report = policy.report(&options)?;
//! report.push(b"Ticket,Plan,Severity,Submitted,First response\n");
//! report.push(b"1,standard,urgent,2026-04-02 15:00,2026-04-06 10:30\n");
//! report.push(b"2,standard,urgent,2026-04-07 09:00,2026-04-07 16:00\n");
//! let result = report.finish();
//! let all = result.groups.last().expect("one group is over all cases");
//! assert_eq!((all.met, all.missed, all.attainment), (1, 1, Some(0.5)));
//! # }
//! # Ok::<(), case_slo::Error>(())
//! ```
//!
//! The [reference policy](Policy::reference) is the Cisco Spark software support service, in French (Canada) and English.
//!
//! # Where to look
//!
//! | question | answer |
//! |---|---|
//! | Which severity, and why? | [`Policy::classify`], [`Policy::next_question`], [`Classification`] |
//! | Which deadline, and how was it counted? | [`Policy::expect`], [`Policy::evaluate`], [`TargetEvaluation`] |
//! | What should one do now? | [`Policy::advise`], [`Policy::next_context`] |
//! | Business hours without a case? | [`Policy::deadline`], [`Policy::elapsed`], [`Policy::deadlines`] for columns |
//! | What does a tier include? | [`Policy::features`], [`Policy::deliverables`] |
//! | Is my policy sound, and what did I change? | [`check`], [`diff`] |
//! | How often were objectives met, services available? | [`Policy::report`], [`Policy::availability`] |
//! | How does one row of a log stand, in an engine of its own? | [`Policy::case_evaluator`] |
//! | Which instant is a local time? | [`instant_of`], [`utc_offsets`] |
//!
//! The policy document is described in `policies/README.md`, which is part of this package, beside two complete policies
//! and their JSON schema. [`policy::model`] holds the document as Rust types, [`Policy::document`] gives it.
//!
//! # Features
//!
//! - **`analysis`** (default): [`check`], [`diff`], and reports over logs ([`report`]). Everything else works without it.
//! - **`schema`**: the types of [`policy::model`] implement `schemars::JsonSchema`.
//!
//! Time zones come from `chrono-tz`, which is compiled in. On `wasm32-unknown-unknown` they come from `Intl` of the
//! JavaScript host, and the crate exports the functions of the npm package of the same name.
//!
//! # Errors
//!
//! Every function that can refuse an argument returns one type, [`Error`]: a stable [code](Error::code), a message for
//! people, a [JSON Pointer](Error::path) to the value that was refused and, for a policy, its [findings](Error::diagnostics).
//!
//! ```
//! use case_slo::{Answers, ErrorCode, Policy};
//!
//! let refused = Policy::reference().classify(&Answers::new().with("servise", "degraded")).unwrap_err();
//! assert_eq!(refused.code(), ErrorCode::UnknownQuestion);
//! assert_eq!(refused.path(), Some("/servise"));
//! assert_eq!(refused.to_string(), "there is no question \"servise\"; did you mean \"service\"?");
//! ```
//!
//! # Limits
//!
//! Work is bounded. A limit is checked before the work that it bounds begins, and an argument beyond it is refused with
//! `limit-exceeded`. Limits that a caller may meet are constants: [`policy::MAX_POLICY_BYTES`], [`MAX_PAUSES`],
//! [`MAX_SEVERITY_CHANGES`], [`MAX_VECTOR_BYTES`], [`MAX_COLUMN_VALUES`]. A search that would take too long gives a result
//! that says so, such as [`NextQuestion::exact`].
//!
//! Instants lie between 1970 and 2199 and count milliseconds; there are no leap seconds. Durations are in seconds, and all
//! durations are business hours of a calendar, less the pauses of the case.
//!
//! # Scope
//!
//! The engine neither stores cases nor sends messages, and it has no clock. An objective that it computes restates what a
//! description says; whether the description is a contract depends on who sold the service ([`Expectation::standing`]).

#![deny(rustdoc::broken_intra_doc_links, rustdoc::private_intra_doc_links, rustdoc::invalid_html_tags)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[forbid(unsafe_code)]
mod advice;
#[forbid(unsafe_code)]
pub mod argument;
#[forbid(unsafe_code)]
mod calendar;
#[forbid(unsafe_code)]
mod classification;
#[forbid(unsafe_code)]
mod clock;
#[forbid(unsafe_code)]
mod codes;
#[forbid(unsafe_code)]
mod contradictions;
#[forbid(unsafe_code)]
mod diagnostic;
#[forbid(unsafe_code)]
mod diagnostic_codes;
#[forbid(unsafe_code)]
mod error;
#[forbid(unsafe_code)]
mod facade;
#[forbid(unsafe_code)]
pub mod policy;
#[cfg(feature = "analysis")]
#[forbid(unsafe_code)]
pub mod report;
#[forbid(unsafe_code)]
mod sentence;

mod sorted;
#[forbid(unsafe_code)]
mod tiers;
#[cfg(feature = "analysis")]
#[forbid(unsafe_code)]
mod verification;
#[cfg(target_arch = "wasm32")]
mod wasm;

/// The Rust code of the README, which the tests of the documentation run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use advice::{
    Advice, ContextOption, CustomerContext, Expectation, Guidance, MAX_PARTIAL_CONTEXT, NextContext, ScheduledAdvice,
};
pub use calendar::{Instant, UtcOffset, instant_of, utc_offsets};
pub use classification::{
    Answers, Classification, MAX_COMPARISONS, MAX_PARTIAL_ANSWERS, MAX_SUBSETS, MAX_VECTOR_BYTES, NextOption,
    NextQuestion, ParsedVector, WhatIf,
};
pub use clock::{
    Bound, CaseFacts, Evaluation, MAX_PAUSES, MAX_POSSIBILITIES, MAX_SEGMENTS, MAX_SEVERITY_CHANGES, MAX_STOPS,
    Objective, Pause, Rounds, SegmentKind, TargetEvaluation, TargetNote, TargetState, TimelineSegment,
};
#[cfg(feature = "analysis")]
pub use diagnostic::Counterexample;
pub use diagnostic::{Diagnostic, Level};
pub use error::{Error, ErrorCode};
pub use facade::{MAX_COLUMN_VALUES, Policy, REFERENCE_POLICY};
#[cfg(feature = "analysis")]
pub use facade::{check, diff};
#[cfg(feature = "analysis")]
pub use sentence::{Sentence, SentenceList, SentenceName, SentenceValue};
pub use tiers::{
    Deliverable, FeatureCondition, FeatureState, MAX_DELIVERABLE_DATES, MAX_DELIVERABLE_DAYS, Period, TierFeature,
};
#[cfg(feature = "analysis")]
pub use verification::{ChangeKind, ChangedObjective, PolicyChange};
