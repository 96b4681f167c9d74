//! Rules that decide nothing, levels that no answer gives, questions that change nothing.

use super::boxes::{count, first, is_empty, meet, touch, without};
use super::diagram::Diagram;
use super::neighbours::Neighbours;
use super::subject::{Subject, SubjectRule};
use super::words;
use crate::classification::{Budget, OptionSet, escapes};
use crate::diagnostic::Findings;
use crate::policy::model::HitPolicy;
use crate::sentence::{Sentence, sentence};
use crate::sorted::sort;
use crate::{Diagnostic, Level};

/// Most comparisons of a rule with one question that are spent on finding out which rules can decide.
pub const MAX_COMPARISONS: usize = 1 << 23;

/// Rules that say again what another says, and rules that never decide, because others do wherever they match.
pub(super) fn idle_rules(subject: &Subject, neighbours: &Neighbours, found: &mut Findings) {
    let mut budget = Budget::of(MAX_COMPARISONS);
    let mut is_idle = vec![false; subject.rules.len()];
    // From the last to the first: of rules that can replace each other, the earlier ones stay.
    for place in (0..subject.rules.len()).rev() {
        let rule = &subject.rules[place];
        let Some(severity) = rule.severity else { continue };
        let touching = neighbours.touching(&rule.sets, subject.rules.len());
        let is_twin = |other: &usize| {
            let other = &subject.rules[*other];
            other.severity == rule.severity && other.sets == rule.sets
        };
        let twin = touching.iter().copied().take_while(|other| *other < place).find(is_twin);
        if is_empty(&rule.sets) {
            found.add(Level::Warning, || {
                let id = subject.id(place);
                let message = sentence!("the rule \"{}\" matches with no answers: one of its lists is empty", id);
                let finding = Diagnostic::warning("unreachable-rule", Subject::path(place), message);
                finding.help("name the options that match, or leave the question out to match with any")
            });
            is_idle[place] = true;
        } else if let Some(twin) = twin {
            found.add(Level::Warning, || {
                let message = sentence!("the rule \"{}\" says the same as \"{}\"", subject.id(place), subject.id(twin));
                Diagnostic::warning("duplicate-rule", Subject::path(place), message).help("leave one of them out")
            });
            is_idle[place] = true;
        } else {
            budget.spend(touching.len());
            let before: Vec<usize> = touching
                .into_iter()
                .filter(|other| *other != place && goes_before(subject, *other, place) && !is_idle[*other])
                .collect();
            let boxes: Vec<&[OptionSet]> = before.iter().map(|other| subject.rules[*other].sets.as_slice()).collect();
            if !escapes(rule.sets.clone(), &boxes, &mut budget) {
                found.add(Level::Warning, || unreachable(subject, place, severity, before, &mut budget));
                is_idle[place] = true;
            }
        }
    }
    if budget.is_spent() {
        found.push(super::too_large(super::RULES, "the table is too large to find out which rules can decide"));
    }
}

/// Whether a rule decides, or decides the same, wherever both match.
fn goes_before(subject: &Subject, other: usize, rule: usize) -> bool {
    let (SubjectRule { severity: Some(a), basis, .. }, SubjectRule { severity: Some(b), basis: own, .. }) =
        (&subject.rules[other], &subject.rules[rule])
    else {
        return false;
    };
    match subject.hit_policy {
        HitPolicy::First => other < rule,
        HitPolicy::MostSevere => (a, basis) <= (b, own),
        // If the levels differ, the overlap is an error already.
        HitPolicy::Unique => a == b && basis <= own,
    }
}

