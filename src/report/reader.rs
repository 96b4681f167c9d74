use std::sync::Arc;

use case_slo_log::{Case, Decoder, Field, Ids, Known, MAX_ROW_BYTES, Outcome, Row, Tallies, Tally, fields};

use crate::Error;
use crate::calendar::LocalTime;
use crate::policy::Tree;
use crate::policy::model::{Document, Measure};

use super::channels::Channels;
use super::columns::{COLUMNS, Column, Located};
use super::judge::{Judge, Judged, Verdict, wording};
use super::misses::{Missed, Misses};
use super::options::Options;
use super::problems::{Fault, Problems};
use super::result::{ColumnAt, Columns, Miss, ReportResult};
use super::source::{EMPTY, NOT_UTF_8, Source, Taker, UNCLOSED, illegible};
use super::tally;

const TOO_MANY_IDS: &str =
    "more different ids than can be remembered: from here on, a case that comes again may be counted again";

/// Attainment over a log of cases, read in chunks of any size.
#[derive(Debug)]
pub struct Report {
    source: Source,
    body: Body,
}

/// Everything that a row is put to.
#[derive(Debug)]
struct Body {
    header: Header,
    /// The header as it was read, and where each of [`COLUMNS`] stands.
    headers: Vec<String>,
    located: [Option<usize>; COLUMNS.len()],
    delimiter: Option<u8>,
    /// Decodes many rows at once; without it, every row is read with care.
    decoder: Option<Box<Decoder>>,
    judge: Judge,
    zone: Option<LocalTime>,
    ids: Ids,
    tallies: Tallies,
    /// Cases that have been judged and not been counted yet.
    judged: Vec<case_slo_log::Judged>,
    channels: Channels,
    misses: Misses,
    problems: Problems,
    /// The number of the last row, as a spreadsheet counts.
    row: u64,
    /// Rows below the header that hold anything.
    rows: u64,
    /// Those that were not asked for.
    filtered: u64,
    /// Whether it has been told that not all ids are remembered.
    is_full: bool,
}

/// What is known of the columns.
#[derive(Debug)]
enum Header {
    /// It has not come yet.
    Awaited { given: [Option<Column>; COLUMNS.len()], measure: Box<Measure> },
    /// Known.
    Known(case_slo_log::Columns),
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
        let groups = judge.groups();
        Ok(Self {
            source: Source::new(options.delimiter),
            body: Body {
                header,
                headers: Vec::new(),
                located: [None; COLUMNS.len()],
                delimiter: None,
                decoder: None,
                judge,
                zone: options.zone,
                ids: Ids::default(),
                tallies: Tallies::new(groups),
                judged: Vec::new(),
                channels: Channels::default(),
                misses: Misses::default(),
                problems: Problems::default(),
                row: 0,
                rows: 0,
                filtered: 0,
                is_full: false,
            },
        })
    }

    /// Takes bytes of CSV; returns how many rows have been read so far, the header not counted.
    pub fn push(&mut self, chunk: &[u8]) -> u64 {
        self.source.push(chunk, &mut self.body);
        self.body.rows
    }

    /// Ends the log.
    pub fn finish(mut self) -> ReportResult {
        let was_text = self.source.finish(&mut self.body);
        if was_text && matches!(self.body.header, Header::Awaited { .. }) {
            self.body.problems.add(Fault::EmptyLog, 1, || EMPTY.to_owned());
        }
        self.body.into_result()
    }
}

impl Taker for Body {
    fn begin(&mut self, delimiter: Option<u8>) {
        self.delimiter = delimiter;
    }

    fn refuse_all(&mut self, message: &'static str) {
        self.problems.add(Fault::InvalidEncoding, 1, || message.to_owned());
    }

    fn take_batch(&mut self, bytes: &[u8]) -> usize {
        let Header::Known(columns) = self.header else { return 0 };
        // Taken out for as long as its rows are looked at.
        let Some(mut decoder) = self.decoder.take() else { return 0 };
        let (tiers, severities) = self.judge.known();
        let (read, rows) = decoder.decode(bytes, Known { tiers, severities, channels: self.channels.seen() });
        for row in rows {
            if row.case().and_then(|case| self.take_case(case, &columns, bytes)).is_none() {
                self.take_row(part(bytes, row.place));
            }
        }
        self.decoder = Some(decoder);
        read
    }

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
            Row::Unclosed => self.refuse(Fault::UnclosedQuote, format_args!("{UNCLOSED}")),
        }
    }
}

impl Body {
    /// Takes a case that has been decoded; `None`, and nothing is counted, where its row has to be read with care.
    #[inline(always)]
    fn take_case(&mut self, case: &Case, columns: &case_slo_log::Columns, bytes: &[u8]) -> Option<()> {
        let channel = part(bytes, case.channel_at);
        match self.judge.judge_case(case, columns.tier.is_some(), channel, self.zone.as_ref())? {
            Verdict::Judged(judged) => {
                let id = part(bytes, case.id);
                if !id.is_empty() && !self.ids.add(id) {
                    return None;
                }
                let index = if case.channel == u16::MAX { self.channels.index(channel) } else { case.channel };
                self.row += 1;
                self.count(&judged, columns.channel.map(|_| index), id);
            }
            Verdict::NotAskedFor => {
                self.row += 1;
                self.filtered += 1;
            }
        }
        self.rows += 1;
        Some(())
    }

