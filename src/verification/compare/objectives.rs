use std::collections::HashMap;

use super::pairs::pairs;
use super::{ChangeKind, Changes, PolicyChange};
use crate::policy::Document;
use crate::policy::model::ObjectiveDefinition;
use crate::verification::objectives::{Grid, promise};
use crate::verification::words;

/// Tiers, severities and measures whose target, bound or calendar differs: one change for all severities of a tier and
/// measure that change in the same way.
pub(super) fn compare(before: &Document, after: &Document, changes: &mut Changes) {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut number = |entry: Option<&ObjectiveDefinition>| {
        let next = numbers.len();
        *numbers.entry(stated(entry)).or_insert(next)
    };
    let mut comparison = Comparison {
        before,
        after,
        old: Grid::of(before),
        new: Grid::of(after),
        none: number(None),
        old_promises: before.objectives.iter().map(|entry| number(Some(entry))).collect(),
        new_promises: after.objectives.iter().map(|entry| number(Some(entry))).collect(),
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
    /// The number of no promise; promises that read alike have one number.
    none: usize,
    old_promises: Vec<usize>,
    new_promises: Vec<usize>,
    /// Calendars of both that were compared, by id, and whether their hours are the same.
    hours: HashMap<(&'d str, &'d str), bool>,
}

/// The severities of a tier whose objective of a measure changes in the same way; the places are those of the objectives.
struct ChangedObjective {
    measure: usize,
    was: Option<usize>,
    is: Option<usize>,
    severities: Vec<usize>,
}

impl<'d> Comparison<'d> {
    fn tier(&mut self, (b, a): (usize, usize), severities: &[(usize, usize)], changes: &mut Changes) {
        let (before, after) = (self.before, self.after);
        let old_measures: HashMap<&str, usize> =
            before.measures.iter().enumerate().rev().map(|(place, measure)| (measure.id.as_str(), place)).collect();
        // Equal changes are grouped, in the order in which they are first found.
        let mut places: HashMap<_, usize> = HashMap::new();
        let mut groups: Vec<ChangedObjective> = Vec::new();
        for (old_severity, severity) in severities {
            for (measure, old_measure) in
                after.measures.iter().enumerate().filter_map(|(at, m)| Some((at, *old_measures.get(m.id.as_str())?)))
            {
                let was = self.old.place(b, *old_severity, old_measure);
                let is = self.new.place(a, *severity, measure);
                if self.is_same(was, is) {
                    continue;
                }
                let number =
                    |place: Option<usize>, promises: &[usize]| place.map_or(self.none, |place| promises[place]);
                let key = (measure, is.or(was), number(was, &self.old_promises), number(is, &self.new_promises));
                let group = *places.entry(key).or_insert_with(|| {
                    groups.push(ChangedObjective { measure, was, is, severities: Vec::new() });
                    groups.len() - 1
                });
                groups[group].severities.push(*severity);
            }
        }
        for ChangedObjective { measure, was, is, severities } in groups {
            changes.add(|| {
                let place = is.or(was).unwrap_or_default();
                let (tier, measure) = (&after.tiers[a], &after.measures[measure]);
                let levels = severities.iter().map(|severity| words::severity(after, *severity)).collect();
                let message = format!(
                    "{} in the tier {} with the severity {}: was {}, is {}",
                    words::named(&measure.name, &measure.id),
                    words::named(&tier.name, &tier.id),
                    words::listed(levels, "or"),
                    stated(entry(before, was)),
                    stated(entry(after, is)),
                );
                PolicyChange::new(ChangeKind::Objective, format!("/objectives/{place}"), message)
            });
        }
    }

    /// Whether the same is promised: a calendar of another name with the same hours is the same calendar.
    fn is_same(&mut self, was: Option<usize>, is: Option<usize>) -> bool {
        let target = |grid: &Grid, place: Option<usize>| place.and_then(|place| grid.target(place));
        let (old, new) = (target(&self.old, was), target(&self.new, is));
        if old != new {
            return false;
        }
        let (Some(was), Some(is), true) = (entry(self.before, was), entry(self.after, is), old.is_some()) else {
            return true;
        };
        let (before, after) = (self.before, self.after);
        let calendars = (was.calendar.as_str(), is.calendar.as_str());
        *self.hours.entry(calendars).or_insert_with(|| {
            calendars.0 == calendars.1 || before.calendars.get(calendars.0) == after.calendars.get(calendars.1)
        })
    }
}

fn entry(document: &Document, place: Option<usize>) -> Option<&ObjectiveDefinition> {
    document.objectives.get(place?)
}

fn stated(entry: Option<&ObjectiveDefinition>) -> String {
    entry.map_or_else(|| "without an objective".to_owned(), promise)
}
