//! The severity of a set of answers, with its reasons.

use serde::Serialize;

use super::answers::AnswerSets;
use super::decide::UNCOVERED;
use super::outcome_evaluator::OutcomeEvaluator;
use super::plan::severities_in;
use super::what_if::{WhatIf, what_if};
use super::{Classifier, explain, vector};
use crate::policy::Entries;
use crate::policy::model::{Basis, WhenUnsure};

/// The severity of a set of answers, with its reasons.
///
/// # Examples
///
/// ```
/// use case_slo::{Answers, Policy};
///
/// let found = Policy::reference().classify(&Answers::new().with("service", "poor").with("impact", "partial"))?;
/// assert_eq!((found.severity.as_str(), found.decided), ("high", true));
/// assert_eq!(found.clauses, ["D2"]);
/// assert!(found.what_if.iter().any(|other| other.severity == "critical"));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Classification {
    /// True when no further answer can change the severity.
    pub decided: bool,
    /// Severities still possible, most severe first.
    pub possible: Vec<String>,
    /// The severity, or while undecided the one that the policy's `whenUnsure` picks.
    pub severity: String,
    /// "stated" if a clause decides every complete answer that is still possible.
    pub basis: Basis,
    /// Ids of the rules that give the severity, in their order.
    pub rules: Vec<String>,
    /// Clauses of these rules.
    pub clauses: Vec<String>,
    /// The smallest set of the given answers that is enough for this result, in the policy's order.
    #[serde(serialize_with = "crate::policy::serialize_entries")]
    pub because: Entries<Vec<String>>,
    /// For every other severity within reach: the fewest changed answers that lead to it.
    pub what_if: Vec<WhatIf>,
    /// Canonical text of policy, version and answers, for permalinks and tickets.
    pub vector: String,
}

/// How severe is it?
///
/// AnswerSets that no rule covers make nothing possible. While some that are still possible are of that kind, nothing is
/// decided; while all are, the severity is the one that `whenUnsure` picks among all.
pub(super) fn classify(classifier: &Classifier, answers: &AnswerSets) -> Classification {
    let mut evaluator = OutcomeEvaluator::of(classifier);
    let table = &classifier.table;
    let region = answers.region(table);
    let outcomes = evaluator.outcomes(&region);
    let possible = severities_in(outcomes);
    let severity = match (table.when_unsure, possible.as_slice()) {
        (WhenUnsure::MostSevere, []) => 0,
        (WhenUnsure::LeastSevere, []) => table.severities.len().saturating_sub(1),
        (WhenUnsure::MostSevere, [most, ..]) => *most,
        (WhenUnsure::LeastSevere, [.., least]) => *least,
    };
    let name = |index: usize| table.severities.get(index).cloned().unwrap_or_default();
    evaluator.refresh();
    let (basis, rules, clauses) = explain::grounds(&mut evaluator, &region, severity, outcomes);
    evaluator.refresh();
    let because = explain::because(&mut evaluator, answers, outcomes);
    evaluator.refresh();
    Classification {
        decided: outcomes.count_ones() == 1 && outcomes != UNCOVERED,
        possible: possible.into_iter().map(name).collect(),
        severity: name(severity),
        basis,
        rules: rules.into_iter().map(|rule| table.rules[rule].id.clone()).collect(),
        clauses,
        because,
        what_if: what_if(&mut evaluator, answers, severity),
        vector: vector::write(classifier, answers),
    }
}
