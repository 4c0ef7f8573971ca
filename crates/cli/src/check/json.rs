//! Findings as JSON, for scripts.

use serde_json::{Map, Value, json};
use xushi::model::Span;
use xushi_formats::Located;

use super::checked::Checked;
use crate::shown;

/// The findings of a file: file, rule, severity, message in both languages, and places as lines and columns
/// from 1, in characters; ends are exclusive. In office files a place is where it begins, as the file counts.
pub fn findings(one: &Checked) -> impl Iterator<Item = Value> {
    let file = shown::written(&one.input.file);
    one.found.iter().map(move |found| {
        let finding = &found.finding;
        let related: Vec<Value> = finding
            .related
            .iter()
            .zip(&found.related)
            .map(|(related, &span)| {
                json!({
                    "message": related.message,
                    "message_en": related.message_en,
                    "place": place(one, span),
                })
            })
            .collect();
        let suggestion = finding.suggestion.as_ref().zip(found.suggestion);
        json!({
            "file": file,
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
            "message_en": finding.message_en,
            "place": place(one, found.span),
            "text": found.span.of(one.lines.text()),
            "related": related,
            "suggestion": suggestion.map(|(suggestion, span)| json!({
                "place": place(one, span),
                "replacement": suggestion.replacement,
            })),
        })
    })
}

fn place(checked: &Checked, span: Span) -> Value {
    if let Some(located) = checked.located(span.start) {
        return in_office(&located);
    }
    let lines = &checked.lines;
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
