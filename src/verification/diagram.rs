//! The table as a decision diagram: one node a question and a different rest of the function.
//!
//! Answers that lead to the same rest share its node, so that a million combinations take some thousand nodes, and
//! questions that make no difference take none.

use super::boxes::Region;
use super::interner::Interner;
use crate::classification::{OptionSet, all_of, members};

/// Most steps (a word of thirty-two rules at one option) that are spent on one diagram; a table that would take more
/// gets the finding "limit-exceeded". Ten questions of four options with 200 rules take a tenth of it.
pub const MAX_STEPS: usize = 1 << 27;

/// A node, or a leaf: [`LEAF`] and the outcome.
pub(super) type Node = u32;

/// What a complete answer gives: a severity by index, or one of the two below.
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
}

impl Diagram {
    /// The diagram of rules over questions with so many options; `None` where it takes too many steps.
    pub fn new(sizes: &[usize], rules: &[Rule]) -> Option<Self> {
        let mut diagram = Self { root: LEAF, nodes: Interner::default(), below: Vec::new(), sizes: sizes.to_vec() };
        diagram.root = diagram.add(rules)?;
        Some(diagram)
    }

    /// The root of the function of other rules over the same questions. Where two functions are the same below, so are
    /// their nodes.
    pub fn add(&mut self, rules: &[Rule]) -> Option<Node> {
        let words = rules.len().div_ceil(32);
        let select = |chosen: &dyn Fn(&Rule) -> bool| {
            let mut set = vec![0u32; words];
            for (place, _) in rules.iter().enumerate().filter(|(_, rule)| chosen(rule)) {
                set[place / 32] |= 1 << (place % 32);
            }
            set
        };
        let whole: Region = self.sizes.iter().map(|size| all_of(*size)).collect();
        let options = |axis: usize| (0..self.sizes[axis]).map(move |option| (axis, option));
        let matching = |(axis, option): (usize, usize)| select(&|rule| rule.sets[axis] >> option & 1 == 1);
        let mut builder = Builder {
            matching: (0..self.sizes.len()).map(|axis| options(axis).map(matching).collect()).collect(),
            free: (0..=self.sizes.len()).map(|level| select(&|rule| rule.sets[level..] == whole[level..])).collect(),
            outcomes: rules.iter().map(|rule| rule.outcome).collect(),
            states: Interner::default(),
            results: Vec::new(),
            steps: MAX_STEPS,
            diagram: self,
        };
        builder.node(0, select(&|_| true))
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

    /// What is below a node once the question at `level` has an answer.
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

    /// Whether a question makes a difference anywhere.
    pub fn depends_on(&self, axis: usize) -> bool {
        (0..self.len() as Node).any(|node| self.level(node) == axis)
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
        members(region[level]).all(|option| self.all_below(self.child(node, level, option), region, outcome, seen))
    }

    /// Every outcome in a box, a bit each.
    pub fn outcomes_in(&self, region: &[OptionSet]) -> u64 {
        self.gather(self.root, region, &mut Interner::default())
    }

    fn gather(&self, node: Node, region: &[OptionSet], seen: &mut Interner) -> u64 {
        if Self::outcome(node).is_some() {
            return self.below(node);
        }
        if !seen.intern(&[node]).1 {
            return 0;
        }
        let level = self.level(node);
        members(region[level])
            .fold(0, |found, option| found | self.gather(self.child(node, level, option), region, seen))
    }

    /// Visits boxes that do not meet and together hold all answers with an outcome, until `visit` returns false.
    pub fn boxes_of(&self, outcome: Outcome, visit: &mut dyn FnMut(&[OptionSet]) -> bool) -> bool {
        let mut region: Region = self.sizes.iter().map(|size| all_of(*size)).collect();
        self.paths(self.root, outcome, &mut region, visit)
    }

    /// Visits boxes that do not meet and together hold all answers for which two functions differ, with both outcomes,
    /// until `visit` returns false.
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
        let mut pairs: Vec<((Node, Node), OptionSet)> = Vec::new();
        for option in members(whole) {
            let pair = (self.child(one, level, option), self.child(other, level, option));
            match pairs.iter_mut().find(|(known, _)| *known == pair) {
                Some((_, options)) => *options |= 1 << option,
                None => pairs.push((pair, 1 << option)),
            }
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
        let children = &self.nodes.list(node)[1..];
        let whole = region[level];
        let mut goes_on = true;
        for (option, child) in children.iter().enumerate() {
            if children[..option].contains(child) || !goes_on {
                continue;
            }
            let alike = children.iter().enumerate().filter(|(_, other)| *other == child);
            region[level] = alike.fold(0, |set, (option, _)| set | 1 << option);
            goes_on = self.paths(*child, outcome, region, visit);
        }
        region[level] = whole;
        goes_on
    }
}

struct Builder<'d> {
    /// For each question and option, the rules that match.
    matching: Vec<Vec<Vec<u32>>>,
    /// For each question, the rules that ask for nothing from there on.
    free: Vec<Vec<u32>>,
    outcomes: Vec<Outcome>,
    /// Level and rules that still match, of what has been built.
    states: Interner,
    results: Vec<Node>,
    steps: usize,
    diagram: &'d mut Diagram,
}

