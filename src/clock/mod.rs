//! Objectives and the clocks that they run on: targets, pauses, changes of severity, and the state of a case.

mod evaluate;
mod facts;
mod objective;
mod pauses;
#[cfg(test)]
mod tests;

pub use evaluate::{Evaluation, Segment, SegmentKind, State, TargetEvaluation, evaluate};
pub(crate) use facts::read_context;
pub use facts::{CaseFacts, SeverityChange};
pub(crate) use objective::read_target;
pub use objective::{Bound, Objective, objectives};
pub use pauses::{Pause, Pauses, read_pauses};
