//! Open time: instants, durations, and the calendars in which clocks run.
//!
//! A definition is read to a schedule (what holds on each day), which is compiled to a timeline (when it is open, in
//! instants) as far as anybody asks about it.

pub(crate) mod civil;
mod columns;
mod duration;
mod fault;
mod holidays;
mod hours;
mod instant;
#[cfg(feature = "analysis")]
mod local_time;
mod open_time;
mod schedule;
mod timeline;
#[cfg(not(target_arch = "wasm32"))]
mod tz_database;
mod zone;

pub(crate) use columns::duration;
pub use duration::parse_duration;
pub use instant::Instant;
#[cfg(feature = "analysis")]
pub(crate) use local_time::{LocalTime, month_name, week_name};
pub use open_time::{Calendar, MAX_STRETCHES, Stretch, StretchKind};

/// Day of the month of an instant in UTC, in seconds since 1970.
#[cfg(target_arch = "wasm32")]
pub(crate) fn day_of_month(at: i64) -> u32 {
    civil::date(at.div_euclid(86_400) as i32).2
}