impl Builder<'_> {
    /// The node for the rules that match so far.
    fn node(&mut self, level: usize, mut live: Vec<u32>) -> Option<Node> {
        self.steps = self.steps.checked_sub(live.len() + 1)?;
        let Some(first) = rules_in(&live).next() else { return Some(LEAF | UNCOVERED) };
        let closing: Option<usize> = live
            .iter()
            .zip(&self.free[level])
            .enumerate()
            .find_map(|(at, (a, b))| (a & b != 0).then(|| at * 32 + (a & b).trailing_zeros() as usize));
        if let Some(closing) = closing {
            // Rules behind one that matches with everything to come decide nothing any more.
            let outcome = self.outcomes[first];
            if rules_in(&live).take_while(|rule| *rule <= closing).all(|rule| self.outcomes[rule] == outcome) {
                return Some(LEAF | outcome);
            }
            for (at, word) in live.iter_mut().enumerate() {
                let first = at * 32;
                *word &= match closing {
                    _ if closing >= first + 31 => u32::MAX,
                    _ if closing < first => 0,
                    _ => (1 << (closing - first + 1)) - 1,
                };
            }
        }
        // The last questions are quicker to look at again than to remember.
        let remembered = level + 2 < self.diagram.sizes.len();
        let state = if remembered {
            let mut key = vec![level as u32];
            key.extend_from_slice(&live);
            let (state, is_new) = self.states.intern(&key);
            if !is_new {
                return Some(self.results[state as usize]);
            }
            self.results.push(LEAF);
            Some(state as usize)
        } else {
            None
        };
        let options = self.diagram.sizes[level];
        let mut nexts: Vec<Vec<u32>> = Vec::with_capacity(options);
        let mut key = vec![level as u32];
        for option in 0..options {
            self.steps = self.steps.checked_sub(live.len())?;
            let next: Vec<u32> = live.iter().zip(&self.matching[level][option]).map(|(a, b)| a & b).collect();
            let child = match nexts.iter().position(|known| *known == next) {
                Some(same) => key[same + 1],
                None => self.node(level + 1, next.clone())?,
            };
            nexts.push(next);
            key.push(child);
        }
        let node = if key[2..].iter().all(|child| *child == key[1]) { key[1] } else { self.intern(&key) };
        if let Some(state) = state {
            self.results[state] = node;
        }
        Some(node)
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

/// The members of a set of rules.
fn rules_in(set: &[u32]) -> impl Iterator<Item = usize> {
    set.iter()
        .enumerate()
        .flat_map(|(at, word)| (0..32).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 32 + bit))
}
