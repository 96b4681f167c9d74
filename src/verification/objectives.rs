//! Objectives over tier × severity × measure: none missing, none twice, none worse in a higher tier.

use std::collections::HashMap;

use super::{MAX_BOXES, more, words};
use crate::clock::{Amount, Bound};
use crate::diagnostic::Findings;
use crate::policy::model::{AlwaysOpen, ObjectiveDefinition};
use crate::policy::{Document, shorten};
use crate::{Diagnostic, Level};

/// The objective of each tier, severity and measure.
///
/// The limits of a policy bound it: 100 tiers, 63 severities and 100 measures are 630,000 cells.
pub(super) struct Grid<'d> {
    document: &'d Document,
    /// Place of the entry that counts, the first one.
    cells: Vec<Option<u32>>,
    /// Pairs of entries that share a cell, and the first cell that they share, as far as they are listed.
    shared: Vec<(usize, usize, usize)>,
    /// How many such pairs are not listed.
    unlisted: usize,
    /// The targets of the entries, each read once.
    targets: Vec<Target<'d>>,
}

/// The target of an entry.
struct Target<'d> {
    /// Whether the entry has one.
    is_stated: bool,
    /// The amount; `None` also where it cannot be read.
    amount: Option<Amount>,
    calendar: &'d str,
    /// Whether the calendar is always open.
    is_always: bool,
}

impl<'d> Grid<'d> {
    /// The grid of a document.
    pub fn of(document: &'d Document) -> Self {
        let (tiers, severities) = (document.tiers.len(), document.severities.len());
        let cells = vec![None; tiers * severities * document.measures.len()];
        let targets = document.objectives.iter().map(|entry| Target::of(document, entry)).collect();
        let mut grid = Self { document, cells, shared: Vec::new(), unlisted: 0, targets };
        let measure_places = places(document.measures.iter().map(|measure| measure.id.as_str()));
        let tier_places = places(document.tiers.iter().map(|tier| tier.id.as_str()));
        let severity_places = places(document.severities.iter().map(|severity| severity.id.as_str()));
        // The last entry that was found to share a cell with each entry before it.
        let mut shares: Vec<Option<usize>> = vec![None; document.objectives.len()];
        for (place, objective) in document.objectives.iter().enumerate() {
            let Some(measure) = measure_places.get(objective.measure.as_str()) else { continue };
            let tiers = ordered(objective.tiers.as_deref(), &tier_places);
            let severities = ordered(objective.severities.as_deref(), &severity_places);
            for (tier, severity) in tiers.iter().flat_map(|tier| severities.iter().map(move |level| (*tier, *level))) {
                let cell = grid.cell(tier, severity, *measure);
                let Some(first) = grid.cells[cell].map(|first| first as usize) else {
                    grid.cells[cell] = Some(place as u32);
                    continue;
                };
                if shares[first].replace(place) == Some(place) {
                    continue;
                }
                match grid.shared.len() < MAX_BOXES {
                    true => grid.shared.push((first, place, cell)),
                    false => grid.unlisted += 1,
                }
            }
        }
        grid
    }

    fn cell(&self, tier: usize, severity: usize, measure: usize) -> usize {
        (tier * self.document.severities.len() + severity) * self.document.measures.len() + measure
    }

    /// The entry for a tier, severity and measure, by place.
    pub fn entry(&self, tier: usize, severity: usize, measure: usize) -> Option<&'d ObjectiveDefinition> {
        self.place(tier, severity, measure).and_then(|place| self.document.objectives.get(place))
    }

    /// The JSON Pointer of the entry for a tier, severity and measure.
    pub fn place(&self, tier: usize, severity: usize, measure: usize) -> Option<usize> {
        self.cells.get(self.cell(tier, severity, measure)).copied().flatten().map(|place| place as usize)
    }

    /// The target of an entry; `None` where it has none.
    pub fn target(&self, place: usize) -> Option<Amount> {
        self.targets.get(place).and_then(|target| target.amount)
    }
}

impl<'d> Target<'d> {
    fn of(document: &'d Document, entry: &'d ObjectiveDefinition) -> Self {
        let calendar = document.calendars.get(&entry.calendar);
        Self {
            is_stated: entry.target.is_some(),
            amount: entry.target.as_ref().and_then(|target| Amount::read(target).ok()),
            calendar: &entry.calendar,
            is_always: calendar.is_some_and(|calendar| calendar.open == Some(AlwaysOpen::AroundTheClock)),
        }
    }

    /// Whether one target is certainly worse than another. Calendars that differ cannot be compared, but for one that is
    /// always open: nothing is better.
    fn is_less_than(&self, low: &Self) -> bool {
        if !low.is_stated || !self.is_stated {
            return low.is_stated;
        }
        let (is_longer, is_equal) = match (self.amount, low.amount) {
            (Some(Amount::Time(high_bound, high)), Some(Amount::Time(low_bound, low))) => {
                let is_looser = high_bound == Bound::Within && low_bound == Bound::Under;
                (high > low || high == low && is_looser, high == low)
            }
            // Business days that are due at other times of the day cannot be compared.
            (Some(Amount::BusinessDays(high)), Some(Amount::BusinessDays(low))) => (high.count > low.count, false),
            _ => return false,
        };
        let same_calendar = self.calendar == low.calendar || self.is_always && low.is_always;
        if same_calendar { is_longer } else { low.is_always && (is_longer || is_equal) }
    }
}

/// The first place of each id.
fn places<'i>(ids: impl DoubleEndedIterator<Item = &'i str> + ExactSizeIterator) -> HashMap<&'i str, usize> {
    ids.enumerate().rev().map(|(place, id)| (id, place)).collect()
}

