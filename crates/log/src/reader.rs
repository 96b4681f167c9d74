//! Rows of a log out of chunks of any size.

use crate::encoding::TextEncoding;
use crate::opening::{Form, GivenForm, Opening, SAMPLE_BYTES};
use crate::row::{Encoding, Row};
use crate::splitter::{Ended, Splitter};
use crate::window::{RowPlace, Window};

/// Reads a log: bytes of CSV (RFC 4180), in chunks of any size, to rows.
///
/// The reader finds out from the first rows which delimiter and which encoding the log has, and how many titles stand above
/// its header. Most rows are read many at a time; a row with anything unusual about it,
/// such as a quote inside a cell, and a row that lies in several chunks are split byte by byte. Both give the same rows.
///
/// # Examples
///
/// ```
/// use case_slo_log::{Line, LogReader};
///
/// let mut reader = LogReader::new(Default::default());
/// // The second chunk begins inside quotes. The form is detected once there are enough bytes, or at the end.
/// for chunk in ["id;note\n1;\"two\nli", "nes\"\n2;\n"] {
///     assert!(reader.read(chunk.as_bytes()).next().is_none());
/// }
/// let mut ids = Vec::new();
/// let mut lines = reader.finish();
/// while let Some(line) = lines.next() {
///     if let Line::Header(row, _) | Line::Row(row) = line {
///         ids.push(String::from_utf8_lossy(row.cell(0).bytes()).into_owned());
///     }
/// }
/// assert_eq!(ids, ["id", "1", "2"]);
/// assert_eq!(reader.delimiter(), Some(b';'));
/// ```
#[derive(Debug)]
pub struct LogReader {
    stage: Stage,
    given: GivenForm,
    delimiter: Option<u8>,
    /// `None` as long as all bytes are ASCII.
    encoding: Option<TextEncoding>,
    sample: Vec<Vec<String>>,
    has_header: bool,
    window: Window,
    splitter: Splitter,
    has_ended: bool,
}

/// How far the log has been read.
#[derive(Debug)]
enum Stage {
    /// Too few rows have come to find out the form.
    Opening(Opening),
    /// The form is known. Rows are read from the first bytes, of which so many have been read; so many rows above the header
    /// have still to be told.
    FirstRows(Vec<u8>, usize, u64),
    /// Rows are read from chunks.
    Rows,
    /// The log is not CSV.
    Refused,
}

