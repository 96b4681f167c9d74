//! Finds the sheet of a spreadsheet and reads its cells in order.

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

/// A cell by its row and column from 0.
type Cell = (u32, u32, String);

impl Sheet {
    /// Finds the first visible sheet with at least two rows, else the first one with a row; with its name.
    pub(crate) fn find(bytes: Vec<u8>) -> Result<Option<(String, Sheet)>, Error> {
        if is_ods(&bytes) {
            return OdsCells::find(bytes);
        }
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
        let names: Vec<String> = book
            .sheets_metadata()
            .iter()
            .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
            .map(|sheet| sheet.name.clone())
            .collect();
        let mut found: Option<(u32, String)> = None;
        for name in names {
            let rows = first_rows(&mut book.worksheet_cells_reader(&name).map_err(refused)?)?;
            if rows > found.as_ref().map_or(0, |(rows, _)| *rows) {
                found = Some((rows, name));
            }
            if rows == 2 {
                break;
            }
        }
        let Some((_, name)) = found else {
            return Ok(None);
        };
        let open = OpenXlsx::try_new(MutBorrow::new(book), |book| {
            book.borrow_mut().worksheet_cells_reader(&name).map_err(refused)
        })?;
        Ok(Some((name, Sheet::Xlsx(open))))
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

/// Counts the rows of a sheet, up to two.
fn first_rows(reader: &mut CellReader<'_>) -> Result<u32, Error> {
    let Some((first, ..)) = next_filled(reader)? else {
        return Ok(0);
    };
    while let Some((row, ..)) = next_filled(reader)? {
        if row != first {
            return Ok(2);
        }
    }
    Ok(1)
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
    fn find(bytes: Vec<u8>) -> Result<Option<(String, Sheet)>, Error> {
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
        let mut sheets = Vec::new();
        for name in visible {
            let range = book.worksheet_range(&name).map_err(Error::invalid)?;
            sheets.push((name, range));
        }
        let at = sheets
            .iter()
            .position(|(_, range)| range.height() > 1)
            .or_else(|| sheets.iter().position(|(_, range)| !range.is_empty()));
        Ok(at.map(|at| {
            let (name, range) = sheets.swap_remove(at);
            (name, Sheet::Ods(OdsCells { range, next: (0, 0) }))
        }))
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
