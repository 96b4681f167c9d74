//! Rows of a CSV (RFC 4180) out of chunks of any size.

use std::borrow::Cow;

use crate::scan::{BLOCK, Details, Marks, block_of};

/// Largest row in bytes: 64 KiB. A larger one is passed over and reported.
pub const MAX_ROW_BYTES: usize = 64 << 10;

/// One field of a row: a range of its bytes, without the quotes around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Field {
    /// Its first byte.
    pub start: usize,
    /// The one behind its last.
    pub end: usize,
    /// Whether quotes inside it are doubled.
    pub escaped: bool,
}

/// A row, or what stood where a row was expected.
#[derive(Debug, PartialEq)]
pub enum Row<'a> {
    /// Bytes and fields of a row.
    Fields(&'a [u8], &'a [Field]),
    /// A line without anything on it.
    Blank,
    /// A row of more than [`MAX_ROW_BYTES`].
    TooLong,
    /// The log ended inside quotes.
    Unclosed,
}

/// Splits a stream of bytes into rows.
#[derive(Debug)]
pub struct Rows {
    delimiter: u8,
    /// What has come of the row whose end has not.
    buffer: Vec<u8>,
    cursor: Cursor,
    /// Whether what is in the buffer and the cursor has been handed over.
    has_ended: bool,
}

/// Where the splitter stands in the current row. Positions count from the beginning of the row.
#[derive(Debug, Default)]
struct Cursor {
    fields: Vec<Field>,
    field_start: usize,
    quotes: Quotes,
    /// Whether quotes inside the current field are doubled.
    escaped: bool,
    /// Bytes of the row that were given up because it is too long; may wrap around.
    dropped: usize,
    too_long: bool,
    /// Whether the row before ended with a carriage return, to which a line feed may belong.
    after_return: bool,
}

/// The current field and its quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Quotes {
    /// It has none, or they mean nothing: a field is quoted from its first byte or not at all.
    #[default]
    None,
    /// It is open.
    Open,
    /// It was closed at a position: the end of the field, or the first quote of a doubled pair.
    Closed(usize),
}

impl Rows {
    /// A splitter that has read nothing.
    pub fn new(delimiter: u8) -> Self {
        Self { delimiter, buffer: Vec::new(), cursor: Cursor::default(), has_ended: false }
    }

