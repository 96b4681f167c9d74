//! Open time: instants, durations, and the calendars in which clocks run.
//!
//! A definition is read to a schedule (what holds on each day), which is compiled to a timeline (when it is open, in
//! instants) as far as anybody asks about it.

mod columns;
mod date;
mod duration;
mod fault;
mod holidays;
#[cfg_attr(target_arch = "wasm32", path = "host/intl.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "host/tz_database.rs")]
mod host;
mod hours;
mod instant;
#[cfg(feature = "analysis")]
mod local_time;
mod open_time;
mod schedule;
mod timeline;
mod zone;

pub(crate) use columns::duration;
pub(crate) use date::Date;
pub use duration::parse_duration;
pub use instant::Instant;
#[cfg(feature = "analysis")]
pub(crate) use local_time::{LocalTime, month_name, week_name};
pub use open_time::{Calendar, MAX_STRETCHES, Stretch, StretchKind};
pub use zone::{UtcOffset, instant_of, utc_offsets};

/// Milliseconds of a day of 24 hours.
const DAY: i64 = 86_400_000;
