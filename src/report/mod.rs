//! From a log of cases to attainment: CSV to rows to figures.
//!
//! `case_slo_log` splits the bytes of a log into rows, in chunks of any size. A [`table`] knows the header and counts the
//! rows, [`columns`] finds the columns by their headers, and an [`evaluator`] holds each case to its objective. The figures
//! are counts, the durations that occur, the longest overruns and the first rows of every problem; beyond these only the
//! ids of a log are remembered, to tell whether one comes again. [`availability`] reads logs of outages in the same way.

mod availability;
mod channels;
mod columns;
mod distribution;
mod evaluator;
mod messages;
mod misses;
mod names;
mod options;
mod problems;
#[allow(clippy::module_inception)]
mod report;
mod result;
mod table;
mod tally;
#[cfg(test)]
mod tests;

pub use availability::{
    AvailabilityLog, AvailabilityOptions, AvailabilityResult, MAX_SERVICES, MonthAvailability, OutageColumns,
    OutageColumnsAt, ServiceAvailability,
};
pub use case_slo_log::MAX_ROW_BYTES;
pub use channels::MAX_CHANNELS;
pub use distribution::HISTOGRAM_EDGES;
pub use evaluator::MAX_GROUPS;
pub use misses::MAX_MISSES;
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) use options::read as read_options;
pub use options::{CaseColumns, CaseFilter, Column, ReportOptions};
pub use problems::ProblemCode;
pub use report::Report;
pub use result::{Bin, Channel, ColumnAt, Columns, Group, Hour, Miss, Month, Place, Problem, ReportResult, Week};
