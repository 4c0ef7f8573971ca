//! Sheets of OpenDocument: cells have their text as it is shown.

use super::inline::Inline;
use super::text::rows;
use crate::model::{Hint, HintKind, Place, Span};
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
    let mut text = String::new();
    let mut hints = Vec::new();
    let mut column: u32 = 1;
    let mut written: u32 = 1;
    for cell in row.elements() {
        let lines: Vec<String> = cell
            .named("p")
            .map(|line| Inline::of(line, 0).text)
            .collect();
        let shown = lines.join(" ");
        let times = repeated(cell, "number-columns-repeated");
        if !shown.trim().is_empty() {
            for column in column..column.saturating_add(times).min(COLUMNS) {
                text.extend((written..column).map(|_| '\t'));
                written = column;
                let start = text.len();
                text.push_str(shown.trim());
                let span = Span {
                    start,
                    end: text.len(),
                };
                hints.push(Hint {
                    span,
                    kind: HintKind::Cell {
                        table,
                        row: number,
                        column,
                    },
                });
            }
        }
        column = column.saturating_add(times);
    }
    let span = Span {
        start: 0,
        end: text.len(),
    };
    hints.push(Hint {
        span,
        kind: HintKind::Row { table, row: number },
    });
    let place = Place {
        sheet: Some(writer.sheets.len() - 1),
        row: Some(number),
        ..Place::default()
    };
    if !text.is_empty() {
        writer.paragraph(&text, &hints, place);
    }
}

fn repeated(element: &Element, name: &str) -> u32 {
    let value = element.attribute(name).and_then(|value| value.parse().ok());
    value.unwrap_or(1).max(1)
}
