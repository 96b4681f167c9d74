//! One row of a log and its cells.

/// A row of cells.
///
/// # Examples
///
/// ```
/// use case_slo_log::{Line, LogReader};
///
/// let mut reader = LogReader::new(Default::default());
/// assert!(reader.read(b"id,tier\n").next().is_none());
/// let mut lines = reader.finish();
/// let Some(Line::Header(row, _)) = lines.next() else { panic!("the log has a row") };
/// assert_eq!((row.len(), row.texts()), (2, vec!["id".to_owned(), "tier".to_owned()]));
/// assert_eq!(row.cell(7).bytes(), b"");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Bytes that hold the row, and may go on behind it.
    pub(crate) bytes: &'a [u8],
    /// The position before the first cell (which wraps around before the first byte), then the end of every cell.
    pub(crate) ends: &'a [u32],
    /// The end of the row without its line end.
    pub(crate) end: u32,
    /// Whether cells may stand in quotes. None has doubled quotes inside.
    pub(crate) has_quotes: bool,
    pub(crate) encoding: Encoding,
}

/// The encoding of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Text in UTF-8.
    Utf8,
    /// Text in another encoding.
    Other,
    /// No text: there is a NUL byte among them.
    Binary,
}

/// A cell of a row, without the quotes around it.
///
/// # Examples
///
/// ```
/// use case_slo_log::Cell;
///
/// assert_eq!(Cell::from(&b"premium"[..]).bytes(), b"premium");
/// assert_eq!(Cell::EMPTY.bytes(), b"");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    /// Bytes that hold the cell, and may go on behind it.
    pub(crate) text: &'a [u8],
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Encoding {
    /// The encoding of the bytes of a row.
    pub(crate) fn of(row: &[u8]) -> Self {
        if row.contains(&0) {
            Self::Binary
        } else if std::str::from_utf8(row).is_err() {
            Self::Other
        } else {
            Self::Utf8
        }
    }
}

impl<'a> Row<'a> {
    /// The number of cells.
    #[inline]
    pub fn len(&self) -> usize {
        self.ends.len().saturating_sub(1)
    }

    /// Whether the row has no cell, which no row of a log has.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The encoding of the bytes.
    #[inline]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The cell of a column, empty where the row has no such column.
    #[inline(always)]
    pub fn cell(&self, column: usize) -> Cell<'a> {
        let ends = self.ends.get(column..).and_then(<[u32]>::first_chunk);
        let Some([before, end]) = ends.copied() else { return Cell::EMPTY };
        let (mut start, mut end) = (before.wrapping_add(1), end.min(self.end));
        // A quote that opens a cell is closed at its end: the splitter has taken care of any other.
        if self.has_quotes && end >= start + 2 && self.bytes.get(start as usize) == Some(&b'"') {
            (start, end) = (start + 1, end - 1);
        }
        Cell { text: self.bytes, start, end }
    }

    /// The text of every cell; bytes that are not UTF-8 are replaced.
    pub fn texts(&self) -> Vec<String> {
        (0..self.len()).map(|column| String::from_utf8_lossy(self.cell(column).bytes()).into_owned()).collect()
    }
}

impl<'a> Cell<'a> {
    /// A cell without text.
    pub const EMPTY: Self = Cell { text: &[], start: 0, end: 0 };

    /// The bytes of the cell.
    #[inline(always)]
    pub fn bytes(self) -> &'a [u8] {
        self.text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl<'a> From<&'a [u8]> for Cell<'a> {
    fn from(text: &'a [u8]) -> Self {
        // No cell is larger than a row.
        Cell { text, start: 0, end: u32::try_from(text.len()).unwrap_or(u32::MAX) }
    }
}
