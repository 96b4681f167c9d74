//! Facts of a row that choose its objective: answers to context questions, the channel, and the zone of the customer.

use std::collections::BTreeMap;
use std::sync::Arc;

use case_slo_log::{Cell, Row, Values};

use super::evaluator::{GroupTarget, Refusal};
use super::names::Names;
use super::problems::ProblemCode;
use crate::calendar::{Calendar, Instant, require_zone};
use crate::clock::{self, Budget, Calendars, Candidates, ChoiceFacts};
use crate::policy::Document;

/// Most entries of the lists in which targets are kept: a megabyte.
const MOST_KEPT: usize = 1 << 18;

/// A column of facts.
#[derive(Debug)]
struct Column {
    /// The values of the cells that have come.
    seen: Values,
    kind: ColumnKind,
}

#[derive(Debug)]
enum ColumnKind {
    /// Answers to a context question, or channels: the place of the subject, and the names of its options.
    Answers(usize, Names),
    /// The zones that have come.
    Zones(Vec<String>),
}

/// The targets that the facts of a row leave possible, each with its calendar; without one, time counts around the clock.
pub(super) type Targets = Arc<[(Option<Arc<Calendar>>, GroupTarget)]>;

/// The facts of the rows of a log.
#[derive(Debug)]
pub(super) struct Facts {
    columns: Vec<Column>,
    kept: KeptTargets,
    /// The group of a row, and the value of each column.
    key: Vec<u16>,
}

/// A value that is not there.
const MISSING: u16 = u16::MAX;

/// The targets of keys that have come: a row descends from list to list by the numbers of its key, and searches nothing.
#[derive(Debug, Default)]
struct KeptTargets {
    /// By the number, the place of the next list, or of the targets after the last number; zero for none. The first list begins.
    lists: Vec<Vec<u32>>,
    targets: Vec<Targets>,
    /// The entries of all lists.
    entries: usize,
}

impl KeptTargets {
    #[inline(always)]
    fn find(&self, key: &[u16]) -> Option<&Targets> {
        let next = |place: u32, number: &u16| {
            let list = self.lists.get(place as usize)?;
            list.get(entry(*number)).copied().filter(|next| *next > 0)
        };
        let place = key.iter().try_fold(0, next)?;
        self.targets.get((place as usize).checked_sub(1)?)
    }

    /// Keeps the targets of a key that is new. It forgets all others once there are too many.
    fn add(&mut self, key: &[u16], targets: Targets) {
        if self.entries > MOST_KEPT {
            *self = Self::default();
        }
        if self.lists.is_empty() {
            self.lists.push(Vec::new());
        }
        self.targets.push(targets);
        let mut place = 0;
        for (at, number) in key.iter().enumerate() {
            let (count, entry) = (self.lists.len(), entry(*number));
            let Some(list) = self.lists.get_mut(place) else { return };
            if list.len() <= entry {
                self.entries += entry + 1 - list.len();
                list.resize(entry + 1, 0);
            }
            if at + 1 == key.len() {
                list[entry] = self.targets.len() as u32;
            } else if list[entry] == 0 {
                list[entry] = count as u32;
                self.lists.push(Vec::new());
                place = count;
            } else {
                place = list[entry] as usize;
            }
        }
    }
}

/// The entry of a number: the first one is that of [`MISSING`].
fn entry(number: u16) -> usize {
    usize::from(number.wrapping_add(1))
}

