use std::collections::BTreeMap;

use case_slo_log::{Cell, Encoding, HeldRows, Line, MAX_ROW_BYTES, Row};

use super::case_columns::{CASE_COLUMNS, SUBMITTED_AT};
use super::columns::{Expected, Located};
use super::messages::{EMPTY_LOG, NOT_TEXT, NOT_UTF_8, UNCLOSED, message};
use super::presets::Preset;
use super::problems::{ProblemCode, Problems};
use super::result::{ColumnAt, Reading};

/// The header of a log and the numbers of its rows: the part that logs of cases and of outages have in common.
#[derive(Debug)]
pub(super) struct Table<const N: usize> {
    header: Header<N>,
    headers: Vec<String>,
    located: [Option<usize>; N],
    /// The indices of the further columns that the caller names.
    pub others: Vec<usize>,
    /// How the header was read: its row, the preset, and the columns that are known by their cells alone.
    header_row: u64,
    preset: Option<&'static Preset>,
    by_cells: Vec<usize>,
    /// The first rows below the header, until the first of them is evaluated.
    sample: Vec<Vec<String>>,
    /// Rows of few cells at the end of the log so far: footers, unless another row follows.
    tail: Vec<(u64, Tail)>,
    footers: u64,
    pub problems: Problems,
    /// The number of the last row, as a spreadsheet counts.
    row: u64,
    /// Rows below the header that hold anything, and those of them that could not be evaluated.
    rows: u64,
    refused: u64,
    /// Rows that a later row of the same case replaces.
    pub replaced: u64,
    /// The number of the last empty line.
    blank: u64,
}

/// The places of the columns, and the first rows below the header.
pub(super) type FirstRows<const N: usize> = ([Option<usize>; N], Vec<Vec<String>>);

/// A row of few cells.
#[derive(Debug)]
struct Tail {
    /// Whether it looks like a footer: a sentence, or behind an empty line.
    is_footer: bool,
    /// The problem of the row if it is none.
    code: ProblemCode,
    value: Vec<u8>,
    message: String,
}

/// Most rows of few cells that may be footers.
const MOST_FOOTERS: usize = 20;

/// The state of the header.
#[derive(Debug)]
enum Header<const N: usize> {
    /// It has not come yet.
    Awaited(Box<Expected<N>>),
    /// It has all necessary columns.
    Known,
    /// It has, and the last rows may be footers.
    Tail,
    /// A necessary column is missing, so that no row can be evaluated.
    Unusable,
}

impl<const N: usize> Table<N> {
    /// A table of which no line has come; without columns, no row can be evaluated.
    pub fn new(expected: Option<Expected<N>>) -> Self {
        Self {
            header: expected.map_or(Header::Unusable, |expected| Header::Awaited(Box::new(expected))),
            headers: Vec::new(),
            located: [None; N],
            others: Vec::new(),
            header_row: 0,
            preset: None,
            by_cells: Vec::new(),
            sample: Vec::new(),
            tail: Vec::new(),
            footers: 0,
            problems: Problems::default(),
            row: 0,
            rows: 0,
            refused: 0,
            replaced: 0,
            blank: 0,
        }
    }

