//! Rows of a log out of chunks of any size.

use crate::opening::Opening;
use crate::row::Row;
use crate::splitter::{Ended, Splitter};
use crate::window::{RowPlace, Window};

/// Reads a log: bytes of CSV (RFC 4180), in chunks of any size, to rows.
///
/// The reader finds out which delimiter the log has. Most rows are read many at a time; a row with anything unusual about it,
/// such as a quote inside a cell, and a row that lies in several chunks are split byte by byte. Both give the same rows.
///
/// # Examples
///
/// ```
/// use case_slo_log::{Line, LogReader};
///
/// let mut reader = LogReader::new(None);
/// let mut ids = Vec::new();
/// // The second chunk begins inside quotes.
/// for chunk in ["id;note\n1;\"two\nli", "nes\"\n2;\n"] {
///     let mut lines = reader.read(chunk.as_bytes());
///     while let Some(line) = lines.next() {
///         if let Line::Row(row) = line {
///             ids.push(String::from_utf8_lossy(row.cell(0).bytes()).into_owned());
///         }
///     }
/// }
/// let mut lines = reader.finish();
/// while lines.next().is_some() {}
/// assert_eq!(ids, ["id", "1", "2"]);
/// assert_eq!(reader.delimiter(), Some(b';'));
/// ```
#[derive(Debug)]
pub struct LogReader {
    stage: Stage,
    /// The delimiter of the caller, or the one that was found.
    delimiter: Option<u8>,
    has_text: bool,
    window: Window,
    splitter: Splitter,
    has_ended: bool,
}

/// How far the log has been read.
#[derive(Debug)]
enum Stage {
    /// The first line has not ended.
    Opening(Opening),
    /// Rows are read from the first line, of which so many bytes have been read.
    FirstLine(Vec<u8>, usize),
    /// Rows are read from chunks.
    Rows,
    /// The log is not CSV in UTF-8.
    Refused,
}

