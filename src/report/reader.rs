use crate::Error;
use crate::calendar::LocalTime;
use crate::policy::Tree;
use crate::policy::model::{Document, Measure};

use super::channels::Channels;
use super::columns::{COLUMNS, Column, Layout, Located};
use super::ids::Ids;
use super::judge::{Judge, Outcome, wording};
use super::misses::{Missed, Misses};
use super::opening::Opening;
use super::options::{Options, short};
use super::problems::{Fault, Problems};
use super::result::{ColumnAt, Columns, Miss, ReportResult};
use super::rows::{Field, MAX_ROW_BYTES, Row, Rows};
use super::tally::{Hours, Tally, When, count};

/// Attainment over a log of cases, read in chunks of any size.
#[derive(Debug)]
pub struct Report {
    stage: Stage,
    body: Body,
    /// What the caller says stands between columns.
    delimiter: Option<u8>,
}

/// How far the log has been read.
#[derive(Debug)]
enum Stage {
    /// The first line has not ended.
    Opening(Opening),
    /// In rows.
    Rows(Rows),
    /// It is no text; the rest is passed over.
    Refused,
}

/// Everything that a row is put to.
#[derive(Debug)]
struct Body {
    header: Header,
    /// The header as it was read, and where each of [`COLUMNS`] stands.
    headers: Vec<String>,
    located: [Option<usize>; COLUMNS.len()],
    delimiter: Option<u8>,
    judge: Judge,
    zone: Option<LocalTime>,
    ids: Ids,
    tallies: Vec<Option<Box<Tally>>>,
    hours: Hours,
    channels: Channels,
    misses: Misses,
    problems: Problems,
    /// The number of the last row, as a spreadsheet counts.
    row: u64,
    /// Rows below the header that hold anything.
    rows: u64,
    /// Those that were not asked for.
    filtered: u64,
}

/// What is known of the columns.
#[derive(Debug)]
enum Header {
    /// It has not come yet.
    Awaited { given: [Option<Column>; COLUMNS.len()], measure: Box<Measure> },
    /// Known.
    Known(Layout),
    /// A column is missing, so that no row can be judged.
    Unusable,
}

impl Report {
    /// A report by a policy, with options as `Policy.report` of the npm package takes them.
    ///
    /// # Errors
    ///
    /// `invalid-options`, `invalid-instant`, `out-of-range`, `unknown-measure`, `unknown-zone`, `unknown-tier`,
    /// `unknown-severity`
    pub fn new(document: &Document, options: &Tree) -> Result<Self, Error> {
        let mut options = Options::from_json(options, document)?;
        let header = match document.measures.get(options.measure) {
            Some(measure) => {
                let given = std::mem::replace(&mut options.columns, [const { None }; COLUMNS.len()]);
                Header::Awaited { given, measure: Box::new(measure.clone()) }
            }
            None => Header::Unusable,
        };
        let judge = Judge::new(document, &mut options);
        Ok(Self {
            stage: Stage::Opening(Opening::default()),
            delimiter: options.delimiter,
            body: Body {
                header,
                headers: Vec::new(),
                located: [None; COLUMNS.len()],
                delimiter: None,
                judge,
                zone: options.zone,
                ids: Ids::default(),
                tallies: Vec::new(),
                hours: Hours::default(),
                channels: Channels::default(),
                misses: Misses::default(),
                problems: Problems::default(),
                row: 0,
                rows: 0,
                filtered: 0,
            },
        })
    }

    /// Takes bytes of CSV; returns how many rows have been read so far, the header not counted.
    pub fn push(&mut self, mut chunk: &[u8]) -> u64 {
        if let Stage::Opening(opening) = &mut self.stage {
            chunk = opening.take(chunk);
            if opening.has_ended() {
                self.open();
            }
        }
        if let Stage::Rows(rows) = &mut self.stage {
            rows.push(chunk, &mut |row| self.body.take(row));
        }
        self.body.rows
    }

