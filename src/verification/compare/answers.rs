use super::pairs::pairs;
use super::{ChangeKind, Changes, PolicyChange};
use crate::classification::{OptionSet, all_of};
use crate::policy::Document;
use crate::policy::model::Question;
use crate::sentence::{Sentence, SentenceValue, sentence};
use crate::verification::boxes::{Cover, Region, count, first};
use crate::verification::diagram::{Diagram, Node, Outcome, Rule, UNCOVERED};
use crate::verification::subject::Subject;
use crate::verification::words;

/// A question that at least one of the two policies asks.
struct Axis {
    before: Option<usize>,
    after: Option<usize>,
    /// The options that both know, by place.
    options: Vec<(usize, usize)>,
}

/// Answers whose level differs, as boxes that do not meet. Returns whether there are none.
///
/// Compared are the answers that both policies know; a question that only one of them asks has no bearing on the level in
/// the other. What else is asked is a change of structure.
pub(super) fn compare(before: &Document, after: &Document, changes: &mut Changes) -> bool {
    let (Some(old), Some(new)) = (Subject::of(before), Subject::of(after)) else {
        return before.classification.is_none() && after.classification.is_none();
    };
    let axes = axes(before, after);
    let sizes: Vec<usize> = axes.iter().map(|axis| axis.options.len()).collect();
    let levels = Levels::of(before, after);
    if sizes.contains(&0) || levels.count() > UNCOVERED as usize {
        return false;
    }
    let before_sets = |sets: &[OptionSet]| translated(&axes, sets, &|axis| axis.before, &|option| option.0);
    let after_sets = |sets: &[OptionSet]| translated(&axes, sets, &|axis| axis.after, &|option| option.1);
    let old_rules = rules(&old, &before_sets, &|severity| levels.before[severity]);
    let new_rules = rules(&new, &after_sets, &|severity| severity);
    let both = Diagram::new(&sizes, &borrowed(&old_rules)).and_then(|mut diagram| {
        let other = diagram.add(&borrowed(&new_rules))?;
        Some((diagram.root, other, diagram))
    });
    let Some((one, other, diagram)) = both else {
        changes.add(|| unlisted(sentence!("the tables are too large to compare the levels of all answers")));
        return false;
    };
    list(&diagram, (one, other), &asked(&axes, before, after), &levels, changes);
    one == other
}

/// Adds a change for each box of answers whose level differs.
fn list(diagram: &Diagram, (one, other): (Node, Node), questions: &[Question], levels: &Levels, changes: &mut Changes) {
    let sizes: Vec<usize> = questions.iter().map(|question| question.options.len()).collect();
    let mut whole: Region = sizes.iter().map(|size| all_of(*size)).collect();
    let mut cover = Cover::new(&sizes, true);
    let mut outcomes: Vec<(Outcome, Outcome)> = Vec::new();
    let is_all = diagram.differences((one, other), &mut whole, &mut |region, was, is| {
        let goes_on = cover.add(region, &mut |larger| {
            diagram.is_all_below(one, larger, was) && diagram.is_all_below(other, larger, is)
        });
        outcomes.resize(cover.regions.len(), (was, is));
        goes_on && !diagram.is_spent()
    });
    for (region, (was, is)) in cover.regions.iter().zip(outcomes) {
        let example: Vec<OptionSet> = first(region).into_iter().map(|option| 1 << option).collect();
        let size = count(region);
        let combinations = match size {
            1 => sentence!("one combination"),
            many => sentence!("{} combinations, such as {}", many, words::answers(questions, &example)),
        };
        changes.add(|| {
            let answers = words::answers(questions, region);
            let (old, new) = (levels.name(was), levels.name(is));
            let message = sentence!("{} ({}): was {}, is {}", answers, combinations, old, new);
            let mut change = PolicyChange::new(ChangeKind::Severity, "/classification/rules", message);
            change.region = Some(words::region(questions, region));
            change.count = Some(size);
            change.before = Some(levels.id(was));
            change.after = Some(levels.id(is));
            change
        });
    }
    if !is_all {
        changes.add(|| unlisted(sentence!("more answers whose level differs are not listed")));
    }
}

fn unlisted(message: Sentence) -> PolicyChange {
    PolicyChange::new(ChangeKind::Structure, "/classification/rules", message)
}

