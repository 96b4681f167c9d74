use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::elapsed::ElapsedUnit;
use super::goals::GoalResult;
use super::options::DateOrder;
use super::problems::ProblemCode;
use crate::calendar::Instant;

/// Attainment over a log of cases.
///
/// # Examples
///
/// ```
/// # use case_slo::report::ReportOptions;
/// # use case_slo::{Instant, Policy};
/// # let mut report = Policy::reference().report(&ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?))?;
/// # report.push(b"id,tier,severity,submitted,stopped,channel\n");
/// # report.push(b"1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,phone\n");
/// # report.push(b"2,premium,critical,2026-02-03T08:00:00Z,2026-02-03T08:20:00Z,web\n");
/// # report.push(b"3,gold,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web\n");
/// # let result = report.finish();
/// // Three rows, one of them of a tier that the policy does not have.
/// assert_eq!(result.rows, 3);
/// assert_eq!(result.coverage, Some(2.0 / 3.0));
/// assert_eq!(result.groups.len(), 2);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ReportResult {
    /// Rows below the header that hold anything.
    pub rows: u64,
    /// The share of the rows that could be evaluated; `None` without rows. Every statement of an attainment also states the
    /// coverage if it is below 1.
    pub coverage: Option<f64>,
    /// Rows that were filtered out. They count nowhere else.
    pub filtered: u64,
    /// The delimiter; `None` if nothing could be read.
    pub delimiter: Option<String>,
    /// The header, column by column.
    pub headers: Vec<String>,
    /// The columns, as given or guessed; those that were not found are left out.
    pub columns: Columns,
    /// How the log was read.
    pub reading: Reading,
    /// One per tier and severity seen, in the policy's order, and one over all.
    pub groups: Vec<Group>,
    /// The goals of the policy, period by period.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<GoalResult>,
    /// By ISO week of submission and group, in the zone of the options or UTC.
    pub weeks: Vec<Week>,
    /// By month of submission and group, in the same zone.
    pub months: Vec<Month>,
    /// By channel, the most frequent one first.
    pub channels: Vec<Channel>,
    /// By hour of the week of submission, in the same zone, from Monday on; only hours with cases.
    pub hours: Vec<Hour>,
    /// Rows that could not be evaluated, by the reason.
    pub problems: Vec<Problem>,
    /// Up to 10,000 missed and overdue cases, the longest overrun first; among equals, the earlier row.
    pub misses: Vec<Miss>,
}

/// How a log was read: what was detected about its form.
///
/// # Examples
///
/// ```
/// use case_slo::report::ReportOptions;
/// use case_slo::{Instant, Policy};
///
/// let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?).zone("America/Toronto");
/// let mut report = Policy::reference().report(&options)?;
/// report.push(b"Cases of February\nid,tier,severity,submitted,stopped\n1,premium,low,02/25/2026 10:00,02/25/2026 10:10\n");
/// let reading = report.finish().reading;
/// assert_eq!((reading.encoding.as_str(), reading.header_row), ("utf-8", Some(2)));
/// assert_eq!(reading.date_order["submittedAt"].to_string(), "month-first");
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Reading {
    /// "utf-8", "utf-16le", "utf-16be" or "windows-1252".
    pub encoding: String,
    /// The row of the header, as a spreadsheet numbers it; `None` if the log has none.
    pub header_row: Option<u64>,
    /// The name of the help desk whose export this is, by its headers.
    pub preset: Option<String>,
    /// Names of the columns that were found by their cells, not by their headers.
    pub by_cells: Vec<String>,
    /// The order of day and month in each column of dates that has one.
    pub date_order: BTreeMap<String, DateOrder>,
    /// The zone that the header of a column names.
    pub zones: BTreeMap<String, String>,
    /// The column of durations that stand for the stop, and the unit of its numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elapsed: Option<ElapsedAt>,
    /// The column of due times that decide instead of the targets of the policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_at: Option<ColumnAt>,
    /// Rows that are not cases and count nowhere: footers, totals, comments, empty rows, and headers that come again.
    pub footer_rows: u64,
    /// Rows that a later row of the same case replaces, in a log with a row for each event. They count nowhere else.
    pub replaced_rows: u64,
}

/// A column of durations.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ElapsedAt {
    /// From 0.
    pub index: usize,
    /// Its header.
    pub name: String,
    /// The unit of its numbers.
    pub unit: ElapsedUnit,
}

