//! What would change the severity.

use std::collections::BTreeMap;

use serde::Serialize;

use super::answers::Answers;
use super::space::{Partial, Space};
use super::table::{Table, members};

/// The fewest changed answers that lead to another severity.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhatIf {
    /// Id of the severity.
    pub severity: String,
    /// Question to its new answer.
    pub change: BTreeMap<String, String>,
}

/// For every severity but the current one: the fewest answers to give or to change so that exactly it
/// is decided, whatever is still open. Among equally few, the first in the policy's order of questions and options.
///
/// Nothing is reported above the limit of [`Partial`].
pub(super) fn what_if(table: &Table, answers: &Answers, current: usize) -> Vec<WhatIf> {
    let everything = Answers::none(table).region(table);
    let space = Space::of(table, &everything);
    let kept = |dimension: &super::space::Dimension| {
        let given = answers.get(dimension.axis).unwrap_or(u64::MAX);
        let classes = dimension.classes.iter().enumerate();
        classes.fold(0, |set, (at, class)| if class.options & given == 0 { set } else { set | 1 << at })
    };
    let Some(partial) = Partial::of(&space, kept) else { return Vec::new() };
    let mut nearest: Vec<Option<(usize, Vec<usize>)>> = vec![None; table.severities.len().min(63)];
    for index in 0..partial.outcomes.len() {
        let outcome = partial.outcomes[index];
        let severity = outcome.trailing_zeros() as usize;
        if outcome.count_ones() != 1 || severity == current || severity >= nearest.len() {
            continue;
        }
        let changed = (0..partial.radices.len()).filter(|d| !partial.is_open(index, *d));
        let fewest = nearest[severity].as_ref().map(|(_, dimensions)| dimensions.len());
        if fewest.is_some_and(|fewest| changed.clone().nth(fewest).is_some()) {
            continue;
        }
        let changed: Vec<usize> = changed.collect();
        let best = &mut nearest[severity];
        if best.as_ref().is_none_or(|(_, known)| (changed.len(), &changed) < (known.len(), known)) {
            *best = Some((index, changed));
        }
    }
    let change = |index: usize, dimensions: &[usize]| {
        let name = |d: &usize| {
            let dimension = &space.dimensions[*d];
            let axis = &table.axes[dimension.axis];
            let options = dimension.classes[partial.choice(index, *d)].options;
            let option = members(options).next().unwrap_or_default();
            (axis.id.clone(), axis.options[option].id.clone())
        };
        dimensions.iter().map(name).collect()
    };
    nearest
        .iter()
        .enumerate()
        .filter_map(|(severity, found)| {
            let (index, dimensions) = found.as_ref()?;
            Some(WhatIf { severity: table.severities[severity].clone(), change: change(*index, dimensions) })
        })
        .collect()
}
