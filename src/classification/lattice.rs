//! The severities still possible after every partial answer.

use super::decide::Outcomes;
use super::function::{ClassSet, Function, union};
use super::table::members;

/// The outcomes of every partial answer of a function: each dimension is at one of its classes, or open.
///
/// Partial answers are numbered, the choice of the last dimension changing first and "open" standing behind the
/// classes, so that whatever has one question answered more has a smaller number.
#[derive(Debug, Clone)]
pub(super) struct Lattice {
    /// Classes of each dimension; the number itself is the choice "open".
    pub open: Vec<usize>,
    /// How far apart two neighbouring choices of a dimension are.
    pub strides: Vec<usize>,
    pub outcomes: Vec<Outcomes>,
}

impl Lattice {
    /// The lattice of a function; a dimension that is open is so over the given classes.
    pub fn of(function: &Function, open_over: impl Fn(usize) -> ClassSet) -> Self {
        let open: Vec<usize> = function.dimensions.iter().map(|d| d.classes.len()).collect();
        let mut strides = vec![1; open.len()];
        let mut outcomes = function.points.clone();
        let mut stride = 1;
        for at in (0..open.len()).rev() {
            strides[at] = stride;
            let mut wider = Vec::with_capacity(outcomes.len() / open[at] * (open[at] + 1));
            for block in outcomes.chunks(stride * open[at]) {
                wider.extend_from_slice(block);
                wider.extend((0..stride).map(|place| union(block, stride, place, open_over(at))));
            }
            outcomes = wider;
            stride *= open[at] + 1;
        }
        Self { open, strides, outcomes }
    }

    /// The number of a partial answer; `None` for a dimension that is open.
    pub fn index(&self, classes: impl Iterator<Item = Option<usize>>) -> usize {
        let choices = classes.zip(&self.open).map(|(class, open)| class.unwrap_or(*open));
        choices.zip(&self.strides).map(|(choice, stride)| choice * stride).sum()
    }

    /// The number of the partial answer in which an open dimension is at a class instead.
    pub fn at(&self, index: usize, dimension: usize, class: usize) -> usize {
        index - (self.open[dimension] - class) * self.strides[dimension]
    }

    /// Every outcome in a box: a set of classes a dimension.
    pub fn outcomes_in(&self, sets: &[ClassSet]) -> Outcomes {
        self.gather(0, 0, sets)
    }

    fn gather(&self, dimension: usize, index: usize, sets: &[ClassSet]) -> Outcomes {
        let Some(set) = sets.get(dimension) else { return self.outcomes[index] };
        let (open, stride) = (self.open[dimension], self.strides[dimension]);
        if set.count_ones() as usize == open {
            return self.gather(dimension + 1, index + open * stride, sets);
        }
        members(*set).fold(0, |found, class| found | self.gather(dimension + 1, index + class * stride, sets))
    }
}
