//! The content of a tier beyond response times: its features with those of the tiers below it, and its recurring services.

mod deliverables;
mod features;
mod recurrence;

pub(crate) use deliverables::deliverables;
pub use deliverables::{Deliverable, MAX_DELIVERABLE_DATES, MAX_DELIVERABLE_DAYS, Period};
pub(crate) use features::features;
pub use features::{FeatureCondition, FeatureState, TierFeature};
