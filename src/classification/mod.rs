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
mod outcome_evaluator;
mod plan;
mod strategy;
mod table;
#[cfg(test)]
mod tests;
mod vector;
mod what_if;

use std::sync::{Mutex, OnceLock};

use crate::Error;
use crate::policy::Document;

pub(crate) use answers::AnswerSets;
pub use answers::Answers;
pub use classify::Classification;
pub use decide::MAX_COMPARISONS;
#[cfg(feature = "analysis")]
pub(crate) use decide::{Budget, escapes};
pub use explain::MAX_SUBSETS;
pub use function::MAX_PARTIAL_ANSWERS;
pub(crate) use lattice::PartialAnswers;
pub use plan::{NextOption, NextQuestion};
pub(crate) use strategy::Strategy;
#[cfg(feature = "analysis")]
pub(crate) use table::{OptionSet, all_of, members};
pub(crate) use table::{RuleBox, Table};
pub use vector::{MAX_VECTOR_BYTES, ParsedVector};
pub use what_if::WhatIf;

/// The classification of one policy.
///
/// The compiled table is made when it is first needed, and kept.
#[derive(Debug)]
pub(crate) struct Classifier {
    policy: String,
    version: String,
    table: Table,
    compiled: OnceLock<Option<outcome_evaluator::CompiledTable>>,
    strategy: Mutex<Option<next_question::CachedQuestionnaire>>,
}

impl Classifier {
    /// The classification of a policy whose references hold.
    pub fn new(document: &Document) -> Self {
        Self {
            policy: document.id.clone(),
            version: document.version.clone(),
            table: Table::new(document),
            compiled: OnceLock::new(),
            strategy: Mutex::new(None),
        }
    }

    /// The table behind it.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// How severe is it?
    ///
    /// # Errors
    ///
    /// Those of [`AnswerSets::of`].
    pub fn classify(&self, answers: &Answers) -> Result<Classification, Error> {
        Ok(classify::classify(self, &AnswerSets::of(answers, &self.table)?))
    }

    /// The question that leads to the severity soonest; `None` when none could change it any more. `document` is the
    /// one of which this is the classification.
    ///
    /// # Errors
    ///
    /// Those of [`AnswerSets::of`].
    pub fn next_question(&self, answers: &Answers, document: &Document) -> Result<Option<NextQuestion>, Error> {
        let plan = next_question::next_question(self, &AnswerSets::of(answers, &self.table)?);
        Ok(plan.and_then(|plan| plan.question(&self.table, document)))
    }

    /// Reads a vector, the canonical text of answers.
    ///
    /// # Errors
    ///
    /// `invalid-vector` for a text that is none; `limit-exceeded` for one that is too long.
    pub fn parse_vector(&self, vector: &str) -> Result<ParsedVector, Error> {
        vector::parse(self, vector)
    }

    /// The compiled table; `None` if it is too large.
    fn compiled(&self) -> Option<&outcome_evaluator::CompiledTable> {
        self.compiled.get_or_init(|| outcome_evaluator::CompiledTable::of(&self.table)).as_ref()
    }
}
