//! Sheets of OpenDocument: cells have their text as it is shown.

use super::inline::Inline;
use super::text::rows;
use crate::model::Place;
use crate::row::Row;
use crate::writing::Writer;
use crate::xml::Element;

/// Columns that are read.
const COLUMNS: u32 = 256;

/// Writes each sheet as a table.
pub(super) fn write(sheets: &Element, writer: &mut Writer) {
    for sheet in sheets.named("table") {
        writer
            .sheets
            .push(sheet.attribute("name").unwrap_or_default().to_owned());
        let table = u32::try_from(writer.sheets.len()).unwrap_or(u32::MAX);
        let mut number: u32 = 1;
        for row in rows(sheet) {
            write_row(row, table, number, writer);
            // A row stands for many, most of them empty.
            number = number.saturating_add(repeated(row, "number-rows-repeated"));
        }
        writer.paragraph("", &[], Place::default());
    }
}

fn write_row(row: &Element, table: u32, number: u32, writer: &mut Writer) {
    let mut written = Row::new(table, number, 1);
    let mut column: u32 = 1;
    for cell in row.elements() {
        let lines: Vec<String> = cell
            .named("p")
            .map(|line| Inline::of(line, 0).text)
            .collect();
        let shown = lines.join(" ");
        let times = repeated(cell, "number-columns-repeated");
        if !shown.trim().is_empty() {
            for column in column..column.saturating_add(times).min(COLUMNS) {
                written.cell(column, |text, _| text.push_str(shown.trim()));
            }
        }
        column = column.saturating_add(times);
    }
    let place = Place {
        sheet: Some(writer.sheets.len() - 1),
        row: Some(number),
        ..Place::default()
    };
    written.finish(writer, place);
}

fn repeated(element: &Element, name: &str) -> u32 {
    let value = element.attribute(name).and_then(|value| value.parse().ok());
    value.unwrap_or(1).max(1)
}