/// Rules out of a list that cover a box together: not all that do, but as few as can be found by leaving one out.
fn covering(subject: &Subject, region: &[OptionSet], rules: Vec<usize>, budget: &mut Budget) -> Vec<usize> {
    let sets = |rule: usize| subject.rules[rule].sets.as_slice();
    let axes = region.len();
    budget.spend(rules.len() * axes);
    if budget.is_spent() {
        return rules;
    }
    // Those that cover most come first, so that few are needed.
    let covered = |rule: usize| meet(sets(rule), region).map_or(0, |common| count(&common));
    let mut by_size: Vec<(u64, usize)> = rules.into_iter().map(|rule| (u64::MAX - covered(rule), rule)).collect();
    sort(&mut by_size, <(u64, usize)>::cmp);
    let mut left = vec![region.to_vec()];
    let mut rules: Vec<usize> = Vec::new();
    for (_, rule) in by_size {
        budget.spend(left.len() * axes);
        if !budget.is_spent() && left.iter().any(|piece| touch(piece, sets(rule))) {
            rules.push(rule);
            if left.len() <= super::MAX_BOXES {
                left = without(&left, sets(rule));
            }
        }
    }
    let mut at = 0;
    while at < rules.len() && rules.len() <= 16 {
        let left_out = rules.remove(at);
        let boxes: Vec<&[OptionSet]> = rules.iter().map(|rule| sets(*rule)).collect();
        if escapes(region.to_vec(), &boxes, budget) {
            rules.insert(at, left_out);
            at += 1;
        }
    }
    sort(&mut rules, usize::cmp);
    rules
}

fn unreachable(subject: &Subject, rule: usize, severity: usize, before: Vec<usize>, budget: &mut Budget) -> Diagnostic {
    let sets = &subject.rules[rule].sets;
    let covering = covering(subject, sets, before, budget);
    let why: Sentence = match (subject.hit_policy, covering.len() == 1) {
        (HitPolicy::First, true) => "which stands before it",
        (HitPolicy::First, false) => "which stand before it",
        (HitPolicy::MostSevere, true) => "which is at least as severe",
        (HitPolicy::MostSevere, false) => "which are at least as severe",
        (HitPolicy::Unique, true) => "which gives the same level",
        (HitPolicy::Unique, false) => "which give the same level",
    }
    .into();
    let (id, level) = (subject.id(rule), words::severity(subject.document, severity));
    let names = words::listed_ids(covering.iter().map(|other| subject.id(*other)), "or");
    let message =
        sentence!("the rule \"{}\" ({}) never decides: where it matches, so does {}, {}", id, level, names, why);
    let mut finding = Diagnostic::warning("unreachable-rule", Subject::path(rule), message);
    finding = finding.help("leave it out, or narrow the rules that cover it");
    finding.example = Some(words::example(&subject.document.questions, &first(sets)));
    finding.region = Some(words::region(&subject.document.questions, sets));
    finding
}

/// Adds the severities that no answers give.
pub(super) fn unused_severities(subject: &Subject, diagram: Option<&Diagram>, found: &mut Findings) {
    for (index, severity) in subject.document.severities.iter().enumerate().take(63) {
        let is_named = subject.rules.iter().any(|rule| rule.severity == Some(index));
        if diagram.map_or(is_named, |diagram| diagram.below(diagram.root) >> index & 1 == 1) {
            continue;
        }
        let why: Sentence = if is_named { "the rules that name it never decide" } else { "no rule names it" }.into();
        let name = words::named(&severity.name, &severity.id);
        let (path, message) =
            (format!("/severities/{index}"), sentence!("no answers lead to the severity {}: {}", name, why));
        let help = "add a rule that gives it, or leave the severity out";
        found.push(Diagnostic::warning("unused-severity", path, message).help(help));
    }
}

/// Questions whose answer never changes the level.
pub(super) fn irrelevant_questions(subject: &Subject, diagram: &Diagram, found: &mut Findings) {
    let asked = diagram.asked();
    for (axis, question) in subject.document.questions.iter().enumerate() {
        if asked >> axis & 1 == 0 {
            let name = words::named(&question.text, &question.id);
            let message = sentence!("the answer to {} never changes the severity, so it is never asked", name);
            let path = format!("/questions/{axis}");
            let help = "use it in a rule, make it a context question, or leave it out";
            found.push(Diagnostic::warning("irrelevant-question", path, message).help(help));
        }
    }
}
