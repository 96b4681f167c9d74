//! Objectives over tier × severity × measure: none missing, none twice, none worse in a higher tier.

use std::collections::HashMap;

use super::conditions::Conditions;
use super::{MAX_BOXES, more, words};
use crate::clock::{Amount, Bound};
use crate::diagnostic::Findings;
use crate::policy::model::{AlwaysOpen, CalendarZone, ObjectiveDefinition};
use crate::policy::{Document, shorten};
use crate::sentence::{Sentence, SentenceValue, ToValue, sentence};
use crate::sorted::sort;
use crate::{Diagnostic, Level};

/// The objective of each tier, severity and measure.
///
/// The limits of a policy bound it: 100 tiers, 63 severities and 100 measures are 630,000 cells.
pub(super) struct Grid<'d> {
    document: &'d Document,
    /// The number of the list of entries of each cell.
    cells: Vec<u32>,
    /// The lists of entries: each is another one and an entry after it. The first is empty.
    lists: Vec<EntryList>,
    /// Whether there are too many entries and cells to look at all of them.
    is_too_large: bool,
    /// Whether each entry could count: its measure, a tier and a severity of it are there.
    is_known: Vec<bool>,
    /// Whether each entry shares a cell with one before it, and neither is the exception from the other.
    is_shared: Vec<bool>,
    /// Pairs of entries that share a cell, and the first cell that they share, as far as they are listed.
    shared: Vec<(usize, usize, usize)>,
    /// How many such pairs are not listed.
    unlisted: usize,
    /// The targets of the entries, each read once.
    targets: Vec<Target<'d>>,
}

/// Most pairs of an entry and a cell that are looked at.
const MOST_PLACES: usize = 20_000_000;

