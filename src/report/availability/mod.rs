//! From a log of outages to availability: how much of each month a service could be used.
//!
//! The log is read as one of cases is. [`reader`] finds out who was out and from when to when, [`stretches`] counts
//! outages that overlap once, and [`months`] lays them over the months of the period.

mod months;
mod options;
mod reader;
mod result;
mod stretches;
#[cfg(test)]
mod tests;

pub use reader::{AvailabilityLog, MAX_SERVICES};
pub use result::{AvailabilityResult, MonthAvailability, OutageColumns, ServiceAvailability};