    /// Takes bytes up to the end of a row: how many, and the row. Where none ends in the chunk, it takes all of them.
    ///
    /// A caller in a loop, not a closure: closures that are called through a pointer stay in the engine of pages that never
    /// read a log.
    pub fn read<'a>(&'a mut self, chunk: &'a [u8]) -> (usize, Option<Row<'a>>) {
        if self.has_ended {
            self.begin_row();
        }
        let mut taken = 0;
        // In pieces, so that a row without an end cannot make the buffer grow.
        for piece in chunk.chunks(4 * MAX_ROW_BYTES) {
            if let Some(at) = self.row_end(piece) {
                let after_return = std::mem::replace(&mut self.cursor.after_return, piece[at] == b'\r');
                let ends_pair = at == 0 && piece[at] == b'\n' && after_return && !self.is_inside();
                self.has_ended = true;
                return (taken + at + 1, (!ends_pair).then(|| self.row(&piece[..at])));
            }
            taken += piece.len();
            self.buffer.extend_from_slice(piece);
            if self.buffer.len() > MAX_ROW_BYTES {
                self.cursor.dropped = self.cursor.dropped.wrapping_add(self.buffer.len());
                self.cursor.too_long = true;
                self.buffer.clear();
            }
        }
        (taken, None)
    }

    /// Whether a row has begun and not ended.
    pub fn is_inside(&self) -> bool {
        !self.has_ended && (!self.buffer.is_empty() || self.cursor.too_long)
    }

    /// What is left of a chunk behind the line end of the row before, of which half may have come with another chunk. From
    /// there on somebody else may read rows, with the whole of their line ends. Not to be asked inside a row.
    pub fn behind_line_end<'a>(&mut self, chunk: &'a [u8]) -> &'a [u8] {
        match (std::mem::take(&mut self.cursor.after_return), chunk) {
            (true, [b'\n', rest @ ..]) => rest,
            (after_return, _) => {
                self.cursor.after_return = after_return && chunk.is_empty();
                chunk
            }
        }
    }

    /// Ends the stream: a last row needs no line end.
    pub fn finish(&mut self) -> Option<Row<'_>> {
        if !self.is_inside() {
            return None;
        }
        self.has_ended = true;
        if self.cursor.quotes == Quotes::Open {
            return Some(Row::Unclosed);
        }
        self.cursor.end_field(self.cursor.dropped.wrapping_add(self.buffer.len()));
        Some(self.row(&[]))
    }

    fn begin_row(&mut self) {
        self.has_ended = false;
        self.buffer.clear();
        self.cursor.begin_row();
    }

    /// Where the row ends that goes on in a piece.
    fn row_end(&mut self, piece: &[u8]) -> Option<usize> {
        let before = self.cursor.dropped.wrapping_add(self.buffer.len());
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
                if self.cursor.meet(piece[at], before.wrapping_add(at)) {
                    return Some(at);
                }
            }
        }
        None
    }

    /// The row whose last bytes are these.
    fn row<'a>(&'a mut self, last: &'a [u8]) -> Row<'a> {
        let row = if self.buffer.is_empty() {
            last
        } else {
            self.buffer.extend_from_slice(last);
            &self.buffer
        };
        if self.cursor.too_long || row.len() > MAX_ROW_BYTES {
            Row::TooLong
        } else if row.is_empty() {
            Row::Blank
        } else {
            Row::Fields(row, &self.cursor.fields)
        }
    }
}

/// The fields of one whole row, without its line end.
pub fn fields(row: &[u8], delimiter: u8) -> Vec<Field> {
    let mut rows = Rows::new(delimiter);
    rows.row_end(row);
    rows.cursor.end_field(row.len());
    rows.cursor.fields
}

impl Cursor {
    /// Takes note of a structural byte; true where it ends the row.
    #[inline]
    fn meet(&mut self, byte: u8, at: usize) -> bool {
        match (byte, self.quotes) {
            (b'"', Quotes::None) if at == self.field_start => self.quotes = Quotes::Open,
            (b'"', Quotes::Open) => self.quotes = Quotes::Closed(at),
            (b'"', Quotes::Closed(before)) if at == before + 1 => {
                self.quotes = Quotes::Open;
                self.escaped = true;
            }
            (b'"', _) | (_, Quotes::Open) => {}
            (b'\n' | b'\r', _) => {
                self.end_field(at);
                return true;
            }
            _ => {
                self.end_field(at);
                self.field_start = at + 1;
            }
        }
        false
    }

    fn end_field(&mut self, at: usize) {
        let field = match self.quotes {
            Quotes::Closed(end) if end + 1 == at => Field { start: self.field_start + 1, end, escaped: self.escaped },
            // Text behind the closing quote: not RFC 4180, so the field is taken as it stands.
            _ => Field { start: self.field_start, end: at, escaped: false },
        };
        // A row that is not too long has no more fields than bytes, and one.
        if self.fields.len() <= MAX_ROW_BYTES {
            self.fields.push(field);
        }
        self.quotes = Quotes::None;
        self.escaped = false;
    }

    fn begin_row(&mut self) {
        self.fields.clear();
        self.field_start = 0;
        self.quotes = Quotes::None;
        self.escaped = false;
        self.dropped = 0;
        self.too_long = false;
    }
}

impl Field {
    /// The bytes of the field in its row, quotes still doubled.
    #[inline]
    pub fn raw(self, row: &[u8]) -> &[u8] {
        row.get(self.start..self.end).unwrap_or_default()
    }

