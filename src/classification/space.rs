//! The part of a table that is still in play, with everything that makes no difference folded away.

use super::table::{OptionSet, Table, members};
use crate::policy::model::HitPolicy;

/// A set of outcomes of complete answers: bit `i` for severity `i`, [`UNCOVERED`] where no rule matches.
pub(super) type Outcomes = u64;

/// The outcome of answers that no rule covers.
pub(super) const UNCOVERED: Outcomes = 1 << 63;

/// A set of rules: bit `i` of the whole for the rule that stands at place `i` of [`Space::order`].
type RuleSet = Vec<u64>;

/// The table inside a box of answers.
///
/// Rules that cannot match there are left out; options that every remaining rule treats alike are one class; questions
/// whose options all fall into one class are no dimension.
pub(super) struct Space<'t> {
    table: &'t Table,
    /// Rules that can match, those that win first.
    pub order: Vec<usize>,
    pub dimensions: Vec<Dimension>,
}

/// A question whose answer still makes a difference to some rule.
pub(super) struct Dimension {
    pub axis: usize,
    pub classes: Vec<Class>,
}

/// Options that every rule treats alike.
pub(super) struct Class {
    pub options: OptionSet,
    /// Their weights together.
    pub weight: f64,
    /// Rules that match with them.
    rules: RuleSet,
}

impl<'t> Space<'t> {
    /// The table inside `region`, one set of options an axis.
    pub fn of(table: &'t Table, region: &[OptionSet]) -> Self {
        let mut order: Vec<usize> = (0..table.rules.len())
            .filter(|rule| table.rules[*rule].sets.iter().zip(region).all(|(set, possible)| set & possible != 0))
            .collect();
        if table.hit_policy != HitPolicy::First {
            order.sort_by_key(|rule| table.rules[*rule].severity);
        }
        let dimensions = (0..table.axes.len())
            .filter_map(|axis| {
                let classes = classes(table, &order, axis, region[axis]);
                (classes.len() > 1).then_some(Dimension { axis, classes })
            })
            .collect();
        Self { table, order, dimensions }
    }

    /// How many complete answers differ, or `None` above `most`.
    pub fn points(&self, most: usize) -> Option<usize> {
        let product = self.dimensions.iter().try_fold(1usize, |n, d| n.checked_mul(d.classes.len()));
        product.filter(|points| *points <= most)
    }

    /// Visits every complete answer, the last dimension first to change, with the rules that match there.
    pub fn for_each_point(&self, visit: &mut impl FnMut(&[usize], &RuleSet)) {
        let mut all = vec![u64::MAX; self.order.len().div_ceil(64)];
        if let (Some(last), rest @ 1..) = (all.last_mut(), self.order.len() % 64) {
            *last = (1 << rest) - 1;
        }
        self.descend(&mut Vec::new(), &all, visit);
    }

    fn descend(&self, point: &mut Vec<usize>, matching: &RuleSet, visit: &mut impl FnMut(&[usize], &RuleSet)) {
        let Some(dimension) = self.dimensions.get(point.len()) else {
            visit(point, matching);
            return;
        };
        for (index, class) in dimension.classes.iter().enumerate() {
            let narrowed: RuleSet = matching.iter().zip(&class.rules).map(|(a, b)| a & b).collect();
            point.push(index);
            self.descend(point, &narrowed, visit);
            point.pop();
        }
    }

    /// The rule that wins among those that match.
    pub fn winner(&self, matching: &RuleSet) -> Option<usize> {
        self.rules_in(matching).next()
    }

    /// The rules of a set, those that win first.
    pub fn rules_in<'a>(&'a self, set: &'a RuleSet) -> impl Iterator<Item = usize> + 'a {
        let places = set.iter().enumerate().flat_map(|(block, bits)| members(*bits).map(move |bit| block * 64 + bit));
        places.map(|place| self.order[place])
    }

    /// The outcome where these rules match.
    pub fn outcome(&self, matching: &RuleSet) -> Outcomes {
        self.winner(matching).map_or(UNCOVERED, |rule| 1 << self.table.rules[rule].severity.min(62))
    }

    /// The outcomes of the rules that can match once a class is chosen.
    pub fn outcomes_of(&self, class: &Class) -> Outcomes {
        self.rules_in(&class.rules).fold(0, |found, rule| found | 1 << self.table.rules[rule].severity.min(62))
    }

