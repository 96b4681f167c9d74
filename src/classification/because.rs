//! Which of the given answers are enough.

use std::collections::BTreeMap;

use super::answers::Answers;
use super::classify::outcomes_in;
use super::space::Outcomes;
use super::table::{OptionSet, Table, members};

/// Most answers whose subsets are all compared, and only while that is little work. Beyond it answers are dropped one
/// by one, the policy's last first, which gives a set from which nothing can be dropped, though not always the smallest.
pub const MAX_COMPARED_ANSWERS: usize = 12;

/// Rules times options times subsets, above which subsets are not compared.
const MAX_WORK: usize = 1 << 24;

/// The smallest set of the given answers with the same outcomes; among equally small ones the first in the policy's
/// order of questions.
pub(super) fn because(table: &Table, answers: &Answers, outcomes: Outcomes) -> BTreeMap<String, Vec<String>> {
    // An answer that leaves every option open is no reason for anything.
    let given: Vec<(usize, OptionSet)> =
        answers.given().filter(|(axis, options)| *options != table.axes[*axis].all()).collect();
    let suffices = |chosen: &[(usize, OptionSet)]| {
        let mut region = Answers::none(table).region(table);
        for (axis, options) in chosen {
            region[*axis] = *options;
        }
        outcomes_in(table, &region) == outcomes
    };
    let options: usize = table.axes.iter().map(|axis| axis.options.len()).sum();
    let work = (table.rules.len() * options) << given.len().min(MAX_COMPARED_ANSWERS);
    let chosen = if given.len() > MAX_COMPARED_ANSWERS || work > MAX_WORK {
        reduced(given, &suffices)
    } else {
        (0..=given.len()).find_map(|size| first_subset(&given, size, &mut Vec::new(), &suffices)).unwrap_or(given)
    };
    let name = |axis: usize, options| {
        let axis = &table.axes[axis];
        (axis.id.clone(), members(options).map(|option| axis.options[option].id.clone()).collect())
    };
    chosen.into_iter().map(|(axis, options)| name(axis, options)).collect()
}

/// The first subset of a size, in lexicographic order, that is enough.
fn first_subset<T: Copy>(
    rest: &[T],
    size: usize,
    chosen: &mut Vec<T>,
    suffices: &impl Fn(&[T]) -> bool,
) -> Option<Vec<T>> {
    if size == 0 {
        return suffices(chosen).then(|| chosen.clone());
    }
    for (at, item) in rest.iter().enumerate() {
        if rest.len() - at < size {
            break;
        }
        chosen.push(*item);
        let found = first_subset(&rest[at + 1..], size - 1, chosen, suffices);
        chosen.pop();
        if found.is_some() {
            return found;
        }
    }
    None
}

fn reduced<T: Copy>(mut chosen: Vec<T>, suffices: &impl Fn(&[T]) -> bool) -> Vec<T> {
    for at in (0..chosen.len()).rev() {
        let dropped = chosen.remove(at);
        if !suffices(&chosen) {
            chosen.insert(at, dropped);
        }
    }
    chosen
}
