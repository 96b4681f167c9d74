//! Reads a log of cases: bytes of CSV to cases in numbers.
//!
//! What is done once a byte or once a row of a log stands here, in a crate of its own, because it is compiled for speed
//! where the engine is compiled for size. It knows nothing of policies: it splits rows ([`Rows`]), reads timestamps
//! ([`Timestamp`]), remembers values and ids ([`Values`], [`Ids`]), counts cases ([`Tallies`]), and takes the short way
//! from bytes to [`Case`]s where a row holds nothing out of the ordinary ([`Decoder`]).

#![forbid(unsafe_code)]

mod bytes;
mod cells;
mod counter;
mod decoded;
mod decoder;
mod ids;
mod moment;
mod rows;
mod scan;
mod table;
mod tally;
mod timestamp;
mod values;

pub use counter::{Counter, Summary};
pub use decoded::{Case, Decoded, Place, Stamp};
pub use decoder::{Columns, Decoder, Known};
pub use ids::Ids;
pub use moment::Moment;
pub use rows::{Field, MAX_ROW_BYTES, Row, Rows, fields};
pub use tally::{Counts, Judged, Outcome, Periods, Tallies, Tally};
pub use timestamp::Timestamp;
pub use values::{MAX_VALUES, Values};
