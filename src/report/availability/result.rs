use serde::Serialize;

use crate::calendar::Instant;
use crate::report::result::{ColumnAt, Problem, Reading};

/// Availability over a log of outages.
///
/// # Examples
///
/// ```
/// use case_slo::report::AvailabilityOptions;
/// use case_slo::{Instant, Policy};
///
/// let options = AvailabilityOptions::new(Instant::parse("2026-03-01T00:00:00Z")?);
/// let mut log = Policy::reference().availability(&options)?;
/// log.push(b"service,start,end\nCalls,2026-02-03T07:00:00Z,2026-02-03T08:00:00Z\n");
/// let result = log.finish();
/// // The period begins with the month of the first outage.
/// assert_eq!((result.from, result.until), (Instant::parse("2026-02-01T00:00:00Z")?, Instant::parse("2026-03-01T00:00:00Z")?));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AvailabilityResult {
    /// Rows below the header that hold anything.
    pub rows: u64,
    /// The share of the rows that could be evaluated; `None` without rows.
    pub coverage: Option<f64>,
    /// Outages that lie outside the period as a whole.
    pub outside: u64,
    /// The delimiter; `None` if nothing could be read.
    pub delimiter: Option<String>,
    /// The header, column by column.
    pub headers: Vec<String>,
    /// The columns, as given or guessed; those that were not found are left out.
    pub columns: OutageColumnsAt,
    /// How the log was read.
    pub reading: Reading,
    /// The first instant of the period.
    pub from: Instant,
    /// The end of the period, which is not part of it.
    pub until: Instant,
    /// Its length.
    pub seconds: f64,
    /// Up to 200 services, the one that lost most time first; last, all services together.
    pub services: Vec<ServiceAvailability>,
    /// Rows that could not be evaluated, by the reason.
    pub problems: Vec<Problem>,
}

/// The columns of a log of outages, as far as they were found.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct OutageColumnsAt {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<ColumnAt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<ColumnAt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<ColumnAt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_time: Option<ColumnAt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_time: Option<ColumnAt>,
}

/// The availability of a service over the period.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ServiceAvailability {
    /// As the log names it, which may be empty; `None`: all services together, out while any of them is.
    pub service: Option<String>,
    /// Outages in the period; those that overlap or touch are one.
    pub outages: usize,
    /// Whether one of them had not ended.
    pub ongoing: bool,
    /// The time they took of the period.
    pub lost_seconds: f64,
    /// The longest of them, as far as it lies in the period; zero without any.
    pub longest_seconds: f64,
    /// When the longest began, at the earliest the first instant of the period; of several, the first. `None` without any.
    pub longest_start: Option<Instant>,
    /// The share of the period that they left, from 0 to 1; `None` if nothing of the log could be read. If the coverage is
    /// below 1, it is an upper bound: nobody knows the time of the other outages.
    pub availability: Option<f64>,
    /// Every month of the period, in order.
    pub months: Vec<MonthAvailability>,
}

/// The availability of a service over a month. The first and the last month count as far as they lie in the period.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MonthAvailability {
    /// ISO 8601, such as "2026-02".
    pub month: String,
    /// Its length in real time, a change of clocks included.
    pub seconds: f64,
    /// The time that outages took of it.
    pub lost_seconds: f64,
    /// The share of it that they left, from 0 to 1; `None` if nothing of the log could be read.
    pub availability: Option<f64>,
    /// Outages with a part in this month. One that lasts into the next month counts in both.
    pub outages: usize,
    /// The longest of these parts; zero without any.
    pub longest_seconds: f64,
}
