//! Why a severity: the answers that are enough for it, and the clauses behind it.

use super::answers::AnswerSets;
use super::decide::{Contenders, Outcomes, UNCOVERED};
use super::outcome_evaluator::OutcomeEvaluator;
use super::table::{OptionSet, members};
use crate::policy::Entries;
use crate::policy::model::Basis;
use crate::sorted::sorted;

/// Most subsets of the given answers that are compared. A table that is searched whole has at most twelve questions that
/// matter, hence never more. Beyond, answers are dropped one by one, the policy's last first, which gives a set from
/// which nothing can be dropped, though not always the smallest.
pub const MAX_SUBSETS: usize = 1 << 12;

type Given = (usize, OptionSet);

/// The basis of the decision, the rules that give `severity`, in their order, and their clauses.
///
/// The basis is "stated" if a clause decides every complete answer that is still possible: no further answer makes it
/// "interpreted". Where stated and interpreted rules give the same answers the same severity, the clause decides.
pub(super) fn grounds(
    evaluator: &mut OutcomeEvaluator,
    region: &[OptionSet],
    severity: usize,
    outcomes: Outcomes,
) -> (Basis, Vec<usize>, Vec<String>) {
    let table = evaluator.table;
    let contenders = Contenders::of(table, region, &mut evaluator.budget);
    let mut is_stated = outcomes & UNCOVERED == 0;
    let mut deciding = Vec::new();
    for rule in &contenders.order {
        let found = &table.rules[*rule];
        let (interprets, gives) = (found.basis == Basis::Interpreted, found.severity == severity);
        if (gives || interprets && is_stated) && contenders.wins(*rule, &mut evaluator.budget) {
            is_stated &= !interprets;
            deciding.extend(gives.then_some(*rule));
        }
    }
    let deciding = sorted(deciding, usize::cmp);
    let mut clauses: Vec<String> = Vec::new();
    for clause in deciding.iter().filter_map(|rule| table.rules[*rule].clause.as_ref()) {
        if !clauses.contains(clause) {
            clauses.push(clause.clone());
        }
    }
    (if is_stated { Basis::Stated } else { Basis::Interpreted }, deciding, clauses)
}

/// The smallest set of the given answers with the same outcomes as all of them; among equally small ones the first in the
/// policy's order of questions.
pub(super) fn because(
    evaluator: &mut OutcomeEvaluator,
    answers: &AnswerSets,
    outcomes: Outcomes,
) -> Entries<Vec<String>> {
    let given: Vec<Given> = answers.given().filter(|(axis, options)| evaluator.matters(*axis, *options)).collect();
    let table = evaluator.table;
    let everything = AnswerSets::none(table).region(table);
    let mut suffices = |chosen: &[&[Given]]| {
        let mut region = everything.clone();
        for (axis, options) in chosen.iter().copied().flatten() {
            region[*axis] = *options;
        }
        evaluator.outcomes(&region) == outcomes
    };
    // An answer without which the others are not enough belongs to every set that is enough.
    let (mut needed, mut others) = (Vec::new(), Vec::new());
    for (at, answer) in given.iter().enumerate() {
        let side = if suffices(&[&given[..at], &given[at + 1..]]) { &mut others } else { &mut needed };
        side.push(*answer);
    }
    let mut left = MAX_SUBSETS;
    let mut enough = |chosen: &[Given]| {
        left = left.checked_sub(1)?;
        Some(suffices(&[&needed, chosen]))
    };
    let sizes = 0..=others.len();
    let smallest =
        sizes.map(|size| first_subset(&others, size, &mut Vec::new(), &mut enough)).find(|s| *s != Some(None));
    let chosen =
        smallest.flatten().flatten().unwrap_or_else(|| reduced(others, &mut |rest| suffices(&[&needed, rest])));
    needed.extend(chosen);
    let needed = sorted(needed, Given::cmp);
    let name = |(axis, options): Given| {
        let axis = &table.axes[axis];
        (axis.id.clone(), members(options).map(|option| axis.options[option].id.clone()).collect())
    };
    needed.into_iter().map(name).collect()
}

/// The first subset of a size, in the order of the list, that is enough: `Some(None)` if none is, `None` if too
/// many have been compared.
fn first_subset(
    rest: &[Given],
    size: usize,
    chosen: &mut Vec<Given>,
    enough: &mut dyn FnMut(&[Given]) -> Option<bool>,
) -> Option<Option<Vec<Given>>> {
    if size == 0 {
        return Some(enough(chosen)?.then(|| chosen.clone()));
    }
    for (at, answer) in rest.iter().enumerate().take((rest.len() + 1).saturating_sub(size)) {
        chosen.push(*answer);
        let found = first_subset(&rest[at + 1..], size - 1, chosen, enough)?;
        chosen.pop();
        if found.is_some() {
            return Some(found);
        }
    }
    Some(None)
}

/// The answers that remain when those that are not needed are dropped, the last first.
fn reduced(mut chosen: Vec<Given>, enough: &mut dyn FnMut(&[Given]) -> bool) -> Vec<Given> {
    for at in (0..chosen.len()).rev() {
        let dropped = chosen.remove(at);
        if !enough(&chosen) {
            chosen.insert(at, dropped);
        }
    }
    chosen
}