/// The questions of both, in the order of the later policy.
fn axes(before: &Document, after: &Document) -> Vec<Axis> {
    let old: Vec<&str> = before.questions.iter().map(|question| question.id.as_str()).collect();
    let new: Vec<&str> = after.questions.iter().map(|question| question.id.as_str()).collect();
    let axis = |(b, a): (Option<usize>, Option<usize>)| {
        let options = match (b.map(|b| &before.questions[b]), a.map(|a| &after.questions[a])) {
            (Some(one), Some(other)) => options(one, other),
            (Some(only), None) | (None, Some(only)) => (0..only.options.len()).map(|option| (option, option)).collect(),
            (None, None) => Vec::new(),
        };
        Axis { before: b, after: a, options }
    };
    pairs(&old, &new, |b| &before.questions[b].text, |a| &after.questions[a].text).into_iter().map(axis).collect()
}

fn options(before: &Question, after: &Question) -> Vec<(usize, usize)> {
    let old: Vec<&str> = before.options.iter().map(|option| option.id.as_str()).collect();
    let new: Vec<&str> = after.options.iter().map(|option| option.id.as_str()).collect();
    let pairs = pairs(&old, &new, |b| &before.options[b].text, |a| &after.options[a].text);
    pairs.into_iter().filter_map(|(b, a)| Some((b?, a?))).collect()
}

/// The questions as messages name them, with the options that are compared.
fn asked(axes: &[Axis], before: &Document, after: &Document) -> Vec<Question> {
    let question = |axis: &Axis| {
        let later = axis.after.map(|place| (&after.questions[place], true));
        let (source, is_later) = later.or_else(|| axis.before.map(|place| (&before.questions[place], false)))?;
        let place = |option: &(usize, usize)| if is_later { option.1 } else { option.0 };
        let options = axis.options.iter().map(|option| source.options[place(option)].clone()).collect();
        Some(Question { options, ..source.clone() })
    };
    axes.iter().filter_map(question).collect()
}

/// The box of a rule over the questions of both policies.
fn translated(
    axes: &[Axis],
    sets: &[OptionSet],
    question: &dyn Fn(&Axis) -> Option<usize>,
    option: &dyn Fn(&(usize, usize)) -> usize,
) -> Region {
    let set = |axis: &Axis| match question(axis) {
        None => all_of(axis.options.len()),
        Some(place) => {
            let matching = axis.options.iter().enumerate().filter(|(_, pair)| sets[place] >> option(pair) & 1 == 1);
            matching.fold(0, |set, (at, _)| set | 1 << at)
        }
    };
    axes.iter().map(set).collect()
}

fn rules(
    subject: &Subject,
    sets: &dyn Fn(&[OptionSet]) -> Region,
    level: &dyn Fn(usize) -> usize,
) -> Vec<(Region, Outcome)> {
    let ranked = subject.by_rank().into_iter().map(|rule| &subject.rules[rule]);
    ranked.filter_map(|rule| Some((sets(&rule.sets), level(rule.severity?) as Outcome))).collect()
}

fn borrowed(rules: &[(Region, Outcome)]) -> Vec<Rule<'_>> {
    rules.iter().map(|(sets, outcome)| Rule { sets, outcome: *outcome }).collect()
}

/// The severities of both: those of the later policy, and then those that it no longer has.
struct Levels {
    ids: Vec<String>,
    names: Vec<SentenceValue>,
    /// The place here of each severity of the earlier policy.
    before: Vec<usize>,
}

impl Levels {
    fn of(before: &Document, after: &Document) -> Self {
        let old: Vec<&str> = before.severities.iter().map(|severity| severity.id.as_str()).collect();
        let new: Vec<&str> = after.severities.iter().map(|severity| severity.id.as_str()).collect();
        let pairs = pairs(&old, &new, |b| &before.severities[b].name, |a| &after.severities[a].name);
        let mut levels = Self { ids: Vec::new(), names: Vec::new(), before: vec![0; old.len()] };
        for (place, (b, a)) in pairs.into_iter().enumerate() {
            let severity = a.map(|a| &after.severities[a]).or_else(|| b.map(|b| &before.severities[b]));
            levels.ids.extend(severity.map(|severity| severity.id.clone()));
            levels.names.extend(severity.map(|severity| words::named(&severity.name, &severity.id)));
            if let Some(b) = b {
                levels.before[b] = place;
            }
        }
        levels
    }

    fn count(&self) -> usize {
        self.ids.len()
    }

    fn id(&self, outcome: Outcome) -> Option<String> {
        self.ids.get(outcome as usize).cloned()
    }

    fn name(&self, outcome: Outcome) -> SentenceValue {
        self.names.get(outcome as usize).map_or_else(|| sentence!("undecided").to_value(), SentenceValue::clone)
    }
}
