//! A log as it comes: chunks of any size to rows.

use case_slo_log::{Field, Row, Rows};

use super::opening::Opening;
use super::problems::Fault;

/// Bytes of CSV that are being read.
#[derive(Debug)]
pub(super) struct Source {
    stage: Stage,
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

/// Who takes the rows of a log.
pub(super) trait Taker {
    /// Tells what stands between columns, before the first row; `None` where nothing could be read.
    fn begin(&mut self, delimiter: Option<u8>);

    /// Takes rows from the beginning of some bytes, as far as there is a short way; gives how many bytes it has read.
    fn take_batch(&mut self, _bytes: &[u8]) -> usize {
        0
    }

    /// Takes a row.
    fn take(&mut self, row: Row);

    /// Takes note that nothing of the log can be read, and why.
    fn refuse_all(&mut self, message: &'static str);
}

impl Source {
    /// A log of which nothing has come.
    pub fn new(delimiter: Option<u8>) -> Self {
        Self { stage: Stage::Opening(Opening::default()), delimiter }
    }

    /// Takes bytes of CSV.
    pub fn push(&mut self, mut chunk: &[u8], taker: &mut impl Taker) {
        if let Stage::Opening(opening) = &mut self.stage {
            chunk = opening.take(chunk);
            if opening.has_ended() {
                self.open(taker);
            }
        }
        if let Stage::Rows(rows) = &mut self.stage {
            take_all(rows, chunk, taker);
        }
    }

    /// Ends the log; whether it was text.
    pub fn finish(&mut self, taker: &mut impl Taker) -> bool {
        self.open(taker);
        let Stage::Rows(rows) = &mut self.stage else { return false };
        if let Some(row) = rows.finish() {
            taker.take(row);
        }
        true
    }

    /// Goes from the first line on to rows.
    fn open(&mut self, taker: &mut impl Taker) {
        let Stage::Opening(opening) = &self.stage else { return };
        match opening.text() {
            Ok(text) => {
                let delimiter = self.delimiter.unwrap_or_else(|| opening.delimiter());
                let mut rows = Rows::new(delimiter);
                taker.begin(Some(delimiter).filter(|_| !text.is_empty()));
                take_all(&mut rows, text, taker);
                self.stage = Stage::Rows(rows);
            }
            Err(message) => {
                taker.refuse_all(message);
                self.stage = Stage::Refused;
            }
        }
    }
}

/// Gives the rows of a chunk: those that hold nothing out of the ordinary many at a time, any other with care.
fn take_all(rows: &mut Rows, mut chunk: &[u8], taker: &mut impl Taker) {
    while !chunk.is_empty() {
        if !rows.is_inside() {
            chunk = rows.behind_line_end(chunk);
            let read = taker.take_batch(chunk);
            if read > 0 {
                chunk = chunk.get(read..).unwrap_or_default();
                continue;
            }
        }
        let (read, row) = rows.read(chunk);
        if let Some(row) = row {
            taker.take(row);
        }
        chunk = chunk.get(read..).unwrap_or_default();
    }
}

/// What keeps a row from being read at all: it is no text, or has not as many columns as the header.
pub(super) fn illegible(row: &[u8], fields: &[Field], columns: usize) -> Option<(Fault, String)> {
    if row.contains(&0) {
        return Some((Fault::NotText, "a NUL byte: this is no text".to_owned()));
    }
    if std::str::from_utf8(row).is_err() {
        return Some((Fault::InvalidUtf8, NOT_UTF_8.to_owned()));
    }
    let found = fields.len();
    (found != columns).then(|| (Fault::WrongColumnCount, format!("columns: {found}; the header has {columns}")))
}

pub(super) const EMPTY: &str = "the log is empty: it has not even a header";
pub(super) const NOT_UTF_8: &str = "not UTF-8: save the log as CSV in UTF-8";
pub(super) const UNCLOSED: &str =
    "a quote is opened in this row and never closed: whatever follows it could not be read";
