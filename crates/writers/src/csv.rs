//! Comma-separated values (RFC 4180), with the mark by which a spreadsheet knows UTF-8.

use crate::table::Table;

/// Head and rows.
pub fn write(table: &Table) -> String {
    let mut written = String::from('\u{feff}');
    let heads = table.columns.iter().map(|column| column.head.as_str());
    push_row(&mut written, heads);
    for row in &table.rows {
        let cells = table.cells(row).map(|(_, cell)| cell);
        push_row(
            &mut written,
            cells.map(|cell| cell.map_or("", |cell| &cell.text)),
        );
    }
    written
}

fn push_row<'a>(into: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            into.push(',');
        }
        push_cell(into, cell);
    }
    into.push_str("\r\n");
}

/// A spreadsheet takes what begins with one of these marks for a formula, quoted or not: an apostrophe makes it text.
fn push_cell(into: &mut String, text: &str) {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let is_quoted = text.contains([',', '"', '\n', '\r']);
    if is_quoted {
        into.push('"');
    }
    if is_formula {
        into.push('\'');
    }
    into.push_str(&text.replace('"', "\"\""));
    if is_quoted {
        into.push('"');
    }
}
