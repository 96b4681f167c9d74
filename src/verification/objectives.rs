//! Objectives over tier × severity × measure: none missing, none twice, none worse in a higher tier.

use super::{MAX_BOXES, more, words};
use crate::Diagnostic;
use crate::clock::{Bound, read_target};
use crate::policy::Document;
use crate::policy::model::{AlwaysOpen, ObjectiveDefinition};

/// Most cells of tier × severity × measure that are looked at.
pub const MAX_CELLS: usize = 1 << 20;

/// The objective of each tier, severity and measure.
pub(super) struct Grid<'d> {
    document: &'d Document,
    /// Place of the entry that counts, the first one.
    cells: Vec<Option<usize>>,
    /// Entries that share a cell, and the first cell that they share.
    shared: Vec<(usize, usize, usize)>,
}

impl<'d> Grid<'d> {
    /// The grid of a document; `None` where it is too large.
    pub fn of(document: &'d Document) -> Option<Self> {
        let rows = document.tiers.len().checked_mul(document.severities.len())?;
        let count = rows.checked_mul(document.measures.len()).filter(|count| *count <= MAX_CELLS)?;
        let mut grid = Self { document, cells: vec![None; count], shared: Vec::new() };
        for (place, objective) in document.objectives.iter().enumerate() {
            let Some(measure) = document.measures.iter().position(|measure| measure.id == objective.measure) else {
                continue;
            };
            let tiers = document.tiers.iter().enumerate().filter(|(_, tier)| objective.tiers.contains(&tier.id));
            for (tier, _) in tiers {
                let severities = document.severities.iter().enumerate();
                for (severity, _) in severities.filter(|(_, severity)| objective.severities.contains(&severity.id)) {
                    grid.fill(grid.cell(tier, severity, measure), place);
                }
            }
        }
        Some(grid)
    }

    fn cell(&self, tier: usize, severity: usize, measure: usize) -> usize {
        (tier * self.document.severities.len() + severity) * self.document.measures.len() + measure
    }

    fn fill(&mut self, cell: usize, place: usize) {
        match self.cells[cell] {
            None => self.cells[cell] = Some(place),
            Some(first) if !self.shared.iter().rev().any(|(one, other, _)| (*one, *other) == (first, place)) => {
                self.shared.push((first, place, cell));
            }
            Some(_) => {}
        }
    }

    /// The entry for a tier, severity and measure, by place.
    pub fn entry(&self, tier: usize, severity: usize, measure: usize) -> Option<&'d ObjectiveDefinition> {
        self.place(tier, severity, measure).and_then(|place| self.document.objectives.get(place))
    }

    fn place(&self, tier: usize, severity: usize, measure: usize) -> Option<usize> {
        self.cells.get(self.cell(tier, severity, measure)).copied().flatten()
    }
}

/// Everything about the objectives.
pub(super) fn faults(grid: &Grid, found: &mut Vec<Diagnostic>) {
    overlaps(grid, found);
    let mut less = 0;
    for tier in 0..grid.document.tiers.len() {
        for measure in 0..grid.document.measures.len() {
            missing(grid, tier, measure, found);
            for lower in included(grid.document, tier) {
                less += promises_less(grid, (tier, lower), measure, less < MAX_BOXES, found);
            }
        }
    }
    found.extend(more(less.saturating_sub(MAX_BOXES), "objectives that promise less", "/objectives"));
}

fn missing(grid: &Grid, tier: usize, measure: usize, found: &mut Vec<Diagnostic>) {
    let document = grid.document;
    let severities = document.severities.iter().enumerate();
    let without: Vec<String> = severities
        .filter(|(severity, _)| grid.place(tier, *severity, measure).is_none())
        .map(|(_, severity)| words::named(&severity.name, &severity.id))
        .collect();
    if without.is_empty() {
        return;
    }
    let (tier, measure) = (&document.tiers[tier], &document.measures[measure]);
    let message = [
        "no objective says when ",
        &words::named(&measure.name, &measure.id),
        " is due in the tier ",
        &words::named(&tier.name, &tier.id),
        " with the severity ",
        &words::listed(without, "or"),
    ]
    .concat();
    let path = if document.objectives.is_empty() { "" } else { "/objectives" };
    let finding = Diagnostic::warning("objective-missing", path, message);
    found.push(finding.help("add an objective; one without a target states on purpose that there is none"));
}

