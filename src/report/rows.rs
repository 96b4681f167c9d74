//! Rows of a CSV (RFC 4180) out of chunks of any size.

use std::borrow::Cow;

use super::scan::{BLOCK, Scanner};

/// Largest row in bytes: 64 KiB. A larger one is passed over and reported.
pub const MAX_ROW_BYTES: usize = 64 << 10;

/// One field of a row: a range of its bytes, without the quotes around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Field {
    pub start: usize,
    pub end: usize,
    /// Whether quotes inside it are doubled.
    pub escaped: bool,
}

/// A row, or what stood where a row was expected.
#[derive(Debug, PartialEq)]
pub(super) enum Row<'a> {
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
pub(super) struct Rows {
    scanner: Scanner,
    /// The row whose end has not come yet, and what has been read behind it.
    buffer: Vec<u8>,
    cursor: Cursor,
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
    pub fn new(delimiter: u8) -> Self {
        Self { scanner: Scanner { delimiter }, buffer: Vec::new(), cursor: Cursor::default() }
    }

    /// Takes a chunk and hands every row that ends in it to `each`.
    pub fn push(&mut self, chunk: &[u8], each: &mut impl FnMut(Row)) {
        // In pieces, so that a row without an end cannot make the buffer grow.
        for piece in chunk.chunks(4 * MAX_ROW_BYTES) {
            let read = self.buffer.len();
            self.buffer.extend_from_slice(piece);
            let rest = self.split(read, each);
            let length = self.buffer.len() - rest;
            self.buffer.copy_within(rest.., 0);
            self.buffer.truncate(length);
            if length > MAX_ROW_BYTES {
                self.cursor.dropped = self.cursor.dropped.wrapping_add(length);
                self.cursor.too_long = true;
                self.buffer.clear();
            }
        }
    }

    /// Ends the stream: a last row needs no line end.
    pub fn finish(&mut self, each: &mut impl FnMut(Row)) {
        if self.cursor.quotes == Quotes::Open {
            each(Row::Unclosed);
        } else {
            let end = self.buffer.len();
            self.cursor.end_field(end);
            if end > 0 || self.cursor.too_long {
                self.cursor.end_row(&self.buffer, each);
            }
        }
        self.buffer.clear();
        self.cursor.begin_row();
    }

    /// Splits the buffer, whose structure is known up to `read`, and returns where its last row begins.
    fn split(&mut self, read: usize, each: &mut impl FnMut(Row)) -> usize {
        let Self { scanner, buffer, cursor } = self;
        let mut row_start = 0;
        let mut block_start = read;
        while block_start < buffer.len() {
            let mut mask = match buffer.get(block_start..block_start + BLOCK).and_then(|b| b.try_into().ok()) {
                Some(block) => scanner.structural(block),
                None => scanner.structural_in_tail(&buffer[block_start..]),
            };
            while mask != 0 {
                let at = block_start + mask.trailing_zeros() as usize;
                mask &= mask - 1;
                let position = (at - row_start).wrapping_add(cursor.dropped);
                if cursor.meet(buffer[at], position) {
                    if position > 0 || buffer[at] != b'\n' || !cursor.after_return {
                        cursor.end_row(&buffer[row_start..at], each);
                    }
                    cursor.begin_row();
                    cursor.after_return = buffer[at] == b'\r';
                    row_start = at + 1;
                }
            }
            block_start += BLOCK;
        }
        row_start
    }
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

    fn end_row(&mut self, row: &[u8], each: &mut impl FnMut(Row)) {
        if self.too_long || row.len() > MAX_ROW_BYTES {
            each(Row::TooLong);
        } else if row.is_empty() {
            each(Row::Blank);
        } else {
            each(Row::Fields(row, &self.fields));
        }
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
        let mut each = |row: Row| {
            found.push(match row {
                Row::Fields(row, fields) => fields.iter().map(|f| f.text(row)).collect(),
                other => vec![format!("{other:?}")],
            });
        };
        for chunk in bytes.chunks(chunk) {
            rows.push(chunk, &mut each);
        }
        rows.finish(&mut each);
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
