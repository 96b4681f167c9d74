//! Reads a log from a spreadsheet: one sheet as CSV in UTF-8 with commas, piece by piece. Without its name, it is the visible
//! sheet with most rows of dates, or else the first table.
//!
//! Every row of the sheet is one row of the CSV, empty ones included, so that a row has the number that the spreadsheet shows.
//! Dates are written as local times (`2026-03-25 14:05:00`) and durations as hours (`30:15:00`), because a cell holds neither a
//! time zone nor the text of its format.
//!
//! ```no_run
//! # fn main() -> Result<(), case_slo_spreadsheet::Error> {
//! let bytes = std::fs::read("cases.xlsx").expect("the file can be read");
//! let mut rows = case_slo_spreadsheet::Rows::open(bytes, None)?;
//! while let Some(csv) = rows.next_piece(1_000)? {
//!     print!("{}", String::from_utf8_lossy(&csv));
//! }
//! # Ok(())
//! # }
//! ```

#![forbid(unsafe_code)]

mod cell;
mod sheet;
#[cfg(target_arch = "wasm32")]
mod wasm;

use std::fmt;

use sheet::Sheet;

/// The most rows and columns of a sheet, which are those of the programs that write such files.
const LAST_ROW: u32 = 1_048_575;
const LAST_COLUMN: u32 = 16_383;

/// The rows of a sheet as CSV.
pub struct Rows {
    sheet: Option<Sheet>,
    name: String,
    sheets: Vec<String>,
    /// The number of rows that the file states; a program may have stated too many or none.
    stated: u32,
    /// Rows that have been written.
    written: u32,
    /// The first cell of the row after them.
    pending: Option<(u32, u32, String)>,
    /// The cells of the widest row so far: later rows have at least as many.
    width: usize,
}

impl Rows {
    /// Opens a file by its bytes, at the sheet of a name or else at the likeliest one.
    ///
    /// A file whose sheets are all empty has no rows.
    ///
    /// # Errors
    ///
    /// [`Error`] if the file is no spreadsheet of a known kind, is encrypted, or is damaged, or if it
    /// has no visible sheet of that name.
    pub fn open(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Rows, Error> {
        let (found, sheets) = Sheet::find(bytes, sheet)?;
        let mut rows =
            Rows { sheet: None, name: String::new(), sheets, stated: 0, written: 0, pending: None, width: 0 };
        if let Some((name, mut sheet)) = found {
            rows.name = name;
            rows.stated = sheet.stated_rows();
            rows.pending = sheet.next_cell()?;
            rows.sheet = Some(sheet);
        }
        Ok(rows)
    }

    /// Returns the name of the sheet; empty if no sheet has rows.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the names of the visible sheets with rows, in their order.
    #[must_use]
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// Returns the share of the rows that has been written, from 0 to 1, as far as the file states how many there are.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.sheet.is_none() {
            return 1.0;
        }
        f64::from(self.written) / f64::from(self.stated.max(self.written).max(1))
    }

    /// Returns the CSV of at most `count` further rows; none after the last row.
    ///
    /// # Errors
    ///
    /// [`Error`] if the file is damaged, or a cell lies outside the limits of a sheet.
    pub fn next_piece(&mut self, count: u32) -> Result<Option<Vec<u8>>, Error> {
        let mut csv = String::new();
        let end = self.written.saturating_add(count.max(1));
        while self.written < end {
            let Some(&(row, ..)) = self.pending.as_ref() else {
                self.sheet = None;
                break;
            };
            if row > self.written {
                csv.push_str("\r\n");
            } else {
                self.write_row(&mut csv)?;
            }
            self.written += 1;
        }
        Ok((!csv.is_empty()).then(|| csv.into_bytes()))
    }

    /// Writes the row of the pending cell.
    fn write_row(&mut self, csv: &mut String) -> Result<(), Error> {
        let mut cells = 0;
        let mut filled = 0;
        let row = self.written;
        while let Some((_, column, text)) = self.pending.take_if(|(at, ..)| *at <= row) {
            // A damaged file can have a cell twice; the first one counts.
            if column as usize >= cells {
                for _ in cells..column as usize {
                    csv.push(',');
                }
                cell::write_quoted(csv, &text);
                csv.push(',');
                cells = column as usize + 1;
                filled += 1;
            }
            self.pending = match &mut self.sheet {
                Some(sheet) => sheet.next_cell()?,
                None => None,
            };
        }
        // One cell alone is a title, a note or a footer, in a spreadsheet as in CSV.
        if filled > 1 {
            for _ in cells..self.width {
                csv.push(',');
            }
            self.width = self.width.max(cells);
        }
        csv.pop();
        csv.push_str("\r\n");
        Ok(())
    }
}

/// The reason for which a spreadsheet cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    code: &'static str,
    message: String,
}

impl Error {
    /// Returns a stable code: `"invalid-spreadsheet"`, `"encrypted-spreadsheet"`, `"unknown-sheet"` or `"limit-exceeded"`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    fn invalid(cause: impl fmt::Display) -> Error {
        Error { code: "invalid-spreadsheet", message: format!("the spreadsheet cannot be read: {cause}") }
    }

    fn encrypted() -> Error {
        Error { code: "encrypted-spreadsheet", message: "the spreadsheet is protected by a password".to_owned() }
    }

    fn unknown_sheet(name: &str, known: &[String]) -> Error {
        let known: Vec<String> = known.iter().take(20).map(|name| format!("\"{name}\"")).collect();
        let message = format!("there is no sheet \"{name}\"; expected one of {}", known.join(", "));
        Error { code: "unknown-sheet", message }
    }

    fn outside(row: u32, column: u32) -> Error {
        Error {
            code: "limit-exceeded",
            message: format!(
                "expected a cell within {} rows and {} columns, found one in row {} and column {}",
                LAST_ROW + 1,
                LAST_COLUMN + 1,
                u64::from(row) + 1,
                u64::from(column) + 1
            ),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
