//! Chooses the sheet of a spreadsheet and reads its cells in order.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};
use self_cell::{MutBorrow, self_cell};

use crate::{Error, LAST_COLUMN, LAST_ROW, cell};

type Bytes = Cursor<Vec<u8>>;
type CellReader<'a> = XlsxCellReader<'a, Bytes>;

self_cell!(
    /// A workbook with the reader of one of its sheets, which borrows the texts that all sheets share.
    pub(crate) struct OpenXlsx {
        owner: MutBorrow<Xlsx<Bytes>>,
        #[not_covariant]
        dependent: CellReader,
    }
);

/// The cells of a sheet, row by row. The text of a cell is empty only if a formula results in an empty text.
pub(crate) enum Sheet {
    /// Read as a stream.
    Xlsx(OpenXlsx),
    /// Read as a whole, because the format gives no other access.
    Ods(OdsCells),
}

/// A sheet with its name, if the file has one with rows; and the names of all that have.
pub(crate) type Found = (Option<(String, Sheet)>, Vec<String>);

/// A cell by its row and column from 0.
type Cell = (u32, u32, String);

impl Sheet {
    /// Opens the sheet of a name, or else the one with most rows of dates; with the names of all visible sheets that have rows.
    ///
    /// # Errors
    ///
    /// [`Error`] if the file cannot be read, or has no sheet of that name.
    pub(crate) fn find(bytes: Vec<u8>, name: Option<&str>) -> Result<Found, Error> {
        if is_ods(&bytes) {
            return OdsCells::find(bytes, name);
        }
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
        let visible: Vec<String> = book
            .sheets_metadata()
            .iter()
            .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
            .map(|sheet| sheet.name.clone())
            .collect();
        let mut sheets = Vec::new();
        for name in visible {
            let mut reader = book.worksheet_cells_reader(&name).map_err(refused)?;
            let stated = reader.dimensions().end.0;
            let mut rank = Rank::default();
            while let Ok(Some((row, _, text))) = next_filled(&mut reader) {
                if !rank.add(row, &text) {
                    break;
                }
            }
            sheets.push((name, rank.with_rows(stated)));
        }
        let (found, names) = chosen(sheets, name)?;
        let Some(name) = found else { return Ok((None, names)) };
        let open = OpenXlsx::try_new(MutBorrow::new(book), |book| {
            book.borrow_mut().worksheet_cells_reader(&name).map_err(refused)
        })?;
        Ok((Some((name, Sheet::Xlsx(open))), names))
    }

    /// Returns the number of rows that the file states.
    pub(crate) fn stated_rows(&self) -> u32 {
        let last = match self {
            Sheet::Xlsx(open) => open.with_dependent(|_, reader| reader.dimensions().end.0),
            Sheet::Ods(cells) => cells.range.end().map_or(0, |(row, _)| row),
        };
        last.min(LAST_ROW) + 1
    }

    /// Returns the next cell with a value.
    pub(crate) fn next_cell(&mut self) -> Result<Option<Cell>, Error> {
        let cell = match self {
            Sheet::Xlsx(open) => open.with_dependent_mut(|_, reader| next_filled(reader))?,
            Sheet::Ods(cells) => cells.next_filled(),
        };
        match cell {
            Some((row, column, _)) if row > LAST_ROW || column > LAST_COLUMN => Err(Error::outside(row, column)),
            cell => Ok(cell),
        }
    }
}

fn next_filled(reader: &mut CellReader<'_>) -> Result<Option<Cell>, Error> {
    while let Some(cell) = reader.next_cell().map_err(refused)? {
        let (row, column) = cell.get_position();
        let text = cell::text_of_ref(cell.get_value().clone());
        if !text.is_empty() {
            return Ok(Some((row, column, text)));
        }
    }
    Ok(None)
}

/// Most rows of a sheet that are looked at before one is chosen.
const MOST_ROWS: u32 = 200;

/// The likelihood that a sheet is the log: rows with a date, rows (two are a table), and the rows that the file states.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    dated: u32,
    rows: u32,
    stated: u32,
    /// The last row that was counted, and the last one with a date, from 1.
    last: u32,
    last_dated: u32,
}

