//! A place of a file as JSON has it.

use serde_json::{Map, Value, json};
use xushi::model::Span;
use xushi_formats::Located;

use crate::lines::Lines;
use crate::text::Text;

/// Where a stretch of a decoded text stands: lines and columns from 1, columns in characters, the end exclusive; in an
/// office file where it begins, as the file counts.
#[must_use]
pub fn place(text: &Text, lines: &Lines, span: Span) -> Value {
    let office = text.office.as_ref();
    if let Some(located) = office.and_then(|office| office.locate(span.start)) {
        return in_office(&located);
    }
    let (start, end) = (lines.place(span.start), lines.place(span.end));
    json!({
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    })
}

/// A place of an office file, with what is known of it: page, its line, paragraph; sheet and cell; table, row, column;
/// the character.
fn in_office(located: &Located) -> Value {
    let mut place = Map::new();
    let mut put = |key: &str, value: Value| {
        if !value.is_null() {
            place.insert(key.to_owned(), value);
        }
    };
    put("page", json!(located.place.page));
    put("line", json!(located.place.line));
    put("paragraph", json!(located.place.paragraph));
    if located.sheet.is_some() {
        put("sheet", json!(located.sheet));
        put("cell", json!(located.sheet_cell()));
    } else if let Some([table, row, column]) = located.cell {
        put("table", json!(table));
        put("row", json!(row));
        put("column", json!(column));
    }
    put("character", json!(located.character));
    Value::Object(place)
}
