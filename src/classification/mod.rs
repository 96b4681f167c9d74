//! The decision table as a function: severity, next question, explanation, what-if, vector.

mod table;

pub use table::{Axis, AxisOption, OptionSet, RuleBox, Table, all_of, members};
