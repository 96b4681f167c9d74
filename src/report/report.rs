use std::sync::Arc;

use case_slo_log::{
    Cell, Decoder, HeldRows, Ids, LogReader, Missed, Misses, Outcome, Row, TalliedCase, Tallies, Tally, TextEncoding,
};

use crate::Error;
use crate::calendar::Instant;
use crate::clock::Calendars;
use crate::policy::model::{Document, Measure};

use super::case_columns::{
    CASE_COLUMNS, CHANNEL, CasePlaces, DUE_AT, ELAPSED, SEVERITY, STATUS, STOPPED_AT, STOPPED_TIME, SUBMITTED_AT, TIER,
    UPDATED_AT, stop_column,
};
use super::channels::Channels;
use super::columns::{Cells, Expected};
use super::companions::Status;
use super::elapsed::ElapsedUnit;
use super::evaluator::{EvaluatedCase, Evaluator, MAX_GROUPS, cell_at};
use super::goals::Goals;
use super::messages::{cut, message};
use super::options::{DateOrder, ReportOptions};
use super::presets::Preset;
use super::problems::ProblemCode;
use super::result::{Columns, ElapsedAt, Miss, ReportResult};
use super::settings::Settings;
use super::sheet::{comes_again, zone_of_header};
use super::table::Table;
use super::tally;

const TOO_MANY_IDS: &str = "the log has more different ids than are remembered: from this row on, a case \
     that comes again may be counted again";
const TOO_MANY_PERIODS: &str = "the log has more groups in more weeks or months than are counted separately: some of \
     their cases are counted for all groups together only";

/// Most characters of the id of a miss.
const MAX_ID: usize = 200;

/// Attainment over a log of cases, read in chunks of any size.
///
/// # Examples
///
/// ```
/// use case_slo::report::ReportOptions;
/// use case_slo::{Instant, Policy};
///
/// let mut report = Policy::reference().report(&ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?))?;
/// for chunk in [&b"id,tier,severity,submitted,stopped\n"[..], b"1,premium,low,2026-02-03T07:14:00Z,\n"] {
///     report.push(chunk);
/// }
/// // An open case that is overdue counts as missed.
/// assert_eq!(report.finish().groups[0].missed, 1);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug)]
pub struct Report {
    decoder: Decoder,
    reader: LogReader,
    table: Table<{ CASE_COLUMNS.len() }>,
    evaluator: Evaluator,
    counts: CaseCounts,
}

/// The counts of a report.
#[derive(Debug)]
struct CaseCounts {
    ids: Ids,
    tallies: Tallies,
    channels: Channels,
    misses: Misses,
    goals: Goals,
    /// The other measures of the goals.
    others: Vec<OtherMeasure>,
    /// Rows that wait until the log has been read, because of the order of their dates or because later rows may replace them.
    held: HeldRows,
    /// Whether a case has a row for each of its events, of which the last one counts.
    has_events: bool,
    /// The places of the columns in a row, and of the columns of facts.
    places: CasePlaces,
    facts: Vec<usize>,
    /// Whether rows are evaluated that were held.
    are_held: bool,
    /// The unit of durations that the caller gives.
    elapsed_unit: Option<ElapsedUnit>,
    filtered: u64,
    /// Whether the result says that not all ids are remembered.
    ids_are_partial: bool,
}

/// A measure of a goal beside the measure of the report.
#[derive(Debug)]
struct OtherMeasure {
    measure: Measure,
    evaluator: Evaluator,
    /// The column of its stop; `None` before the header, and if the log has none.
    column: Option<usize>,
    /// The current case, as far as this measure is concerned.
    case: Option<EvaluatedCase>,
}

