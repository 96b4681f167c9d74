//! The severities still possible after every partial answer.

use super::decide::Outcomes;
use super::function::{ClassSet, Function, union};
use super::table::members;

/// The partial answers to some questions: each question has one of its classes of options as its answer, or is open.
///
/// They are numbered, the choice of the last question changing first and "open" standing behind the classes, so that an answer
/// to one more question has a smaller number.
#[derive(Debug, Clone)]
pub(crate) struct PartialAnswers {
    /// Classes of each question; the number itself is the choice "open".
    pub open: Vec<usize>,
    /// How far apart two neighbouring choices of a question are.
    pub strides: Vec<usize>,
}

impl PartialAnswers {
    /// The partial answers to questions of so many classes each.
    pub fn of(open: Vec<usize>) -> Self {
        let mut strides = vec![1; open.len()];
        for at in (1..open.len()).rev() {
            strides[at - 1] = strides[at] * (open[at] + 1);
        }
        Self { open, strides }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.open.iter().map(|open| open + 1).product()
    }

    /// The number of a partial answer; `None` for a question that is open.
    pub fn index(&self, classes: impl Iterator<Item = Option<usize>>) -> usize {
        let choices = classes.zip(&self.open).map(|(class, open)| class.unwrap_or(*open));
        choices.zip(&self.strides).map(|(choice, stride)| choice * stride).sum()
    }

    /// The number of the partial answer in which an open question is at a class instead.
    pub fn at(&self, index: usize, question: usize, class: usize) -> usize {
        index - (self.open[question] - class) * self.strides[question]
    }
}

/// The outcomes of every partial answer of a function.
#[derive(Debug, Clone)]
pub(super) struct Lattice {
    pub partial: PartialAnswers,
    pub outcomes: Vec<Outcomes>,
}

impl Lattice {
    /// The lattice of a function; a dimension that is open is so over the given classes.
    pub fn of(function: &Function, open_over: impl Fn(usize) -> ClassSet) -> Self {
        let partial = PartialAnswers::of(function.dimensions.iter().map(|d| d.classes.len()).collect());
        let mut outcomes = function.points.clone();
        for (at, (open, stride)) in partial.open.iter().zip(&partial.strides).enumerate().rev() {
            let mut wider = Vec::with_capacity(outcomes.len() / open * (open + 1));
            for block in outcomes.chunks(stride * open) {
                wider.extend_from_slice(block);
                wider.extend((0..*stride).map(|place| union(block, *stride, place, open_over(at))));
            }
            outcomes = wider;
        }
        Self { partial, outcomes }
    }

    /// Every outcome in a box: a set of classes a dimension.
    pub fn outcomes_in(&self, sets: &[ClassSet]) -> Outcomes {
        self.gather(0, 0, sets)
    }

    fn gather(&self, dimension: usize, index: usize, sets: &[ClassSet]) -> Outcomes {
        let Some(set) = sets.get(dimension) else { return self.outcomes[index] };
        let (open, stride) = (self.partial.open[dimension], self.partial.strides[dimension]);
        if set.count_ones() as usize == open {
            return self.gather(dimension + 1, index + open * stride, sets);
        }
        members(*set).fold(0, |found, class| found | self.gather(dimension + 1, index + class * stride, sets))
    }
}
