use serde::Serialize;

use super::super::result::{ColumnAt, Problem};
use crate::calendar::Instant;

/// Availability over a log of outages.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AvailabilityResult {
    /// Rows below the header that hold anything.
    pub rows: u64,
    /// Outages that lie outside the period as a whole.
    pub outside: u64,
    /// What stands between columns; `None` where nothing could be read.
    pub delimiter: Option<String>,
    /// The header, column by column.
    pub headers: Vec<String>,
    /// Which columns were taken for what.
    pub columns: OutageColumns,
    /// The first instant of the period.
    pub from: Instant,
    /// The one behind its last.
    pub until: Instant,
    /// Its length.
    pub seconds: f64,
    /// Whoever lost most time first; last, all services together.
    pub services: Vec<ServiceAvailability>,
    /// What could not be counted.
    pub problems: Vec<Problem>,
}

/// Which columns of a log of outages were taken for what.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct OutageColumns {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<ColumnAt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<ColumnAt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<ColumnAt>,
}

/// How much of the period a service could be used.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceAvailability {
    /// As the log names it, which may be empty; `None`: all services together, out while any of them is.
    pub service: Option<String>,
    /// Outages in the period; those that overlap or touch are one.
    pub outages: usize,
    /// Whether one of them had not ended as of the instant that was asked about.
    pub ongoing: bool,
    /// What they took of the period.
    pub lost_seconds: f64,
    /// The longest of them, as far as it lies in the period.
    pub longest_seconds: f64,
    /// When the longest began; of several, the first.
    pub longest_start: Option<Instant>,
    /// What they left of the period, from 0 to 1.
    pub availability: f64,
    /// Every month of the period, in order.
    pub months: Vec<MonthAvailability>,
}

/// How much of a month a service could be used. Its first and last month count as far as they lie in the period.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MonthAvailability {
    /// ISO 8601, such as "2026-02".
    pub month: String,
    /// Its length in real time, a change of clocks included.
    pub seconds: f64,
    /// What outages took of it.
    pub lost_seconds: f64,
    /// What they left of it, from 0 to 1.
    pub availability: f64,
    /// Outages with a part in this month.
    pub outages: usize,
    /// The longest of these parts.
    pub longest_seconds: f64,
}