impl Report {
    /// A report by the document and the calendars of a policy.
    pub(crate) fn new(
        document: Arc<Document>,
        calendars: Arc<Calendars>,
        options: &ReportOptions,
    ) -> Result<Self, Error> {
        let mut settings = Settings::new(options, &document)?;
        let measure = document.measures.get(settings.measure).cloned();
        let columns = std::mem::take(&mut settings.columns);
        let context = settings.context.clone();
        let reader = LogReader::new(settings.form);
        let (preset, elapsed_unit) = (settings.preset, settings.elapsed_unit);
        let goals = Goals::of(&document);
        let others = OtherMeasure::of(&document, &calendars, settings.measure, options)?;
        let evaluator = Evaluator::new(document, calendars, settings);
        let expected = measure.map(|measure| {
            let mut expected = Expected::of_cases(columns, &measure, evaluator.needs(), preset);
            let (tiers, severities) = evaluator.names();
            expected.cells[TIER] = Cells::Names(Box::new(tiers.clone()));
            expected.cells[SEVERITY] = Cells::Names(Box::new(severities.clone()));
            Expected { others: context, ..expected }
        });
        Ok(Self {
            decoder: Decoder::default(),
            reader,
            table: Table::new(expected),
            evaluator,
            counts: CaseCounts {
                ids: Ids::new(options.id_seed),
                tallies: Tallies::default(),
                channels: Channels::default(),
                misses: Misses::default(),
                goals,
                others,
                held: HeldRows::new(0),
                has_events: false,
                places: [None; CASE_COLUMNS.len()],
                facts: Vec::new(),
                are_held: false,
                elapsed_unit,
                filtered: 0,
                ids_are_partial: false,
            },
        })
    }

    /// Looks at so many bytes only to find out the form of the log.
    #[cfg(test)]
    pub(super) fn look_at(&mut self, bytes: usize) {
        self.reader = LogReader::with_sample(Default::default(), bytes);
    }

