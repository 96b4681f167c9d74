//! The severity of every complete answer, with all that makes no difference folded away.

use super::decide::{Budget, Contenders, Outcomes, UNCOVERED, outcome_of};
use super::table::{OptionSet, Table, members};

/// Most partial answers (every question at one of its options, or open) of a table that is searched whole, counted once
/// options that make no difference are one and questions that make none are left out. Twelve questions of two options,
/// nine of three, eight of four, seven of five have fewer.
///
/// Measured natively with the release profile (2.6 GHz), 2,000 rules, nothing to fold away; compiling and searching
/// happen once, then a question takes 5 to 30 µs:
///
/// | combinations | partial answers | compile | search |
/// |---|---|---|---|
/// | 192: six questions of two options, one of three | 2,916 | 0.6 ms | 0.4 ms |
/// | 729: six of three | 4,096 | 0.7 ms | 0.5 ms |
/// | 16,384: seven of four | 78,125 | 5 ms | 12 ms |
/// | 4,096: twelve of two | 531,441 | 30 ms | 110 ms |
pub const MAX_PARTIAL_ANSWERS: usize = 600_000;

/// A set of classes of one dimension: bit `i` for class `i`.
pub(super) type ClassSet = u64;

/// The outcome of every complete answer inside a box.
///
/// Options between which no outcome differs are one class; questions of one class are no dimension. What is left is the
/// same however the rules are written.
#[derive(Debug, Clone)]
pub(super) struct Function {
    pub dimensions: Vec<Dimension>,
    /// One outcome a complete answer, the class of the last dimension changing first; after [`Function::without`] one
    /// set of outcomes.
    pub points: Vec<Outcomes>,
}

/// A question whose answer makes a difference.
#[derive(Debug, Clone)]
pub(super) struct Dimension {
    pub axis: usize,
    pub classes: Vec<Class>,
}

/// Options that are alike.
#[derive(Debug, Clone)]
pub(super) struct Class {
    pub options: OptionSet,
    /// How often one of them is the answer, as a share of the dimension.
    pub share: f64,
}

/// Options that every rule treats alike, with the contenders that match with them.
struct Alike {
    options: OptionSet,
    rules: Vec<u64>,
}

impl Function {
    /// The function inside `region`, one set of options a question; `None` if it is too large.
    ///
    /// The limit holds for the answers that the rules tell apart too, so that compiling is bounded.
    pub fn compile(table: &Table, region: &[OptionSet]) -> Option<Self> {
        let contenders = Contenders::of(table, region, &mut Budget::full()).order;
        let mut axes: Vec<(usize, Vec<Alike>)> = Vec::new();
        let mut size = 1usize;
        for (axis, open) in region.iter().enumerate() {
            let alike = alike(table, &contenders, axis, *open);
            if alike.len() > 1 {
                size = size.checked_mul(alike.len()).filter(|size| *size <= MAX_PARTIAL_ANSWERS)?;
                axes.push((axis, alike));
            }
        }
        let words = contenders.len().div_ceil(64);
        let mut matching = vec![u64::MAX; words * (axes.len() + 1)];
        let outcomes: Vec<Outcomes> = contenders.iter().map(|rule| outcome_of(table, *rule)).collect();
        let mut points = Vec::with_capacity(size);
        visit(&axes, &outcomes, &mut matching, words, &mut points);
        let mut sets: Vec<(usize, Vec<OptionSet>)> =
            axes.into_iter().map(|(axis, alike)| (axis, alike.iter().map(|a| a.options).collect())).collect();
        for at in 0..sets.len() {
            let stride = sets[at + 1..].iter().map(|(_, classes)| classes.len()).product();
            fold(&mut points, stride, &mut sets[at].1);
        }
        sets.retain(|(_, classes)| classes.len() > 1);
        let partial = sets.iter().try_fold(1usize, |n, (_, classes)| n.checked_mul(classes.len() + 1));
        partial.filter(|partial| *partial <= MAX_PARTIAL_ANSWERS)?;
        let dimensions = sets.into_iter().map(|(axis, classes)| Dimension::new(table, axis, &classes)).collect();
        Some(Self { dimensions, points })
    }

    /// The classes of each dimension that answers leave possible; `None` for a question that has not been asked.
    pub fn given(&self, answers: &super::AnswerSets) -> Vec<Option<ClassSet>> {
        self.dimensions.iter().map(|d| Some(d.classes_of(answers.get(d.axis)?))).collect()
    }

