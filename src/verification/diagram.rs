//! The table as a decision diagram: one node a question and a different rest of the function.
//!
//! Answers that lead to the same rest share its node, so that a million combinations take some thousand nodes, and
//! questions that make no difference take none.

use std::cell::Cell;

use super::boxes::Region;
use super::interner::Interner;
use crate::classification::{OptionSet, all_of, members};
use crate::sorted::sort;

/// Most steps that are spent on building one diagram: a rule that still matches, compared with a group of options of one
/// question. A table that takes more gets the finding "limit-exceeded".
pub const MAX_STEPS: usize = 1 << 24;

/// Most steps that are spent on asking a diagram what is in a box, over all boxes of a check: a node, and each of its
/// options that is followed.
pub const MAX_VISITS: usize = 1 << 23;

/// A node, or a leaf: [`LEAF`] and the outcome.
pub(super) type Node = u32;

/// The outcome of a complete set of answers: a severity by index, or one of the two below.
pub(super) type Outcome = u32;

/// No rule matches.
pub(super) const UNCOVERED: Outcome = 63;
/// A rule matches of which it is not known what it means, because something in it does not exist.
pub(super) const UNKNOWN: Outcome = 64;

const LEAF: Node = 1 << 31;

/// A box of answers and what it gives.
pub(super) struct Rule<'r> {
    pub sets: &'r [OptionSet],
    pub outcome: Outcome,
}

/// The function of a list of rules, the first of which that matches decides.
#[derive(Debug)]
pub(super) struct Diagram {
    pub root: Node,
    /// The level, then one node an option.
    nodes: Interner,
    /// The outcomes below each node, a bit each; [`UNKNOWN`] has none.
    below: Vec<u64>,
    /// Options of each question.
    sizes: Vec<usize>,
    /// Steps that may still be spent on questions.
    visits: Cell<usize>,
}

impl Diagram {
    /// The diagram of rules over questions with so many options; `None` if it takes too many steps.
    pub fn new(sizes: &[usize], rules: &[Rule]) -> Option<Self> {
        let mut diagram = Self {
            root: LEAF,
            nodes: Interner::default(),
            below: Vec::new(),
            sizes: sizes.to_vec(),
            visits: Cell::new(MAX_VISITS),
        };
        diagram.root = diagram.add(rules)?;
        Some(diagram)
    }

    /// The root of the function of other rules over the same questions. Where two functions are the same below, so are
    /// their nodes.
    pub fn add(&mut self, rules: &[Rule]) -> Option<Node> {
        let whole: Region = self.sizes.iter().map(|size| all_of(*size)).collect();
        let last_asked = |rule: &Rule| (0..whole.len()).rev().find(|axis| rule.sets[*axis] != whole[*axis]);
        let mut builder = Builder {
            free: rules.iter().map(|rule| last_asked(rule).map_or(0, |axis| axis + 1)).collect(),
            rules,
            live: (0..rules.len() as u32).collect(),
            states: Interner::default(),
            results: Vec::new(),
            key: Vec::new(),
            steps: MAX_STEPS,
            diagram: self,
        };
        builder.node(0, 0)
    }

    /// Whether so much has been asked that nothing more is answered: no box is all of an outcome any more.
    pub fn is_spent(&self) -> bool {
        self.visits.get() == 0
    }