    /// Takes bytes of CSV; returns the number of rows so far, the header not among them. Before the first rows have been
    /// looked at, the number is about right.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::report::ReportOptions;
    /// use case_slo::{Instant, Policy};
    ///
    /// let mut report = Policy::reference().report(&ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?))?;
    /// // A chunk may end in the middle of a row.
    /// assert_eq!(report.push(b"id,tier,severity,submitted,stopped\n1,premium,"), 0);
    /// assert_eq!(report.push(b"low,2026-02-03T07:14:00Z,\n"), 1);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn push(&mut self, chunk: &[u8]) -> u64 {
        let Self { decoder, reader, table, evaluator, counts } = self;
        let mut lines = reader.read(decoder.decode(chunk));
        while let Some(line) = lines.next() {
            match table.take(line) {
                Some((row, _)) => counts.take(table, evaluator, &row),
                None => counts.prepare(table, evaluator),
            }
        }
        table.rows() + reader.rows_ahead()
    }

    /// Ends the log.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::report::{ProblemCode, ReportOptions};
    /// use case_slo::{Instant, Policy};
    ///
    /// let report = Policy::reference().report(&ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?))?;
    /// let result = report.finish();
    /// assert_eq!((result.coverage, result.problems[0].code), (None, ProblemCode::EmptyLog));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn finish(mut self) -> ReportResult {
        let Self { decoder, reader, table, evaluator, counts } = &mut self;
        let rest = decoder.finish().to_vec();
        for is_last in [false, true] {
            let mut lines = if is_last { reader.finish() } else { reader.read(&rest) };
            while let Some(line) = lines.next() {
                match table.take(line) {
                    Some((row, _)) => counts.take_last(table, evaluator, &row),
                    None => counts.prepare(table, evaluator),
                }
            }
        }
        table.finish();
        counts.end(table, evaluator);
        if counts.tallies.are_partial() {
            table.note(ProblemCode::LimitExceeded, || TOO_MANY_PERIODS.to_owned());
        }
        self.into_result()
    }

    fn into_result(mut self) -> ReportResult {
        let evaluator = &self.evaluator;
        let mut all = Tally::default();
        let mut groups = Vec::new();
        let tallies = self.counts.tallies.groups();
        for (group, tally) in evaluator.groups_in_order().filter_map(|group| Some((group, tallies.get(group)?))) {
            if tally.outcomes.iter().any(|count| *count > 0) {
                all.add_all(tally);
                groups.push(tally::group(tally, Some(evaluator.ids(group))));
            }
        }
        groups.push(tally::group(&all, None));
        let order: Vec<usize> = evaluator.groups_in_order().collect();
        let tallies = &self.counts.tallies;
        let (weeks, months) = (tally::weeks(tallies, &order, evaluator), tally::months(tallies, &order, evaluator));
        let names: Vec<(Arc<str>, Arc<str>)> = (0..order.len())
            .map(|group| {
                let (tier, severity) = evaluator.ids(group);
                (tier.into(), severity.into())
            })
            .collect();
        let misses = self.counts.misses.into_sorted();
        let misses = misses.iter().filter_map(|(miss, id)| {
            let (tier, severity) = names.get(miss.group)?.clone();
            let overrun_seconds = miss.overrun as f64 / 1_000.0;
            let id = cut(&String::from_utf8_lossy(id), MAX_ID);
            Some(Miss {
                row: miss.row,
                id,
                tier,
                severity,
                submitted_at: Instant::within(miss.submitted_at)?,
                overrun_seconds,
                open: miss.is_open,
            })
        });
        let encoding = match self.decoder.encoding() {
            TextEncoding::Utf8 => self.reader.encoding(),
            other => other,
        };
        let mut reading = self.table.reading(encoding.name(), CASE_COLUMNS);
        for (at, order) in self.evaluator.date_orders() {
            reading.date_order.insert(CASE_COLUMNS[at].to_owned(), DateOrder::found(order));
        }
        let [id, tier, severity, mut submitted_at, mut stopped_at, channel, elapsed, due_at, event, more @ ..] =
            self.table.columns();
        let [submitted_time, stopped_time, mut status] = more;
        if self.counts.has_events {
            submitted_at = submitted_at.or_else(|| event.clone());
            status = status.filter(|_| stopped_at.is_none() && elapsed.is_none());
            stopped_at = stopped_at.or(event.filter(|_| status.is_some()));
        }
        for (at, column) in [(SUBMITTED_AT, &submitted_at), (STOPPED_AT, &stopped_at), (DUE_AT, &due_at)] {
            if let Some(zone) = column.as_ref().and_then(|column| zone_of_header(&column.name)) {
                reading.zones.insert(CASE_COLUMNS[at].to_owned(), zone.to_owned());
            }
        }
        let unit = self.evaluator.elapsed_unit;
        reading.elapsed = elapsed.map(|column| ElapsedAt { index: column.index, name: column.name, unit });
        reading.due_at = due_at;
        let (rows, coverage) = (self.table.rows(), self.table.coverage());
        let (headers, problems) = self.table.into_parts();
        ReportResult {
            rows,
            coverage,
            filtered: self.counts.filtered,
            delimiter: self.reader.delimiter().map(|delimiter| char::from(delimiter).to_string()),
            columns: Columns {
                id,
                tier,
                severity,
                submitted_at,
                stopped_at,
                channel,
                submitted_time,
                stopped_time,
                status,
            },
            reading,
            headers,
            groups,
            goals: self.counts.goals.into_results(self.evaluator.as_of, self.evaluator.zone.as_ref()),
            weeks,
            months,
            channels: self.counts.channels.into_result(&tallies.channels),
            hours: tally::hours(&tallies.hours),
            misses: misses.collect(),
            problems: problems.into_result(),
        }
    }
}

