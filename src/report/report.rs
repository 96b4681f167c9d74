use std::sync::Arc;

use case_slo_log::{Cell, Ids, LogReader, Missed, Misses, Outcome, Row, TalliedCase, Tallies, Tally};

use crate::Error;
use crate::calendar::Instant;
use crate::clock::Calendars;
use crate::policy::model::{Document, Measure};

use super::channels::Channels;
use super::columns::{Expected, stop_column};
use super::evaluator::{EvaluatedCase, Evaluator, MAX_GROUPS};
use super::goals::Goals;
use super::messages::{cut, message};
use super::options::ReportOptions;
use super::problems::ProblemCode;
use super::result::{Columns, Miss, ReportResult};
use super::settings::Settings;
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
    reader: LogReader,
    table: Table<6>,
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
    is_located: bool,
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
        let reader = LogReader::new(settings.delimiter);
        let goals = Goals::of(&document);
        let others = OtherMeasure::of(&document, &calendars, settings.measure, options)?;
        let evaluator = Evaluator::new(document, calendars, settings);
        let needs = evaluator.needs();
        Ok(Self {
            reader,
            table: Table::new(
                measure.map(|measure| Expected { others: context, ..Expected::of_cases(columns, &measure, needs) }),
            ),
            evaluator,
            counts: CaseCounts {
                ids: Ids::new(options.id_seed),
                tallies: Tallies::default(),
                channels: Channels::default(),
                misses: Misses::default(),
                goals,
                others,
                filtered: 0,
                ids_are_partial: false,
            },
        })
    }

    /// Takes bytes of CSV; returns the number of rows so far, the header not among them.
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
        let Self { reader, table, evaluator, counts } = self;
        let mut lines = reader.read(chunk);
        while let Some(line) = lines.next() {
            if let Some((row, places)) = table.take(line) {
                counts.take(table, evaluator, &row, places);
            }
        }
        table.rows()
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
        let Self { reader, table, evaluator, counts } = &mut self;
        let mut lines = reader.finish();
        while let Some(line) = lines.next() {
            if let Some((row, places)) = table.take(line) {
                counts.take(table, evaluator, &row, places);
            }
        }
        table.finish();
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
        let [id, tier, severity, submitted_at, stopped_at, channel] = self.table.columns();
        let (rows, coverage) = (self.table.rows(), self.table.coverage());
        let (headers, problems) = self.table.into_parts();
        ReportResult {
            rows,
            coverage,
            filtered: self.counts.filtered,
            delimiter: self.reader.delimiter().map(|delimiter| char::from(delimiter).to_string()),
            columns: Columns { id, tier, severity, submitted_at, stopped_at, channel },
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
    /// Evaluates and counts a row.
    #[inline(always)]
    fn take(&mut self, table: &mut Table<6>, evaluator: &mut Evaluator, row: &Row, places: [Option<usize>; 6]) {
        let case = match evaluator.evaluate(row, places, &table.others) {
            Ok(Some(case)) => case,
            Ok(None) => {
                self.filtered += 1;
                return;
            }
            Err((code, cell)) => return refuse(table, code, cell),
        };
        let [id, .., channel] = places;
        let id = id.map_or(Cell::EMPTY, |place| row.cell(place));
        if !id.bytes().is_empty() && !self.ids.add(id) {
            return refuse(table, ProblemCode::DuplicateId, id);
        }
        if self.ids.is_full() && !self.ids_are_partial {
            self.ids_are_partial = true;
            table.note(ProblemCode::LimitExceeded, || TOO_MANY_IDS.to_owned());
        }
        let channel = match channel {
            Some(place) => Some(self.channels.index(row.cell(place))),
            None => None,
        };
        self.count(&case, channel, id, table.row(), evaluator);
        if !self.others.is_empty() {
            self.count_others(table, row, places);
        }
    }

    /// Counts the other measures of the goals.
    #[inline(never)]
    fn count_others(&mut self, table: &Table<6>, row: &Row, places: [Option<usize>; 6]) {
        for other in &mut self.others {
            if !other.is_located {
                other.column = stop_column(&other.measure, table.headers(), &places);
                other.is_located = true;
            }
            let mut places = places;
            places[4] = other.column;
            let Ok(Some(case)) = other.evaluator.evaluate(row, places, &table.others) else { continue };
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

impl OtherMeasure {
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
                Ok(Self { measure: other.clone(), evaluator, column: None, is_located: false })
            })
            .collect()
    }
}

#[cold]
fn refuse(table: &mut Table<6>, code: ProblemCode, cell: Cell) {
    if matches!(code, ProblemCode::UnknownTier | ProblemCode::UnknownSeverity | ProblemCode::UnknownOption) {
        table.count_value(code, cell.bytes());
    }
    table.refuse(code, || match code {
        ProblemCode::LimitExceeded => format!("more than {MAX_GROUPS} groups of a tier and a severity"),
        _ => message(code, cell.bytes()),
    });
}