    /// Takes steps out of the budget for questions.
    pub fn spend(&self, steps: usize) {
        self.visits.set(self.visits.get().saturating_sub(steps));
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The outcome of a leaf.
    pub fn outcome(node: Node) -> Option<Outcome> {
        (node & LEAF != 0).then_some(node & !LEAF)
    }

    /// The question that a node asks; behind the last one for a leaf.
    pub fn level(&self, node: Node) -> usize {
        if node & LEAF != 0 { self.sizes.len() } else { self.nodes.list(node)[0] as usize }
    }

    /// The node below another once the question at `level` has an answer.
    pub fn child(&self, node: Node, level: usize, option: usize) -> Node {
        if self.level(node) == level { self.nodes.list(node)[option + 1] } else { node }
    }

    /// The outcomes below a node, a bit each.
    pub fn below(&self, node: Node) -> u64 {
        match Self::outcome(node) {
            Some(outcome) => 1u64.checked_shl(outcome).unwrap_or(0),
            None => self.below[node as usize],
        }
    }

    /// The questions that make a difference anywhere, a bit each.
    pub fn asked(&self) -> u64 {
        (0..self.len() as Node).fold(0, |asked, node| asked | 1 << self.level(node))
    }

    /// Whether every answer in a box has an outcome.
    pub fn is_all(&self, region: &[OptionSet], outcome: Outcome) -> bool {
        self.is_all_below(self.root, region, outcome)
    }

    /// The same for a function that was added.
    pub fn is_all_below(&self, root: Node, region: &[OptionSet], outcome: Outcome) -> bool {
        self.all_below(root, region, outcome, &mut Interner::default())
    }

    fn all_below(&self, node: Node, region: &[OptionSet], outcome: Outcome, seen: &mut Interner) -> bool {
        if let Some(found) = Self::outcome(node) {
            return found == outcome;
        }
        if outcome < UNKNOWN && self.below(node) >> outcome & 1 == 0 {
            return false;
        }
        if !seen.intern(&[node]).1 {
            return true;
        }
        let level = self.level(node);
        self.spend(1 + region[level].count_ones() as usize);
        if self.is_spent() {
            return false;
        }
        members(region[level]).all(|option| self.all_below(self.child(node, level, option), region, outcome, seen))
    }

    /// Every outcome in a box, a bit each; not all of them once the budget [is spent](Self::is_spent).
    pub fn outcomes_in(&self, region: &[OptionSet]) -> u64 {
        self.gather(self.root, region, &mut Interner::default())
    }

    fn gather(&self, node: Node, region: &[OptionSet], seen: &mut Interner) -> u64 {
        if Self::outcome(node).is_some() {
            return self.below(node);
        }
        if self.is_spent() || !seen.intern(&[node]).1 {
            return 0;
        }
        let level = self.level(node);
        self.spend(1 + region[level].count_ones() as usize);
        members(region[level])
            .fold(0, |found, option| found | self.gather(self.child(node, level, option), region, seen))
    }

    /// Visits boxes that do not meet and together hold all answers with an outcome, until `visit` returns false or the
    /// budget [is spent](Self::is_spent). Returns whether it got to the end.
    pub fn boxes_of(&self, outcome: Outcome, visit: &mut dyn FnMut(&[OptionSet]) -> bool) -> bool {
        let mut region: Region = self.sizes.iter().map(|size| all_of(*size)).collect();
        self.paths(self.root, outcome, &mut region, visit)
    }

    /// Visits boxes that do not meet and together hold all answers for which two functions differ, with both outcomes,
    /// until `visit` returns false or the budget [is spent](Self::is_spent). Returns whether it got to the end.
    pub fn differences(
        &self,
        (one, other): (Node, Node),
        region: &mut Region,
        visit: &mut dyn FnMut(&[OptionSet], Outcome, Outcome) -> bool,
    ) -> bool {
        if one == other {
            return true;
        }
        if let (Some(one), Some(other)) = (Self::outcome(one), Self::outcome(other)) {
            return visit(region, one, other);
        }
        let level = self.level(one).min(self.level(other));
        let whole = region[level];
        let pairs = grouped(members(whole).map(|option| {
            let pair = (self.child(one, level, option), self.child(other, level, option));
            (option, pair)
        }));
        self.spend(whole.count_ones() as usize * pairs.len());
        if self.is_spent() {
            return false;
        }
        let goes_on = pairs.into_iter().all(|(pair, options)| {
            region[level] = options;
            self.differences(pair, region, visit)
        });
        region[level] = whole;
        goes_on
    }

    fn paths(
        &self,
        node: Node,
        outcome: Outcome,
        region: &mut Region,
        visit: &mut dyn FnMut(&[OptionSet]) -> bool,
    ) -> bool {
        if self.below(node) >> outcome & 1 == 0 {
            return true;
        }
        if Self::outcome(node).is_some() {
            return visit(region);
        }
        let level = self.level(node);
        let whole = region[level];
        let children = grouped(self.nodes.list(node)[1..].iter().copied().enumerate());
        self.spend(whole.count_ones() as usize * children.len());
        if self.is_spent() {
            return false;
        }
        let goes_on = children.into_iter().all(|(child, options)| {
            region[level] = options;
            self.paths(child, outcome, region, visit)
        });
        region[level] = whole;
        goes_on
    }
}

/// Options with one result together, in the order of the first of each.
fn grouped<T: PartialEq>(options: impl Iterator<Item = (usize, T)>) -> Vec<(T, OptionSet)> {
    let mut groups: Vec<(T, OptionSet)> = Vec::new();
    for (option, result) in options {
        match groups.iter_mut().find(|(known, _)| *known == result) {
            Some((_, group)) => *group |= 1 << option,
            None => groups.push((result, 1 << option)),
        }
    }
    groups
}

struct Builder<'d, 'r> {
    rules: &'r [Rule<'r>],
    /// From which question on each rule asks for nothing any more.
    free: Vec<usize>,
    /// The rules that match so far, one list behind the other on the way down.
    live: Vec<u32>,
    /// Level and rules that still match, of what has been built.
    states: Interner,
    results: Vec<Node>,
    key: Vec<u32>,
    steps: usize,
    diagram: &'d mut Diagram,
}

