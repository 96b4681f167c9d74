//! The boundary to JavaScript.

use js_sys::{Error as JsError, Reflect};
use wasm_bindgen::prelude::*;

use crate::{Error, Rows};

/// The rows of a spreadsheet as CSV, read in pieces.
#[wasm_bindgen]
pub struct SpreadsheetRows(Rows);

#[wasm_bindgen]
impl SpreadsheetRows {
    /// Opens a file by its bytes, at the sheet of a name or else at the likeliest one.
    ///
    /// # Errors
    ///
    /// An `Error` with the code of [`Error::code`].
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>, sheet: Option<String>) -> Result<SpreadsheetRows, JsValue> {
        Rows::open(bytes, sheet.as_deref()).map(SpreadsheetRows).map_err(thrown)
    }

    /// The name of the sheet; empty if no sheet has rows.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.0.name().to_owned()
    }

    /// The names of the visible sheets with rows.
    #[wasm_bindgen(getter)]
    pub fn sheets(&self) -> Vec<String> {
        self.0.sheets().to_vec()
    }

    /// The share of the rows that has been read, from 0 to 1.
    #[wasm_bindgen(getter)]
    pub fn share(&self) -> f64 {
        self.0.share()
    }

    /// The CSV of at most `count` further rows; undefined after the last row.
    ///
    /// # Errors
    ///
    /// An `Error` with the code of [`Error::code`].
    #[wasm_bindgen]
    pub fn next(&mut self, count: u32) -> Result<Option<Vec<u8>>, JsValue> {
        self.0.next_piece(count).map_err(thrown)
    }
}

fn thrown(error: Error) -> JsValue {
    let thrown = JsError::new(&error.to_string());
    // Setting a member of a new object does not fail.
    let _ = Reflect::set(&thrown, &"code".into(), &error.code().into());
    thrown.into()
}
