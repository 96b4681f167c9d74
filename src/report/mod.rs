//! From a log of cases to attainment: CSV to columns to figures.
//!
//! Bytes come in chunks of any size. The [`opening`] finds out what stands between columns, and [`columns`] which one is
//! which. Rows that hold nothing out of the ordinary are decoded many at a time, by a crate of its own that is compiled for
//! speed (`case_slo_log`); any other is split into fields, read with care, and told what is wrong with it. [`judge`] puts a
//! case to its objective, [`tally`] counts. What is kept is what the result holds: counts, durations that occur, the
//! longest overruns, the first rows of every problem; and which ids have been seen, to tell whether one comes again.

mod availability;
mod channels;
mod columns;
mod distribution;
mod filter;
mod judge;
mod misses;
mod names;
mod opening;
mod options;
mod problems;
mod reader;
mod result;
mod source;
mod tally;
#[cfg(test)]
mod tests;

pub use availability::{
    AvailabilityLog, AvailabilityResult, MAX_SERVICES, MonthAvailability, OutageColumns, ServiceAvailability,
};
pub use case_slo_log::MAX_ROW_BYTES;
pub use channels::MAX_CHANNELS;
pub use distribution::HISTOGRAM_EDGES;
pub use misses::MAX_MISSES;
pub use reader::Report;
pub use result::{Bin, Channel, ColumnAt, Columns, Group, Hour, Miss, Month, Place, Problem, ReportResult, Week};
