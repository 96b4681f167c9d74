//! The decision table as a function: severity, next question, explanation, what-if, vector.

mod answers;
mod because;
mod classify;
mod next_question;
mod space;
mod table;
#[cfg(test)]
mod tests;
mod vector;
mod what_if;

use crate::Error;
use crate::policy::Document;

pub use answers::Answers;
pub use because::MAX_COMPARED_ANSWERS;
pub use classify::Classified;
pub use next_question::Plan;
pub use space::MAX_PARTIAL_ANSWERS;
pub use table::{Axis, AxisOption, OptionSet, RuleBox, Table, all_of, members};
pub use vector::{MAX_VECTOR_BYTES, ParsedVector};
pub use what_if::WhatIf;

/// The classification of one policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Classifier {
    policy: String,
    version: String,
    table: Table,
}

impl Classifier {
    /// The classification of a policy whose references hold.
    pub fn new(document: &Document) -> Self {
        Self { policy: document.id.clone(), version: document.version.clone(), table: Table::new(document) }
    }

    /// The table behind it.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Answers as an object: question id to an option, several options, or `"unknown"`; see [`Answers::read`].
    pub fn read_answers(&self, value: &serde_json::Value) -> Result<Answers, Error> {
        Answers::read(&self.table, value)
    }

    /// How severe is it?
    pub fn classify(&self, answers: &Answers) -> Classified {
        classify::classify(self, answers)
    }

    /// The question that leads to the severity soonest; `None` when none could change it any more.
    pub fn next_question(&self, answers: &Answers) -> Option<Plan> {
        next_question::next_question(&self.table, answers)
    }

    /// Reads a vector; see [`vector`](self) for its form.
    ///
    /// # Errors
    ///
    /// `invalid-vector` where the text is not of that form.
    pub fn parse_vector(&self, vector: &str) -> Result<ParsedVector, Error> {
        vector::parse(self, vector)
    }
}
