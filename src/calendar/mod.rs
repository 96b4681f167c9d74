//! Business hours: instants, durations, local times, and the calendars in which clocks run.
//!
//! A definition is read to a schedule (the rule for each day), which is compiled on demand to a timeline (the open intervals, as
//! instants). chrono computes dates; it is not part of public types.

mod business_days;
mod business_hours;
mod columns;
mod date;
mod duration;
mod fault;
mod holiday_sets;
mod holidays;
#[cfg_attr(target_arch = "wasm32", path = "host/intl.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "host/tz_database.rs")]
mod host;
mod hours;
mod instant;
#[cfg(feature = "analysis")]
mod local_time;
mod schedule;
mod timeline;
mod zone;

pub(crate) use business_days::BusinessDays;
pub(crate) use business_hours::{Calendar, Stretch, StretchKind, size_of};
pub(crate) use columns::duration;
pub(crate) use date::Date;
#[cfg(feature = "analysis")]
pub(crate) use date::parse_day_of_year;
pub(crate) use duration::parse_duration;
pub(crate) use holiday_sets::HolidaySets;
#[cfg(feature = "analysis")]
pub(crate) use holidays::is_never_observed;
pub use instant::Instant;
#[cfg(feature = "analysis")]
pub(crate) use local_time::{LocalTime, month_name, week_name};
pub(crate) use zone::require_zone;
pub use zone::{UtcOffset, instant_of, utc_offsets};

/// Milliseconds of a day of 24 hours.
const DAY: i64 = 86_400_000;