    /// Takes the next line of the log: a row that can be evaluated, with the places of its columns. Any other line is counted.
    #[inline(always)]
    pub fn take<'a>(&mut self, line: Line<'a>) -> Option<(Row<'a>, [Option<usize>; N])> {
        if let (Line::Row(row), Header::Known) = (&line, &self.header)
            && row.encoding() == Encoding::Utf8
            && row.len() == self.headers.len()
        {
            self.row += 1;
            self.rows += 1;
            return Some((*row, self.located));
        }
        self.take_other(line)
    }

    /// Takes a line that is not a row of as many cells as the header in UTF-8. Of these, some rows can be evaluated still.
    #[inline(never)]
    fn take_other<'a>(&mut self, line: Line<'a>) -> Option<(Row<'a>, [Option<usize>; N])> {
        if let Line::Refused(reason) = line {
            self.header = Header::Unusable;
            self.problems.add(ProblemCode::InvalidEncoding, 1, || reason.to_owned());
            return None;
        }
        if let Line::Blank(lines) = line {
            self.row += lines;
            self.blank = self.row;
            return None;
        }
        self.row += 1;
        if let Line::Header(row, sample) = line {
            self.read_header(&row, sample);
            return None;
        }
        if let (Line::Row(row), Header::Known | Header::Tail) = (&line, &self.header) {
            if self.is_readable_row(row) {
                if !self.has_few_cells(row) {
                    self.end_tail(false);
                }
                self.rows += 1;
                return Some((*row, self.located));
            }
            if row.encoding() == Encoding::Utf8 && self.is_passed_over(row) {
                return None;
            }
        }
        if matches!(line, Line::TooLong | Line::Unclosed | Line::Row(_)) {
            self.end_tail(false);
        }
        self.refuse_line(&line);
        None
    }

    /// Whether the cells of a row lie under the header: cells without text may follow, or be left out under columns without a
    /// name, and the cells that are needed have to be text.
    fn is_readable_row(&self, row: &Row) -> bool {
        let (columns, cells) = (self.headers.len(), row.len());
        let is_empty = |column: usize| row.cell(column).bytes().trim_ascii().is_empty();
        let is_unnamed = |column: usize| self.headers.get(column).is_none_or(|name| name.trim().is_empty());
        let is_text = |column: &usize| std::str::from_utf8(row.cell(*column).bytes()).is_ok();
        match row.encoding() {
            Encoding::Binary => return false,
            Encoding::Other if !self.located.iter().flatten().chain(&self.others).all(is_text) => return false,
            _ => {}
        }
        (columns..cells).all(is_empty) && (cells..columns).all(is_unnamed)
    }

    /// Takes note of a row that is none: without text, a comment, or a footer if nothing follows.
    fn is_passed_over(&mut self, row: &Row) -> bool {
        let mut texts =
            (0..row.len()).map(|column| row.cell(column).bytes().trim_ascii()).filter(|text| !text.is_empty());
        let (first, second, third) = (texts.next(), texts.next(), texts.next());
        let Some(first) = first else {
            self.blank = self.row;
            return true;
        };
        if third.is_some() || row.len() >= self.headers.len() {
            return false;
        }
        if first.starts_with(b"#") || is_ruled(first) {
            self.footers += 1;
            return true;
        }
        if self.tail.len() == MOST_FOOTERS || self.headers.len() < 3 {
            return false;
        }
        let is_after_footer = self.tail.last().is_some_and(|(_, tail)| tail.is_footer);
        let is_footer = is_after_footer || self.blank + 1 == self.row || second.is_none() && first.contains(&b' ');
        let message = wrong_columns(row, self.headers.len());
        self.tail.push((
            self.row,
            Tail {
                is_footer: is_footer || is_total(first),
                code: ProblemCode::WrongColumnCount,
                value: Vec::new(),
                message,
            },
        ));
        self.header = Header::Tail;
        true
    }

    /// Decides on the rows of few cells: those at the end may be footers, any other is broken.
    fn end_tail(&mut self, is_end: bool) {
        if !matches!(self.header, Header::Tail) {
            return;
        }
        self.header = Header::Known;
        for (row, tail) in std::mem::take(&mut self.tail) {
            if is_end && tail.is_footer {
                self.footers += 1;
                continue;
            }
            self.rows += 1;
            self.refused += 1;
            if tail.code.is_about_values() {
                self.problems.add_value(tail.code, &tail.value);
            }
            self.problems.add(tail.code, row, || tail.message);
        }
    }

    /// Whether a row that could not be evaluated is no case: it has no text, repeats the header, is a ruled line, states a total,
    /// or names a group of rows.
    pub fn is_no_case(&mut self, row: &Row) -> bool {
        let cells = (0..row.len()).map(|column| row.cell(column).bytes().trim_ascii());
        let is_empty = |place: Option<usize>| place.is_none_or(|place| row.cell(place).bytes().trim_ascii().is_empty());
        let mut headers = self.headers.iter().map(|header| header.trim().as_bytes());
        if cells.clone().all(<[u8]>::is_empty) {
            self.blank = self.row;
            return true;
        }
        if row.len() > 1 && cells.clone().all(|cell| headers.next() == Some(cell)) {
            return true;
        }
        let mut texts = cells.filter(|cell| !cell.is_empty());
        if texts.clone().all(is_ruled) {
            return true;
        }
        let (first, is_alone) = (texts.next().unwrap_or_default(), texts.next().is_none());
        is_empty(self.first_instant()) && (is_total(first) || is_alone && self.headers.len() > 2 && is_group(first))
    }

    /// Takes a row that could not be evaluated for a footer, if no other row follows: it is a sentence, or it stands below an empty
    /// row or another footer.
    pub fn may_be_footer(&mut self, row: &Row, code: ProblemCode, cell: Cell) -> bool {
        if !self.has_few_cells(row) || self.tail.len() == MOST_FOOTERS {
            return false;
        }
        let mut texts =
            (0..row.len()).map(|column| row.cell(column).bytes().trim_ascii()).filter(|text| !text.is_empty());
        let (first, is_alone) = (texts.next().unwrap_or_default(), texts.next().is_none());
        let is_below = self.blank + 1 == self.row || self.tail.last().is_some_and(|(_, tail)| tail.is_footer);
        let is_footer = is_below || is_alone && first.contains(&b' ');
        if is_footer {
            self.rows -= 1;
            let (value, message) = (cell.bytes().to_vec(), message(code, cell.bytes()));
            self.tail.push((self.row, Tail { is_footer, code, value, message }));
            self.header = Header::Tail;
        }
        is_footer
    }

    /// Whether a row of a wide table has one or two cells of text, and no submission.
    fn has_few_cells(&self, row: &Row) -> bool {
        let is_empty = |column: usize| row.cell(column).bytes().trim_ascii().is_empty();
        self.headers.len() > 2
            && self.first_instant().is_none_or(is_empty)
            && (0..row.len()).filter(|column| !is_empty(*column)).take(3).count() < 3
    }

    /// The column of the first instant: it comes third among those of a case, and second among those of an outage.
    fn first_instant(&self) -> Option<usize> {
        self.located.get(if N == CASE_COLUMNS.len() { SUBMITTED_AT } else { 1 }).copied().flatten()
    }

    /// Takes back that the current row counts.
    pub fn pass_over(&mut self) {
        self.rows -= 1;
        self.footers += 1;
    }

    /// The places of the columns.
    pub fn located(&self) -> [Option<usize>; N] {
        self.located
    }

    /// Goes back to a row that was held, so that problems name it.
    pub fn revisit(&mut self, row: u64) {
        self.row = row;
    }

    /// Takes note of the rows that later ones have replaced.
    pub fn count_replaced(&mut self, held: &HeldRows) {
        self.replaced = held.replaced();
    }

    /// Counts a line that cannot be evaluated.
    fn refuse_line(&mut self, line: &Line) {
        let (code, message) = match line {
            Line::Blank(_) | Line::Refused(_) | Line::Header(..) => return,
            Line::TooLong => (ProblemCode::LimitExceeded, format!("more than {MAX_ROW_BYTES} bytes")),
            Line::Unclosed => (ProblemCode::UnclosedQuote, UNCLOSED.to_owned()),
            Line::Row(row) => match row.encoding() {
                Encoding::Binary => (ProblemCode::NotText, NOT_TEXT.to_owned()),
                Encoding::Other => (ProblemCode::InvalidUtf8, NOT_UTF_8.to_owned()),
                Encoding::Utf8 => (ProblemCode::WrongColumnCount, wrong_columns(row, self.headers.len())),
            },
        };
        match self.header {
            Header::Awaited(_) => {
                self.header = Header::Unusable;
                self.problems.add(code, self.row, || message);
            }
            Header::Known | Header::Tail => {
                self.rows += 1;
                self.refuse(code, || message);
            }
            Header::Unusable => {
                self.rows += 1;
                self.refused += 1;
                // The rows of a log without a header are not listed one by one.
                if !matches!(line, Line::Row(_)) {
                    self.problems.add(code, self.row, || message);
                }
            }
        }
    }

    /// Takes note that the current row could not be evaluated.
    pub fn refuse(&mut self, code: ProblemCode, message: impl FnOnce() -> String) {
        self.refused += 1;
        self.problems.add(code, self.row, message);
    }

    /// Counts the current row among those with a value that the policy does not know.
    pub fn count_value(&mut self, code: ProblemCode, value: &[u8]) {
        self.problems.add_value(code, value);
    }

    /// Takes note of a problem in the current row that does not keep it from being evaluated.
    pub fn note(&mut self, code: ProblemCode, message: impl FnOnce() -> String) {
        self.problems.add(code, self.row, message);
    }

    /// Ends the log.
    pub fn finish(&mut self) {
        self.end_tail(true);
        if matches!(self.header, Header::Awaited(_)) {
            self.problems.add(ProblemCode::EmptyLog, 1, || EMPTY_LOG.to_owned());
        }
    }

    /// The places of the columns and the first rows, once after a usable header has come.
    #[cold]
    pub fn take_sample(&mut self) -> Option<FirstRows<N>> {
        let is_new = self.header_row == self.row && matches!(self.header, Header::Known);
        is_new.then(|| (self.located, std::mem::take(&mut self.sample)))
    }

    /// The preset whose headers these are.
    pub fn preset(&self) -> Option<&'static Preset> {
        self.preset
    }

    /// The header, column by column.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The number of the current row, as a spreadsheet counts.
    pub fn row(&self) -> u64 {
        self.row
    }

    /// Rows below the header that hold anything.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The share of the rows that could be evaluated, but for those that later ones replace; `None` without rows.
    pub fn coverage(&self) -> Option<f64> {
        let rows = self.rows - self.replaced;
        (rows > 0).then(|| (rows - self.refused) as f64 / rows as f64)
    }

    /// How the log was read.
    pub fn reading(&self, encoding: &'static str, names: [&'static str; N]) -> Reading {
        let by_cells = self.by_cells.iter().filter_map(|at| Some((*names.get(*at)?).to_owned()));
        Reading {
            encoding: encoding.to_owned(),
            header_row: (self.header_row > 0).then_some(self.header_row),
            preset: self.preset.map(|preset| preset.name.to_owned()),
            by_cells: by_cells.collect(),
            date_order: BTreeMap::new(),
            zones: BTreeMap::new(),
            elapsed: None,
            due_at: None,
            footer_rows: self.footers,
            replaced_rows: self.replaced,
        }
    }

    /// Whether the log has a usable header, and no row or at least one that could be evaluated.
    pub fn is_readable(&self) -> bool {
        matches!(self.header, Header::Known) && (self.rows == 0 || self.refused < self.rows)
    }

    /// The columns that were found, with their headers.
    pub fn columns(&self) -> [Option<ColumnAt>; N] {
        self.located.map(|index| {
            let index = index?;
            Some(ColumnAt { index, name: self.headers.get(index)?.clone() })
        })
    }

    /// The header, column by column, and the problems.
    pub fn into_parts(self) -> (Vec<String>, Problems) {
        (self.headers, self.problems)
    }

    #[cold]
    fn read_header(&mut self, row: &Row, sample: &[Vec<String>]) {
        if row.encoding() == Encoding::Binary {
            self.header = Header::Unusable;
            return self.problems.add(ProblemCode::NotText, self.row, || NOT_TEXT.to_owned());
        }
        if row.encoding() != Encoding::Utf8 {
            self.problems.add(ProblemCode::InvalidUtf8, self.row, || NOT_UTF_8.to_owned());
        }
        self.headers = row.texts();
        let Header::Awaited(expected) = &self.header else { return };
        let Located { found, others, by_cells, preset, problems } = expected.locate(&self.headers, sample);
        (self.located, self.others, self.by_cells, self.preset) = (found, others, by_cells, preset);
        self.sample = sample.to_vec();
        self.header_row = self.row;
        self.header = if problems.is_empty() { Header::Known } else { Header::Unusable };
        for message in problems {
            self.problems.add(ProblemCode::MissingColumn, self.row, || message);
        }
    }
}

