//! Which question leads to the severity soonest.

use super::answers::Answers;
use super::classify::outcomes_in;
use super::space::{Class, Outcomes, Partial, Space};
use super::table::Table;

/// A question to ask, by indexes; `possible` stands for each option of the question, in the policy's order.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Index of the question.
    pub axis: usize,
    /// The severities possible after each option, most severe first.
    pub possible: Vec<Vec<usize>>,
    /// Questions still needed on average, this one included.
    pub expected: f64,
    /// Questions still needed at most, this one included.
    pub worst: u32,
    /// Whether every way of asking has been compared.
    pub exact: bool,
}

/// Expected numbers closer than this are the same, so that rounding never decides.
const TOLERANCE: f64 = 1e-9;

/// What is known of a partial answer.
#[derive(Clone, Copy)]
struct Cost {
    expected: f64,
    worst: u32,
    /// Whether no further question can change the outcomes.
    settled: bool,
}

/// The question that minimises the expected number of questions; `None` when none could change the outcome.
///
/// A question that has been answered with several options, or with "unknown", is not asked again; the outcome is then
/// the set of severities over what stays open.
pub(super) fn next_question(table: &Table, answers: &Answers) -> Option<Plan> {
    let region = answers.region(table);
    let space = Space::of(table, &region);
    match Partial::of(&space, |dimension| super::table::all_of(dimension.classes.len())) {
        Some(partial) => optimum(table, answers, &space, &partial),
        None => best_step(table, answers, &space),
    }
}

/// The exact optimum, by dynamic programming over partial answers.
fn optimum(table: &Table, answers: &Answers, space: &Space, partial: &Partial) -> Option<Plan> {
    let askable: Vec<bool> = space.dimensions.iter().map(|d| answers.get(d.axis).is_none()).collect();
    let mut costs: Vec<Cost> = Vec::with_capacity(partial.outcomes.len());
    let mut choice = None;
    for index in 0..partial.outcomes.len() {
        // Dimensions that may not be asked stay open; states in which they are not are never needed.
        let needed = (0..askable.len()).all(|d| askable[d] || partial.is_open(index, d));
        let first = partial.first_open(index, |d| askable[d]);
        let mut cost = Cost { expected: 0.0, worst: 0, settled: true };
        choice = None;
        if let (true, Some(first)) = (needed, first) {
            cost.settled = (0..partial.radices[first] - 1).all(|class| {
                let next = partial.at(index, first, class);
                costs[next].settled && partial.outcomes[next] == partial.outcomes[index]
            });
            if !cost.settled {
                cost.expected = f64::INFINITY;
                for (d, dimension) in space.dimensions.iter().enumerate() {
                    if askable[d] && partial.is_open(index, d) {
                        let asked = ask(partial, &costs, index, d, dimension);
                        if asked.expected < cost.expected - TOLERANCE {
                            cost = asked;
                            choice = Some(d);
                        }
                    }
                }
            }
        }
        costs.push(cost);
    }
    // The last partial answer is the one in which everything is open: the answers as they stand.
    let (dimension, cost) = (choice?, costs.last()?);
    let root = partial.outcomes.len() - 1;
    let outcomes_of = |class| partial.outcomes[partial.at(root, dimension, class)];
    Some(Plan {
        axis: space.dimensions[dimension].axis,
        possible: possible_by_option(table, space, dimension, outcomes_of),
        expected: cost.expected,
        worst: cost.worst,
        exact: true,
    })
}

/// What it costs to ask about one dimension next.
fn ask(partial: &Partial, costs: &[Cost], index: usize, d: usize, dimension: &super::space::Dimension) -> Cost {
    let total: f64 = dimension.classes.iter().map(|class| class.weight).sum();
    let mut cost = Cost { expected: 1.0, worst: 0, settled: false };
    for (class, weighted) in dimension.classes.iter().enumerate() {
        let next = costs[partial.at(index, d, class)];
        cost.expected += weighted.weight / total * next.expected;
        cost.worst = cost.worst.max(next.worst);
    }
    cost.worst += 1;
    cost
}

/// Where there is too much to compare: the question after which the fewest severities are possible on average, judged
/// by the rules that can still match.
fn best_step(table: &Table, answers: &Answers, space: &Space) -> Option<Plan> {
    let mut region = answers.region(table);
    if outcomes_in(table, &region).count_ones() <= 1 {
        return None;
    }
    let mut best: Option<(f64, usize)> = None;
    let mut askable = 0;
    for (d, dimension) in space.dimensions.iter().enumerate().filter(|(_, d)| answers.get(d.axis).is_none()) {
        askable += 1;
        let total: f64 = dimension.classes.iter().map(|class| class.weight).sum();
        let outcomes = |class: &Class| space.outcomes_of(class).count_ones();
        let expected = dimension.classes.iter().map(|c| c.weight / total * f64::from(outcomes(c))).sum();
        if best.is_none_or(|(least, _)| expected < least - TOLERANCE) {
            best = Some((expected, d));
        }
    }
    let (_, dimension) = best?;
    let axis = space.dimensions[dimension].axis;
    let mut outcomes = Vec::new();
    for class in &space.dimensions[dimension].classes {
        region[axis] = class.options;
        outcomes.push(outcomes_in(table, &region));
    }
    Some(Plan {
        axis,
        possible: possible_by_option(table, space, dimension, |class| outcomes[class]),
        // Half of what could be asked: an estimate, marked as one by `exact`.
        expected: f64::from(askable + 1) / 2.0,
        worst: askable,
        exact: false,
    })
}

fn possible_by_option(
    table: &Table,
    space: &Space,
    dimension: usize,
    outcomes_of: impl Fn(usize) -> Outcomes,
) -> Vec<Vec<usize>> {
    let dimension = &space.dimensions[dimension];
    (0..table.axes[dimension.axis].options.len())
        .map(|option| {
            let class = dimension.classes.iter().position(|class| class.options >> option & 1 == 1);
            class.map(|class| severities_in(outcomes_of(class))).unwrap_or_default()
        })
        .collect()
}

/// The severities of a set of outcomes, most severe first.
pub(super) fn severities_in(outcomes: Outcomes) -> Vec<usize> {
    super::table::members(outcomes & !super::space::UNCOVERED).collect()
}
