//! Which question leads to the severity soonest.

use std::rc::Rc;

use super::answers::AnswerSets;
use super::function::{ClassSet, Function};
use super::lattice::Lattice;
use super::one_step::one_step;
use super::plan::{Plan, severities_in};
use super::strategy::Strategy;
use super::table::Table;
use super::{Classifier, outlook};

/// How to go on once some dimensions are left open for good.
#[derive(Debug)]
struct Course {
    function: Function,
    lattice: Lattice,
    strategy: Strategy,
}

/// The latest course, with the classes over which dimensions are open for good: a questionnaire follows one course until
/// somebody is not sure.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    vague: Vec<ClassSet>,
    course: Rc<Course>,
}

/// The question that minimizes the expected number of questions; `None` when none could change the outcome.
///
/// A question that has been answered with several options, or with "unknown", is not asked again; the outcome is then
/// the set of severities over what stays open.
pub(super) fn next_question(classifier: &Classifier, answers: &AnswerSets) -> Option<Plan> {
    let table = &classifier.table;
    let Some(outlook::Compiled { function, .. }) = classifier.compiled() else {
        // What the answers leave may be small enough.
        let region = answers.region(table);
        let Some(function) = Function::compile(table, &region) else { return one_step(classifier, answers) };
        let given = function.given(answers);
        let course = Course::of(&function, &given.iter().map(|set| set.unwrap_or(0)).collect::<Vec<_>>());
        return course.plan(table, &given);
    };
    let given = function.given(answers);
    let vague: Vec<ClassSet> = given.iter().map(|set| set.filter(|s| s.count_ones() > 1).unwrap_or(0)).collect();
    let mut kept = classifier.strategy.borrow_mut();
    let course = match kept.as_ref().filter(|kept| kept.vague == vague) {
        Some(kept) => Rc::clone(&kept.course),
        None => Rc::new(Course::of(function, &vague)),
    };
    *kept = Some(Kept { course: Rc::clone(&course), vague: vague.clone() });
    let stays: Vec<Option<ClassSet>> =
        given.into_iter().zip(vague).filter(|(_, vague)| *vague == 0).map(|(set, _)| set).collect();
    course.plan(table, &stays)
}

impl Course {
    fn of(function: &Function, vague: &[ClassSet]) -> Self {
        let function = function.without(vague);
        let lattice = Lattice::of(&function, |d| function.dimensions[d].all());
        let strategy = Strategy::of(&function, &lattice);
        Self { function, lattice, strategy }
    }

    /// The next question where each dimension is at one class, or has not been asked about.
    fn plan(&self, table: &Table, given: &[Option<ClassSet>]) -> Option<Plan> {
        let index = self.lattice.index(given.iter().map(|set| set.map(|set| set.trailing_zeros() as usize)));
        let step = self.strategy.step(index)?;
        let dimension = &self.function.dimensions[step.dimension];
        let after = |option: usize| {
            let class = dimension.classes.iter().position(|class| class.options >> option & 1 == 1)?;
            Some(self.lattice.outcomes[self.lattice.at(index, step.dimension, class)])
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
