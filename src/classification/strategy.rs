//! The fewest questions from every partial answer, by dynamic programming.

use super::function::Function;
use super::lattice::Lattice;

/// Expected numbers closer than this are the same, so that rounding never breaks a tie.
pub(super) const TOLERANCE: f64 = 1e-9;

/// Stands for a dimension where nothing is left to ask.
const SETTLED: u8 = u8::MAX;

/// What to ask after every partial answer of a lattice, so that the expected number of questions is the least.
#[derive(Debug, Clone)]
pub(super) struct Strategy {
    choice: Vec<u8>,
    expected: Vec<f64>,
    worst: Vec<u8>,
}

/// The best thing to do after a partial answer.
pub(super) struct Step {
    /// The dimension to ask about.
    pub dimension: usize,
    /// Questions still needed on average, this one included.
    pub expected: f64,
    /// Questions still needed at most, this one included.
    pub worst: u32,
}

impl Strategy {
    /// The best strategy for a function and its lattice.
    ///
    /// A partial answer is settled when no way of answering the rest changes its outcomes. From any other, the question
    /// to ask is the one with the least expected number of questions, itself included; of several, the policy's first.
    pub fn of(function: &Function, lattice: &Lattice) -> Self {
        let Lattice { open, outcomes, .. } = lattice;
        let mut found = Self {
            choice: Vec::with_capacity(outcomes.len()),
            expected: Vec::with_capacity(outcomes.len()),
            worst: Vec::with_capacity(outcomes.len()),
        };
        let mut choices = vec![0; open.len()];
        for index in 0..outcomes.len() {
            let mut best = (SETTLED, 0.0, 0);
            let first_open = (0..open.len()).find(|d| choices[*d] == open[*d]);
            let is_settled = |dimension: usize| {
                (0..open[dimension]).map(|class| lattice.at(index, dimension, class)).all(|next| {
                    // Together with the partial answers below, one dimension speaks for all of them.
                    found.choice[next] == SETTLED && outcomes[next] == outcomes[index]
                })
            };
            if let Some(first) = first_open.filter(|first| !is_settled(*first)) {
                best.1 = f64::INFINITY;
                for dimension in (first..open.len()).filter(|d| choices[*d] == open[*d]) {
                    let (mut expected, mut worst) = (1.0, 0);
                    for (class, weighted) in function.dimensions[dimension].classes.iter().enumerate() {
                        let next = lattice.at(index, dimension, class);
                        expected += weighted.share * found.expected[next];
                        worst = worst.max(found.worst[next]);
                    }
                    if expected < best.1 - TOLERANCE {
                        best = (dimension as u8, expected, worst + 1);
                    }
                }
            }
            found.choice.push(best.0);
            found.expected.push(best.1);
            found.worst.push(best.2);
            advance(&mut choices, open);
        }
        found
    }

    /// What to do after a partial answer; `None` where nothing that is left to ask can change the outcomes.
    pub fn step(&self, index: usize) -> Option<Step> {
        let dimension = self.choice.get(index).copied().filter(|choice| *choice != SETTLED)?;
        let (expected, worst) = (self.expected[index], u32::from(self.worst[index]));
        Some(Step { dimension: usize::from(dimension), expected, worst })
    }
}

/// The choices of the next partial answer.
fn advance(choices: &mut [usize], open: &[usize]) {
    for (choice, open) in choices.iter_mut().zip(open).rev() {
        *choice += 1;
        if *choice <= *open {
            return;
        }
        *choice = 0;
    }
}
