//! Finds the fewest changed answers that lead to each other severity.

use crate::sorted::sorted;
use serde::Serialize;

use super::answers::AnswerSets;
use super::decide::{Outcomes, UNCOVERED, outcome_of};
use super::lattice::Lattice;
use super::outcome_evaluator::{CompiledTable, OutcomeEvaluator};
use super::table::{OptionSet, RuleBox, members};
use crate::policy::Entries;

/// The fewest changed answers that lead to another severity.
///
/// # Examples
///
/// ```
/// use case_slo::{Answers, Policy};
///
/// let found = Policy::reference().classify(&Answers::new().with("service", "poor").with("impact", "partial"))?;
/// let critical = found.what_if.iter().find(|other| other.severity == "critical").expect("it is within reach");
/// assert_eq!(critical.change.len(), 1);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WhatIf {
    /// Id of the severity.
    pub severity: String,
    /// Question to its new answer, in the policy's order.
    #[serde(serialize_with = "crate::policy::serialize_entries")]
    pub change: Entries<String>,
}

/// A question and the option that it changes to.
type Change = (usize, usize);

/// For every severity but `current`, most severe first: the fewest changes after which it is decided, whatever the answers
/// to all other questions turn out to be.
///
/// A change gives one question one option: a question answered otherwise, one answered with several options or "unknown",
/// or one that has not been asked; each counts as one. All other answers stay as they were given. Of equally few changes those
/// come first whose first question, then its option, then the next question and so on, stand first in the policy.
///
/// Of a table that is too large to be searched whole, only changes that satisfy one of its rules are considered: what is
/// reported does lead there, but there may be a shorter way, or one where none is reported.
pub(super) fn what_if(evaluator: &mut OutcomeEvaluator, answers: &AnswerSets, current: usize) -> Vec<WhatIf> {
    let table = evaluator.table;
    let found = match evaluator.compiled {
        Some(compiled) => shortest(compiled, answers, current),
        None => by_rules(evaluator, answers, current),
    };
    let found = sorted(found, |one, other| one.0.cmp(&other.0));
    let name = |(axis, option): Change| {
        let axis = &table.axes[axis];
        (axis.id.clone(), axis.options[option].id.clone())
    };
    found
        .into_iter()
        .filter_map(|(outcome, changes)| {
            let severity = table.severities.get(outcome.trailing_zeros() as usize)?.clone();
            Some(WhatIf { severity, change: changes.into_iter().map(name).collect() })
        })
        .collect()
}

/// The search over a lattice, by number of changes.
struct Search<'l> {
    compiled: &'l CompiledTable,
    lattice: &'l Lattice,
    /// Class of each dimension, where there is one.
    given: Vec<Option<usize>>,
    /// Outcomes still to be reached.
    wanted: Outcomes,
    changes: Vec<Change>,
    found: Vec<(Outcomes, Vec<Change>)>,
}

fn shortest(compiled: &CompiledTable, answers: &AnswerSets, current: usize) -> Vec<(Outcomes, Vec<Change>)> {
    let CompiledTable { function, lattice } = compiled;
    let given = function.given(answers);
    let is_unsure =
        |at: usize| given[at].is_some_and(|set| set.count_ones() > 1 && set != function.dimensions[at].all());
    // A question that was answered with several options stays so unless it is changed.
    let own = (0..given.len()).any(is_unsure).then(|| {
        Lattice::of(function, |at| given[at].filter(|_| is_unsure(at)).unwrap_or(function.dimensions[at].all()))
    });
    let lattice = own.as_ref().unwrap_or(lattice);
    let everywhere = function.points.iter().fold(0, |found, outcome| found | outcome);
    let one = |set: &Option<u64>| set.filter(|set| set.count_ones() == 1).map(|set| set.trailing_zeros() as usize);
    let mut search = Search {
        compiled,
        lattice,
        given: given.iter().map(one).collect(),
        wanted: everywhere & !UNCOVERED & !(1 << current.min(62)),
        changes: Vec::new(),
        found: Vec::new(),
    };
    let start = lattice.partial.index(search.given.iter().copied());
    for count in 1..=search.given.len() {
        search.descend(0, count, start);
    }
    search.found
}

impl Search<'_> {
    /// Tries every way of making `count` more changes from a dimension on.
    fn descend(&mut self, from: usize, count: usize, index: usize) {
        if count == 0 {
            let outcome = self.lattice.outcomes[index];
            if outcome.count_ones() == 1 && outcome & self.wanted != 0 {
                self.wanted &= !outcome;
                self.found.push((outcome, self.changes.clone()));
            }
            return;
        }
        for at in from..(self.given.len() + 1).saturating_sub(count) {
            let dimension = &self.compiled.function.dimensions[at];
            let stride = self.lattice.partial.strides[at];
            let base = index - self.given[at].unwrap_or(self.lattice.partial.open[at]) * stride;
            for (class, alike) in dimension.classes.iter().enumerate() {
                if self.wanted == 0 {
                    return;
                }
                if self.given[at] != Some(class) {
                    self.changes.push((dimension.axis, alike.options.trailing_zeros() as usize));
                    self.descend(at + 1, count - 1, base + class * stride);
                    self.changes.pop();
                }
            }
        }
    }
}

/// Changes after which one rule matches, fewest first, as long as the budget lasts.
fn by_rules(evaluator: &mut OutcomeEvaluator, answers: &AnswerSets, current: usize) -> Vec<(Outcomes, Vec<Change>)> {
    let table = evaluator.table;
    let region = answers.region(table);
    let candidates = (0..table.rules.len()).filter(|rule| table.rules[*rule].severity != current);
    let candidates: Vec<(Outcomes, Vec<Change>)> = candidates
        .filter_map(|rule| Some((outcome_of(table, rule), changes_for(&table.rules[rule], &region)?)))
        .collect();
    let mut found: Vec<(Outcomes, Vec<Change>)> = Vec::new();
    for count in 1..=region.len() {
        for (outcome, changes) in candidates.iter().filter(|(_, changes)| changes.len() == count) {
            if evaluator.budget.is_spent() || found.iter().any(|(known, _)| known == outcome) {
                continue;
            }
            let mut changed = region.clone();
            for (axis, option) in changes {
                changed[*axis] = 1 << option;
            }
            if evaluator.outcomes(&changed) == *outcome {
                found.push((*outcome, changes.clone()));
            }
        }
    }
    found
}

/// The changes after which a rule matches whatever else is answered; `None` for a rule that never matches.
fn changes_for(rule: &RuleBox, region: &[OptionSet]) -> Option<Vec<Change>> {
    let cuts = rule.sets.iter().zip(region).enumerate().filter(|(_, (set, open))| *open & !*set != 0);
    cuts.map(|(axis, (set, _))| Some((axis, members(*set).next()?))).collect()
}
