use std::collections::HashMap;

use super::pairs::pairs;
use super::{ChangeKind, ChangedObjective, Changes, PolicyChange};
use crate::policy::Document;
use crate::policy::model::ObjectiveDefinition;
use crate::sentence::{Sentence, SentenceValue, sentence};
use crate::verification::objectives::{Grid, promise};
use crate::verification::words;

/// Tiers, severities and measures whose target, bound or calendar differs: one change for all severities of a tier and
/// measure that change in the same way.
pub(super) fn compare(before: &Document, after: &Document, changes: &mut Changes) {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut number = |entry: &ObjectiveDefinition| {
        let next = numbers.len();
        *numbers.entry(stated(entry).to_string()).or_insert(next)
    };
    let mut comparison = Comparison {
        before,
        after,
        old: Grid::of(before),
        new: Grid::of(after),
        old_promises: before.objectives.iter().map(&mut number).collect(),
        new_promises: after.objectives.iter().map(&mut number).collect(),
        hours: HashMap::new(),
    };
    let old: Vec<&str> = before.tiers.iter().map(|tier| tier.id.as_str()).collect();
    let new: Vec<&str> = after.tiers.iter().map(|tier| tier.id.as_str()).collect();
    let tiers = pairs(&old, &new, |b| &before.tiers[b].name, |a| &after.tiers[a].name);
    let old: Vec<&str> = before.severities.iter().map(|severity| severity.id.as_str()).collect();
    let new: Vec<&str> = after.severities.iter().map(|severity| severity.id.as_str()).collect();
    let severities = pairs(&old, &new, |b| &before.severities[b].name, |a| &after.severities[a].name);
    let severities: Vec<(usize, usize)> = severities.into_iter().filter_map(|(b, a)| Some((b?, a?))).collect();
    for tier in tiers.into_iter().filter_map(|(b, a)| Some((b?, a?))) {
        comparison.tier(tier, &severities, changes);
    }
}

struct Comparison<'d> {
    before: &'d Document,
    after: &'d Document,
    old: Grid<'d>,
    new: Grid<'d>,
    /// Promises that read alike have one number.
    old_promises: Vec<usize>,
    new_promises: Vec<usize>,
    /// Calendars of both that were compared, by id, and whether their hours are the same.
    hours: HashMap<(&'d str, &'d str), bool>,
}

/// The severities of a tier whose objective of a measure changes in the same way; the places are those of the objectives.
struct Group {
    measure: usize,
    was: Vec<usize>,
    is: Vec<usize>,
    severities: Vec<usize>,
}

impl<'d> Comparison<'d> {
    fn tier(&mut self, (b, a): (usize, usize), severities: &[(usize, usize)], changes: &mut Changes) {
        let (before, after) = (self.before, self.after);
        let old_measures: HashMap<&str, usize> =
            before.measures.iter().enumerate().rev().map(|(place, measure)| (measure.id.as_str(), place)).collect();
        // Equal changes are grouped, in the order in which they are first found.
        let mut places: HashMap<_, usize> = HashMap::new();
        let mut groups: Vec<Group> = Vec::new();
        for (old_severity, severity) in severities {
            for (measure, old_measure) in
                after.measures.iter().enumerate().filter_map(|(at, m)| Some((at, *old_measures.get(m.id.as_str())?)))
            {
                let was = self.old.places(b, *old_severity, old_measure);
                let is = self.new.places(a, *severity, measure);
                if was.len() == is.len() && was.iter().zip(&is).all(|(was, is)| self.is_same(*was, *is)) {
                    continue;
                }
                let numbers = |places: &[usize], promises: &[usize]| -> Vec<usize> {
                    places.iter().map(|place| promises[*place]).collect()
                };
                let (old, new) = (numbers(&was, &self.old_promises), numbers(&is, &self.new_promises));
                let key = (measure, is.first().or(was.first()).copied(), old, new);
                let group = *places.entry(key).or_insert_with(|| {
                    groups.push(Group { measure, was, is, severities: Vec::new() });
                    groups.len() - 1
                });
                groups[group].severities.push(*severity);
            }
        }
        for Group { measure, was, is, severities } in groups {
            changes.add(|| {
                let place = is.first().or(was.first()).copied().unwrap_or_default();
                let (tier, measure) = (&after.tiers[a], &after.measures[measure]);
                let levels = severities.iter().map(|severity| words::severity(after, *severity)).collect();
                let message = sentence!(
                    "{} in the tier {} with the severity {}: was {}, is {}",
                    words::named(&measure.name, &measure.id),
                    words::named(&tier.name, &tier.id),
                    words::listed(levels, "or"),
                    all_stated(before, &was),
                    all_stated(after, &is),
                );
                let mut change = PolicyChange::new(ChangeKind::Objective, format!("/objectives/{place}"), message);
                (change.earlier, change.later) = (pointers(&was), pointers(&is));
                let severities = severities.iter().map(|severity| after.severities[*severity].id.clone()).collect();
                let (measure, tier) = (measure.id.clone(), tier.id.clone());
                change.objective = Some(ChangedObjective { measure, tier, severities });
                change
            });
        }
    }

    /// Whether the same is promised under the same facts: a calendar of another name with the same hours is the same calendar.
    fn is_same(&mut self, was: usize, is: usize) -> bool {
        let (old, new) = (self.old.target(was), self.new.target(is));
        let (before, after) = (self.before, self.after);
        let (was, is) = (&before.objectives[was], &after.objectives[is]);
        if old != new || was.note != is.note || was.when != is.when || was.goal != is.goal {
            return false;
        }
        if old.is_none() {
            return true;
        }
        let calendars = (was.calendar.as_str(), is.calendar.as_str());
        *self.hours.entry(calendars).or_insert_with(|| {
            calendars.0 == calendars.1 || before.calendars.get(calendars.0) == after.calendars.get(calendars.1)
        })
    }
}

/// Most objectives of one measure, tier and severity that a change names.
const MAX_PLACES: usize = 20;

fn pointers(places: &[usize]) -> Vec<String> {
    places.iter().take(MAX_PLACES).map(|place| format!("/objectives/{place}")).collect()
}

fn all_stated(document: &Document, places: &[usize]) -> SentenceValue {
    if places.is_empty() {
        return sentence!("without an objective").to_value();
    }
    words::listed(places.iter().map(|place| stated(&document.objectives[*place]).to_value()).collect(), "or")
}

/// An objective in words, with its condition, note and goal.
fn stated(entry: &ObjectiveDefinition) -> Sentence {
    let mut stated = promise(entry);
    if !entry.when.is_empty() {
        stated = sentence!("{} when {}", stated, serde_json::to_string(&entry.when).unwrap_or_default());
    }
    if let Some(note) = &entry.note {
        stated = sentence!("{} (\"{}\")", stated, words::plain(note));
    }
    if let Some(goal) = &entry.goal {
        stated = sentence!("{} for the goal \"{}\"", stated, goal);
    }
    stated
}