fn wrong_columns(row: &Row, columns: usize) -> String {
    format!("columns: {}; the header has {columns}", row.len())
}

/// Whether a cell begins a row of totals.
fn is_total(cell: &[u8]) -> bool {
    let text = String::from_utf8_lossy(cell).to_ascii_lowercase();
    let first = text.split(|letter: char| !letter.is_ascii_alphabetic()).find(|word| !word.is_empty());
    matches!(
        first,
        Some(
            "total"
                | "totals"
                | "totaux"
                | "grand"
                | "sum"
                | "summe"
                | "gesamt"
                | "somme"
                | "subtotal"
                | "subtotals"
                | "sous"
                | "zwischensumme"
                | "count"
        )
    )
}

/// Whether a cell is a part of the line below a header, such as "-----", "---+---" or ":---:".
fn is_ruled(cell: &[u8]) -> bool {
    cell.len() > 1 && cell.iter().all(|byte| b"-=+|:_ ".contains(byte)) && cell.iter().any(|byte| b"-=_".contains(byte))
}

/// Whether the only cell of a row names a group of rows: "Group: Network", "High (2 records)".
fn is_group(cell: &[u8]) -> bool {
    let text = String::from_utf8_lossy(cell).to_ascii_lowercase();
    let is_counted = || {
        let inside = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map(|(_, inside)| inside);
        inside.is_some_and(|inside| inside.starts_with(|letter: char| letter.is_ascii_digit()))
    };
    ["group", "gruppe", "grupo"].iter().any(|word| text.starts_with(word)) && text.contains(':') || is_counted()
}
