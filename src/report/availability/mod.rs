//! From a log of outages to availability: the share of each month in which a service could be used.
//!
//! The log is read as one of cases is. [`log`] finds the service and the time of each outage, [`spans`] counts outages that
//! overlap once, and [`months`] lays them over the months of the period.

mod log;
mod months;
mod options;
mod result;
mod spans;
#[cfg(test)]
mod tests;

pub use log::{AvailabilityLog, MAX_SERVICES};
pub use options::{AvailabilityOptions, OutageColumns};
pub use result::{AvailabilityResult, MonthAvailability, OutageColumnsAt, ServiceAvailability};
