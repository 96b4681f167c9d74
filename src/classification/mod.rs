//! The decision table as a function: severity, next question, explanation, what-if, vector.
//!
//! ```text
//! table ──► decide     which rules win inside a box of answers, by cutting boxes out of boxes; any size
//!   └─────► function   the severity of every complete answer, with all that makes no difference folded away
//!             └► lattice    the severities still possible after every partial answer
//!                  └► strategy   the fewest questions from every partial answer
//! ```
//!
//! A table that is small enough is compiled, once, to the last three, and every answer is a look-up in them: exact, and
//! the same however the rules are written. One that is not ([`MAX_PARTIAL_ANSWERS`]) is answered from its rules, with
//! bounded work ([`MAX_COMPARISONS`]).

mod answers;
mod classify;
mod decide;
mod explain;
mod function;
mod lattice;
mod next_question;
mod one_step;
mod outlook;
mod strategy;
mod table;
#[cfg(test)]
mod tests;
mod vector;
mod what_if;

use std::cell::{OnceCell, RefCell};

use crate::Error;
use crate::policy::{Document, Tree};

pub use answers::Answers;
pub use classify::Classified;
pub use decide::MAX_COMPARISONS;
#[cfg(feature = "analysis")]
pub(crate) use decide::{Budget, escapes};
pub use explain::MAX_SUBSETS;
pub use function::MAX_PARTIAL_ANSWERS;
pub use next_question::Plan;
pub use table::{Axis, AxisOption, OptionSet, RuleBox, Table, all_of, members};
pub use vector::{MAX_VECTOR_BYTES, ParsedVector};
pub use what_if::WhatIf;

/// The classification of one policy.
///
/// What is compiled from the table is made when it is first needed, and kept.
#[derive(Debug, Clone)]
pub struct Classifier {
    policy: String,
    version: String,
    table: Table,
    compiled: OnceCell<Option<outlook::Compiled>>,
    strategy: RefCell<Option<next_question::Kept>>,
}

impl Classifier {
    /// The classification of a policy whose references hold.
    pub fn new(document: &Document) -> Self {
        Self {
            policy: document.id.clone(),
            version: document.version.clone(),
            table: Table::new(document),
            compiled: OnceCell::new(),
            strategy: RefCell::new(None),
        }
    }

    /// The table behind it.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Answers as an object: question id to an option, several options, or `"unknown"`.
    ///
    /// # Errors
    ///
    /// Those of [`Answers::read`].
    pub fn read_answers(&self, value: &Tree) -> Result<Answers, Error> {
        Answers::read(&self.table, value)
    }

    /// How severe is it?
    pub fn classify(&self, answers: &Answers) -> Classified {
        classify::classify(self, answers)
    }

    /// The question that leads to the severity soonest; `None` when none could change it any more.
    pub fn next_question(&self, answers: &Answers) -> Option<Plan> {
        next_question::next_question(self, answers)
    }

    /// Reads a vector, the canonical text of answers.
    ///
    /// # Errors
    ///
    /// `invalid-vector` where the text is not one.
    pub fn parse_vector(&self, vector: &str) -> Result<ParsedVector, Error> {
        vector::parse(self, vector)
    }

    /// The compiled table; `None` where it is too large.
    fn compiled(&self) -> Option<&outlook::Compiled> {
        self.compiled.get_or_init(|| outlook::Compiled::of(&self.table)).as_ref()
    }
}
