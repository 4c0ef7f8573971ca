//! Sheets of xlsx and xls: their cells as they come, and what is known beside them.

use std::collections::HashSet;
use std::io::Cursor;

use calamine::{Cell, DataRef, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError};

use super::binary::Formats;
use super::display::{shown, shown_data};
use super::{Beside, Sheet, Shown};
use crate::archive::Package;
use crate::error::OfficeError;
use crate::limits::Limits;
use crate::model::{UnreadKind, WarningCode};
use crate::writing::Writer;

/// The sheets that a reader sees.
pub(super) fn sheets(
    bytes: &[u8],
    limits: &Limits,
    writer: &mut Writer,
) -> Result<Vec<Sheet>, OfficeError> {
    if bytes.starts_with(b"PK") {
        let mut package = Package::open(bytes, limits)?;
        package.check()?;
        outline(&package, writer);
        match Xlsx::new(Cursor::new(bytes)) {
            Ok(book) => xlsx(book, limits, writer),
            Err(XlsxError::Password) => Err(OfficeError::Encrypted),
            Err(_) => Err(OfficeError::Damaged),
        }
    } else {
        xls(bytes, limits, writer)
    }
}

/// Counts pictures, charts and macros of a package.
fn outline(package: &Package<'_>, writer: &mut Writer) {
    for name in package.names() {
        let name = name.to_ascii_lowercase();
        if name.ends_with("vbaproject.bin") {
            writer.warn(WarningCode::Macros, 1);
            writer.unread(UnreadKind::Macro, 1);
        } else if name.contains("/charts/chart") {
            writer.unread(UnreadKind::Chart, 1);
        } else if name.contains("/media/") {
            writer.unread(UnreadKind::Picture, 1);
        } else if name.contains("/embeddings/") {
            writer.unread(UnreadKind::Object, 1);
        }
    }
}

/// Names of the sheets that a reader sees, in their order.
fn visible(sheets: &[calamine::Sheet], writer: &mut Writer) -> Vec<(usize, String)> {
    let pages = sheets
        .iter()
        .enumerate()
        .filter(|(_, sheet)| matches!(sheet.typ, SheetType::WorkSheet));
    let (seen, hidden): (Vec<_>, Vec<_>) =
        pages.partition(|(_, sheet)| sheet.visible == SheetVisible::Visible);
    writer.warn(WarningCode::HiddenSheets, hidden.len());
    let named = seen.into_iter();
    named
        .map(|(index, sheet)| (index, sheet.name.clone()))
        .collect()
}

fn xlsx(
    mut book: Xlsx<Cursor<&[u8]>>,
    limits: &Limits,
    writer: &mut Writer,
) -> Result<Vec<Sheet>, OfficeError> {
    let mut sheets = Vec::new();
    for (_, name) in visible(book.sheets_metadata(), writer) {
        // Cells as they come: a range would hold every cell between the first and the last.
        let Ok(mut reader) = book.worksheet_cells_reader(&name) else {
            writer.warn(WarningCode::PartDamaged, 1);
            continue;
        };
        let (mut cells, mut blank) = (Vec::new(), HashSet::new());
        loop {
            let Ok(next) = reader.next_cell_with_style_id() else {
                writer.warn(WarningCode::PartDamaged, 1);
                break;
            };
            let Some((cell, style)) = next else { break };
            let format = reader.styles().get(style);
            let format = format.and_then(|style| style.number_format.as_ref());
            let code = format.map_or("", |format| format.format_code.as_str());
            push(&mut cells, &cell, code, limits)?;
            if matches!(cell.get_value(), DataRef::String(text) if text.is_empty()) {
                blank.insert(cell.get_position());
            }
        }
        drop(reader);
        sheets.push(Sheet::new(name, cells, |name, cells| Beside {
            merged: book.merge_cells_by_sheet_name(name).unwrap_or_default(),
            unknown: unknown(&mut book, name, cells, &blank),
        }));
    }
    Ok(sheets)
}

/// The cells of formulas that have no result, not even an empty one (`blank`).
fn unknown(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    cells: &[Shown],
    blank: &HashSet<(u32, u32)>,
) -> Vec<(u32, u32)> {
    let Ok(formulas) = book.worksheet_formula(name) else {
        return Vec::new();
    };
    let (first_row, first_column) = formulas.start().unwrap_or_default();
    let places = formulas.used_cells();
    let places =
        places.map(|(row, column, _)| (row as u32 + first_row, column as u32 + first_column));
    let is_known = |at: &(u32, u32)| {
        blank.contains(at)
            || cells
                .binary_search_by_key(at, |cell| (cell.0, cell.1))
                .is_ok()
    };
    places.filter(|at| !is_known(at)).collect()
}

fn push(
    cells: &mut Vec<Shown>,
    cell: &Cell<DataRef<'_>>,
    format: &str,
    limits: &Limits,
) -> Result<(), OfficeError> {
    let (row, column) = cell.get_position();
    if cells.len() >= limits.nodes {
        return Err(OfficeError::TooLarge);
    }
    let text = shown(cell.get_value(), format);
    if !text.trim().is_empty() {
        cells.push((row, column, text));
    }
    Ok(())
}

fn xls(bytes: &[u8], limits: &Limits, writer: &mut Writer) -> Result<Vec<Sheet>, OfficeError> {
    let mut sheets = Vec::new();
    let formats = Formats::read(bytes, limits)?;
    let mut book = match Xls::new(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(XlsError::Password) => return Err(OfficeError::Encrypted),
        Err(_) => return Err(OfficeError::Damaged),
    };
    if formats.has_macros {
        writer.warn(WarningCode::Macros, 1);
        writer.unread(UnreadKind::Macro, 1);
    }
    for (index, name) in visible(book.sheets_metadata(), writer) {
        let Ok(range) = book.worksheet_range(&name) else {
            writer.warn(WarningCode::PartDamaged, 1);
            continue;
        };
        let (first_row, first_column) = range.start().unwrap_or_default();
        let cells = range.used_cells().map(|(row, column, value)| {
            let at = (row as u32 + first_row, column as u32 + first_column);
            (
                at.0,
                at.1,
                shown_data(value, formats.of(index, at), formats.room(index, at.1)),
            )
        });
        let cells = cells
            .filter(|(_, _, text)| !text.trim().is_empty())
            .collect();
        sheets.push(Sheet::new(name, cells, |name, _| Beside {
            merged: book.merge_cells_by_sheet_name(name).unwrap_or_default(),
            unknown: Vec::new(),
        }));
    }
    Ok(sheets)
}