    /// The bytes of the field.
    #[inline]
    pub fn bytes(self, row: &[u8]) -> Cow<'_, [u8]> {
        if self.escaped { Cow::Owned(unescaped(self.raw(row))) } else { Cow::Borrowed(self.raw(row)) }
    }

    /// The text of the field; what is not UTF-8 is replaced.
    pub fn text(self, row: &[u8]) -> String {
        String::from_utf8_lossy(&self.bytes(row)).into_owned()
    }
}

/// Bytes with one quote for two.
#[cold]
fn unescaped(bytes: &[u8]) -> Vec<u8> {
    let mut second = false;
    let kept = bytes.iter().filter(|byte| {
        second = **byte == b'"' && !second;
        **byte != b'"' || second
    });
    kept.copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(bytes: &[u8], chunk: usize) -> Vec<Vec<String>> {
        let mut found = Vec::new();
        let mut rows = Rows::new(b',');
        let told = |row: Row| match row {
            Row::Fields(row, fields) => fields.iter().map(|f| f.text(row)).collect(),
            other => vec![format!("{other:?}")],
        };
        for mut chunk in bytes.chunks(chunk) {
            while !chunk.is_empty() {
                let (taken, row) = rows.read(chunk);
                found.extend(row.map(told));
                chunk = &chunk[taken..];
            }
        }
        found.extend(rows.finish().map(told));
        found
    }

    const TRICKY: &str = "id,text\r\n1,\"a, \"\"b\"\"\r\nc\"\n\n2,5\" disk\r3,\"\"\"\"\n,\n4,\"x\"y\n5,é";

    #[test]
    fn quotes_delimiters_and_line_ends_inside_quotes_are_text() {
        let expected: [&[&str]; 8] = [
            &["id", "text"],
            &["1", "a, \"b\"\r\nc"],
            &["Blank"],
            &["2", "5\" disk"],
            &["3", "\""],
            &["", ""],
            &["4", "\"x\"y"],
            &["5", "é"],
        ];
        assert_eq!(rows_of(TRICKY.as_bytes(), 4096), expected);
    }

    #[test]
    fn a_chunk_may_end_at_any_byte() {
        let whole = rows_of(TRICKY.as_bytes(), 4096);
        for size in 1..TRICKY.len() {
            assert_eq!(rows_of(TRICKY.as_bytes(), size), whole, "chunks of {size}");
        }
    }

    #[test]
    fn a_single_row_has_the_same_fields() {
        for row in TRICKY.split('\n').filter(|row| row.matches('"').count() % 2 == 0) {
            let row = row.trim_end_matches('\r');
            if row.is_empty() || row.contains('\r') {
                continue;
            }
            let alone: Vec<String> = fields(row.as_bytes(), b',').iter().map(|f| f.text(row.as_bytes())).collect();
            assert_eq!(rows_of(row.as_bytes(), 64), [alone], "{row}");
        }
    }

    #[test]
    fn empty_lines_are_told_apart_from_line_ends_of_two_bytes() {
        let blank = || vec!["Blank".to_owned()];
        for size in 1..9 {
            let found = rows_of(b"\r\n1\r\n\r\n\r2\n\n\r", size);
            assert_eq!(found, [blank(), vec!["1".into()], blank(), blank(), vec!["2".into()], blank(), blank()]);
        }
        assert!(rows_of(b"", 1).is_empty());
    }

    #[test]
    fn a_quote_that_never_closes_is_reported_at_the_end() {
        assert_eq!(rows_of(b"1,2\n3,\"4\n5,6\n", 3), [vec!["1", "2"], vec!["Unclosed"]]);
    }

    #[test]
    fn a_row_that_is_too_long_is_passed_over_and_the_next_one_read() {
        let mut bytes = b"1,2\n3,\"".to_vec();
        bytes.extend(vec![b'x'; 10 * MAX_ROW_BYTES]);
        bytes.extend(b"\"\"y\n\"\n5,6");
        for size in [1 << 10, 1 << 16, 1 << 24] {
            assert_eq!(rows_of(&bytes, size), [vec!["1", "2"], vec!["TooLong"], vec!["5", "6"]]);
        }
    }
}