    /// Ends the log.
    pub fn finish(mut self) -> ReportResult {
        self.open();
        if let Stage::Rows(rows) = &mut self.stage {
            rows.finish(&mut |row| self.body.take(row));
            if matches!(self.body.header, Header::Awaited { .. }) {
                self.body.problems.add(Fault::EmptyLog, 1, || "the log is empty: it has not even a header".to_owned());
            }
        }
        self.body.into_result()
    }

    /// Goes from the first line on to rows.
    fn open(&mut self) {
        let Stage::Opening(opening) = &self.stage else { return };
        match opening.text() {
            Ok(text) => {
                let delimiter = self.delimiter.unwrap_or_else(|| opening.delimiter());
                let mut rows = Rows::new(delimiter);
                self.body.delimiter = Some(delimiter).filter(|_| !text.is_empty());
                rows.push(text, &mut |row| self.body.take(row));
                self.stage = Stage::Rows(rows);
            }
            Err(message) => {
                self.body.problems.add(Fault::InvalidEncoding, 1, || message.to_owned());
                self.stage = Stage::Refused;
            }
        }
    }
}

impl Body {
    #[inline]
    fn take(&mut self, row: Row) {
        self.row += 1;
        let is_header = matches!(self.header, Header::Awaited { .. });
        if !is_header && !matches!(row, Row::Blank) {
            self.rows += 1;
        }
        match row {
            Row::Fields(row, fields) if is_header => self.read_header(row, fields),
            Row::Fields(row, fields) => self.read_case(row, fields),
            Row::Blank => {}
            Row::TooLong => {
                self.refuse(Fault::LimitExceeded, format_args!("more than {MAX_ROW_BYTES} bytes"));
            }
            Row::Unclosed => self.refuse(
                Fault::UnclosedQuote,
                format_args!("a quote is opened in this row and never closed: whatever follows it could not be read"),
            ),
        }
    }

    /// A row that is none; as a header, it is of no use.
    #[cold]
    fn refuse(&mut self, fault: Fault, message: std::fmt::Arguments) {
        self.problems.add(fault, self.row, || message.to_string());
        if matches!(self.header, Header::Awaited { .. }) {
            self.header = Header::Unusable;
        }
    }

    #[cold]
    fn read_header(&mut self, row: &[u8], fields: &[Field]) {
        let Header::Awaited { given, measure } = &self.header else { return };
        if std::str::from_utf8(row).is_err() {
            self.problems.add(Fault::InvalidUtf8, self.row, || NOT_UTF_8.to_owned());
        }
        let headers: Vec<String> = fields.iter().map(|field| field.text(row)).collect();
        let located = Located::new(&headers, given, measure, self.judge.needs());
        self.header = match located.layout(headers.len()) {
            Some(layout) => Header::Known(layout),
            None => Header::Unusable,
        };
        for message in located.problems {
            self.problems.add(Fault::MissingColumn, self.row, || message);
        }
        (self.headers, self.located) = (headers, located.found);
    }