/// One line of a log.
#[derive(Debug)]
pub enum Line<'a> {
    /// The header, which comes once, with the texts of the first rows below it.
    Header(Row<'a>, &'a [Vec<String>]),
    /// A row of cells.
    Row(Row<'a>),
    /// So many lines that hold no row, one after the other: lines without text, or titles above the header.
    Blank(u64),
    /// A row of more than [`MAX_ROW_BYTES`](crate::MAX_ROW_BYTES).
    TooLong,
    /// The log ended inside quotes that were opened in this row.
    Unclosed,
    /// The log is not CSV, for the reason that the sentence gives. No line follows.
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
    Header,
    Usual(RowPlace),
    Blank(u64),
    Split(Ended),
    Refused(&'static str),
}

impl LogReader {
    /// Creates a reader of a log; it finds out whatever of the form is not given.
    pub fn new(given: GivenForm) -> Self {
        Self::with_sample(given, SAMPLE_BYTES)
    }

    /// Creates a reader that looks at so many bytes only, and at two lines, so that a test needs no long logs.
    #[doc(hidden)]
    pub fn with_sample(given: GivenForm, bytes: usize) -> Self {
        Self {
            stage: Stage::Opening(Opening::new(bytes)),
            given,
            delimiter: None,
            encoding: None,
            sample: Vec::new(),
            has_header: false,
            window: Window::new(0),
            splitter: Splitter::new(0),
            has_ended: false,
        }
    }

    /// The delimiter of the log; `None` as long as it is not known.
    pub fn delimiter(&self) -> Option<u8> {
        self.delimiter
    }

    /// The encoding of the log, if it is not UTF-16.
    pub fn encoding(&self) -> TextEncoding {
        self.encoding.unwrap_or(TextEncoding::Utf8)
    }

    /// Rows that have come and wait until the form of the log is known, about.
    pub fn rows_ahead(&self) -> u64 {
        if let Stage::Opening(opening) = &self.stage { opening.rows() } else { 0 }
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

    /// Goes on from the opening to rows.
    #[inline(never)]
    fn open(&mut self, opening: &Opening) -> Result<(), &'static str> {
        let text = opening.text()?;
        let Form { delimiter, encoding, start, skipped, sample } = opening.form(self.given, self.has_ended);
        self.delimiter = (!text.is_empty()).then_some(delimiter);
        (self.encoding, self.sample) = (encoding, sample);
        (self.window, self.splitter) = (Window::new(delimiter), Splitter::new(delimiter));
        self.stage = Stage::FirstRows(text.to_vec(), start, skipped);
        Ok(())
    }

    /// A line of the splitter. The first row is the header.
    fn split(&mut self, ended: Ended) -> Found {
        if ended != Ended::Row {
            return Found::Split(ended);
        }
        if self.splitter.row().encoding() == Encoding::Other && self.encoding != Some(TextEncoding::Utf8) {
            self.encoding = Some(TextEncoding::Windows1252);
            self.splitter.transcode_row();
        }
        if std::mem::replace(&mut self.has_header, true) { Found::Split(ended) } else { Found::Header }
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
            Found::Header => Line::Header(reader.splitter.row(), &reader.sample),
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
            return self.reader.split(Ended::Row);
        }
        if self.reader.window.has_other_text() {
            return self.other(place);
        }
        Found::Usual(place)
    }

    /// A row of a window that is not UTF-8 as a whole.
    #[inline(never)]
    fn other(&mut self, place: RowPlace) -> Found {
        let row = self.reader.window.row(self.chunk, place);
        if row.encoding() != Encoding::Other || self.reader.encoding == Some(TextEncoding::Utf8) {
            return Found::Usual(place);
        }
        self.reader.encoding = Some(TextEncoding::Windows1252);
        self.reader.splitter.transcode(row);
        Found::Split(Ended::Row)
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
                    let opening = std::mem::replace(opening, Opening::new(0));
                    if let Err(reason) = reader.open(&opening) {
                        reader.stage = Stage::Refused;
                        return Some(Found::Refused(reason));
                    }
                }
                Stage::FirstRows(text, at, skipped) => {
                    if *skipped > 0 {
                        return Some(Found::Blank(std::mem::take(skipped)));
                    }
                    let (taken, ended) = reader.splitter.read(text.get(*at..).unwrap_or_default());
                    *at += taken;
                    if *at >= text.len() {
                        reader.stage = Stage::Rows;
                    }
                    if let Some(ended) = ended {
                        return Some(reader.split(ended));
                    }
                }
                Stage::Rows => {
                    self.chunk = self.chunk.get(reader.window.close()..).unwrap_or_default();
                    if !reader.splitter.is_inside() {
                        self.chunk = reader.splitter.behind_line_end(self.chunk);
                    }
                    let Some(first) = self.chunk.first() else {
                        let ended = if reader.has_ended { reader.splitter.finish() } else { None };
                        return ended.map(|ended| reader.split(ended));
                    };
                    if !reader.splitter.is_inside() && matches!(first, b'\n' | b'\r') {
                        let lines = self.chunk.iter().take_while(|byte| *byte == first).count();
                        self.chunk = reader.splitter.behind_line_ends(self.chunk, lines);
                        return Some(Found::Blank(lines as u64));
                    }
                    if !reader.splitter.is_inside()
                        && reader.has_header
                        && reader.window.open(self.chunk)
                        && let Some(place) = reader.window.next(self.chunk)
                    {
                        return Some(self.usual(place));
                    }
                    let (taken, ended) = reader.splitter.read(self.chunk);
                    self.chunk = self.chunk.get(taken..).unwrap_or_default();
                    if let Some(ended) = ended {
                        return Some(reader.split(ended));
                    }
                }
                Stage::Refused => return None,
            }
        }
    }
}
