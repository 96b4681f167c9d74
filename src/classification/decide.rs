//! Which rules win inside a box of answers.
//!
//! A rule wins somewhere if, once the boxes of all rules that go before it are cut out of its own, something is left.
//! The work grows with the rules, not with the product of the options, so that any table can be asked.

use super::table::{OptionSet, Table};

/// A set of outcomes of complete answers: bit `i` for severity `i`, [`UNCOVERED`] where no rule matches.
pub(super) type Outcomes = u64;

/// The outcome of answers that no rule covers.
pub(super) const UNCOVERED: Outcomes = 1 << 63;

/// Most comparisons of a rule with one question that are spent on one thing to find out: what is possible, why, what else.
///
/// Once they are spent, what has not been excluded counts as possible, so that answers are called undecided more often
/// than they are, never less often. No table that is searched whole comes near.
pub const MAX_COMPARISONS: usize = 1 << 22;

/// Comparisons that may still be spent.
#[derive(Debug)]
pub(crate) struct Budget(usize);

impl Budget {
    /// A full budget.
    pub fn full() -> Self {
        Self(MAX_COMPARISONS)
    }

    /// A budget of its own size, for a caller that asks many questions in one go.
    #[cfg(feature = "analysis")]
    pub fn of(comparisons: usize) -> Self {
        Self(comparisons)
    }

    /// Whether there is anything left.
    pub fn is_spent(&self) -> bool {
        self.0 == 0
    }

    /// Takes comparisons out of the budget.
    pub fn spend(&mut self, comparisons: usize) {
        self.0 = self.0.saturating_sub(comparisons);
    }
}

/// The outcome of a rule.
pub(super) fn outcome_of(table: &Table, rule: usize) -> Outcomes {
    // A policy has at most 63 severities; were there more, the last ones would count as one.
    1 << table.rules[rule].severity.min(62)
}

/// The rules that can win inside a box.
pub(super) struct Contenders<'t> {
    table: &'t Table,
    region: Vec<OptionSet>,
    /// Those that win first; rules behind one that covers the whole box are left out.
    pub order: Vec<usize>,
}

impl<'t> Contenders<'t> {
    /// The contenders inside `region`, one set of options a question.
    pub fn of(table: &'t Table, region: &[OptionSet], budget: &mut Budget) -> Self {
        let touches = |rule: &usize| {
            let apart = table.rules[*rule].sets.iter().zip(region).position(|(set, open)| set & open == 0);
            budget.spend(apart.unwrap_or(region.len()) + 1);
            apart.is_none()
        };
        let covers = |rule: &&usize| table.rules[**rule].sets.iter().zip(region).all(|(set, open)| open & !set == 0);
        let mut order: Vec<usize> = table.order.iter().copied().filter(touches).collect();
        if let Some(rank) = order.iter().find(covers).map(|rule| table.rank(*rule)) {
            order.truncate(order.partition_point(|rule| table.rank(*rule) <= rank));
        }
        Self { table, region: region.to_vec(), order }
    }

    /// Every outcome inside the box; more than there are only once the budget is spent.
    pub fn outcomes(&self, budget: &mut Budget) -> Outcomes {
        let mut found = 0;
        for rule in &self.order {
            let outcome = outcome_of(self.table, *rule);
            if found & outcome == 0 && self.wins(*rule, budget) {
                found |= outcome;
            }
        }
        if escapes(self.region.clone(), &self.boxes(&self.order), budget) {
            found |= UNCOVERED;
        }
        found
    }

    /// Whether a contender wins somewhere inside the box.
    pub fn wins(&self, rule: usize, budget: &mut Budget) -> bool {
        let rank = self.table.rank(rule);
        let before = &self.order[..self.order.partition_point(|other| self.table.rank(*other) < rank)];
        let inside = self.table.rules[rule].sets.iter().zip(&self.region).map(|(set, open)| set & open).collect();
        escapes(inside, &self.boxes(before), budget)
    }

    fn boxes(&self, rules: &[usize]) -> Vec<&'t [OptionSet]> {
        rules.iter().map(|rule| self.table.rules[*rule].sets.as_slice()).collect()
    }
}

/// Whether some complete answer of a box is in none of the others; true also when the budget is spent.
pub(crate) fn escapes(mut region: Vec<OptionSet>, boxes: &[&[OptionSet]], budget: &mut Budget) -> bool {
    budget.spend(1);
    let mut touching = Vec::new();
    let mut fewest: Option<(usize, &[OptionSet])> = None;
    for sets in boxes {
        let apart = sets.iter().zip(&region).position(|(set, open)| set & open == 0);
        budget.spend(apart.unwrap_or(sets.len()) + 1);
        if budget.is_spent() {
            return true;
        }
        if apart.is_some() {
            continue;
        }
        let cuts = sets.iter().zip(&region).filter(|(set, open)| *open & !*set != 0).count();
        if cuts == 0 {
            return false;
        }
        touching.push(*sets);
        if fewest.is_none_or(|(least, _)| cuts < least) {
            fewest = Some((cuts, sets));
        }
    }
    let Some((_, sets)) = fewest else { return true };
    for (axis, set) in sets.iter().enumerate() {
        let outside = region[axis] & !set;
        if outside != 0 {
            let mut rest = region.clone();
            rest[axis] = outside;
            if escapes(rest, &touching, budget) {
                return true;
            }
            region[axis] &= set;
        }
    }
    false
}
