//! A workbook of one sheet (ECMA-376, SpreadsheetML): the head stays in view and stands on every page, its cells
//! can be filtered, all text is wrapped, and it is printed on A4 across, as wide as the page.

mod sheet;
mod styles;

use std::fmt::Write as _;

use crate::error::WriteError;
use crate::package::pack;
use crate::table::Table;
use crate::xml::{HEAD, escaped};

/// Rows that a sheet has (ECMA-376, 18.3.1.73, as Excel holds it).
const MOST_ROWS: usize = 1_048_576;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#;

const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

const RELATED: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

/// The workbook of a table.
pub fn write(table: &Table) -> Result<Vec<u8>, WriteError> {
    if sheet::last_row(table) > MOST_ROWS {
        return Err(WriteError::TooManyRows);
    }
    let with_head = |part: &str| format!("{HEAD}{part}");
    pack(&[
        ("[Content_Types].xml", &with_head(TYPES)),
        ("_rels/.rels", &with_head(ROOT)),
        ("xl/workbook.xml", &with_head(&workbook(table))),
        ("xl/_rels/workbook.xml.rels", &with_head(RELATED)),
        ("xl/styles.xml", &with_head(styles::STYLES)),
        ("xl/worksheets/sheet1.xml", &with_head(&sheet::part(table))),
    ])
}

/// The part that names the sheet, and the rows that are printed on every page.
fn workbook(table: &Table) -> String {
    let name = sheet_name(&table.title);
    let quoted = format!("'{}'", name.replace('\'', "''"));
    let (sheet, quoted) = (escaped(&name), escaped(&quoted));
    let (head, last) = (sheet::head_row(table), sheet::last_row(table));
    let column = sheet::letters(table.columns.len().saturating_sub(1));
    let mut part = String::new();
    // Writing to a string does not fail.
    let _ = write!(
        part,
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">{quoted}!$A${head}:${column}${last}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">{quoted}!${head}:${head}</definedName></definedNames></workbook>"#
    );
    part
}

/// A title as the name of a sheet: at most 31 characters and none of those that formulas read.
fn sheet_name(title: &str) -> String {
    let fits = |character: &char| {
        !character.is_control() && !matches!(character, '\\' | '/' | '*' | '?' | ':' | '[' | ']')
    };
    let name: String = title.chars().filter(fits).take(31).collect();
    let name = name.trim().trim_matches('\'');
    if name.is_empty() { "Sheet1" } else { name }.to_owned()
}