/// The places of ids in ascending order, each once; all of them where no ids are given.
fn ordered(ids: Option<&[String]>, places: &HashMap<&str, usize>) -> Vec<usize> {
    let mut found: Vec<usize> = match ids {
        Some(ids) => ids.iter().filter_map(|id| places.get(id.as_str()).copied()).collect(),
        None => places.values().copied().collect(),
    };
    found.sort();
    found.dedup();
    found
}

/// Adds everything about the objectives.
pub(super) fn check(grid: &Grid, found: &mut Findings) {
    overlaps(grid, found);
    let mut less = 0;
    let tiers = places(grid.document.tiers.iter().map(|tier| tier.id.as_str()));
    for tier in 0..grid.document.tiers.len() {
        let included = included(grid.document, tier, &tiers);
        for measure in 0..grid.document.measures.len() {
            missing(grid, tier, measure, found);
            for lower in &included {
                less += promises_less(grid, (tier, *lower), measure, less, found);
            }
        }
    }
    found.extend(more(less.saturating_sub(MAX_BOXES), "objectives that promise less", "/objectives"));
}

fn missing(grid: &Grid, tier: usize, measure: usize, found: &mut Findings) {
    let document = grid.document;
    let is_missing = |severity: &usize| grid.place(tier, *severity, measure).is_none();
    let without: Vec<usize> = (0..document.severities.len()).filter(is_missing).collect();
    if without.is_empty() {
        return;
    }
    found.add(Level::Warning, || {
        let (tier, measure) = (&document.tiers[tier], &document.measures[measure]);
        let message = format!(
            "no objective says when {} is due in the tier {} with the severity {}",
            words::named(&measure.name, &measure.id),
            words::named(&tier.name, &tier.id),
            words::listed(without.iter().map(|severity| words::severity(document, *severity)).collect(), "or"),
        );
        let path = if document.objectives.is_empty() { "" } else { "/objectives" };
        let finding = Diagnostic::warning("objective-missing", path, message);
        finding.help("add an objective; one without a target states on purpose that there is none")
    });
}

fn overlaps(grid: &Grid, found: &mut Findings) {
    let document = grid.document;
    for (first, later, cell) in &grid.shared {
        let (first, objective) = (&document.objectives[*first], &document.objectives[*later]);
        let (rest, measure) = (cell / document.measures.len(), cell % document.measures.len());
        let (tier, severity) = (rest / document.severities.len(), rest % document.severities.len());
        let (tier, measure) = (&document.tiers[tier], &document.measures[measure]);
        let message = format!(
            "two objectives say when {} is due, for example in the tier {} with the severity {}: \"{}\" ({}) and \"{}\" \
             ({}); the first counts",
            words::named(&measure.name, &measure.id),
            words::named(&tier.name, &tier.id),
            words::severity(document, severity),
            first.id,
            promise(first),
            objective.id,
            promise(objective),
        );
        let finding = Diagnostic::warning("objective-overlap", format!("/objectives/{later}"), message);
        found.push(finding.help("take the tiers or severities that they share out of one of them"));
    }
    found.extend(more(grid.unlisted, "pairs of objectives that say when the same is due", "/objectives"));
}

/// The tiers that a tier includes, by way of others too.
fn included(document: &Document, tier: usize, places: &HashMap<&str, usize>) -> Vec<usize> {
    let mut found = Vec::new();
    let mut is_reached = vec![false; document.tiers.len()];
    is_reached[tier] = true;
    let includes = |tier: usize| document.tiers[tier].includes.as_deref().and_then(|id| places.get(id).copied());
    let mut next = includes(tier);
    while let Some(at) = next.filter(|at| !is_reached[*at]) {
        is_reached[at] = true;
        found.push(at);
        next = includes(at);
    }
    found
}

/// Adds a finding for each severity for which a tier promises less than one that it includes, as far as less than
/// [`MAX_BOXES`] are listed. Returns how many there are.
fn promises_less(
    grid: &Grid,
    (higher, lower): (usize, usize),
    measure: usize,
    listed: usize,
    found: &mut Findings,
) -> usize {
    let document = grid.document;
    let mut count = 0;
    for severity in 0..document.severities.len() {
        let of = |tier: usize| grid.place(tier, severity, measure);
        let (Some(high), Some(low)) = (of(higher), of(lower)) else { continue };
        if !grid.targets[high].is_less_than(&grid.targets[low]) {
            continue;
        }
        count += 1;
        if listed + count > MAX_BOXES {
            continue;
        }
        let (higher, lower, measure) = (&document.tiers[higher], &document.tiers[lower], &document.measures[measure]);
        let message = format!(
            "the tier {} includes {} but promises less: {} with the severity {} is due {} in the one and {} in the other",
            words::named(&higher.name, &higher.id),
            words::named(&lower.name, &lower.id),
            words::named(&measure.name, &measure.id),
            words::severity(document, severity),
            promise(&document.objectives[high]),
            promise(&document.objectives[low]),
        );
        let finding = Diagnostic::warning("tier-promises-less", format!("/objectives/{high}"), message);
        found.push(finding.help("make it at least as good, or take \"includes\" away"));
    }
    count
}

/// A promise in words: `under PT30M (always)`.
pub(super) fn promise(objective: &ObjectiveDefinition) -> String {
    let Some(target) = &objective.target else { return "without a target".to_owned() };
    let calendar = &objective.calendar;
    match (&target.under, &target.within, target.business_days) {
        (Some(time), ..) => format!("under {} ({calendar})", shorten(time)),
        (_, Some(time), _) => format!("within {} ({calendar})", shorten(time)),
        (.., Some(1)) => format!("within 1 business day ({calendar})"),
        (.., Some(days)) => format!("within {days} business days ({calendar})"),
        _ => "without a target".to_owned(),
    }
}
