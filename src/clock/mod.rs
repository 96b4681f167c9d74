//! Objectives and the clocks that they run on: targets, pauses, changes of severity, and the state of a case.

mod context;
mod evaluate;
mod facts;
mod objective;
mod pauses;
mod target;
#[cfg(test)]
mod tests;

pub(crate) use context::ContextAnswers;
pub(crate) use evaluate::evaluate;
pub use evaluate::{Evaluation, MAX_SEGMENTS, SegmentKind, TargetEvaluation, TargetNote, TargetState, TimelineSegment};
pub use facts::{CaseFacts, MAX_SEVERITY_CHANGES};
#[cfg(feature = "analysis")]
pub(crate) use objective::objective;
pub use objective::{Bound, Objective};
pub(crate) use objective::{objectives, require_severity, require_tier};
pub use pauses::{MAX_PAUSES, Pause};
pub(crate) use pauses::{Pauses, validate_pauses};
pub(crate) use target::Amount;
