//! Objectives and the clocks that they run on: the facts that choose them, targets, rounds, pauses, changes of severity, and the
//! state of a case.

mod calendars;
mod choice;
mod context;
mod evaluate;
mod evaluation;
mod facts;
mod objective;
mod pauses;
mod target;
#[cfg(test)]
mod tests;

pub(crate) use calendars::Calendars;
pub use choice::MAX_POSSIBILITIES;
pub(crate) use choice::deciding_questions;
#[cfg(feature = "analysis")]
pub(crate) use choice::{Budget, Candidates, Possibility};
#[cfg(feature = "analysis")]
pub(crate) use context::subject_place;
pub(crate) use context::{ChoiceFacts, ContextAnswers};
pub use evaluate::MAX_SEGMENTS;
pub(crate) use evaluate::{Clocks, Reading};
pub use evaluation::{Evaluation, Rounds, SegmentKind, TargetEvaluation, TargetNote, TargetState, TimelineSegment};
pub use facts::{CaseFacts, MAX_SEVERITY_CHANGES, MAX_STOPS};
#[cfg(feature = "analysis")]
pub(crate) use objective::filed;
pub use objective::{Bound, Objective};
pub(crate) use objective::{objectives, require_severity, require_tier};
pub use pauses::{MAX_PAUSES, Pause};
pub(crate) use pauses::{Pauses, validate_pauses};
pub(crate) use target::Amount;
