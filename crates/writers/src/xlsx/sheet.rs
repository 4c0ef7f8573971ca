//! The sheet: title and lines over the whole width, the head, the rows.

use std::fmt::Write as _;

use super::styles::{CELL, LINE, TABLE_HEAD, TITLE};
use crate::table::{Cell, Column, Table};
use crate::xml;

/// Characters that a cell holds (Excel's specification).
const MOST_CHARACTERS: usize = 32_767;

/// The last row that a list of choices is offered in: rows that are added below the table have it too.
const LAST_OF_ALL: usize = 1_048_576;

/// The number of the head's row, from 1.
pub fn head_row(table: &Table) -> usize {
    above(table).count() + 1
}

/// The number of the last row, from 1.
pub fn last_row(table: &Table) -> usize {
    head_row(table) + table.rows.len()
}

/// What stands above the head: a row's text and look.
fn above(table: &Table) -> impl Iterator<Item = (&str, usize)> {
    let title = Some((table.title.as_str(), TITLE));
    let title = title.into_iter().filter(|(title, _)| !title.is_empty());
    title.chain(table.lines.iter().map(|line| (line.as_str(), LINE)))
}

/// A column's letters, counted from 0: A, Z, AA.
pub fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + (column % 26) as u8);
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => break,
        }
    }
    letters.reverse();
    letters.into_iter().map(char::from).collect()
}

/// The part. Its elements stand in the order that the schema wants (ECMA-376, 18.3.1.99).
pub fn part(table: &Table) -> String {
    let (head, last) = (head_row(table), last_row(table));
    let names: Vec<String> = (0..table.columns.len()).map(letters).collect();
    let last_column = names.last().map_or("A", String::as_str);
    let below = head + 1;
    let mut part = String::new();
    // Writing to a string does not fail.
    let _ = write!(
        part,
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:{last_column}{last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="{head}" topLeftCell="A{below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A{below}" sqref="A{below}"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>"#
    );
    push_widths(&mut part, &table.columns);
    part.push_str("<sheetData>");
    push_rows(&mut part, table, &names);
    let _ = write!(
        part,
        r#"</sheetData><autoFilter ref="A{head}:{last_column}{last}"/>"#
    );
    push_merges(&mut part, table, last_column);
    push_choices(&mut part, &table.columns, &names, below);
    let _ = write!(
        part,
        r#"<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="A1:{last_column}{last}" numberStoredAsText="1"/></ignoredErrors></worksheet>"#
    );
    part
}

fn push_widths(part: &mut String, columns: &[Column]) {
    if columns.is_empty() {
        return;
    }
    part.push_str("<cols>");
    for (number, column) in (1..).zip(columns) {
        let width = column.width.clamp(2, 255);
        let _ = write!(
            part,
            r#"<col min="{number}" max="{number}" width="{width}" customWidth="1"/>"#
        );
    }
    part.push_str("</cols>");
}

fn push_rows(part: &mut String, table: &Table, names: &[String]) {
    let empty = Cell::default();
    let mut number = 0;
    for (text, look) in above(table) {
        number += 1;
        // A merged cell does not make its row as high as its text.
        let height = if look == TITLE { 36 } else { 20 };
        let _ = write!(part, r#"<row r="{number}" ht="{height}" customHeight="1">"#);
        push_cell(part, "A", number, look, text);
        part.push_str("</row>");
    }
    number += 1;
    let heads = table.columns.iter().map(|column| (column, &*column.head));
    let _ = write!(part, r#"<row r="{number}" ht="{}">"#, height(heads));
    for (name, column) in names.iter().zip(&table.columns) {
        push_cell(part, name, number, TABLE_HEAD, &column.head);
    }
    part.push_str("</row>");
    for row in &table.rows {
        number += 1;
        let texts = table.cells(row);
        let texts = texts.map(|(column, cell)| (column, cell.map_or("", |cell| &*cell.text)));
        let _ = write!(part, r#"<row r="{number}" ht="{}">"#, height(texts));
        for (name, (column, cell)) in names.iter().zip(table.cells(row)) {
            let cell = cell.unwrap_or(&empty);
            let look = CELL + usize::from(column.centred) + 2 * usize::from(cell.mark);
            push_cell(part, name, number, look, &cell.text);
        }
        part.push_str("</row>");
    }
}

/// The height in points of a row that shows all of its cells. Excel finds it anew when a cell is changed, and some
/// programs never do.
fn height<'t>(cells: impl Iterator<Item = (&'t Column, &'t str)>) -> usize {
    /// A line of 11 points, the space around a cell's lines, and the highest row of a sheet (Excel's specification).
    const LINE_HEIGHT: usize = 15;
    const AROUND: usize = 4;
    const HIGHEST: usize = 409;
    let lines = cells.map(|(column, text)| {
        // The edges of a cell take a letter's width.
        let room = (column.width.clamp(4, 255) - 1) as usize;
        let width = |line: &str| {
            line.chars()
                .map(|c| if c.is_ascii() { 1 } else { 2 })
                .sum::<usize>()
        };
        text.split('\n')
            .map(|line| width(line).div_ceil(room).max(1))
            .sum::<usize>()
    });
    (lines.max().unwrap_or(1) * LINE_HEIGHT + AROUND).min(HIGHEST)
}

/// A cell whose text stands in it: nothing of it is a formula or a number.
fn push_cell(part: &mut String, column: &str, row: usize, look: usize, text: &str) {
    if text.is_empty() {
        let _ = write!(part, r#"<c r="{column}{row}" s="{look}"/>"#);
        return;
    }
    let _ = write!(
        part,
        r#"<c r="{column}{row}" s="{look}" t="inlineStr"><is><t xml:space="preserve">"#
    );
    let cut = text.char_indices().nth(MOST_CHARACTERS);
    let text = cut.map_or(text, |(end, _)| &text[..end]);
    push_text(part, text);
    part.push_str("</t></is></c>");
}

/// Adds a cell's text; `_x000D_` in it would be read as a character's code (ECMA-376, 22.9.2.19).
fn push_text(part: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.as_bytes().get(at + 2..at + 7);
        let is_code =
            code.is_some_and(|code| code[4] == b'_' && code[..4].iter().all(u8::is_ascii_hexdigit));
        xml::push(part, &rest[..at]);
        part.push_str(if is_code { "_x005F_x" } else { "_x" });
        rest = &rest[at + 2..];
    }
    xml::push(part, rest);
}

fn push_merges(part: &mut String, table: &Table, last_column: &str) {
    let count = above(table).count();
    if count == 0 || table.columns.len() < 2 {
        return;
    }
    let _ = write!(part, r#"<mergeCells count="{count}">"#);
    for row in 1..=count {
        let _ = write!(part, r#"<mergeCell ref="A{row}:{last_column}{row}"/>"#);
    }
    part.push_str("</mergeCells>");
}

fn push_choices(part: &mut String, columns: &[Column], names: &[String], from: usize) {
    let listed = names.iter().zip(columns);
    let listed = listed.filter(|(_, column)| !column.choices.is_empty());
    let listed: Vec<(&String, &Column)> = listed.collect();
    if listed.is_empty() {
        return;
    }
    let _ = write!(part, r#"<dataValidations count="{}">"#, listed.len());
    for (name, column) in listed {
        let _ = write!(
            part,
            r#"<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="{name}{from}:{name}{LAST_OF_ALL}"><formula1>"#
        );
        xml::push(part, &format!("\"{}\"", column.choices.join(",")));
        part.push_str("</formula1></dataValidation>");
    }
    part.push_str("</dataValidations>");
}