    /// Every outcome inside the box.
    ///
    /// Exact up to `most` points; above that it errs on the side of what is possible: every rule that can match may
    /// decide, and answers are covered for certain only where one rule covers the whole box.
    pub fn outcomes(&self, most: usize, region: &[OptionSet]) -> Outcomes {
        let mut found = 0;
        if self.points(most).is_some() {
            self.for_each_point(&mut |_, matching| found |= self.outcome(matching));
            return found;
        }
        for rule in &self.order {
            let rule = &self.table.rules[*rule];
            found |= 1 << rule.severity.min(62);
            if rule.sets.iter().zip(region).all(|(set, possible)| possible & !set == 0) {
                return found;
            }
        }
        found | UNCOVERED
    }
}

/// The options of one axis inside the box, grouped by the rules that they match.
fn classes(table: &Table, order: &[usize], axis: usize, possible: OptionSet) -> Vec<Class> {
    let mut classes: Vec<Class> = Vec::new();
    for option in members(possible) {
        let mut rules = vec![0; order.len().div_ceil(64)];
        for (place, rule) in order.iter().enumerate() {
            rules[place / 64] |= (table.rules[*rule].sets[axis] >> option & 1) << (place % 64);
        }
        let weight = table.axes[axis].options.get(option).map_or(1.0, |o| o.weight);
        match classes.iter_mut().find(|class| class.rules == rules) {
            Some(class) => {
                class.options |= 1 << option;
                class.weight += weight;
            }
            None => classes.push(Class { options: 1 << option, weight, rules }),
        }
    }
    classes
}

/// Outcomes of partial answers: every dimension is at one of its classes, or open over some of them.
pub(super) struct Partial {
    /// Choices a dimension: its classes, then "open".
    pub radices: Vec<usize>,
    /// How far apart two neighbouring choices of a dimension are.
    pub strides: Vec<usize>,
    pub outcomes: Vec<Outcomes>,
}

/// Most partial answers that are searched whole. Measured natively, a question on as many takes some ten milliseconds;
/// six questions of three options have 4,096, nine of four have two million.
pub const MAX_PARTIAL_ANSWERS: usize = 1 << 18;

/// Most complete answers that are visited to find what is possible.
pub(super) const MAX_POINTS: usize = 1 << 18;

impl Partial {
    /// The outcomes of every partial answer in a space; `open` says over which classes a dimension is open. `None`
    /// where there are more than [`MAX_PARTIAL_ANSWERS`].
    pub fn of(space: &Space, open: impl Fn(&Dimension) -> u64) -> Option<Self> {
        let radices: Vec<usize> = space.dimensions.iter().map(|d| d.classes.len() + 1).collect();
        let total = radices.iter().try_fold(1usize, |n, r| n.checked_mul(*r)).filter(|n| *n <= MAX_PARTIAL_ANSWERS)?;
        let mut strides = vec![1; radices.len()];
        for at in (1..radices.len()).rev() {
            strides[at - 1] = strides[at] * radices[at];
        }
        let mut outcomes: Vec<Outcomes> = vec![0; total];
        space.for_each_point(&mut |point, matching| {
            let index: usize = point.iter().zip(&strides).map(|(class, stride)| class * stride).sum();
            outcomes[index] = space.outcome(matching);
        });
        let opens: Vec<u64> = space.dimensions.iter().map(open).collect();
        let mut partial = Self { radices, strides, outcomes };
        for index in 0..total {
            if let Some(dimension) = partial.first_open(index, |_| true) {
                let classes = members(opens[dimension]);
                partial.outcomes[index] =
                    classes.fold(0, |found, class| found | partial.outcomes[partial.at(index, dimension, class)]);
            }
        }
        Some(partial)
    }

    /// The choice of a dimension in a partial answer.
    pub fn choice(&self, index: usize, dimension: usize) -> usize {
        index / self.strides[dimension] % self.radices[dimension]
    }

    /// Whether a dimension is open in a partial answer.
    pub fn is_open(&self, index: usize, dimension: usize) -> bool {
        self.choice(index, dimension) == self.radices[dimension] - 1
    }

    /// The first open dimension among some.
    pub fn first_open(&self, index: usize, among: impl Fn(usize) -> bool) -> Option<usize> {
        (0..self.radices.len()).find(|dimension| among(*dimension) && self.is_open(index, *dimension))
    }

    /// The partial answer in which an open dimension is at a class. It always has a smaller index.
    pub fn at(&self, index: usize, dimension: usize, class: usize) -> usize {
        index - (self.radices[dimension] - 1 - class) * self.strides[dimension]
    }
}