    /// The function of the other dimensions once some are left open for good: over `unsure`, a set of classes a
    /// dimension, empty for those that stay.
    pub fn without(&self, unsure: &[ClassSet]) -> Self {
        let (mut dimensions, mut points) = (Vec::new(), self.points.clone());
        // From the last to the first: after a dimension come only those that stay.
        let mut stride = 1;
        for (dimension, unsure) in self.dimensions.iter().zip(unsure).rev() {
            let count = dimension.classes.len();
            if *unsure == 0 {
                stride *= count;
                dimensions.insert(0, dimension.clone());
                continue;
            }
            points = points
                .chunks(stride * count)
                .flat_map(|block| (0..stride).map(move |at| union(block, stride, at, *unsure)))
                .collect();
        }
        Self { dimensions, points }
    }
}

impl Dimension {
    fn new(table: &Table, axis: usize, classes: &[OptionSet]) -> Self {
        let weight = |option: usize| table.axes[axis].options.get(option).map_or(1.0, |o| o.weight);
        // Relative to the largest, so that no sum overflows; in the policy's order, so that no sum depends on the rules.
        let options = classes.iter().fold(0, |all, class| all | class);
        let largest = members(options).map(weight).fold(0.0, f64::max);
        let sum = |options| members(options).map(|option| weight(option) / largest).sum::<f64>();
        let total = sum(options);
        let classes = classes.iter().map(|class| Class { options: *class, share: sum(*class) / total }).collect();
        Self { axis, classes }
    }

    /// Every class.
    pub fn all(&self) -> ClassSet {
        super::table::all_of(self.classes.len())
    }

    /// The classes that have one of these options.
    pub fn classes_of(&self, options: OptionSet) -> ClassSet {
        let classes = self.classes.iter().enumerate();
        classes.fold(0, |set, (at, class)| set | ClassSet::from(class.options & options != 0) << at)
    }
}

/// The outcomes of a block at one place, over some classes of the dimension that the block spans.
pub(super) fn union(block: &[Outcomes], stride: usize, at: usize, classes: ClassSet) -> Outcomes {
    members(classes).fold(0, |found, class| found | block[class * stride + at])
}

/// The options of a question that are still open, grouped by the contenders that match with them.
fn alike(table: &Table, contenders: &[usize], axis: usize, open: OptionSet) -> Vec<Alike> {
    let mut groups: Vec<Alike> = Vec::new();
    for option in members(open) {
        let mut rules = vec![0; contenders.len().div_ceil(64)];
        for (place, rule) in contenders.iter().enumerate() {
            rules[place / 64] |= (table.rules[*rule].sets[axis] >> option & 1) << (place % 64);
        }
        match groups.iter_mut().find(|group| group.rules == rules) {
            Some(group) => group.options |= 1 << option,
            None => groups.push(Alike { options: 1 << option, rules }),
        }
    }
    groups
}

/// Adds the outcome of every complete answer, in order. The first `words` of `matching` are the contenders that match so
/// far; the cells after them are room for the axes still to come.
fn visit(
    axes: &[(usize, Vec<Alike>)],
    outcomes: &[Outcomes],
    matching: &mut [u64],
    words: usize,
    points: &mut Vec<Outcomes>,
) {
    let (here, below) = matching.split_at_mut(words);
    let Some(((_, groups), rest)) = axes.split_first() else {
        let winner = here.iter().enumerate().find(|(_, word)| **word != 0);
        let place = winner.map(|(at, word)| at * 64 + word.trailing_zeros() as usize);
        points.push(place.and_then(|place| outcomes.get(place).copied()).unwrap_or(UNCOVERED));
        return;
    };
    for group in groups {
        for ((below, here), rules) in below.iter_mut().zip(here.iter()).zip(&group.rules) {
            *below = here & rules;
        }
        visit(rest, outcomes, below, words, points);
    }
}

/// Makes options one class between which no outcome differs.
fn fold(points: &mut Vec<Outcomes>, stride: usize, classes: &mut Vec<OptionSet>) {
    let span = stride * classes.len();
    let slice = |block: usize, class: usize| &points[block * span + class * stride..][..stride];
    let blocks = points.len() / span;
    let mut distinct: Vec<usize> = Vec::new();
    let mut folded: Vec<OptionSet> = Vec::new();
    for (class, options) in classes.iter().enumerate() {
        match distinct.iter().position(|k| (0..blocks).all(|block| slice(block, *k) == slice(block, class))) {
            Some(at) => folded[at] |= options,
            None => {
                distinct.push(class);
                folded.push(*options);
            }
        }
    }
    if distinct.len() < classes.len() {
        let all = (0..blocks).flat_map(|block| distinct.iter().map(move |class| (block, *class)));
        *points = all.flat_map(|(block, class)| slice(block, class)).copied().collect();
        *classes = folded;
    }
}