impl CaseCounts {
    /// Takes a row of the log.
    #[inline(always)]
    fn take(&mut self, table: &mut Table<{ CASE_COLUMNS.len() }>, evaluator: &mut Evaluator, row: &Row) {
        if self.has_events && !self.are_held {
            return self.take_event(table, row);
        }
        let case = match evaluator.evaluate(row, &self.facts) {
            Ok(Some(case)) => case,
            Ok(None) => {
                self.filtered += 1;
                return;
            }
            Err((code, cell)) => return self.refuse(table, evaluator, row, code, cell),
        };
        let [id, channel] = [self.places[0], self.places[CHANNEL]];
        let id = cell_at(row, id);
        if !self.others.is_empty() && !self.evaluate_others(row) {
            return self.hold(table, evaluator, row);
        }
        // The id of a row that was held has been taken note of.
        if !self.are_held && !self.add_id(table, id) {
            return;
        }
        let channel = match channel {
            Some(place) => Some(self.channels.index(row.cell(place))),
            None => None,
        };
        self.count(&case, channel, id, table.row(), evaluator);
        if !self.others.is_empty() {
            self.count_others();
        }
    }

    /// Takes one of the last rows of the log: one copy of the code is enough for these.
    #[inline(never)]
    fn take_last(&mut self, table: &mut Table<{ CASE_COLUMNS.len() }>, evaluator: &mut Evaluator, row: &Row) {
        self.take(table, evaluator, row);
    }

    /// Takes note of the id of a row; false, with a problem, if a row before has it.
    #[inline(always)]
    fn add_id(&mut self, table: &mut Table<{ CASE_COLUMNS.len() }>, id: Cell) -> bool {
        if !id.bytes().is_empty() && !self.ids.add(id) {
            refuse(table, ProblemCode::DuplicateId, id);
            return false;
        }
        if self.ids.is_full() && !self.ids_are_partial {
            self.ids_are_partial = true;
            table.note(ProblemCode::LimitExceeded, || TOO_MANY_IDS.to_owned());
        }
        true
    }

    /// Takes note of a row that could not be evaluated, or not yet.
    #[cold]
    fn refuse(
        &mut self,
        table: &mut Table<{ CASE_COLUMNS.len() }>,
        evaluator: &mut Evaluator,
        row: &Row,
        code: ProblemCode,
        cell: Cell,
    ) {
        if evaluator.is_pending(code) {
            self.hold(table, evaluator, row);
        } else if !self.are_held && table.is_no_case(row) {
            table.pass_over();
        } else if self.are_held || !table.may_be_footer(row, code, cell) {
            refuse(table, code, cell);
        }
    }

    /// Looks at the header and the first rows, once they are there.
    #[cold]
    fn prepare(&mut self, table: &mut Table<{ CASE_COLUMNS.len() }>, evaluator: &mut Evaluator) {
        let Some((places, sample)) = table.take_sample() else { return };
        (self.places, self.facts) = (places, table.others.clone());
        let usual_unit = table.preset().and_then(Preset::unit);
        evaluator.prepare(table.headers(), places, &sample, [self.elapsed_unit, usual_unit]);
        for other in &mut self.others {
            other.column = stop_column(&other.measure, table.headers(), &places);
            other.evaluator.prepare(table.headers(), other.places(places, other.column), &sample, [None, usual_unit]);
        }
        self.held = HeldRows::new(places.len() + self.facts.len() + self.others.len());
        self.has_events = places[UPDATED_AT].is_some() && places[0].is_some_and(|id| comes_again(&sample, id));
    }

    /// Takes a row that tells an event: it replaces the row before of the same case.
    #[inline(never)]
    fn take_event(&mut self, table: &mut Table<{ CASE_COLUMNS.len() }>, row: &Row) {
        let id = cell_at(row, self.places[0]).bytes();
        if table.is_no_case(row) {
            return table.pass_over();
        }
        if self.held.is_full() {
            return refuse(table, ProblemCode::LimitExceeded, Cell::EMPTY);
        }
        let told = self.told_by_events(row, id);
        let cells = held_cells(self.places, &self.facts, &self.others).map(|place| cell_at(row, place));
        let cells = (0..).zip(cells).map(|(at, cell)| match &told {
            [Some(submitted), _] if at == SUBMITTED_AT => Cell::from(submitted.as_slice()),
            [_, Some(stopped)] if at == STOPPED_AT => Cell::from(stopped.as_slice()),
            _ => cell,
        });
        if id.is_empty() {
            self.held.add(table.row(), cells);
        } else {
            self.held.replace(id, table.row(), cells);
        }
    }