/// One line of a log.
#[derive(Debug)]
pub enum Line<'a> {
    /// A row of cells.
    Row(Row<'a>),
    /// So many lines without text, one after the other.
    Blank(u64),
    /// A row of more than [`MAX_ROW_BYTES`](crate::MAX_ROW_BYTES).
    TooLong,
    /// The log ended inside quotes that were opened in this row.
    Unclosed,
    /// The log is not CSV in UTF-8, for the reason that the sentence gives. No line follows.
    Refused(&'static str),
}

/// The lines of a chunk.
#[derive(Debug)]
pub struct Lines<'r, 'c> {
    reader: &'r mut LogReader,
    /// The rest of the chunk, from the beginning of the window on where one is open.
    chunk: &'c [u8],
}

/// A line that has been found.
enum Found {
    Usual(RowPlace),
    Blank(u64),
    Split(Ended),
    Refused(&'static str),
}

impl LogReader {
    /// Creates a reader of a log; a delimiter that is not given is detected.
    pub fn new(delimiter: Option<u8>) -> Self {
        Self {
            stage: Stage::Opening(Opening::default()),
            delimiter,
            has_text: false,
            window: Window::new(0),
            splitter: Splitter::new(0),
            has_ended: false,
        }
    }

    /// The delimiter of the log; `None` as long as no text has come.
    pub fn delimiter(&self) -> Option<u8> {
        self.delimiter.filter(|_| self.has_text)
    }

    /// Takes a chunk: the lines that end in it. They have to be read to the last.
    pub fn read<'r, 'c>(&'r mut self, chunk: &'c [u8]) -> Lines<'r, 'c> {
        Lines { reader: self, chunk }
    }

    /// Ends the log: the lines that are left.
    pub fn finish(&mut self) -> Lines<'_, 'static> {
        self.has_ended = true;
        Lines { reader: self, chunk: &[] }
    }

    /// Goes on from the first line to rows.
    fn open(&mut self, opening: &Opening) -> Result<(), &'static str> {
        let text = opening.text()?;
        let delimiter = self.delimiter.unwrap_or_else(|| opening.delimiter());
        (self.delimiter, self.has_text) = (Some(delimiter), !text.is_empty());
        (self.window, self.splitter) = (Window::new(delimiter), Splitter::new(delimiter));
        self.stage = Stage::FirstLine(text.to_vec(), 0);
        Ok(())
    }
}

impl Lines<'_, '_> {
    /// The next line.
    // A line borrows from the reader, so that `Iterator` cannot be implemented.
    #[allow(clippy::should_implement_trait)]
    #[inline(always)]
    pub fn next(&mut self) -> Option<Line<'_>> {
        let found = match self.reader.window.next(self.chunk) {
            Some(place) => self.usual(place),
            None => self.find()?,
        };
        let reader = &*self.reader;
        Some(match found {
            Found::Usual(place) => Line::Row(reader.window.row(self.chunk, place)),
            Found::Split(Ended::Row) => Line::Row(reader.splitter.row()),
            Found::Blank(lines) => Line::Blank(lines),
            Found::Split(Ended::Blank) => Line::Blank(1),
            Found::Split(Ended::TooLong) => Line::TooLong,
            Found::Split(Ended::Unclosed) => Line::Unclosed,
            Found::Refused(reason) => Line::Refused(reason),
        })
    }

    /// A row of the window.
    #[inline(always)]
    fn usual(&mut self, place: RowPlace) -> Found {
        if place.start == place.end {
            return Found::Blank(1);
        }
        if self.reader.window.has_doubled_quotes(place) {
            self.reader.splitter.unescape(self.reader.window.row(self.chunk, place));
            return Found::Split(Ended::Row);
        }
        Found::Usual(place)
    }

    /// The next line where no window is open or the last row of the window has been read.
    #[inline(never)]
    fn find(&mut self) -> Option<Found> {
        let reader = &mut *self.reader;
        loop {
            match &mut reader.stage {
                Stage::Opening(opening) => {
                    self.chunk = opening.take(self.chunk);
                    if !opening.has_ended() && !reader.has_ended {
                        return None;
                    }
                    let opening = std::mem::take(opening);
                    if let Err(reason) = reader.open(&opening) {
                        reader.stage = Stage::Refused;
                        return Some(Found::Refused(reason));
                    }
                }
                Stage::FirstLine(text, at) => {
                    let (taken, ended) = reader.splitter.read(text.get(*at..).unwrap_or_default());
                    *at += taken;
                    if *at == text.len() {
                        reader.stage = Stage::Rows;
                    }
                    if let Some(ended) = ended {
                        return Some(Found::Split(ended));
                    }
                }
                Stage::Rows => {
                    self.chunk = self.chunk.get(reader.window.close()..).unwrap_or_default();
                    if !reader.splitter.is_inside() {
                        self.chunk = reader.splitter.behind_line_end(self.chunk);
                    }
                    let Some(first) = self.chunk.first() else {
                        return if reader.has_ended { reader.splitter.finish().map(Found::Split) } else { None };
                    };
                    if !reader.splitter.is_inside() && matches!(first, b'\n' | b'\r') {
                        let lines = self.chunk.iter().take_while(|byte| *byte == first).count();
                        self.chunk = reader.splitter.behind_line_ends(self.chunk, lines);
                        return Some(Found::Blank(lines as u64));
                    }
                    if !reader.splitter.is_inside()
                        && reader.window.open(self.chunk)
                        && let Some(place) = reader.window.next(self.chunk)
                    {
                        return Some(self.usual(place));
                    }
                    let (taken, ended) = reader.splitter.read(self.chunk);
                    self.chunk = self.chunk.get(taken..).unwrap_or_default();
                    if let Some(ended) = ended {
                        return Some(Found::Split(ended));
                    }
                }
                Stage::Refused => return None,
            }
        }
    }
}
