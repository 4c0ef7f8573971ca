//! A table as the files that an office works with. It knows no ledger: who fills the table says what its columns are.
//! The same table gives the same bytes.

mod csv;
mod docx;
mod error;
mod markdown;
mod package;
mod table;
mod xlsx;
mod xml;

pub use error::WriteError;
pub use table::{Cell, Column, Table};

/// The kinds of file that a table is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A workbook; of one table, one sheet.
    Xlsx,
    /// A Word document of one table.
    Docx,
    /// Comma-separated values, head and rows alone.
    Csv,
    /// Markdown with a table.
    Markdown,
}

impl Kind {
    /// The kind by the ending of a file's name, without its dot, in letters of any case.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "xlsx" => Some(Self::Xlsx),
            "docx" => Some(Self::Docx),
            "csv" => Some(Self::Csv),
            "md" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// The bytes of a table's file.
///
/// # Errors
///
/// Where the table has more rows than a sheet can hold.
pub fn write(table: &Table, kind: Kind) -> Result<Vec<u8>, WriteError> {
    match kind {
        Kind::Xlsx => write_workbook(std::slice::from_ref(table)),
        Kind::Docx => docx::write(table),
        Kind::Csv => Ok(csv::write(table).into_bytes()),
        Kind::Markdown => Ok(markdown::write(table).into_bytes()),
    }
}

/// The bytes of a workbook with a sheet for each table. Their titles differ: sheets are known by them.
///
/// # Errors
///
/// Where a table has more rows than a sheet can hold.
pub fn write_workbook(tables: &[Table]) -> Result<Vec<u8>, WriteError> {
    xlsx::write(tables)
}