    /// The submission and the stop that the events of a case tell up to a row, where the log has no columns of these: its first
    /// event, and the first one since which its status is a closed one.
    fn told_by_events(&self, row: &Row, id: &[u8]) -> [Option<Vec<u8>>; 2] {
        let before = self.held.last(id);
        let event = cell_at(row, self.places[UPDATED_AT]).bytes();
        let first = |at: usize| {
            let before = before.as_ref().map(|row| row.cell(at).bytes()).filter(|text| !text.is_empty());
            before.unwrap_or(event)
        };
        let stop = || {
            let status = String::from_utf8_lossy(cell_at(row, self.places[STATUS]).bytes());
            if Status::read(&status) == Some(Status::Closed) { first(STOPPED_AT) } else { &[] }
        };
        let [is_submitted, is_stopped] = self.are_told();
        [is_submitted.then(|| first(SUBMITTED_AT).to_vec()), is_stopped.then(|| stop().to_vec())]
    }

    /// Whether the events of cases tell the submission, and the stop.
    fn are_told(&self) -> [bool; 2] {
        let has = |at: usize| self.places[at].is_some();
        let tells_stop = has(STATUS) && !has(STOPPED_AT) && !has(ELAPSED);
        [self.has_events && !has(SUBMITTED_AT), self.has_events && tells_stop]
    }

    /// Holds a row until the order of day and month is known.
    #[inline(never)]
    fn hold(&mut self, table: &mut Table<{ CASE_COLUMNS.len() }>, evaluator: &mut Evaluator, row: &Row) {
        if !self.add_id(table, cell_at(row, self.places[0])) {
            return;
        }
        let cells = held_cells(self.places, &self.facts, &self.others).map(|place| cell_at(row, place));
        self.held.add(table.row(), cells);
        if self.held.is_full() {
            // Beyond the limit, the dates so far decide.
            evaluator.end();
            self.others.iter_mut().for_each(|other| other.evaluator.end());
        }
    }

    /// Evaluates the rows that were held.
    #[inline(never)]
    fn end(&mut self, table: &mut Table<{ CASE_COLUMNS.len() }>, evaluator: &mut Evaluator) {
        let held = std::mem::replace(&mut self.held, HeldRows::new(0));
        table.count_replaced(&held);
        // In a row that is held, the columns stand in the order of `held_cells`.
        let columns = self.places.len();
        self.are_held = true;
        let [is_submitted, is_stopped] = self.are_told();
        self.places = std::array::from_fn(|at| {
            let is_told = at == SUBMITTED_AT && is_submitted || at == STOPPED_AT && is_stopped;
            self.places[at].map(|_| at).or(is_told.then_some(at))
        });
        if self.has_events {
            // The stop of a case is that of its last row, whatever the status of that row.
            self.places[STATUS] = None;
        }
        self.facts = (columns..).take(self.facts.len()).collect();
        evaluator.set_places(self.places);
        for (at, other) in (columns + self.facts.len()..).zip(&mut self.others) {
            let places = other.places(self.places, other.column.map(|_| at));
            other.evaluator.set_places(places);
        }
        if self.has_events {
            // The dates of the rows that count decide their order.
            for (_, row) in held.iter() {
                let _ = evaluator.evaluate_apart(&row, &self.facts);
                self.evaluate_others(&row);
            }
        }
        evaluator.end();
        self.others.iter_mut().for_each(|other| other.evaluator.end());
        for (number, row) in held.iter() {
            table.revisit(number);
            self.take_last(table, evaluator, &row);
        }
    }