impl Builder<'_, '_> {
    /// The node for the rules that match so far, which stand in `live` from `start` on.
    fn node(&mut self, level: usize, start: usize) -> Option<Node> {
        self.spend(self.live.len() - start + 1)?;
        let outcome_of = |rule: &u32| self.rules[*rule as usize].outcome;
        let live = &self.live[start..];
        let Some(outcome) = live.first().map(outcome_of) else { return Some(LEAF | UNCOVERED) };
        if let Some(closing) = live.iter().position(|rule| self.free[*rule as usize] <= level) {
            // Rules behind one that matches with everything to come decide nothing any more.
            if live[..closing + 1].iter().all(|rule| outcome_of(rule) == outcome) {
                return Some(LEAF | outcome);
            }
            self.live.truncate(start + closing + 1);
        }
        let end = self.live.len();
        // The last question is quicker to look at again than to remember.
        let mut state = None;
        if level + 1 < self.diagram.sizes.len() {
            self.key.clear();
            self.key.push(level as u32);
            self.key.extend_from_slice(&self.live[start..]);
            let (known, is_new) = self.states.intern(&self.key);
            if !is_new {
                return Some(self.results[known as usize]);
            }
            self.results.push(LEAF);
            state = Some(known as usize);
        }
        // Options that the rules treat alike have one child.
        let groups = self.groups(level, start..end)?;
        let mut children: Vec<u32> = vec![level as u32; self.diagram.sizes[level] + 1];
        self.spend(children.len())?;
        for group in groups {
            self.spend(end - start)?;
            for at in start..end {
                let rule = self.live[at];
                if self.rules[rule as usize].sets[level] & group != 0 {
                    self.live.push(rule);
                }
            }
            let child = self.node(level + 1, end);
            self.live.truncate(end);
            let child = child?;
            members(group).for_each(|option| children[option + 1] = child);
        }
        let node =
            if children[2..].iter().all(|child| *child == children[1]) { children[1] } else { self.intern(&children) };
        if let Some(state) = state {
            self.results[state] = node;
        }
        Some(node)
    }

    /// The options of a question in groups that every rule in a part of `live` takes or leaves as a whole.
    fn groups(&mut self, level: usize, live: std::ops::Range<usize>) -> Option<Vec<OptionSet>> {
        let mut groups = vec![all_of(self.diagram.sizes[level])];
        for at in live {
            self.spend(groups.len())?;
            let set = self.rules[self.live[at] as usize].sets[level];
            for place in 0..groups.len() {
                let (taken, left) = (groups[place] & set, groups[place] & !set);
                if taken != 0 && left != 0 {
                    groups[place] = taken;
                    groups.push(left);
                }
            }
        }
        // In the order of the options, so that what is found first is the first.
        sort(&mut groups, |one, other| one.trailing_zeros().cmp(&other.trailing_zeros()));
        Some(groups)
    }

    fn spend(&mut self, steps: usize) -> Option<()> {
        self.steps = self.steps.checked_sub(steps)?;
        Some(())
    }

    fn intern(&mut self, key: &[u32]) -> Node {
        let (node, is_new) = self.diagram.nodes.intern(key);
        if is_new {
            let below = key[1..].iter().fold(0, |below, child| below | self.diagram.below(*child));
            self.diagram.below.push(below);
        }
        node
    }
}
