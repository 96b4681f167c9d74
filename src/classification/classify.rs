//! The severity of a set of answers, with the clauses behind it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Classifier;
use super::answers::Answers;
use super::next_question::severities_in;
use super::space::{MAX_POINTS, Outcomes, Space};
use super::table::{OptionSet, Table};
use super::what_if::{WhatIf, what_if};
use super::{because, vector};
use crate::policy::model::{Basis, WhenUnsure};

/// The severity of a set of answers, with its reasons.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Classified {
    /// True when no further answer can change the severity.
    pub decided: bool,
    /// Severities still possible, most severe first.
    pub possible: Vec<String>,
    /// The severity, or while undecided the one that the policy's `whenUnsure` picks.
    pub severity: String,
    /// Where the decision comes from.
    pub basis: Basis,
    /// Clauses of the rules that decide, in the order of the rules.
    pub clauses: Vec<String>,
    /// The smallest set of the given answers that is enough for this result.
    pub because: BTreeMap<String, Vec<String>>,
    /// For every other severity within reach: the fewest changed answers that lead to it.
    pub what_if: Vec<WhatIf>,
    /// Canonical text of policy, version and answers.
    pub vector: String,
}

/// How severe is it?
///
/// Answers that no rule covers make nothing possible: while all are of that kind, the severity is the one that
/// `whenUnsure` picks among all, and the basis is "interpreted".
pub(super) fn classify(classifier: &Classifier, answers: &Answers) -> Classified {
    let table = &classifier.table;
    let region = answers.region(table);
    let space = Space::of(table, &region);
    let outcomes = space.outcomes(MAX_POINTS, &region);
    let possible = severities_in(outcomes);
    let severity = match (table.when_unsure, possible.as_slice()) {
        (WhenUnsure::MostSevere, []) => 0,
        (WhenUnsure::LeastSevere, []) => table.severities.len().saturating_sub(1),
        (WhenUnsure::MostSevere, [most, ..]) => *most,
        (WhenUnsure::LeastSevere, [.., least]) => *least,
    };
    let name = |index: usize| table.severities.get(index).cloned().unwrap_or_default();
    let (basis, clauses) = grounds(table, &space, severity);
    Classified {
        decided: outcomes.count_ones() == 1 && !possible.is_empty(),
        possible: possible.into_iter().map(name).collect(),
        severity: name(severity),
        basis,
        clauses,
        because: because::because(table, answers, outcomes),
        what_if: what_if(table, answers, severity),
        vector: vector::write(classifier, answers),
    }
}

/// Every outcome inside a box of answers.
pub(super) fn outcomes_in(table: &Table, region: &[OptionSet]) -> Outcomes {
    Space::of(table, region).outcomes(MAX_POINTS, region)
}

/// Where the decision for a severity comes from, and its clauses.
///
/// Where stated and interpreted rules give the same answers the same severity, the clause decides. The basis is
/// "stated" where that holds for all answers that get the severity.
fn grounds(table: &Table, space: &Space, severity: usize) -> (Basis, Vec<String>) {
    /// Visits of complete answers, times rules, above which every rule of the severity that can match is named.
    const MOST_VISITS: usize = 1 << 22;
    let gives = |rule: usize| table.rules[rule].severity == severity;
    let mut deciding = vec![false; table.rules.len()];
    let mut basis = Basis::Stated;
    let mut decided = false;
    let mut meet = |rules: &mut dyn Iterator<Item = usize>| {
        let rules: Vec<usize> = rules.filter(|rule| gives(*rule)).collect();
        let stated = rules.iter().any(|rule| table.rules[*rule].basis == Basis::Stated);
        decided |= !rules.is_empty();
        if !stated && !rules.is_empty() {
            basis = Basis::Interpreted;
        }
        for rule in rules {
            deciding[rule] |= !stated || table.rules[rule].basis == Basis::Stated;
        }
    };
    if space.points(MOST_VISITS / space.order.len().max(1)).is_some() {
        let first_only = table.hit_policy == crate::policy::model::HitPolicy::First;
        space.for_each_point(&mut |_, matching| {
            if space.winner(matching).is_some_and(gives) {
                meet(&mut space.rules_in(matching).take(if first_only { 1 } else { usize::MAX }));
            }
        });
    } else {
        space.order.iter().for_each(|rule| meet(&mut std::iter::once(*rule)));
    }
    let mut clauses: Vec<String> = Vec::new();
    for (rule, _) in table.rules.iter().zip(deciding).filter(|(_, deciding)| *deciding) {
        clauses.extend(rule.clause.clone().filter(|clause| !clauses.contains(clause)));
    }
    (if decided { basis } else { Basis::Interpreted }, clauses)
}