    /// Evaluates the other measures of the goals; false if a row has to wait until the order of its dates is known.
    #[inline(never)]
    fn evaluate_others(&mut self, row: &Row) -> bool {
        let facts = &self.facts;
        self.others.iter_mut().all(|other| {
            other.case = None;
            match other.evaluator.evaluate_apart(row, facts) {
                Ok(case) => other.case = case,
                Err((code, _)) if other.evaluator.is_pending(code) => return false,
                Err(_) => {}
            }
            true
        })
    }

    /// Counts the other measures of the goals.
    fn count_others(&mut self) {
        for other in &mut self.others {
            let Some(case) = other.case.take() else { continue };
            let Some(goal) = case.goal else { continue };
            if other.column.is_none() {
                self.goals.lacks(goal);
                continue;
            }
            let zone = other.evaluator.zone.as_ref();
            let local = zone.map_or(case.submitted_at.millis(), |zone| zone.local(case.submitted_at));
            self.goals.add(goal, case.submitted_at, local, case.outcome);
        }
    }

    #[inline(always)]
    fn count(&mut self, case: &EvaluatedCase, channel: Option<u16>, id: Cell, row: u64, evaluator: &Evaluator) {
        let EvaluatedCase { group, submitted_at, outcome, overrun, stopped_after, goal } = *case;
        let local = evaluator.zone.as_ref().map_or(submitted_at.millis(), |zone| zone.local(submitted_at));
        self.tallies.add(&TalliedCase { group, channel, outcome, local, stopped_after });
        if let Some(goal) = goal {
            self.goals.add(goal, submitted_at, local, outcome);
        }
        if outcome == Outcome::Missed && self.misses.would_keep(overrun) {
            let (submitted_at, is_open) = (submitted_at.millis(), stopped_after.is_none());
            self.misses.add(Missed { overrun, row, group, submitted_at, is_open }, id.bytes());
        }
    }
}

/// The columns whose cells are kept of a row that is held.
fn held_cells<'a>(
    columns: CasePlaces,
    facts: &'a [usize],
    others: &'a [OtherMeasure],
) -> impl Iterator<Item = Option<usize>> + use<'a> {
    columns.into_iter().chain(facts.iter().copied().map(Some)).chain(others.iter().map(|other| other.column))
}

impl OtherMeasure {
    /// The places of its columns, with the stop at one of its own.
    fn places(&self, mut places: CasePlaces, stop: Option<usize>) -> CasePlaces {
        places[STOPPED_AT] = stop;
        for at in [STOPPED_TIME, ELAPSED, DUE_AT, STATUS] {
            places[at] = None;
        }
        places
    }

    /// The measures that count towards a goal, but for one.
    fn of(
        document: &Arc<Document>,
        calendars: &Arc<Calendars>,
        measure: usize,
        options: &ReportOptions,
    ) -> Result<Vec<Self>, Error> {
        let counts = |measure: &Measure| {
            document.objectives.iter().any(|entry| entry.measure == measure.id && entry.goal.is_some())
        };
        let others = document.measures.iter().enumerate().filter(|(at, other)| *at != measure && counts(other));
        others
            .map(|(at, other)| {
                let mut settings = Settings::new(options, document)?;
                settings.measure = at;
                let evaluator = Evaluator::new(Arc::clone(document), Arc::clone(calendars), settings);
                Ok(Self { measure: other.clone(), evaluator, column: None, case: None })
            })
            .collect()
    }
}

#[cold]
fn refuse(table: &mut Table<{ CASE_COLUMNS.len() }>, code: ProblemCode, cell: Cell) {
    if code.is_about_values() {
        table.count_value(code, cell.bytes());
    }
    table.refuse(code, || match code {
        ProblemCode::LimitExceeded => format!("more than {MAX_GROUPS} groups of a tier and a severity"),
        _ => message(code, cell.bytes()),
    });
}
