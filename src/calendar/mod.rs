//! Open time: instants, durations, and the calendars in which clocks run.

mod duration;
mod instant;
mod open_time;

pub use duration::parse_duration;
pub use instant::Instant;
pub use open_time::{Calendar, Stretch, StretchKind};
