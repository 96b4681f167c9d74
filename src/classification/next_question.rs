//! Which question leads to the severity soonest.

use std::sync::{Arc, PoisonError};

use super::Classifier;
use super::answers::AnswerSets;
use super::function::{ClassSet, Function};
use super::lattice::Lattice;
use super::one_step::one_step;
use super::outcome_evaluator::CompiledTable;
use super::plan::{Plan, severities_in};
use super::strategy::Strategy;
use super::table::Table;

/// The questions that remain once some dimensions are left open for good.
#[derive(Debug)]
struct Questionnaire {
    function: Function,
    lattice: Lattice,
    strategy: Strategy,
}

/// The questionnaire that was used last, with the classes over which dimensions are open for good. A person follows one
/// questionnaire as long as every answer is sure.
#[derive(Debug)]
pub(super) struct CachedQuestionnaire {
    unsure: Vec<ClassSet>,
    questionnaire: Arc<Questionnaire>,
}

/// The question that minimizes the expected number of questions; `None` when none could change the outcome.
///
/// A question that has been answered with several options, or with "unknown", is not asked again; the outcome is then
/// the set of severities over what stays open.
pub(super) fn next_question(classifier: &Classifier, answers: &AnswerSets) -> Option<Plan> {
    let table = &classifier.table;
    let Some(CompiledTable { function, .. }) = classifier.compiled() else {
        // The part of the table that the answers leave open may be small enough.
        let region = answers.region(table);
        let Some(function) = Function::compile(table, &region) else { return one_step(classifier, answers) };
        let given = function.given(answers);
        let questionnaire = Questionnaire::of(&function, &given.iter().map(|set| set.unwrap_or(0)).collect::<Vec<_>>());
        return questionnaire.plan(table, &given);
    };
    let given = function.given(answers);
    let unsure: Vec<ClassSet> = given.iter().map(|set| set.filter(|s| s.count_ones() > 1).unwrap_or(0)).collect();
    let questionnaire = cached(classifier, &unsure).unwrap_or_else(|| {
        let questionnaire = Arc::new(Questionnaire::of(function, &unsure));
        let cached = CachedQuestionnaire { questionnaire: Arc::clone(&questionnaire), unsure: unsure.clone() };
        *classifier.strategy.lock().unwrap_or_else(PoisonError::into_inner) = Some(cached);
        questionnaire
    });
    let stays: Vec<Option<ClassSet>> =
        given.into_iter().zip(unsure).filter(|(_, unsure)| *unsure == 0).map(|(set, _)| set).collect();
    questionnaire.plan(table, &stays)
}

/// The questionnaire that was used last, if it leaves the same dimensions open. The lock is not kept while another one is
/// computed, so threads that share a policy do not wait for each other.
fn cached(classifier: &Classifier, unsure: &[ClassSet]) -> Option<Arc<Questionnaire>> {
    let cached = classifier.strategy.lock().unwrap_or_else(PoisonError::into_inner);
    cached.as_ref().filter(|cached| cached.unsure == unsure).map(|cached| Arc::clone(&cached.questionnaire))
}

impl Questionnaire {
    fn of(function: &Function, unsure: &[ClassSet]) -> Self {
        let function = function.without(unsure);
        let lattice = Lattice::of(&function, |d| function.dimensions[d].all());
        let shares: Vec<Vec<f64>> =
            function.dimensions.iter().map(|d| d.classes.iter().map(|class| class.share).collect()).collect();
        let strategy = Strategy::of(&lattice.partial, &shares, function.points.iter().copied());
        Self { function, lattice, strategy }
    }

    /// The next question where each dimension is at one class, or has not been asked about.
    fn plan(&self, table: &Table, given: &[Option<ClassSet>]) -> Option<Plan> {
        let index = self.lattice.partial.index(given.iter().map(|set| set.map(|set| set.trailing_zeros() as usize)));
        let step = self.strategy.step(index)?;
        let dimension = &self.function.dimensions[step.question];
        let after = |option: usize| {
            let class = dimension.classes.iter().position(|class| class.options >> option & 1 == 1)?;
            Some(self.lattice.outcomes[self.lattice.partial.at(index, step.question, class)])
        };
        Some(Plan {
            axis: dimension.axis,
            possible: (0..table.axes[dimension.axis].options.len())
                .map(|option| severities_in(after(option).unwrap_or(0)))
                .collect(),
            expected: step.expected,
            worst: step.worst,
            exact: true,
        })
    }
}
