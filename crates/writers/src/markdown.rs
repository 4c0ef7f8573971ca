//! Markdown with a table, as GitHub has it.

use crate::table::Table;

/// Title, lines and table.
pub fn write(table: &Table) -> String {
    let mut written = String::new();
    if !table.title.is_empty() {
        written.push_str("# ");
        push(&mut written, &table.title, " ");
        written.push_str("\n\n");
    }
    for line in &table.lines {
        push(&mut written, line, " ");
        written.push_str("\n\n");
    }
    for column in &table.columns {
        written.push_str("| ");
        push(&mut written, &column.head, " ");
        written.push(' ');
    }
    written.push_str("|\n");
    for column in &table.columns {
        written.push_str(if column.centred { "|:-:" } else { "|---" });
    }
    written.push_str("|\n");
    for row in &table.rows {
        for (_, cell) in table.cells(row) {
            written.push_str("| ");
            if let Some(cell) = cell {
                push(&mut written, &cell.text, "<br>");
            }
            written.push(' ');
        }
        written.push_str("|\n");
    }
    written
}

/// Adds text whose marks are no markup, with `between` in place of the ends of its lines.
fn push(into: &mut String, text: &str, between: &str) {
    for character in text.trim().chars() {
        match character {
            '\n' => into.push_str(between),
            '\r' => {}
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' => {
                into.push('\\');
                into.push(character);
            }
            other => into.push(other),
        }
    }
}