/// Cases of one tier and severity, or all of them.
///
/// # Examples
///
/// ```
/// # use case_slo::report::ReportOptions;
/// # use case_slo::{Instant, Policy};
/// # let mut report = Policy::reference().report(&ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?))?;
/// # report.push(b"id,tier,severity,submitted,stopped,channel\n");
/// # report.push(b"1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,phone\n");
/// # report.push(b"2,premium,critical,2026-02-03T08:00:00Z,2026-02-03T08:20:00Z,web\n");
/// # report.push(b"3,gold,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web\n");
/// # let result = report.finish();
/// let group = &result.groups[0];
/// assert_eq!((group.cases, group.met, group.missed), (2, 1, 1));
/// assert_eq!(group.p50, Some(360.0));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Group {
    /// Id of the tier; `None` over all.
    pub tier: Option<String>,
    /// Id of the severity; `None` over all.
    pub severity: Option<String>,
    /// Cases that could be evaluated, those without an objective included.
    pub cases: u64,
    /// Stopped in time.
    pub met: u64,
    /// Stopped too late, or still open and overdue.
    pub missed: u64,
    /// Of the missed ones, those that are still open.
    pub overdue: u64,
    /// Open and not yet due.
    pub running: u64,
    /// The policy states no target.
    pub not_stated: u64,
    /// `met / (met + missed)`; `None` if both are zero.
    pub attainment: Option<f64>,
    /// The 95% Wilson interval of the attainment.
    pub interval: Option<(f64, f64)>,
    /// Open seconds to the stop that half of the stopped cases do not exceed, by nearest rank; `None` without a stopped case.
    pub p50: Option<f64>,
    /// The same for nine in ten.
    pub p90: Option<f64>,
    /// The same for nineteen in twenty.
    pub p95: Option<f64>,
    /// Stopped cases by their elapsed time. The bins are the same for every log, from a minute to ten days; the list ends with
    /// the bin of the longest case.
    pub histogram: Vec<Bin>,
}

/// Stopped cases that took longer than the edge of the bin before, and at most as long as the edge of this one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct Bin {
    pub up_to_seconds: f64,
    pub count: u64,
}

/// Cases of a group that were submitted in one week.
///
/// # Examples
///
/// ```
/// # use case_slo::report::ReportOptions;
/// # use case_slo::{Instant, Policy};
/// # let mut report = Policy::reference().report(&ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?))?;
/// # report.push(b"id,tier,severity,submitted,stopped,channel\n");
/// # report.push(b"1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,phone\n");
/// # report.push(b"2,premium,critical,2026-02-03T08:00:00Z,2026-02-03T08:20:00Z,web\n");
/// # report.push(b"3,gold,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web\n");
/// # let result = report.finish();
/// assert_eq!(result.weeks[0].week, "2026-W06");
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Week {
    /// ISO 8601, such as "2026-W06".
    pub week: String,
    /// Id of the tier; `None` over all.
    pub tier: Option<String>,
    /// Id of the severity; `None` over all.
    pub severity: Option<String>,
    /// Cases that could be evaluated, those without an objective included.
    pub cases: u64,
    /// Stopped in time.
    pub met: u64,
    /// Stopped too late, or still open and overdue.
    pub missed: u64,
}

/// Cases of a group that were submitted in one month.
///
/// # Examples
///
/// ```
/// # use case_slo::report::ReportOptions;
/// # use case_slo::{Instant, Policy};
/// # let mut report = Policy::reference().report(&ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?))?;
/// # report.push(b"id,tier,severity,submitted,stopped,channel\n");
/// # report.push(b"1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,phone\n");
/// # report.push(b"2,premium,critical,2026-02-03T08:00:00Z,2026-02-03T08:20:00Z,web\n");
/// # report.push(b"3,gold,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web\n");
/// # let result = report.finish();
/// assert_eq!((result.months[0].month.as_str(), result.months[0].cases), ("2026-02", 2));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Month {
    /// ISO 8601, such as "2026-02".
    pub month: String,
    /// Id of the tier; `None` over all.
    pub tier: Option<String>,
    /// Id of the severity; `None` over all.
    pub severity: Option<String>,
    /// Cases that could be evaluated, those without an objective included.
    pub cases: u64,
    /// Stopped in time.
    pub met: u64,
    /// Stopped too late, or still open and overdue.
    pub missed: u64,
}

/// Cases of one channel.
///
/// # Examples
///
/// ```
/// # use case_slo::report::ReportOptions;
/// # use case_slo::{Instant, Policy};
/// # let mut report = Policy::reference().report(&ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?))?;
/// # report.push(b"id,tier,severity,submitted,stopped,channel\n");
/// # report.push(b"1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,phone\n");
/// # report.push(b"2,premium,critical,2026-02-03T08:00:00Z,2026-02-03T08:20:00Z,web\n");
/// # report.push(b"3,gold,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web\n");
/// # let result = report.finish();
/// let phone = result.channels.iter().find(|each| each.channel.as_deref() == Some("phone"));
/// assert_eq!(phone.and_then(|channel| channel.attainment), Some(1.0));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Channel {
    /// As the log names it, which may be empty; `None`: all channels beyond [`MAX_CHANNELS`](super::MAX_CHANNELS).
    pub channel: Option<String>,
    /// Cases that could be evaluated, those without an objective included.
    pub cases: u64,
    /// Stopped in time.
    pub met: u64,
    /// Stopped too late, or still open and overdue.
    pub missed: u64,
    /// `met / (met + missed)`; `None` if both are zero.
    pub attainment: Option<f64>,
}

