//! Rows of a CSV (RFC 4180) by every rule, out of bytes that come in pieces.

use crate::MAX_ROW_BYTES;
use crate::encoding::push_windows_1252;
use crate::row::{Encoding, Row};
use crate::scan::{BLOCK, Details, Marks, block_of};

/// Bytes that are searched before the length of the row is compared with its limit.
const PIECE: usize = 256 << 10;

/// Finds where rows end, and splits them into cells.
#[derive(Debug)]
pub(crate) struct Splitter {
    delimiter: u8,
    /// The beginning of a row whose end has not come yet.
    buffer: Vec<u8>,
    /// Bytes of that row that were given up because it is too long; may wrap around.
    dropped: usize,
    is_too_long: bool,
    /// Position at which the current cell begins, from the beginning of the row.
    cell_start: usize,
    quotes: Quotes,
    /// Whether the last row ended with a carriage return, to which a line feed may belong.
    after_return: bool,
    cells: Cells,
}

/// The quotes of the current cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Quotes {
    /// It has none, or they mean nothing: a cell is quoted from its first byte or not at all.
    #[default]
    None,
    /// They are open.
    Open,
    /// They were closed at a position: the end of the cell, or the first quote of a doubled pair.
    Closed(usize),
}

/// A row that has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// Its cells are in [`Splitter::row`].
    Row,
    /// There is nothing on the line.
    Blank,
    /// It has more than [`MAX_ROW_BYTES`].
    TooLong,
    /// The log ended inside quotes.
    Unclosed,
}

impl Splitter {
    pub fn new(delimiter: u8) -> Self {
        Self {
            delimiter,
            buffer: Vec::new(),
            dropped: 0,
            is_too_long: false,
            cell_start: 0,
            quotes: Quotes::None,
            after_return: false,
            cells: Cells::default(),
        }
    }

    /// Whether a row has begun and not ended.
    #[inline]
    pub fn is_inside(&self) -> bool {
        !self.buffer.is_empty() || self.is_too_long
    }

    /// Takes bytes up to the end of a row: how many, its line end included, and how it ended. Takes all of them where no
    /// row ends among them.
    pub fn read(&mut self, bytes: &[u8]) -> (usize, Option<Ended>) {
        let mut rest = bytes;
        if !self.is_inside() {
            rest = self.behind_line_end(bytes);
            if let Some(end @ (b'\n' | b'\r')) = rest.first() {
                self.after_return = *end == b'\r';
                return (bytes.len() - rest.len() + 1, Some(Ended::Blank));
            }
        }
        let mut taken = bytes.len() - rest.len();
        // In pieces, so that a row without an end cannot make the buffer grow.
        for piece in rest.chunks(PIECE) {
            if let Some(at) = self.row_end(piece) {
                self.after_return = piece[at] == b'\r';
                return (taken + at + 1, Some(self.end(&piece[..at])));
            }
            taken += piece.len();
            self.buffer.extend_from_slice(piece);
            if self.buffer.len() > MAX_ROW_BYTES {
                self.dropped = self.dropped.wrapping_add(self.buffer.len());
                self.is_too_long = true;
                self.buffer.clear();
            }
        }
        (taken, None)
    }