impl Rank {
    /// Takes note of a cell; false once enough rows are known.
    fn add(&mut self, row: u32, text: &str) -> bool {
        let row = row.saturating_add(1);
        if row != self.last {
            (self.last, self.rows) = (row, self.rows + 1);
        }
        if self.rows > MOST_ROWS {
            return false;
        }
        if row != self.last_dated && is_dated(text) {
            (self.last_dated, self.dated) = (row, self.dated + 1);
        }
        true
    }

    /// The rank of a sheet of which no more cells come. Of sheets without dates, the first table counts.
    fn with_rows(self, stated: u32) -> Self {
        let rows = self.rows.min(2);
        Self { rows, stated: if self.dated > 0 { stated } else { 0 }, last: 0, last_dated: 0, ..self }
    }
}

/// Whether a text looks like a date: digits with at least two signs between them.
fn is_dated(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let signs = text.bytes().filter(|byte| matches!(byte, b'-' | b'/' | b'.' | b':')).count();
    (6..=17).contains(&digits) && signs >= 2
}

/// The sheet of a name, or else the likeliest; and the names of all that have rows.
fn chosen(sheets: Vec<(String, Rank)>, name: Option<&str>) -> Result<(Option<String>, Vec<String>), Error> {
    let filled = || sheets.iter().filter(|(_, rank)| rank.rows > 0);
    let names: Vec<String> = filled().map(|(name, _)| name.clone()).collect();
    let found = match name {
        None => filled().reduce(|best, other| if other.1 > best.1 { other } else { best }),
        Some(wanted) => {
            Some(sheets.iter().find(|(known, _)| known == wanted).ok_or_else(|| Error::unknown_sheet(wanted, &names))?)
        }
    };
    Ok((found.map(|(name, _)| name.clone()), names))
}

fn refused(error: XlsxError) -> Error {
    match error {
        XlsxError::Password => Error::encrypted(),
        other => Error::invalid(other),
    }
}

/// The cells of an OpenDocument sheet.
pub(crate) struct OdsCells {
    range: Range<Data>,
    /// The row and column of the next cell, relative to the range.
    next: (usize, usize),
}

impl OdsCells {
    fn find(bytes: Vec<u8>, name: Option<&str>) -> Result<Found, Error> {
        let mut book = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
            OdsError::Password => Error::encrypted(),
            other => Error::invalid(other),
        })?;
        let visible: Vec<String> = book
            .sheets_metadata()
            .iter()
            .filter(|sheet| sheet.visible == SheetVisible::Visible)
            .map(|sheet| sheet.name.clone())
            .collect();
        let (mut sheets, mut cells) = (Vec::new(), BTreeMap::new());
        for name in visible {
            let mut open = OdsCells { range: book.worksheet_range(&name).map_err(Error::invalid)?, next: (0, 0) };
            let mut rank = Rank::default();
            while let Some((row, _, text)) = open.next_filled() {
                if !rank.add(row, &text) {
                    break;
                }
            }
            let stated = open.range.end().map_or(0, |(row, _)| row);
            sheets.push((name.clone(), rank.with_rows(stated)));
            cells.insert(name, OdsCells { next: (0, 0), ..open });
        }
        let (found, names) = chosen(sheets, name)?;
        let open = found.and_then(|name| cells.remove(&name).map(|cells| (name, Sheet::Ods(cells))));
        Ok((open, names))
    }

    fn next_filled(&mut self) -> Option<Cell> {
        let (first_row, first_column) = self.range.start()?;
        while self.next.0 < self.range.height() {
            let at = self.next;
            self.next = if at.1 + 1 < self.range.width() { (at.0, at.1 + 1) } else { (at.0 + 1, 0) };
            let text = cell::text_of(self.range.get(at)?.clone());
            if !text.is_empty() {
                let row = u32::try_from(at.0).ok()?.checked_add(first_row)?;
                let column = u32::try_from(at.1).ok()?.checked_add(first_column)?;
                return Some((row, column, text));
            }
        }
        None
    }
}

/// Returns whether a file states that it is OpenDocument: its first entry, stored as it is, says so.
fn is_ods(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(128)];
    start
        .windows(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet".len())
        .any(|part| part == b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
}
