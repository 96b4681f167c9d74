//! From a log of cases to attainment: CSV to columns to figures.
//!
//! Bytes come in chunks of any size. The [`opening`] finds out what stands between columns, [`rows`] splits into rows,
//! [`columns`] says which column is which, [`judge`] puts a row to its objective, [`tally`] counts. What is kept is what
//! the result holds: counts, durations that occur, the longest overruns, the first rows of every problem; and eight
//! bytes for each id, to tell whether it comes again.

mod channels;
mod columns;
mod counter;
mod distribution;
mod filter;
mod ids;
mod judge;
mod misses;
mod names;
mod opening;
mod options;
mod problems;
mod reader;
mod result;
mod rows;
mod scan;
mod tally;
#[cfg(test)]
mod tests;
mod timestamp;

pub use channels::MAX_CHANNELS;
pub use distribution::HISTOGRAM_EDGES;
pub use misses::MAX_MISSES;
pub use reader::Report;
pub use result::{Bin, Channel, ColumnAt, Columns, Group, Hour, Miss, Month, Place, Problem, ReportResult, Week};
pub use rows::MAX_ROW_BYTES;