    /// Bytes without the line feed that belongs to the carriage return before them.
    #[inline]
    pub fn behind_line_end<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let Some(first) = bytes.first() else { return bytes };
        if std::mem::take(&mut self.after_return) && *first == b'\n' { &bytes[1..] } else { bytes }
    }

    /// Bytes behind so many line ends of one byte, with which a line begins.
    pub fn behind_line_ends<'a>(&mut self, bytes: &'a [u8], count: usize) -> &'a [u8] {
        let (line_ends, rest) = bytes.split_at_checked(count).unwrap_or((bytes, &[]));
        self.after_return = line_ends.last() == Some(&b'\r');
        rest
    }

    /// Ends the log: a last row needs no line end.
    pub fn finish(&mut self) -> Option<Ended> {
        if !self.is_inside() {
            return None;
        }
        let is_open = self.quotes == Quotes::Open;
        let ended = self.end(&[]);
        Some(if is_open { Ended::Unclosed } else { ended })
    }

    /// The row that ended last.
    pub fn row(&self) -> Row<'_> {
        let Cells { text, ends, encoding } = &self.cells;
        Row { bytes: text, ends, end: u32::MAX, has_quotes: false, encoding: *encoding }
    }

    /// Copies the cells of a row in which quotes inside cells are doubled.
    #[inline(never)]
    pub fn unescape(&mut self, row: Row) {
        self.cells.begin(row.encoding);
        for column in 0..row.len() {
            let text = row.cell(column).bytes();
            if text.contains(&b'"') {
                self.cells.push_unescaped(text);
            } else {
                self.cells.text.extend_from_slice(text);
            }
            self.cells.end_cell();
        }
    }

    /// Copies the cells of a row in Windows-1252, as UTF-8.
    #[inline(never)]
    pub fn transcode(&mut self, row: Row) {
        self.cells.begin(Encoding::Utf8);
        for column in 0..row.len() {
            push_windows_1252(&mut self.cells.text, row.cell(column).bytes());
            self.cells.end_cell();
        }
    }

    /// Does the same with the row that ended last.
    pub fn transcode_row(&mut self) {
        let Cells { text, ends, encoding } = std::mem::take(&mut self.cells);
        self.transcode(Row { bytes: &text, ends: &ends, end: u32::MAX, has_quotes: false, encoding });
    }

    /// Ends the current row, whose last bytes these are.
    fn end(&mut self, last: &[u8]) -> Ended {
        let mut buffer = std::mem::take(&mut self.buffer);
        let length = buffer.len() + last.len();
        let ended = if self.is_too_long || length > MAX_ROW_BYTES {
            Ended::TooLong
        } else if length == 0 {
            Ended::Blank
        } else if buffer.is_empty() {
            self.cells.split(last, self.delimiter);
            Ended::Row
        } else {
            buffer.extend_from_slice(last);
            self.cells.split(&buffer, self.delimiter);
            Ended::Row
        };
        buffer.clear();
        self.buffer = buffer;
        (self.dropped, self.is_too_long, self.cell_start, self.quotes) = (0, false, 0, Quotes::None);
        ended
    }

    /// Returns the offset at which the current row ends in a piece.
    fn row_end(&mut self, piece: &[u8]) -> Option<usize> {
        let before = self.dropped.wrapping_add(self.buffer.len());
        for (index, bytes) in piece.chunks(BLOCK).enumerate() {
            let block = block_of(bytes, self.delimiter);
            let marks = Marks::of(&block, self.delimiter);
            let mut left = marks.ends;
            if marks.has_more {
                let Details { quotes, returns, .. } = Details::of(&block);
                left |= quotes | returns;
            }
            while left != 0 {
                let at = index * BLOCK + left.trailing_zeros() as usize;
                left &= left - 1;
                if self.ends_row(piece[at], before.wrapping_add(at)) {
                    return Some(at);
                }
            }
        }
        None
    }

    /// Takes note of a quote, a delimiter or a line end; whether it ends the row.
    #[inline]
    fn ends_row(&mut self, byte: u8, at: usize) -> bool {
        match (byte, self.quotes) {
            (b'"', Quotes::None) if at == self.cell_start => self.quotes = Quotes::Open,
            (b'"', Quotes::Open) => self.quotes = Quotes::Closed(at),
            (b'"', Quotes::Closed(before)) if at == before.wrapping_add(1) => self.quotes = Quotes::Open,
            (b'"', _) | (_, Quotes::Open) => {}
            (b'\n' | b'\r', _) => return true,
            _ => (self.cell_start, self.quotes) = (at.wrapping_add(1), Quotes::None),
        }
        false
    }
}

/// The cells of one row, without quotes around them or doubled ones inside.
#[derive(Debug)]
struct Cells {
    text: Vec<u8>,
    /// As [`Row`] has them.
    ends: Vec<u32>,
    encoding: Encoding,
}

impl Default for Cells {
    fn default() -> Self {
        Self { text: Vec::new(), ends: vec![u32::MAX], encoding: Encoding::Utf8 }
    }
}

impl Cells {
    fn begin(&mut self, encoding: Encoding) {
        self.encoding = encoding;
        self.text.clear();
        self.ends.clear();
        self.ends.push(u32::MAX);
    }

    fn end_cell(&mut self) {
        // A row has at most 1 MiB. A byte stands between two cells, as it does in a log.
        self.ends.push(self.text.len() as u32);
        self.text.push(b',');
    }

    /// Splits a row.
    fn split(&mut self, row: &[u8], delimiter: u8) {
        self.begin(Encoding::of(row));
        let mut rest = Some(row);
        while let Some(row) = rest {
            let is_delimiter = |byte: &u8| *byte == delimiter;
            let quoted = quoted(row);
            let from = quoted.map_or(0, |(_, behind)| row.len() - behind.len());
            let length = row[from..].iter().position(is_delimiter).map(|at| from + at);
            match quoted {
                Some((text, behind)) if behind.first().is_none_or(is_delimiter) => self.push_unescaped(text),
                // RFC 4180 allows no text behind a closing quote; the cell keeps it unchanged.
                _ => self.text.extend_from_slice(&row[..length.unwrap_or(row.len())]),
            }
            self.end_cell();
            rest = length.map(|at| &row[at + 1..]);
        }
    }

    /// Appends a text with one quote for two.
    fn push_unescaped(&mut self, text: &[u8]) {
        let mut rest = text;
        while let Some(at) = rest.iter().position(|byte| *byte == b'"') {
            self.text.extend_from_slice(&rest[..=at]);
            rest = rest.get(at + 2..).unwrap_or_default();
        }
        self.text.extend_from_slice(rest);
    }
}

/// The text between the quotes with which a row begins, doubled ones still inside, and what follows them.
fn quoted(row: &[u8]) -> Option<(&[u8], &[u8])> {
    let text = row.strip_prefix(b"\"")?;
    let mut at = 0;
    loop {
        at += text.get(at..)?.iter().position(|byte| *byte == b'"')?;
        if text.get(at + 1) != Some(&b'"') {
            return Some((&text[..at], &text[at + 1..]));
        }
        at += 2;
    }
}
