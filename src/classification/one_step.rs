//! The next question of a table that is too large to be searched whole.

use super::Classifier;
use super::answers::AnswerSets;
use super::decide::{Contenders, Outcomes, UNCOVERED, outcome_of};
use super::outcome_evaluator::OutcomeEvaluator;
use super::plan::{Plan, severities_in};
use super::strategy::TOLERANCE;
use super::table::{OptionSet, members};

/// The question that looks best one step ahead: after it, on average over its options, the fewest pairs of rules that
/// can still win say different things. "No rule" counts as one that says something else, until some rule covers all that
/// is left. Of several, the policy's first.
///
/// Only questions about which a rule that can still win says anything are asked, so that the questions come to an end.
pub(super) fn one_step(classifier: &Classifier, answers: &AnswerSets) -> Option<Plan> {
    let mut evaluator = OutcomeEvaluator::of(classifier);
    let table = evaluator.table;
    let mut region = answers.region(table);
    if evaluator.outcomes(&region).count_ones() <= 1 {
        return None;
    }
    evaluator.refresh();
    let contenders = Contenders::of(table, &region, &mut evaluator.budget).order;
    let open = |rule: usize, axis: usize| region[axis] & !table.rules[rule].sets[axis] != 0;
    let askable: Vec<usize> = (0..table.axes.len())
        .filter(|axis| answers.get(*axis).is_none() && contenders.iter().any(|rule| open(*rule, *axis)))
        .collect();
    // In how many questions a contender does not cover what is left.
    let cuts: Vec<usize> =
        contenders.iter().map(|rule| (0..region.len()).filter(|axis| open(*rule, *axis)).count()).collect();
    let mut best: Option<(f64, usize)> = None;
    for axis in &askable {
        let claims: Vec<Claim> = contenders
            .iter()
            .zip(&cuts)
            .map(|(rule, cuts)| Claim {
                options: table.rules[*rule].sets[*axis],
                outcome: outcome_of(table, *rule).trailing_zeros() as usize,
                covers: *cuts == usize::from(open(*rule, *axis)),
            })
            .collect();
        let weight = |option: usize| table.axes[*axis].options.get(option).map_or(1.0, |o| o.weight);
        let largest = members(region[*axis]).map(weight).fold(0.0, f64::max);
        let (mut total, mut expected) = (0.0, 0.0);
        for option in members(region[*axis]) {
            total += weight(option) / largest;
            expected += weight(option) / largest * disagreements(&claims, option);
        }
        let expected = expected / total;
        if best.is_none_or(|(least, _)| expected < least - TOLERANCE * least) {
            best = Some((expected, *axis));
        }
    }
    let (_, axis) = best?;
    evaluator.refresh();
    let mut after = |option: usize| {
        let before = std::mem::replace(&mut region[axis], 1 << option);
        let outcomes = evaluator.outcomes(&region);
        region[axis] = before;
        outcomes
    };
    let possible = (0..table.axes[axis].options.len()).map(|option| severities_in(after(option))).collect();
    let most = askable.len() as u32;
    Some(Plan { axis, possible, expected: f64::from(most), worst: most, exact: false })
}

/// The options of one question that a rule matches.
struct Claim {
    options: OptionSet,
    outcome: usize,
    /// Whether it matches all that is left once one of the options is chosen.
    covers: bool,
}

/// Pairs of rules of different outcomes that can still win once an option is chosen.
fn disagreements(claims: &[Claim], option: usize) -> f64 {
    let mut counts = [0u32; Outcomes::BITS as usize];
    let mut is_covered = false;
    for claim in claims.iter().filter(|claim| claim.options >> option & 1 == 1) {
        counts[claim.outcome] += 1;
        is_covered |= claim.covers;
        if is_covered {
            break;
        }
    }
    counts[UNCOVERED.trailing_zeros() as usize] = u32::from(!is_covered);
    let all: f64 = counts.iter().copied().map(f64::from).sum();
    let alike: f64 = counts.iter().map(|count| f64::from(*count).powi(2)).sum();
    (all * all - alike) / 2.0
}