impl Facts {
    /// The facts of a log with columns for context questions and "zone", and for the channel.
    pub fn new<'a>(document: &Document, names: impl Iterator<Item = &'a str>) -> Self {
        let kind = |name: &str| match clock::subject_place(document, name) {
            _ if name == "zone" => ColumnKind::Zones(Vec::new()),
            None => ColumnKind::Zones(Vec::new()),
            Some(subject) => {
                let mut names = Names::new(BTreeMap::new());
                match document.context.get(subject) {
                    Some(question) => {
                        for (at, option) in (0..).zip(&question.options) {
                            names.add(at, &option.id, &option.text, &[], None);
                        }
                    }
                    None => {
                        for (at, channel) in (0..).zip(&document.channels) {
                            names.add(at, &channel.id, &channel.name, &[], None);
                        }
                    }
                }
                ColumnKind::Answers(subject, names)
            }
        };
        let column = |name: &str| Column { seen: Values::default(), kind: kind(name) };
        let columns = names.chain(["channel"]).map(column).collect();
        Self { columns, kept: KeptTargets::default(), key: Vec::new() }
    }

    /// The possible targets of a row of a group. `cells` are the cells of the columns, in their order.
    ///
    /// # Errors
    ///
    /// A cell that names no answer, or no zone.
    pub fn targets<'a>(
        &mut self,
        (document, calendars): (&Document, &Calendars),
        (group, measure, tier, severity): (usize, usize, usize, usize),
        start: Instant,
        cells: impl Iterator<Item = Cell<'a>>,
    ) -> Result<Targets, Refusal<'a>> {
        self.key.clear();
        self.key.push(group as u16);
        self.read(cells)?;
        if let Some(targets) = self.kept.find(&self.key) {
            return Ok(Arc::clone(targets));
        }
        let known = self.known(document, &self.key[1..]);
        let (tier, severity) = (&document.tiers[tier].id, &document.severities[severity].id);
        let filed = clock::filed(document, tier, severity);
        let candidates = Candidates::of(document, calendars, &document.measures[measure].id, tier, filed);
        let too_many = |_| (ProblemCode::LimitExceeded, Cell::EMPTY);
        let choice = candidates.choose(&known, start, &mut Budget::new(0)).map_err(too_many)?;
        if choice.needs_zone {
            return Err((ProblemCode::Undetermined, Cell::EMPTY));
        }
        let target = |possibility: &clock::Possibility| {
            let calendar = possibility.calendar.and_then(|place| calendars.at(Some(place), known.zone));
            (calendar, GroupTarget::of(document, possibility.entry))
        };
        let targets: Targets = choice.possibilities.iter().map(target).collect();
        // A condition on the moment of the start differs from row to row.
        if !candidates.depend_on_start() {
            self.kept.add(&self.key, Arc::clone(&targets));
        }
        Ok(targets)
    }

    /// The answers of one case, by subject, and the zone of its customer. `cells` are the cells of the columns, in their order.
    ///
    /// # Errors
    ///
    /// A cell that names no answer, or no zone.
    pub fn answers<'a>(
        &mut self,
        document: &Document,
        cells: impl Iterator<Item = Cell<'a>>,
    ) -> Result<(Vec<Option<usize>>, Option<String>), Refusal<'a>> {
        self.key.clear();
        self.read(cells)?;
        let ChoiceFacts { answers, zone } = self.known(document, &self.key);
        Ok((answers, zone.map(str::to_owned)))
    }

    /// Adds the value of each column to the key.
    fn read<'a>(&mut self, cells: impl Iterator<Item = Cell<'a>>) -> Result<(), Refusal<'a>> {
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            self.key.push(column.value(cell)?);
        }
        Ok(())
    }

    /// The facts that the values of the columns are.
    fn known(&self, document: &Document, values: &[u16]) -> ChoiceFacts<'_> {
        let mut known = ChoiceFacts { answers: vec![None; document.context.len() + 1], zone: None };
        for (column, value) in self.columns.iter().zip(values).filter(|(_, value)| **value != MISSING) {
            match &column.kind {
                ColumnKind::Answers(subject, _) => known.answers[*subject] = Some(usize::from(*value)),
                ColumnKind::Zones(zones) => known.zone = zones.get(usize::from(*value)).map(String::as_str),
            }
        }
        known
    }
}

impl Column {
    /// The value of a cell; [`MISSING`] for one that is empty, or "unknown".
    #[inline(always)]
    fn value<'a>(&mut self, cell: Cell<'a>) -> Result<u16, Refusal<'a>> {
        match self.seen.find_cell(cell) {
            Some(value) => Ok(value),
            None => self.learn(cell),
        }
    }

    #[cold]
    fn learn<'a>(&mut self, cell: Cell<'a>) -> Result<u16, Refusal<'a>> {
        let text = cell.bytes().trim_ascii();
        let value = match &mut self.kind {
            _ if text.is_empty() || text.eq_ignore_ascii_case(b"unknown") => MISSING,
            ColumnKind::Answers(_, names) => names.find(cell).ok_or((ProblemCode::UnknownOption, cell))?,
            ColumnKind::Zones(zones) => {
                let name = String::from_utf8_lossy(text).into_owned();
                require_zone(&name).map_err(|_| (ProblemCode::UnknownZone, cell))?;
                let at = zones.iter().position(|zone| *zone == name).unwrap_or(zones.len());
                if at == zones.len() {
                    zones.push(name);
                }
                u16::try_from(at).unwrap_or(MISSING)
            }
        };
        self.seen.add(cell.bytes(), value);
        Ok(value)
    }
}

/// The cells of a row for the columns of facts.
pub(super) fn cells<'a, 'o>(
    row: Row<'a>,
    others: &'o [usize],
    channel: Option<usize>,
) -> impl Iterator<Item = Cell<'a>> + use<'a, 'o> {
    (0..=others.len()).map(move |at| match others.get(at).copied().or(channel) {
        Some(place) => row.cell(place),
        None => Cell::EMPTY,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_kept_by_their_whole_key_until_there_are_too_many() {
        let mut kept = KeptTargets::default();
        let keys = [[0, MISSING, 0], [0, 0, MISSING], [0, 0, 7], [2, 0, 7]];
        let all: Vec<Targets> = keys.iter().map(|_| Arc::from(Vec::new())).collect();
        for (key, targets) in keys.iter().zip(&all) {
            assert!(kept.find(key).is_none(), "{key:?}");
            kept.add(key, Arc::clone(targets));
        }
        for (key, targets) in keys.iter().zip(&all) {
            assert!(kept.find(key).is_some_and(|found| Arc::ptr_eq(found, targets)), "{key:?}");
        }
        assert!([[0, 0, 0], [1, 0, 7], [0, MISSING, MISSING]].iter().all(|key| kept.find(key).is_none()));
        for group in 0..20 {
            let key = [group, 60_000, 1];
            kept.add(&key, Arc::clone(&all[0]));
            assert!(kept.find(&key).is_some());
            assert!(kept.entries < MOST_KEPT + 60_100, "{group}");
        }
        assert!(kept.find(&keys[3]).is_none());
    }
}
