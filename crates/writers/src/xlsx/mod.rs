//! A workbook, a sheet a table (ECMA-376, SpreadsheetML): the head stays in view and stands on every page, its cells
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

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// The workbook of tables, each with a title of its own.
pub fn write(tables: &[Table]) -> Result<Vec<u8>, WriteError> {
    if tables
        .iter()
        .any(|table| sheet::last_row(table) > MOST_ROWS)
    {
        return Err(WriteError::TooManyRows);
    }
    let with_head = |part: &str| format!("{HEAD}{part}");
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), types(tables.len())),
        ("_rels/.rels".to_owned(), ROOT.to_owned()),
        ("xl/workbook.xml".to_owned(), workbook(tables)),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            related(tables.len()),
        ),
        ("xl/styles.xml".to_owned(), styles::STYLES.to_owned()),
    ];
    let sheets = (1..).zip(tables);
    parts.extend(sheets.map(|(number, table)| {
        let name = format!("xl/worksheets/sheet{number}.xml");
        (name, sheet::part(table))
    }));
    for (_, part) in &mut parts {
        *part = with_head(part);
    }
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, part)| (&**name, &**part))
        .collect();
    pack(&parts)
}

/// The part that says what each part is.
fn types(sheets: usize) -> String {
    let of = |part: &str, kind: &str| {
        format!(r#"<Override PartName="/xl/{part}.xml" ContentType="{SPREADSHEET}.{kind}+xml"/>"#)
    };
    let sheets = (1..=sheets).map(|number| of(&format!("worksheets/sheet{number}"), "worksheet"));
    let (book, sheets) = (of("workbook", "sheet.main"), sheets.collect::<String>());
    let styles = of("styles", "styles");
    format!(
        r#"<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{book}{sheets}{styles}</Types>"#
    )
}

/// The part that says where the workbook has its sheets and their looks.
fn related(sheets: usize) -> String {
    let to = |id: usize, kind: &str, target: &str| {
        format!(r#"<Relationship Id="rId{id}" Type="{OFFICE}/{kind}" Target="{target}.xml"/>"#)
    };
    let parts = (1..=sheets).map(|id| to(id, "worksheet", &format!("worksheets/sheet{id}")));
    let styles = to(sheets + 1, "styles", "styles");
    let parts = parts.collect::<String>();
    format!(r#"<Relationships xmlns="{PACKAGE}/relationships">{parts}{styles}</Relationships>"#)
}

/// The part that names the sheets, and the rows of each that are printed on every page.
fn workbook(tables: &[Table]) -> String {
    let [mut sheets, mut names] = [String::new(), String::new()];
    for (at, table) in tables.iter().enumerate() {
        let name = sheet_name(&table.title);
        let quoted = format!("'{}'", name.replace('\'', "''"));
        let (name, quoted) = (escaped(&name), escaped(&quoted));
        let (head, last) = (sheet::head_row(table), sheet::last_row(table));
        let column = sheet::letters(table.columns.len().saturating_sub(1));
        let id = at + 1;
        // Writing to a string does not fail.
        let _ = write!(
            sheets,
            r#"<sheet name="{name}" sheetId="{id}" r:id="rId{id}"/>"#
        );
        let _ = write!(
            names,
            r#"<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">{quoted}!$A${head}:${column}${last}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="{at}">{quoted}!${head}:${head}</definedName>"#
        );
    }
    format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets><definedNames>{names}</definedNames></workbook>"#
    )
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
