//! The writers of office files as the page's worker calls them: the one file of them that knows JavaScript.

use wasm_bindgen::prelude::*;
use xushi_writers::{Kind, Table};

/// The bytes of a table as a file. `kind` is the ending of its name: `xlsx`, `docx`, `csv`, `md`. `table` is
/// `{title, lines: string[], columns: {head, width, centred?, choices?: string[]}[], rows: {text, mark?}[][]}`.
///
/// # Errors
///
/// An `Error` where the kind is unknown, the object is no such table, or it has more rows than a sheet can hold.
#[wasm_bindgen]
pub fn write(kind: &str, table: JsValue) -> Result<Vec<u8>, JsValue> {
    let kind =
        Kind::of_ending(kind).ok_or_else(|| js_sys::Error::new("an unknown kind of file"))?;
    let table: Table = serde_wasm_bindgen::from_value(table)?;
    xushi_writers::write(&table, kind)
        .map_err(|error| js_sys::Error::new(&error.to_string()).into())
}

/// The bytes of a workbook with a sheet for each of `tables`, objects as [`write`] takes them whose titles differ.
///
/// # Errors
///
/// An `Error` where they are no such tables, or one has more rows than a sheet can hold.
#[wasm_bindgen(js_name = writeWorkbook)]
pub fn write_workbook(tables: JsValue) -> Result<Vec<u8>, JsValue> {
    let tables: Vec<Table> = serde_wasm_bindgen::from_value(tables)?;
    xushi_writers::write_workbook(&tables)
        .map_err(|error| js_sys::Error::new(&error.to_string()).into())
}
