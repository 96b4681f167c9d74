//! The outcomes inside a box of answers: looked up if the table is compiled, else found from its rules.

use super::Classifier;
use super::decide::{Budget, Contenders, Outcomes, UNCOVERED};
use super::function::Function;
use super::lattice::Lattice;
use super::table::{OptionSet, Table};

/// A table that is small enough to be searched whole.
#[derive(Debug, Clone)]
pub(super) struct CompiledTable {
    pub function: Function,
    /// With every dimension that is open open over all of its classes.
    pub lattice: Lattice,
}

impl CompiledTable {
    /// The compiled form of a table; `None` if it is too large.
    pub fn of(table: &Table) -> Option<Self> {
        let everything: Vec<OptionSet> = table.axes.iter().map(|axis| axis.all()).collect();
        let function = Function::compile(table, &everything)?;
        let lattice = Lattice::of(&function, |d| function.dimensions[d].all());
        Some(Self { function, lattice })
    }
}

/// Finds outcomes inside boxes of answers, within a budget.
pub(super) struct OutcomeEvaluator<'c> {
    pub table: &'c Table,
    pub compiled: Option<&'c CompiledTable>,
    pub budget: Budget,
}

impl<'c> OutcomeEvaluator<'c> {
    /// The evaluator of a classifier, with a full budget.
    pub fn of(classifier: &'c Classifier) -> Self {
        Self { table: &classifier.table, compiled: classifier.compiled(), budget: Budget::full() }
    }

    /// Fills the budget again, for the next thing to find out.
    pub fn refresh(&mut self) {
        self.budget = Budget::full();
    }

    /// Every outcome inside a box, one set of options a question.
    pub fn outcomes(&mut self, region: &[OptionSet]) -> Outcomes {
        let Some(CompiledTable { function, lattice }) = self.compiled else {
            if self.budget.is_spent() {
                return self.table.severities.iter().enumerate().fold(UNCOVERED, |all, (at, _)| all | 1 << at.min(62));
            }
            return Contenders::of(self.table, region, &mut self.budget).outcomes(&mut self.budget);
        };
        let sets: Vec<_> = function.dimensions.iter().map(|d| d.classes_of(region[d.axis])).collect();
        lattice.outcomes_in(&sets)
    }

    /// Whether an answer could exclude anything.
    pub fn matters(&self, axis: usize, options: OptionSet) -> bool {
        match self.compiled {
            Some(compiled) => {
                let mut dimensions = compiled.function.dimensions.iter();
                dimensions.any(|d| d.axis == axis && d.classes_of(options) != d.all())
            }
            None => options != self.table.axes[axis].all(),
        }
    }
}
