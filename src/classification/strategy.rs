//! The fewest questions from every partial answer, by dynamic programming.

use super::lattice::PartialAnswers;

/// Expected numbers closer than this are the same, so that rounding never breaks a tie.
pub(super) const TOLERANCE: f64 = 1e-9;

/// Stands for a question where nothing is left to ask.
const SETTLED: u8 = u8::MAX;

/// The next question after every partial answer, which makes the expected number of questions the least.
#[derive(Debug, Clone)]
pub(crate) struct Strategy {
    choice: Vec<u8>,
    expected: Vec<f64>,
    worst: Vec<u8>,
}

/// The best thing to do after a partial answer.
pub(crate) struct Step {
    /// The place of the question to ask.
    pub question: usize,
    /// Questions still needed on average, this one included.
    pub expected: f64,
    /// Questions still needed at most, this one included.
    pub worst: u32,
}

impl Strategy {
    /// The best strategy for questions whose classes of options have these shares of the answers each. `outcomes` are those of
    /// every complete answer, in order.
    ///
    /// A partial answer is settled when all ways of answering the rest have one outcome. From any other, the question to ask is
    /// the one with the least expected number of questions, itself included; of several, the first.
    pub fn of<T: Copy + PartialEq>(
        partial: &PartialAnswers,
        shares: &[Vec<f64>],
        outcomes: impl IntoIterator<Item = T>,
    ) -> Self {
        let (open, count) = (&partial.open, partial.count());
        let mut found = Self {
            choice: Vec::with_capacity(count),
            expected: Vec::with_capacity(count),
            worst: Vec::with_capacity(count),
        };
        let mut outcomes = outcomes.into_iter();
        // The outcome of each partial answer that is settled.
        let mut settled: Vec<Option<T>> = Vec::with_capacity(count);
        let mut choices = vec![0; open.len()];
        for index in 0..count {
            let mut best = (SETTLED, 0.0, 0);
            let first_open = (0..open.len()).find(|d| choices[*d] == open[*d]);
            let outcome = match first_open {
                None => outcomes.next(),
                // Together with the partial answers below, one question speaks for all of them.
                Some(first) => {
                    let mut after = (0..open[first]).map(|class| settled[partial.at(index, first, class)]);
                    let one = after.next().flatten();
                    one.filter(|_| after.all(|other| other == one))
                }
            };
            if let (None, Some(first)) = (outcome, first_open) {
                best.1 = f64::INFINITY;
                for question in (first..open.len()).filter(|d| choices[*d] == open[*d]) {
                    let (mut expected, mut worst) = (1.0, 0);
                    for (class, share) in shares[question].iter().enumerate() {
                        let next = partial.at(index, question, class);
                        expected += share * found.expected[next];
                        worst = worst.max(found.worst[next]);
                    }
                    if expected < best.1 - TOLERANCE {
                        best = (question as u8, expected, worst + 1);
                    }
                }
            }
            settled.push(outcome);
            found.choice.push(best.0);
            found.expected.push(best.1);
            found.worst.push(best.2);
            advance(&mut choices, open);
        }
        found
    }

    /// The next step after a partial answer; `None` if no remaining question can change the outcomes.
    pub fn step(&self, index: usize) -> Option<Step> {
        let question = self.choice.get(index).copied().filter(|choice| *choice != SETTLED)?;
        let (expected, worst) = (self.expected[index], u32::from(self.worst[index]));
        Some(Step { question: usize::from(question), expected, worst })
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
