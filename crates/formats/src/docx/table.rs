//! Rows and cells of a table, whatever wraps them, and what stands in one.

use super::runs::Line;
use crate::xml::Element;

/// A cell and the column that it begins in.
pub(super) struct Cell<'e> {
    /// From 1, merged columns counted.
    pub(super) column: u32,
    pub(super) content: &'e Element,
}

/// How many columns a table has at most; Word allows for 63.
const COLUMNS: u32 = 256;

/// The rows of a table.
pub(super) fn rows(table: &Element) -> Vec<&Element> {
    wrapped(table, "tr")
}

/// The cells of a row.
pub(super) fn cells(row: &Element) -> Vec<Cell<'_>> {
    let number = |element: Option<&Element>, name: &str| -> u32 {
        let value = element.and_then(|properties| properties.value(name));
        value.and_then(|value| value.parse().ok()).unwrap_or(0)
    };
    let mut column = 1 + number(row.child("trPr"), "gridBefore").min(COLUMNS);
    let mut cells = Vec::new();
    for content in wrapped(row, "tc") {
        cells.push(Cell { column, content });
        let span = number(content.child("tcPr"), "gridSpan").clamp(1, COLUMNS);
        column = (column + span).min(COLUMNS);
    }
    cells
}

/// Elements of a name below, through what may stand around them.
fn wrapped<'e>(element: &'e Element, name: &str) -> Vec<&'e Element> {
    let mut found = Vec::new();
    for child in element.elements() {
        match &*child.name {
            own if own == name => found.push(child),
            "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => {
                found.extend(wrapped(child, name));
            }
            _ => {}
        }
    }
    found
}

/// Puts the paragraphs of a cell into one line. Where one ends without a mark, a space stands between.
pub(super) fn join(text: &mut String, hints: &mut Vec<crate::model::Hint>, lines: Vec<Line<'_>>) {
    let begin = text.len();
    for mut line in lines {
        let written = line.text.replace(['\n', '\t'], " ");
        if written.trim().is_empty() {
            continue;
        }
        if text.len() > begin && text.ends_with(|c: char| c.is_alphanumeric()) {
            text.push(' ');
        }
        let at = text.len();
        text.push_str(written.trim_end());
        for hint in &mut line.hints {
            hint.span.start += at;
            hint.span.end += at;
        }
        hints.append(&mut line.hints);
    }
}
