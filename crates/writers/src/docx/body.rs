//! The document's part: title, lines, table, and the page that they stand on.

use std::fmt::Write as _;

use crate::table::{Cell, Column, Table};
use crate::xml;

/// The width between the margins of A4 across, in twentieths of a point: 297 mm without 2 × 15 mm.
const WIDTH: u32 = 15_138;

const PAGE: &str = r#"<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="850" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>"#;

/// The part.
pub fn part(table: &Table) -> String {
    let mut part = String::from(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#,
    );
    if !table.title.is_empty() {
        push_paragraph(&mut part, "Title", false, &table.title);
    }
    for line in &table.lines {
        push_paragraph(&mut part, "Line", false, line);
    }
    push_table(&mut part, table);
    // Behind a table there is always a paragraph.
    push_paragraph(&mut part, "Normal", false, "");
    part.push_str(PAGE);
    part.push_str("</w:body></w:document>");
    part
}

fn push_table(part: &mut String, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    let widths = widths(&table.columns);
    let _ = write!(
        part,
        r#"<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>"#
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(
            part,
            r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>"#
        );
    }
    part.push_str(r#"</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>"#);
    for width in &widths {
        let _ = write!(part, r#"<w:gridCol w:w="{width}"/>"#);
    }
    part.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (column, width) in table.columns.iter().zip(&widths) {
        push_cell_start(part, *width, Some("E7E6E6"));
        push_paragraph(part, "TableHead", false, &column.head);
        part.push_str("</w:tc>");
    }
    part.push_str("</w:tr>");
    let empty = Cell::default();
    for row in &table.rows {
        part.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for ((column, cell), width) in table.cells(row).zip(&widths) {
            let cell = cell.unwrap_or(&empty);
            push_cell_start(part, *width, cell.mark.then_some("FFF2CC"));
            for line in cell.text.split('\n') {
                push_paragraph(part, "TableCell", column.centred, line);
            }
            part.push_str("</w:tc>");
        }
        part.push_str("</w:tr>");
    }
    part.push_str("</w:tbl>");
}

/// The columns' parts of the whole width; the last takes what rounding leaves.
fn widths(columns: &[Column]) -> Vec<u32> {
    let share = |column: &Column| column.width.clamp(2, 255);
    let all: u32 = columns.iter().map(share).sum();
    let mut widths: Vec<u32> = (columns.iter())
        .map(|column| WIDTH * share(column) / all.max(1))
        .collect();
    let used: u32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += WIDTH.saturating_sub(used);
    }
    widths
}

fn push_cell_start(part: &mut String, width: u32, ground: Option<&str>) {
    let _ = write!(part, r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>"#);
    if let Some(ground) = ground {
        let _ = write!(
            part,
            r#"<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>"#
        );
    }
    part.push_str(r#"<w:vAlign w:val="center"/></w:tcPr>"#);
}

fn push_paragraph(part: &mut String, style: &str, centred: bool, text: &str) {
    let _ = write!(part, r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>"#);
    if centred {
        part.push_str(r#"<w:jc w:val="center"/>"#);
    }
    part.push_str("</w:pPr>");
    let text = text.trim_end_matches('\r');
    if !text.is_empty() {
        part.push_str(r#"<w:r><w:t xml:space="preserve">"#);
        xml::push(part, text);
        part.push_str("</w:t></w:r>");
    }
    part.push_str("</w:p>");
}
