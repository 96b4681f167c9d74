//! Reads a log: bytes of CSV to rows, and their values to numbers.
//!
//! The crate knows no policy. It splits a log into rows ([`LogReader`]), reads timestamps ([`Timestamps`]), remembers values
//! and ids ([`Values`], [`Ids`]), counts cases ([`Tallies`]) and keeps the longest
//! overruns ([`Misses`]). Work that is done for every byte or every row of a log is
//! done here, so that it can be compiled for speed where the rest of an engine is compiled for size.
//!
//! It is a part of `case-slo`, which knows policies and gives reports; its interface may change with any version of that crate.

#![forbid(unsafe_code)]
#![deny(rustdoc::broken_intra_doc_links, rustdoc::private_intra_doc_links)]

mod bytes;
mod counter;
mod encoding;
mod forms;
mod held;
mod ids;
mod misses;
mod moment;
mod opening;
mod reader;
mod row;
mod scan;
mod splitter;
mod tally;
mod timestamp;
mod values;
mod window;

#[cfg(test)]
mod tests;

pub use counter::{Counter, Summary};
pub use encoding::{Decoder, TextEncoding};
pub use held::HeldRows;
pub use ids::Ids;
pub use misses::{MAX_MISSES, Missed, Misses, SortedMisses};
pub use moment::Moment;
pub use opening::GivenForm;
pub use reader::{Line, Lines, LogReader};
pub use row::{Cell, Encoding, Row};
pub use tally::{Counts, Outcome, PeriodCounts, TalliedCase, Tallies, Tally};
pub use timestamp::{DateOrder, Timestamp, Timestamps};
pub use values::{MAX_VALUES, Values};

/// Largest row in bytes: 1 MiB. A larger one is passed over and reported.
pub const MAX_ROW_BYTES: usize = 1 << 20;