fn overlaps(grid: &Grid, found: &mut Vec<Diagnostic>) {
    let document = grid.document;
    for (first, later, cell) in grid.shared.iter().take(MAX_BOXES) {
        let (first, objective) = (&document.objectives[*first], &document.objectives[*later]);
        let (rest, measure) = (cell / document.measures.len(), cell % document.measures.len());
        let (tier, severity) = (rest / document.severities.len(), rest % document.severities.len());
        let (tier, measure) = (&document.tiers[tier], &document.measures[measure]);
        let message = [
            "two objectives say when ",
            &words::named(&measure.name, &measure.id),
            " is due, for example in the tier ",
            &words::named(&tier.name, &tier.id),
            " with the severity ",
            &words::severity(document, severity),
            ": \"",
            &first.id,
            "\" (",
            &promise(first),
            ") and \"",
            &objective.id,
            "\" (",
            &promise(objective),
            "); the first counts",
        ]
        .concat();
        let path = ["/objectives/", &later.to_string()].concat();
        let finding = Diagnostic::warning("objective-overlap", path, message);
        found.push(finding.help("take the tiers or severities that they share out of one of them"));
    }
    let unlisted = grid.shared.len().saturating_sub(MAX_BOXES);
    found.extend(more(unlisted, "pairs of objectives that say when the same is due", "/objectives"));
}

/// The tiers that a tier includes, by way of others too.
fn included(document: &Document, tier: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut next = document.tiers[tier].includes.as_ref();
    while let Some(at) = next.and_then(|id| document.tiers.iter().position(|tier| tier.id == *id)) {
        if at == tier || found.contains(&at) {
            break;
        }
        found.push(at);
        next = document.tiers[at].includes.as_ref();
    }
    found
}

/// Severities for which a tier promises less than one that it includes: how many, and where asked for, a finding each.
fn promises_less(
    grid: &Grid,
    (higher, lower): (usize, usize),
    measure: usize,
    list: bool,
    found: &mut Vec<Diagnostic>,
) -> usize {
    let document = grid.document;
    let mut count = 0;
    for (severity, level) in document.severities.iter().enumerate() {
        let of = |tier: usize| grid.entry(tier, severity, measure);
        let (Some(high), Some(low)) = (of(higher), of(lower)) else { continue };
        if !is_less(document, high, low) {
            continue;
        }
        count += 1;
        if !list {
            continue;
        }
        let (higher, lower, measure) = (&document.tiers[higher], &document.tiers[lower], &document.measures[measure]);
        let message = [
            "the tier ",
            &words::named(&higher.name, &higher.id),
            " includes ",
            &words::named(&lower.name, &lower.id),
            " but promises less: ",
            &words::named(&measure.name, &measure.id),
            " with the severity ",
            &words::named(&level.name, &level.id),
            " is due ",
            &promise(high),
            " in the one and ",
            &promise(low),
            " in the other",
        ]
        .concat();
        let at = document.objectives.iter().position(|objective| std::ptr::eq(objective, high)).unwrap_or_default();
        let path = ["/objectives/", &at.to_string()].concat();
        let finding = Diagnostic::warning("tier-promises-less", path, message);
        found.push(finding.help("make it at least as good, or take \"includes\" away"));
    }
    count
}

/// Whether one objective is certainly worse than the other. Calendars that differ cannot be compared, but for one that
/// is always open: nothing is better.
fn is_less(document: &Document, high: &ObjectiveDefinition, low: &ObjectiveDefinition) -> bool {
    let Some(low_target) = low.target.as_ref() else { return false };
    let Some(high_target) = high.target.as_ref() else { return true };
    let (Ok((high_bound, high_time)), Ok((low_bound, low_time))) = (read_target(high_target), read_target(low_target))
    else {
        return false;
    };
    let is_always =
        |id: &str| document.calendars.get(id).is_some_and(|calendar| calendar.open == Some(AlwaysOpen::AroundTheClock));
    let is_longer =
        high_time > low_time || high_time == low_time && high_bound == Bound::Within && low_bound == Bound::Under;
    let same_calendar = high.calendar == low.calendar || is_always(&high.calendar) && is_always(&low.calendar);
    if same_calendar { is_longer } else { is_always(&low.calendar) && (is_longer || high_time == low_time) }
}

/// A promise in words: `under PT30M (always)`.
pub(super) fn promise(objective: &ObjectiveDefinition) -> String {
    let target = objective.target.as_ref();
    let bound = |word: &str, time: &String| [word, time, " (", &objective.calendar, ")"].concat();
    let under = target.and_then(|target| target.under.as_ref()).map(|time| bound("under ", time));
    let within = || target.and_then(|target| target.within.as_ref()).map(|time| bound("within ", time));
    under.or_else(within).unwrap_or_else(|| "without a target".to_owned())
}