    /// Takes a row that has to be read with care.
    #[cold]
    fn take_row(&mut self, row: &[u8]) {
        if row.is_empty() {
            self.take(Row::Blank);
        } else if row.len() > MAX_ROW_BYTES {
            self.take(Row::TooLong);
        } else {
            self.take(Row::Fields(row, &fields(row, self.delimiter.unwrap_or(b','))));
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
            Some(columns) => {
                self.decoder = self.delimiter.and_then(|delimiter| Decoder::new(delimiter, &columns)).map(Box::new);
                Header::Known(columns)
            }
            None => Header::Unusable,
        };
        for message in located.problems {
            self.problems.add(Fault::MissingColumn, self.row, || message);
        }
        (self.headers, self.located) = (headers, located.found);
    }

    fn read_case(&mut self, row: &[u8], fields: &[Field]) {
        let Header::Known(columns) = self.header else { return };
        if let Some((fault, message)) = illegible(row, fields, columns.count) {
            return self.problems.add(fault, self.row, || message);
        }
        let case = match self.judge.judge(row, fields, &columns, self.zone.as_ref()) {
            Ok(Verdict::Judged(case)) => case,
            Ok(Verdict::NotAskedFor) => {
                self.filtered += 1;
                return;
            }
            Err((fault, value)) => return self.problems.add(fault, self.row, || wording(fault, &value)),
        };
        let cell = |column: Option<usize>| column.and_then(|column| fields.get(column)).map(|field| field.bytes(row));
        let id = cell(columns.id).unwrap_or_default();
        if !id.is_empty() && !self.ids.add(&id) {
            return self.problems.add(Fault::DuplicateId, self.row, || wording(Fault::DuplicateId, &id));
        }
        let channel = cell(columns.channel).map(|channel| self.channels.index(&channel));
        self.count(&case, channel, &id);
    }

    /// Takes a case to be counted.
    #[inline(always)]
    fn count(&mut self, case: &Judged, channel: Option<u16>, id: &[u8]) {
        /// So many are counted at once: as many as stay close to the processor.
        const MOST: usize = 256;
        let submitted = case.submitted_at;
        if self.judged.len() >= MOST {
            self.count_all();
        }
        self.judged.push(case_slo_log::Judged {
            group: case.group as u32,
            channel,
            outcome: case.outcome,
            local: self.zone.as_ref().map_or(submitted.millis(), |zone| zone.local(submitted)),
            stopped_after: case.stopped_after,
        });
        if case.outcome == Outcome::Missed && self.misses.would_keep(case.overrun) {
            let (overrun, row) = (case.overrun, self.row);
            self.misses.add(Missed { overrun, row, group: case.group, submitted_at: submitted }, id);
        }
    }

    fn count_all(&mut self) {
        if self.ids.is_full() && !self.is_full {
            self.is_full = true;
            self.problems.add(Fault::LimitExceeded, self.row, || TOO_MANY_IDS.to_owned());
        }
        self.tallies.add_all(&self.judged);
        self.judged.clear();
    }

    fn into_result(mut self) -> ReportResult {
        self.count_all();
        let judge = &self.judge;
        let mut all = Tally::default();
        let mut groups = Vec::new();
        let seen: Vec<(Option<(&str, &str)>, Tally)> = self
            .tallies
            .take_groups()
            .enumerate()
            .filter_map(|(group, tally)| Some((Some(judge.ids(group)), tally?)))
            .collect();
        for (ids, tally) in &seen {
            all.add_all(tally);
            groups.push(tally::group(tally, *ids));
        }
        groups.push(tally::group(&all, None));
        let mut weeks = Vec::new();
        if let Some((first, last)) = all.weeks.span() {
            for week in first..=last {
                weeks.extend(seen.iter().filter_map(|(ids, tally)| tally::week(tally, week, *ids)));
                weeks.extend(tally::week(&all, week, None));
            }
        }
        let mut months = Vec::new();
        if let Some((first, last)) = all.months.span() {
            for month in first..=last {
                months.extend(seen.iter().filter_map(|(ids, tally)| tally::month(tally, month, *ids)));
                months.extend(tally::month(&all, month, None));
            }
        }
        let names: Vec<(Arc<str>, Arc<str>)> = (0..judge.groups())
            .map(|group| {
                let (tier, severity) = judge.ids(group);
                (tier.into(), severity.into())
            })
            .collect();
        let misses = self.misses.into_sorted().map(|(miss, id)| {
            let (tier, severity) = names[miss.group].clone();
            Miss {
                row: miss.row,
                id,
                tier,
                severity,
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
            channels: self.channels.into_result(&self.tallies.channels),
            hours: tally::hours(&self.tallies.hours),
            misses: misses.collect(),
            problems: self.problems.into_result(),
        }
    }
}

/// Bytes from a position to another.
fn part(bytes: &[u8], (from, to): (u32, u32)) -> &[u8] {
    bytes.get(from as usize..to as usize).unwrap_or_default()
}
