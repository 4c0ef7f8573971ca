//! Sheets of OpenDocument (ods): cells have their text as it is shown. The part is read row by row, for as a tree a long
//! sheet takes many times its room.

use std::collections::HashSet;

use super::{Beside, COLUMNS, Region, Sheet, Shown};
use crate::error::OfficeError;
use crate::limits::Limits;
use crate::model::WarningCode;
use crate::odf::text_of;
use crate::writing::Writer;
use crate::xml::{Element, Piece, pieces};

/// The sheets that a reader sees, by the part that holds the content.
pub(super) fn sheets(
    content: &[u8],
    limits: &Limits,
    writer: &mut Writer,
) -> Result<Vec<Sheet>, OfficeError> {
    let mut book = Book {
        limits,
        left: limits.text_bytes,
        hidden: HashSet::new(),
        open: None,
        sheets: Vec::new(),
    };
    let wholes = ["table-row", "style", "shapes", "tracked-changes"];
    pieces(content, &wholes, limits, |piece| match piece {
        Piece::Whole(element) => book.element(&element),
        Piece::Start(tag) if *tag.name == *"table" => {
            book.begin(&tag);
            Ok(())
        }
        Piece::End("table") => {
            book.end(writer);
            Ok(())
        }
        _ => Ok(()),
    })?;
    Ok(book.sheets)
}

/// A book that is being read.
struct Book<'l> {
    limits: &'l Limits,
    /// Bytes of cells that may still come: one cell can stand for very many.
    left: usize,
    /// The styles of sheets that are not shown.
    hidden: HashSet<String>,
    open: Option<Open>,
    sheets: Vec<Sheet>,
}

/// A sheet that is being read.
struct Open {
    name: String,
    is_hidden: bool,
    is_cut: bool,
    /// The next row, from 0.
    row: u32,
    cells: Vec<Shown>,
    beside: Beside,
}

impl Book<'_> {
    fn begin(&mut self, tag: &Element) {
        let said = |name: &str| tag.attribute(name).unwrap_or_default();
        self.open = Some(Open {
            name: said("name").to_owned(),
            is_hidden: self.hidden.contains(said("style-name")),
            is_cut: false,
            row: 0,
            cells: Vec::new(),
            beside: Beside::default(),
        });
    }

    fn element(&mut self, element: &Element) -> Result<(), OfficeError> {
        match (&*element.name, &mut self.open) {
            ("style", _) => {
                let properties = element.child("table-properties");
                let display = properties.and_then(|it| it.attribute("display"));
                if let (Some("false"), Some(name)) = (display, element.attribute("name")) {
                    self.hidden.insert(name.to_owned());
                }
                Ok(())
            }
            ("table-row", Some(open)) => open.row(element, self.limits, &mut self.left),
            _ => Ok(()),
        }
    }

    fn end(&mut self, writer: &mut Writer) {
        let Some(open) = self.open.take() else {
            return;
        };
        writer.warn(WarningCode::HiddenSheets, usize::from(open.is_hidden));
        writer.warn(
            WarningCode::Cut,
            usize::from(open.is_cut && !open.is_hidden),
        );
        if !open.is_hidden {
            self.sheets
                .push(Sheet::new(open.name, open.cells, open.beside));
        }
    }
}

impl Open {
    /// Takes a row as often as it stands there: equal rows are written once, empty ones by the million.
    fn row(&mut self, row: &Element, limits: &Limits, left: &mut usize) -> Result<(), OfficeError> {
        let mut cells: Vec<(u32, String)> = Vec::new();
        let mut column: u32 = 0;
        for cell in row.elements() {
            let times = number(cell, "number-columns-repeated");
            // What is covered by a merged cell is not seen.
            if *cell.name == *"table-cell" {
                let shown = shown(cell);
                self.merge(cell, column);
                if cell.attribute("formula").is_some() && cell.attribute("value-type").is_none() {
                    self.beside.unknown.push((self.row, column));
                }
                if !shown.trim().is_empty() {
                    let end = column.saturating_add(times.min(COLUMNS));
                    cells.extend((column..end).map(|column| (column, shown.clone())));
                }
            }
            column = column.saturating_add(times);
        }
        let times = number(row, "number-rows-repeated");
        let bytes: usize = cells.iter().map(|(_, text)| text.len()).sum();
        for row in self.row..self.row.saturating_add(times) {
            if cells.is_empty() {
                break;
            }
            if self.cells.len() + cells.len() > limits.nodes {
                return Err(OfficeError::TooLarge);
            }
            let Some(rest) = left.checked_sub(bytes) else {
                self.is_cut = true;
                break;
            };
            *left = rest;
            let cells = cells.iter();
            self.cells
                .extend(cells.map(|(column, text)| (row, *column, text.clone())));
        }
        self.row = self.row.saturating_add(times);
        Ok(())
    }

    fn merge(&mut self, cell: &Element, column: u32) {
        let [rows, columns] =
            ["number-rows-spanned", "number-columns-spanned"].map(|name| number(cell, name));
        if rows > 1 || columns > 1 {
            let end = (
                self.row.saturating_add(rows - 1),
                column.saturating_add(columns - 1),
            );
            let start = (self.row, column);
            self.beside.merged.push(Region { start, end });
        }
    }
}

/// What a cell shows: its paragraphs as lines; a day by its value, for how it is shown goes by the writer's country.
fn shown(cell: &Element) -> String {
    let lines: Vec<String> = cell.named("p").map(text_of).collect();
    let lines = lines.join("\n");
    let value = ["string-value", "value"].map(|name| cell.attribute(name));
    match cell.attribute("date-value").and_then(day) {
        Some(day) if !lines.contains('年') => day,
        _ if cell.child("p").is_some() => lines,
        _ => value
            .into_iter()
            .flatten()
            .next()
            .unwrap_or_default()
            .to_owned(),
    }
}

/// 2026-06-30 as people write it.
fn day(value: &str) -> Option<String> {
    let mut parts = value.split('T').next()?.split('-');
    let mut part = || parts.next()?.parse::<u32>().ok();
    let (year, month, day) = (part()?, part()?, part()?);
    Some(format!("{year}年{month}月{day}日"))
}

/// How often something stands there, or how far it reaches.
fn number(element: &Element, name: &str) -> u32 {
    let value = element.attribute(name).and_then(|value| value.parse().ok());
    value.unwrap_or(1).max(1)
}
