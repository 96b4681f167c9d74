//! Facts of a row that choose its objective: answers to context questions, the channel, and the zone of the customer.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use case_slo_log::{Cell, Row, Values};

use super::evaluator::{GroupTarget, Refusal};
use super::names::Names;
use super::problems::ProblemCode;
use crate::calendar::{Calendar, Instant, require_zone};
use crate::clock::{self, Budget, Calendars, Candidates, ChoiceFacts};
use crate::policy::Document;

/// Most combinations of facts whose targets are kept.
const MOST_KEPT: usize = 10_000;

/// A column of facts.
#[derive(Debug)]
enum Column {
    /// Answers to a context question, or channels: the place of the subject, and the names of its options.
    Answers(usize, Names),
    /// Zones: the values that have come, and the zones that they name.
    Zones(Values, Vec<String>),
}

/// The targets that the facts of a row leave possible, each with its calendar; without one, time counts around the clock.
pub(super) type Targets = Arc<[(Option<Arc<Calendar>>, GroupTarget)]>;

/// The facts of the rows of a log.
#[derive(Debug)]
pub(super) struct Facts {
    columns: Vec<Column>,
    /// Group, and value of each column, to the targets.
    known: HashMap<Box<[u16]>, Targets>,
    key: Vec<u16>,
}

/// A value that is not there.
const MISSING: u16 = u16::MAX;

impl Facts {
    /// The facts of a log with columns for context questions and "zone", and for the channel.
    pub fn new<'a>(document: &Document, names: impl Iterator<Item = &'a str>) -> Self {
        let column = |name: &str| match clock::subject_place(document, name) {
            _ if name == "zone" => Column::Zones(Values::default(), Vec::new()),
            None => Column::Zones(Values::default(), Vec::new()),
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
                Column::Answers(subject, names)
            }
        };
        Self { columns: names.chain(["channel"]).map(column).collect(), known: HashMap::new(), key: Vec::new() }
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
        if let Some(targets) = self.known.get(&*self.key) {
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
            if self.known.len() == MOST_KEPT {
                self.known.clear();
            }
            self.known.insert(self.key.as_slice().into(), Arc::clone(&targets));
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
            match column {
                Column::Answers(subject, _) => known.answers[*subject] = Some(usize::from(*value)),
                Column::Zones(_, zones) => known.zone = zones.get(usize::from(*value)).map(String::as_str),
            }
        }
        known
    }
}

impl Column {
    /// The value of a cell; [`MISSING`] for one that is empty, or "unknown".
    fn value<'a>(&mut self, cell: Cell<'a>) -> Result<u16, Refusal<'a>> {
        let text = cell.bytes().trim_ascii();
        match self {
            _ if text.is_empty() || text.eq_ignore_ascii_case(b"unknown") => Ok(MISSING),
            Self::Answers(_, names) => names.find(cell).ok_or((ProblemCode::UnknownOption, cell)),
            Self::Zones(seen, zones) => {
                if let Some(at) = seen.find_cell(cell) {
                    return Ok(at);
                }
                let name = String::from_utf8_lossy(text).into_owned();
                require_zone(&name).map_err(|_| (ProblemCode::UnknownZone, cell))?;
                let at = zones.iter().position(|zone| *zone == name).unwrap_or(zones.len());
                if at == zones.len() {
                    zones.push(name);
                }
                let at = u16::try_from(at).unwrap_or(MISSING);
                seen.add(cell.bytes(), at);
                Ok(at)
            }
        }
    }
}

/// The cells of a row for the columns of facts.
pub(super) fn cells<'a, 'o>(
    row: Row<'a>,
    others: &'o [usize],
    channel: Option<usize>,
) -> impl Iterator<Item = Cell<'a>> + use<'a, 'o> {
    let places = others.iter().copied().map(Some).chain([channel]);
    places.map(move |place| place.map_or(Cell::EMPTY, |place| row.cell(place)))
}
