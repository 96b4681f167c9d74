use super::boxes::maximal;
use super::diagram::{Diagram, Node, UNCOVERED};
use super::interner::Interner;
use super::subject::Subject;
use super::words;
use crate::classification::{Budget, OptionSet};
use crate::diagnostic::Findings;
use crate::sentence::{ToValue, sentence};
use crate::{Counterexample, Diagnostic};

/// Most steps that are spent on all questions: a node or a pair of nodes, and each of its options that is followed.
pub const MAX_STEPS: usize = 1 << 22;

/// Adds, for each ordered question, a worse answer that gets a less severe level, the rest being equal. Returns false if
/// that took too much work to find out.
pub(super) fn check(subject: &Subject, diagram: &Diagram, found: &mut Findings) -> bool {
    let mut search =
        Search { diagram, subject, fine: Interner::default(), point: Vec::new(), budget: Budget::of(MAX_STEPS) };
    for axis in (0..subject.sizes.len()).filter(|axis| subject.document.questions[*axis].ordered) {
        search.point = vec![0; subject.sizes.len()];
        if let Some(options) = search.reach(diagram.root, axis, &mut Interner::default()) {
            found.push(finding(subject, diagram, &search.point, axis, options));
            // The nodes on the way to the counterexample are not monotone.
            search.fine = Interner::default();
        }
        if search.budget.is_spent() {
            return false;
        }
    }
    true
}

struct Search<'s, 'd> {
    diagram: &'s Diagram,
    subject: &'s Subject<'d>,
    /// Pairs of nodes below which nothing gets less severe from the first to the second.
    fine: Interner,
    /// The answers on the way down.
    point: Vec<usize>,
    budget: Budget,
}

impl Search<'_, '_> {
    /// Finds two options of the question below a node, the worse of which gets the less severe level somewhere.
    fn reach(&mut self, node: Node, axis: usize, seen: &mut Interner) -> Option<(usize, usize)> {
        let level = self.diagram.level(node);
        if level > axis || self.budget.is_spent() || !seen.intern(&[node]).1 {
            return None;
        }
        let options = self.subject.sizes[level];
        self.budget.spend(1 + options);
        if level < axis {
            return (0..options).find_map(|option| {
                self.point[level] = option;
                let child = self.diagram.child(node, level, option);
                let found = self.reach(child, axis, seen);
                if found.is_none() {
                    self.point[level] = 0;
                }
                found
            });
        }
        // Neighbours first: they make the plainest counterexample. The others only matter across a gap.
        (1..options).find_map(|distance| {
            (distance..options).find_map(|worse| {
                let better = worse - distance;
                let pair = (self.diagram.child(node, level, better), self.diagram.child(node, level, worse));
                self.is_less_severe(pair.0, pair.1).then_some((better, worse))
            })
        })
    }

    /// Whether some answers get a less severe level at the second node than at the first.
    fn is_less_severe(&mut self, better: Node, worse: Node) -> bool {
        self.budget.spend(1);
        if better == worse {
            return false;
        }
        if let (Some(better), Some(worse)) = (Diagram::outcome(better), Diagram::outcome(worse)) {
            return better < worse && worse < UNCOVERED;
        }
        if self.budget.is_spent() || !self.fine.intern(&[better, worse]).1 {
            return false;
        }
        let level = self.diagram.level(better).min(self.diagram.level(worse));
        (0..self.subject.sizes[level]).any(|option| {
            self.point[level] = option;
            let next = (self.diagram.child(better, level, option), self.diagram.child(worse, level, option));
            let is_less_severe = self.is_less_severe(next.0, next.1);
            if !is_less_severe {
                self.point[level] = 0;
            }
            is_less_severe
        })
    }
}

fn finding(
    subject: &Subject,
    diagram: &Diagram,
    point: &[usize],
    axis: usize,
    (better, worse): (usize, usize),
) -> Diagnostic {
    let document = subject.document;
    let at = |option: usize| {
        let mut point = point.to_vec();
        point[axis] = option;
        let outcome = outcome_at(diagram, &point);
        (point, outcome)
    };
    let ((from, high), (to, low)) = (at(better), at(worse));
    let narrow = |region: &[OptionSet], option: usize| {
        let mut region = region.to_vec();
        region[axis] = 1 << option;
        region
    };
    let region: Vec<OptionSet> = from.iter().map(|option| 1 << option).collect();
    let mut whole = subject.whole();
    whole[axis] = region[axis];
    let mut region = maximal(region, &whole, &mut |region| {
        diagram.is_all(&narrow(region, better), high) && diagram.is_all(&narrow(region, worse), low)
    });
    region[axis] = 1 << better | 1 << worse;
    let question = &document.questions[axis];
    let option = |option: usize| {
        question.options.get(option).map_or_else(|| "".to_value(), |option| words::named(&option.text, &option.id))
    };
    let in_words = |point: &[usize], outcome: u32| {
        let all: Vec<OptionSet> = point.iter().map(|option| 1 << option).collect();
        sentence!("{} gives {}", words::answers(&document.questions, &all), words::severity(document, outcome as usize))
    };
    let message = sentence!(
        "a worse answer to {} gives a less severe level: {}; with {} instead of {}, {}",
        words::named(&question.text, &question.id),
        in_words(&from, high),
        option(worse),
        option(better),
        in_words(&to, low)
    );
    let path = format!("/questions/{axis}");
    let mut finding = Diagnostic::warning("not-monotone", path, message);
    finding = finding.help("make the rules at least as severe for the worse answer, put the options in order from least to most severe, or \
         take \"ordered\" away");
    finding.region = Some(words::region(&document.questions, &region));
    finding.example = Some(words::example(&document.questions, &to));
    finding.counterexample = Some(Counterexample {
        from: words::example(&document.questions, &from),
        to: words::example(&document.questions, &to),
        question: question.id.clone(),
    });
    finding
}

fn outcome_at(diagram: &Diagram, point: &[usize]) -> u32 {
    let mut node = diagram.root;
    loop {
        match Diagram::outcome(node) {
            Some(outcome) => return outcome,
            None => {
                let level = diagram.level(node);
                node = diagram.child(node, level, point[level]);
            }
        }
    }
}