/// A list of entries: another one, and an entry after it.
#[derive(Debug, Clone, Copy, Default)]
struct EntryList {
    before: u32,
    place: u32,
    /// Whether the last entry always applies, so that nothing after it counts.
    is_closed: bool,
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
        let cells = vec![0; tiers * severities * document.measures.len()];
        let is_too_large = tiers.saturating_mul(severities).saturating_mul(document.objectives.len()) > MOST_PLACES;
        let targets = document.objectives.iter().map(|entry| Target::of(document, entry)).collect();
        let lists = vec![EntryList::default()];
        let is_known = vec![false; document.objectives.len()];
        let mut grid = Self {
            document,
            cells,
            lists,
            is_too_large,
            is_shared: is_known.clone(),
            is_known,
            shared: Vec::new(),
            unlisted: 0,
            targets,
        };
        let measure_places = places(document.measures.iter().map(|measure| measure.id.as_str()));
        let tier_places = places(document.tiers.iter().map(|tier| tier.id.as_str()));
        let severity_places = places(document.severities.iter().map(|severity| severity.id.as_str()));
        // The last entry that was found to share a cell with each entry before it.
        let mut shares: Vec<Option<usize>> = vec![None; document.objectives.len()];
        for (place, objective) in document.objectives.iter().enumerate().filter(|_| !is_too_large) {
            let Some(measure) = measure_places.get(objective.measure.as_str()) else { continue };
            let tiers = ordered(objective.tiers.as_deref(), &tier_places);
            let severities = ordered(objective.severities.as_deref(), &severity_places);
            let is_conditional = !objective.when.is_empty();
            grid.is_known[place] = !tiers.is_empty() && !severities.is_empty();
            // Cells with one list before have one list after, and mostly stand together.
            let mut extended: HashMap<u32, u32> = HashMap::new();
            let mut last = None;
            for (tier, severity) in tiers.iter().flat_map(|tier| severities.iter().map(move |level| (*tier, *level))) {
                let cell = grid.cell(tier, severity, *measure);
                let list = grid.cells[cell];
                let EntryList { place: first, is_closed, .. } = grid.lists[list as usize];
                if !is_closed {
                    let is_last = |(of, next): (u32, u32)| (of == list).then_some(next);
                    let known = last.and_then(is_last).or_else(|| extended.get(&list).copied());
                    let next = known.unwrap_or_else(|| {
                        grid.lists.push(EntryList { before: list, place: place as u32, is_closed: !is_conditional });
                        grid.lists.len() as u32 - 1
                    });
                    extended.insert(list, next);
                    last = Some((list, next));
                    grid.cells[cell] = next;
                    continue;
                }
                // An entry that always applies stands before: nothing after it counts.
                let first = first as usize;
                if is_conditional
                    || is_for_the_rest(objective, &document.objectives[first])
                    || shares[first].replace(place) == Some(place)
                {
                    continue;
                }
                grid.is_shared[place] = true;
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

    /// The places of the entries that may apply to a tier, severity and measure, in the order of the policy.
    pub fn places(&self, tier: usize, severity: usize, measure: usize) -> Vec<usize> {
        self.listed(self.cells.get(self.cell(tier, severity, measure)).copied().unwrap_or_default())
    }

    /// The document of the grid.
    pub fn document(&self) -> &'d Document {
        self.document
    }

    /// Whether an entry has a measure, a tier and a severity that there are, so that it could count.
    pub fn is_known(&self, place: usize) -> bool {
        self.is_known.get(place).copied().unwrap_or_default()
    }

    /// Whether an entry is told to overlap with one before it.
    pub fn is_shared(&self, place: usize) -> bool {
        self.is_shared.get(place).copied().unwrap_or_default()
    }

    /// Whether the target of a cell depends on facts.
    pub fn depends(&self, tier: usize, severity: usize, measure: usize) -> bool {
        let is_fixed = |id: &str| {
            self.document
                .calendars
                .get(id)
                .is_none_or(|calendar| calendar.by.is_none() && !matches!(calendar.zone, Some(CalendarZone::OfCase(_))))
        };
        let entries = self.places(tier, severity, measure).into_iter().map(|place| &self.document.objectives[place]);
        entries.into_iter().any(|entry| !entry.when.is_empty() || !is_fixed(&entry.calendar))
    }

    /// The places of a list of entries.
    pub fn listed(&self, list: u32) -> Vec<usize> {
        let mut places = Vec::new();
        let mut at = list;
        while at != 0 {
            let EntryList { before, place, .. } = self.lists[at as usize];
            places.push(place as usize);
            at = before;
        }
        places.reverse();
        places
    }

    /// The place of the entry for a tier, severity and measure, if it applies whatever the facts are.
    pub fn place(&self, tier: usize, severity: usize, measure: usize) -> Option<usize> {
        let EntryList { before, place, is_closed } =
            self.lists[*self.cells.get(self.cell(tier, severity, measure))? as usize];
        (is_closed && before == 0).then_some(place as usize)
    }

    /// Whether a tier offers a severity.
    fn offers(&self, tier: usize, severity: usize) -> bool {
        let (tier, severity) = (&self.document.tiers[tier], &self.document.severities[severity]);
        tier.severities.as_ref().is_none_or(|offered| offered.contains(&severity.id))
    }

    /// The target of an entry; `None` if it has none.
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
    sort(&mut found, usize::cmp);
    found.dedup();
    found
}

/// Whether an entry is for all tiers or severities, behind one that is for some of them: the exception before the rule.
fn is_for_the_rest(entry: &ObjectiveDefinition, before: &ObjectiveDefinition) -> bool {
    entry.tiers.is_none() && before.tiers.is_some() || entry.severities.is_none() && before.severities.is_some()
}

/// Adds everything about the objectives.
pub(super) fn check(grid: &Grid, found: &mut Findings) {
    if grid.is_too_large {
        found.push(super::too_large("/objectives", "there are too many objectives to compare them"));
    }
    overlaps(grid, found);
    let mut conditions = Conditions::new(grid);
    let mut less = 0;
    let tiers = places(grid.document.tiers.iter().map(|tier| tier.id.as_str()));
    for tier in 0..grid.document.tiers.len() {
        let included = included(grid.document, tier, &tiers);
        for measure in 0..grid.document.measures.len() {
            missing(grid, &mut conditions, tier, measure, found);
            for lower in &included {
                less += promises_less(grid, (tier, *lower), measure, less, found);
            }
        }
    }
    found.extend(more(less.saturating_sub(MAX_BOXES), "objectives that promise less", "/objectives"));
    conditions.unreachable(grid, found);
}

fn missing(grid: &Grid, conditions: &mut Conditions, tier: usize, measure: usize, found: &mut Findings) {
    let document = grid.document;
    let mut answers = None;
    let mut is_missing = |severity: &usize| {
        if !grid.offers(tier, *severity) {
            return false;
        }
        let list = grid.cells[grid.cell(tier, *severity, measure)];
        let Some(gap) = conditions.gap(grid, list) else { return false };
        // One example is enough.
        let is_any = matches!(&gap, SentenceValue::List(list) if list.items.is_empty());
        answers = answers.take().or_else(|| (!is_any).then_some(gap));
        true
    };
    let without: Vec<usize> = (0..document.severities.len()).filter(&mut is_missing).collect();
    if without.is_empty() {
        return;
    }
    found.add(Level::Warning, || {
        let (tier, measure) = (&document.tiers[tier], &document.measures[measure]);
        let (measure, tier) = (words::named(&measure.name, &measure.id), words::named(&tier.name, &tier.id));
        let severities =
            words::listed(without.iter().map(|severity| words::severity(document, *severity)).collect(), "or");
        let message = match answers {
            Some(answers) => sentence!(
                "no objective says when {} is due in the tier {} with the severity {}, for example if {}",
                measure,
                tier,
                severities,
                answers
            ),
            None => sentence!(
                "no objective says when {} is due in the tier {} with the severity {}",
                measure,
                tier,
                severities
            ),
        };
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
        let message = sentence!(
            "two objectives say when {} is due, for example in the tier {} with the severity {}: \"{}\" ({}) and \"{}\" \
             ({}); the first counts",
            words::named(&measure.name, &measure.id),
            words::named(&tier.name, &tier.id),
            words::severity(document, severity),
            first.id,
            promise(first),
            objective.id,
            promise(objective)
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
        let message = sentence!(
            "the tier {} includes {} but promises less: {} with the severity {} is due {} in the one and {} in the other",
            words::named(&higher.name, &higher.id),
            words::named(&lower.name, &lower.id),
            words::named(&measure.name, &measure.id),
            words::severity(document, severity),
            promise(&document.objectives[high]),
            promise(&document.objectives[low])
        );
        let finding = Diagnostic::warning("tier-promises-less", format!("/objectives/{high}"), message);
        found.push(finding.help("make it at least as good, or take \"includes\" away"));
    }
    count
}

/// A promise in words: `under PT30M (always)`.
pub(super) fn promise(objective: &ObjectiveDefinition) -> Sentence {
    let Some(target) = &objective.target else { return "without a target".into() };
    let calendar =
        if objective.calendar.is_empty() { sentence!("real time").to_value() } else { objective.calendar.to_value() };
    match (&target.under, &target.within, target.business_days) {
        (Some(time), ..) => sentence!("under {} ({})", shorten(time), calendar),
        (_, Some(time), _) => sentence!("within {} ({})", shorten(time), calendar),
        (.., Some(1)) => sentence!("within 1 business day ({})", calendar),
        (.., Some(days)) => sentence!("within {} business days ({})", days, calendar),
        _ => "without a target".into(),
    }
}
