//! Reports over logs: attainment over a log of cases, availability over a log of outages.
//!
//! A log is CSV in UTF-8 with a header, such as the export of a help desk. Its bytes are pushed in chunks of any size, so a
//! log may be larger than memory. Columns are found by their headers in English and French, or [named](CaseColumns) by the
//! caller; the delimiter is the most frequent of the first line. A row that cannot be evaluated becomes a [`Problem`] and
//! lowers the [coverage](ReportResult::coverage); it never ends a report.
//!
//! [`Policy::report`](crate::Policy::report) and [`Policy::availability`](crate::Policy::availability) begin a report.
//! Results implement `serde::Serialize`; members are written in camelCase, as in the npm package.
//!
//! # Examples
//!
//! ```
//! use case_slo::report::{ProblemCode, ReportOptions};
//! use case_slo::{Instant, Policy};
//!
//! let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?);
//! let mut report = Policy::reference().report(&options)?;
//! report.push(b"id,tier,severity,submitted,stopped\n");
//! report.push(b"1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z\n");
//! report.push(b"2,gold,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z\n");
//! let result = report.finish();
//! assert_eq!((result.rows, result.coverage), (2, Some(0.5)));
//! assert_eq!(result.groups[0].attainment, Some(1.0));
//! assert_eq!(result.problems[0].code, ProblemCode::UnknownTier);
//! # Ok::<(), case_slo::Error>(())
//! ```

// `case_slo_log` splits the bytes of a log into rows. A `table` knows the header and counts the rows, `columns` finds the
// columns by their headers, and an `evaluator` holds each case to its objective. The figures are counts, the durations that
// occur, the longest overruns and the first rows of every problem; beyond these only the ids of a log are remembered, to tell
// whether one comes again. `availability` reads logs of outages in the same way.

mod availability;
mod case_columns;
mod case_evaluator;
mod channels;
mod columns;
mod companions;
mod distribution;
mod elapsed;
mod evaluator;
mod facts;
mod goals;
mod messages;
mod names;
mod options;
mod presets;
mod problems;
mod purpose;
#[allow(clippy::module_inception)]
mod report;
mod result;
mod settings;
mod sheet;
mod table;
mod tally;
#[cfg(test)]
mod tests;

pub use availability::{
    AvailabilityLog, AvailabilityOptions, AvailabilityResult, MAX_SERVICES, MonthAvailability, OutageColumns,
    OutageColumnsAt, ServiceAvailability,
};
pub use case_evaluator::{CaseClock, CaseEvaluator, CaseStanding};
pub use case_slo_log::{MAX_MISSES, MAX_ROW_BYTES};
pub use channels::MAX_CHANNELS;
pub use distribution::{HISTOGRAM_EDGES, wilson};
pub use elapsed::{Elapsed, ElapsedUnit};
pub use evaluator::MAX_GROUPS;
pub use goals::GoalResult;
pub use options::{CaseColumns, CaseFilter, Column, DateOrder, ReportOptions};
pub use problems::ProblemCode;
pub use report::Report;
pub use result::{
    Bin, Channel, ColumnAt, Columns, ElapsedAt, Group, Hour, Miss, Month, Problem, ProblemRow, Reading, ReportResult,
    UnknownValue, Week,
};