/// Cases that were submitted in one hour of the week.
///
/// # Examples
///
/// ```
/// # use case_slo::report::ReportOptions;
/// # use case_slo::{Instant, Policy};
/// # let mut report = Policy::reference().report(&ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?))?;
/// # report.push(b"id,tier,severity,submitted,stopped,channel\n");
/// # report.push(b"1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,phone\n");
/// # report.push(b"2,premium,critical,2026-02-03T08:00:00Z,2026-02-03T08:20:00Z,web\n");
/// # report.push(b"3,gold,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web\n");
/// # let result = report.finish();
/// // A Tuesday at 7 in UTC, as no zone was given.
/// let hour = result.hours.iter().find(|hour| (hour.weekday, hour.hour) == (2, 7));
/// assert_eq!(hour.map(|hour| hour.cases), Some(1));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Hour {
    /// From 1, Monday, to 7.
    pub weekday: usize,
    /// From 0 to 23.
    pub hour: usize,
    /// Cases that could be evaluated, those without an objective included.
    pub cases: u64,
    /// Stopped in time.
    pub met: u64,
    /// Stopped too late, or still open and overdue.
    pub missed: u64,
}

/// The columns of a log of cases, as far as they were found.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct Columns {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<ColumnAt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<ColumnAt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<ColumnAt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_at: Option<ColumnAt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stopped_at: Option<ColumnAt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<ColumnAt>,
    /// Times of day, where they stand apart from their dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_time: Option<ColumnAt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stopped_time: Option<ColumnAt>,
    /// Statuses, of which an open one means that the case has not stopped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ColumnAt>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ColumnAt {
    /// From 0.
    pub index: usize,
    /// Its header.
    pub name: String,
}

/// Rows with the same problem.
///
/// # Examples
///
/// ```
/// # use case_slo::report::ReportOptions;
/// # use case_slo::{Instant, Policy};
/// # let mut report = Policy::reference().report(&ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?))?;
/// # report.push(b"id,tier,severity,submitted,stopped,channel\n");
/// # report.push(b"1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,phone\n");
/// # report.push(b"2,premium,critical,2026-02-03T08:00:00Z,2026-02-03T08:20:00Z,web\n");
/// # report.push(b"3,gold,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web\n");
/// # let result = report.finish();
/// assert_eq!((result.problems[0].code.as_str(), result.problems[0].count), ("unknown-tier", 1));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Problem {
    /// The reason.
    pub code: ProblemCode,
    /// The number of such rows.
    pub count: u64,
    /// The first hundred of them.
    pub first: Vec<ProblemRow>,
    /// Of a tier, a severity or another value that the policy does not know: up to a hundred values with the number of their rows,
    /// the most frequent first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<UnknownValue>,
}

/// A value of a log that the policy does not know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct UnknownValue {
    /// As the log has it, without spaces around it.
    pub value: String,
    /// The number of rows with it.
    pub count: u64,
}

/// A row with a problem.
///
/// # Examples
///
/// ```
/// # use case_slo::report::ReportOptions;
/// # use case_slo::{Instant, Policy};
/// # let mut report = Policy::reference().report(&ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?))?;
/// # report.push(b"id,tier,severity,submitted,stopped,channel\n");
/// # report.push(b"1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,phone\n");
/// # report.push(b"2,premium,critical,2026-02-03T08:00:00Z,2026-02-03T08:20:00Z,web\n");
/// # report.push(b"3,gold,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web\n");
/// # let result = report.finish();
/// assert_eq!(result.problems[0].first[0].row, 4);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ProblemRow {
    /// As a spreadsheet numbers it: the header is row 1.
    pub row: u64,
    /// A sentence for people.
    pub message: String,
}

/// A missed or overdue case.
///
/// # Examples
///
/// ```
/// # use case_slo::report::ReportOptions;
/// # use case_slo::{Instant, Policy};
/// # let mut report = Policy::reference().report(&ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?))?;
/// # report.push(b"id,tier,severity,submitted,stopped,channel\n");
/// # report.push(b"1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,phone\n");
/// # report.push(b"2,premium,critical,2026-02-03T08:00:00Z,2026-02-03T08:20:00Z,web\n");
/// # report.push(b"3,gold,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z,web\n");
/// # let result = report.finish();
/// let miss = &result.misses[0];
/// assert_eq!((miss.row, miss.id.as_str(), miss.overrun_seconds), (3, "2", 300.0));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Miss {
    /// As a spreadsheet numbers it: the header is row 1.
    pub row: u64,
    /// Its id; empty if the log has none.
    pub id: String,
    /// Id of the tier.
    pub tier: Arc<str>,
    /// Id of the severity.
    pub severity: Arc<str>,
    /// When it was submitted.
    pub submitted_at: Instant,
    /// Seconds of business hours beyond the target, so far if it is still open.
    pub overrun_seconds: f64,
    /// Whether it is still open.
    pub open: bool,
}
