use case_slo_log::{Encoding, Line, MAX_ROW_BYTES, Row};

use super::columns::{Expected, Located};
use super::messages::{EMPTY_LOG, NOT_TEXT, NOT_UTF_8, UNCLOSED};
use super::problems::{ProblemCode, Problems};
use super::result::ColumnAt;

/// The header of a log and the numbers of its rows: the part that logs of cases and of outages have in common.
#[derive(Debug)]
pub(super) struct Table<const N: usize> {
    header: Header<N>,
    headers: Vec<String>,
    located: [Option<usize>; N],
    /// The indices of the further columns that the caller names.
    pub others: Vec<usize>,
    pub problems: Problems,
    /// The number of the last row, as a spreadsheet counts.
    row: u64,
    /// Rows below the header that hold anything, and those of them that could not be evaluated.
    rows: u64,
    refused: u64,
}

/// The state of the header.
#[derive(Debug)]
enum Header<const N: usize> {
    /// It has not come yet.
    Awaited(Box<Expected<N>>),
    /// It has all necessary columns.
    Known,
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
            problems: Problems::default(),
            row: 0,
            rows: 0,
            refused: 0,
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
        self.take_other(&line);
        None
    }

    /// Takes a line that is not a row of cells to be evaluated.
    fn take_other(&mut self, line: &Line) {
        if let Line::Refused(reason) = line {
            self.header = Header::Unusable;
            return self.problems.add(ProblemCode::InvalidEncoding, 1, || (*reason).to_owned());
        }
        if let Line::Blank(lines) = line {
            self.row += lines;
            return;
        }
        self.row += 1;
        if let (Line::Row(row), Header::Awaited(_)) = (line, &self.header) {
            return self.read_header(row);
        }
        let (code, message) = match line {
            Line::Blank(_) | Line::Refused(_) => return,
            Line::TooLong => (ProblemCode::LimitExceeded, format!("more than {MAX_ROW_BYTES} bytes")),
            Line::Unclosed => (ProblemCode::UnclosedQuote, UNCLOSED.to_owned()),
            Line::Row(row) => match row.encoding() {
                Encoding::Binary => (ProblemCode::NotText, NOT_TEXT.to_owned()),
                Encoding::Other => (ProblemCode::InvalidUtf8, NOT_UTF_8.to_owned()),
                Encoding::Utf8 => {
                    let message = || format!("columns: {}; the header has {}", row.len(), self.headers.len());
                    (ProblemCode::WrongColumnCount, message())
                }
            },
        };
        match self.header {
            Header::Awaited(_) => {
                self.header = Header::Unusable;
                self.problems.add(code, self.row, || message);
            }
            Header::Known => {
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
        if matches!(self.header, Header::Awaited(_)) {
            self.problems.add(ProblemCode::EmptyLog, 1, || EMPTY_LOG.to_owned());
        }
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

    /// The share of the rows that could be evaluated; `None` without rows.
    pub fn coverage(&self) -> Option<f64> {
        (self.rows > 0).then(|| (self.rows - self.refused) as f64 / self.rows as f64)
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
    fn read_header(&mut self, row: &Row) {
        if row.encoding() != Encoding::Utf8 {
            self.problems.add(ProblemCode::InvalidUtf8, self.row, || NOT_UTF_8.to_owned());
        }
        self.headers = row.texts();
        let Header::Awaited(expected) = &self.header else { return };
        let Located { found, others, problems } = expected.locate(&self.headers);
        self.located = found;
        self.others = others;
        self.header = if problems.is_empty() { Header::Known } else { Header::Unusable };
        for message in problems {
            self.problems.add(ProblemCode::MissingColumn, self.row, || message);
        }
    }
}