    #[inline]
    fn read_case(&mut self, row: &[u8], fields: &[Field]) {
        let Header::Known(layout) = &self.header else { return };
        if !is_plain(row) {
            if row.contains(&0) {
                return self.problems.add(Fault::NotText, self.row, || "a NUL byte: this is no text".to_owned());
            }
            if std::str::from_utf8(row).is_err() {
                return self.problems.add(Fault::InvalidUtf8, self.row, || NOT_UTF_8.to_owned());
            }
        }
        if fields.len() != layout.count {
            let (found, expected) = (fields.len(), layout.count);
            let message = || format!("columns: {found}; the header has {expected}");
            return self.problems.add(Fault::WrongColumnCount, self.row, message);
        }
        let case = match self.judge.judge(row, fields, layout, self.zone.as_ref()) {
            Ok(Some(case)) => case,
            Ok(None) => {
                self.filtered += 1;
                return;
            }
            Err((fault, value)) => return self.problems.add(fault, self.row, || wording(fault, &value)),
        };
        let id = layout.id.and_then(|column| fields.get(column)).map(|field| field.bytes(row)).unwrap_or_default();
        if !id.is_empty() && !self.ids.add(&id) {
            return self.problems.add(Fault::DuplicateId, self.row, || wording(Fault::DuplicateId, &id));
        }
        if self.tallies.len() <= case.group {
            self.tallies.resize(case.group + 1, None);
        }
        let when = When::new(case.submitted_at, self.zone.as_ref());
        self.tallies[case.group].get_or_insert_default().add(&case, &when);
        self.hours.add(when.hour, case.outcome);
        if let Some(channel) = layout.channel.and_then(|column| fields.get(column)) {
            count(self.channels.of(&channel.bytes(row)), case.outcome);
        }
        if let Outcome::Missed { overrun } = case.outcome
            && self.misses.would_keep(overrun)
        {
            let (row, group, submitted_at) = (self.row, case.group, case.submitted_at);
            let id = short(&String::from_utf8_lossy(&id));
            self.misses.add(Missed { overrun, row, id, group, submitted_at });
        }
    }

    fn into_result(self) -> ReportResult {
        let judge = &self.judge;
        let mut all = Tally::default();
        let mut groups = Vec::new();
        let seen: Vec<(Option<(&str, &str)>, &Tally)> = self
            .tallies
            .iter()
            .enumerate()
            .filter_map(|(group, tally)| Some((Some(judge.ids(group)), tally.as_deref()?)))
            .collect();
        for (ids, tally) in &seen {
            all.add_all(tally);
            groups.push(tally.group(*ids));
        }
        groups.push(all.group(None));
        let mut weeks = Vec::new();
        if let Some((first, last)) = all.weeks() {
            for week in first..=last {
                weeks.extend(seen.iter().filter_map(|(ids, tally)| tally.week(week, *ids)));
                weeks.extend(all.week(week, None));
            }
        }
        let mut months = Vec::new();
        if let Some((first, last)) = all.months() {
            for month in first..=last {
                months.extend(seen.iter().filter_map(|(ids, tally)| tally.month(month, *ids)));
                months.extend(all.month(month, None));
            }
        }
        let misses = self.misses.into_sorted().map(|miss| {
            let (tier, severity) = judge.ids(miss.group);
            Miss {
                row: miss.row,
                id: miss.id,
                tier: tier.to_owned(),
                severity: severity.to_owned(),
                submitted_at: miss.submitted_at,
                overrun_seconds: miss.overrun as f64 / 1_000.0,
            }
        });
        let [id, tier, severity, submitted_at, stopped_at, channel] = self.located.map(|index| {
            let index = index?;
            Some(ColumnAt { index, name: self.headers.get(index)?.clone() })
        });
        ReportResult {
            rows: self.rows,
            filtered: self.filtered,
            delimiter: self.delimiter.map(|delimiter| char::from(delimiter).to_string()),
            columns: Columns { id, tier, severity, submitted_at, stopped_at, channel },
            headers: self.headers,
            groups,
            weeks,
            months,
            channels: self.channels.into_result(),
            hours: self.hours.into_result(),
            misses: misses.collect(),
            problems: self.problems.into_result(),
        }
    }
}

const NOT_UTF_8: &str = "not UTF-8: save the log as CSV in UTF-8";

/// Whether a row is certainly ASCII without NUL bytes, eight bytes at a time.
#[inline]
fn is_plain(row: &[u8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let mut chunks = row.chunks_exact(8);
    let words = chunks.by_ref().fold(0, |odd: u64, chunk| {
        let word = chunk.try_into().map_or(0, u64::from_le_bytes);
        // The top bit of a byte is set in `word` where it is no ASCII, and in the difference where it is zero.
        odd | word | word.wrapping_sub(ONES)
    });
    words & (ONES << 7) == 0 && chunks.remainder().iter().all(|byte| (1..0x80).contains(byte))
}
