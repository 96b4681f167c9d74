//! How severe is a support case, and when will somebody respond?
//!
//! The engine reads a *policy* (a support service description as data) and answers both questions. It is pure: the
//! present moment is an argument, there is no I/O, and no input makes it panic.

#[forbid(unsafe_code)]
mod advice;
#[forbid(unsafe_code)]
pub mod argument;
#[forbid(unsafe_code)]
pub mod calendar;
#[forbid(unsafe_code)]
mod classification;
#[forbid(unsafe_code)]
mod clock;
#[forbid(unsafe_code)]
mod contradictions;
#[forbid(unsafe_code)]
mod diagnostic;
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
mod tiers;
#[cfg(feature = "analysis")]
#[forbid(unsafe_code)]
pub mod verification;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use advice::{Advice, ContextOption, CustomerContext, Expectation, MAX_PARTIAL_CONTEXT, NextContext};
pub use calendar::{Instant, UtcOffset, instant_of, utc_offsets};
pub use classification::{
    Answers, Classification, MAX_COMPARISONS, MAX_PARTIAL_ANSWERS, MAX_SUBSETS, MAX_VECTOR_BYTES, NextOption,
    NextQuestion, ParsedVector, WhatIf,
};
pub use clock::{
    Bound, CaseFacts, Evaluation, MAX_PAUSES, MAX_SEVERITY_CHANGES, Objective, Pause, SegmentKind, TargetEvaluation,
    TargetState, TimelineSegment,
};
pub use diagnostic::{Counterexample, Diagnostic, Level};
pub use error::{Error, ErrorCode};
pub use facade::{MAX_COLUMN_VALUES, Policy, REFERENCE_POLICY};
#[cfg(feature = "analysis")]
pub use facade::{check, diff};
pub use tiers::{
    Deliverable, FeatureCondition, FeatureState, MAX_DELIVERABLE_DATES, MAX_DELIVERABLE_DAYS, Period, TierFeature,
};
#[cfg(feature = "analysis")]
pub use verification::{ChangeKind, PolicyChange};
