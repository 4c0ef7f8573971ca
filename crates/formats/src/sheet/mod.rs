//! Sheets of xlsx and xls (et is either): each row a line with tabs between its cells, numbers as the sheet shows
//! them. Hidden sheets are left out and told.

mod binary;
mod display;
mod documents;
mod ledger;

use std::io::Cursor;

use calamine::{
    Cell, DataRef, Dimensions, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};

use crate::archive::Package;
use crate::error::OfficeError;
use crate::kind::Kind;
use crate::limits::Limits;
use crate::model::{OfficeText, Place, UnreadKind, WarningCode};
use crate::row::Row;
use crate::writing::{Writer, push_visible};

use binary::Formats;
use display::{shown, shown_data};

/// Columns that are read; what lies beyond is told.
const COLUMNS: u32 = 256;

/// One cell: row and column from 0, and its text.
type Shown = (u32, u32, String);

/// A sheet that a reader sees.
struct Sheet {
    name: String,
    /// Its cells, ascending by row and column.
    cells: Vec<Shown>,
    /// Its merged regions, where it may be a ledger.
    merged: Vec<Dimensions>,
}

impl Sheet {
    /// `merged` is asked only where it matters.
    fn new(
        name: String,
        mut cells: Vec<Shown>,
        merged: impl FnOnce(&str) -> Vec<Dimensions>,
    ) -> Self {
        cells.sort_by_key(|(row, column, _)| (*row, *column));
        let merged = match ledger::may_be(&cells) {
            true => merged(&name),
            false => Vec::new(),
        };
        Self {
            name,
            cells,
            merged,
        }
    }
}

/// Reads all sheets of a file as one text, or, where a single sheet is a collection of texts, each row with its title.
pub(crate) fn read_texts(
    bytes: &[u8],
    limits: &Limits,
) -> Result<Vec<(Option<String>, OfficeText)>, OfficeError> {
    let (sheets, mut writer) = cells_of(bytes, limits)?;
    if let [only] = sheets.as_slice()
        && writer.ledgers.is_empty()
    {
        let mut texts = documents::of(&only.cells, limits);
        if let Some((_, first)) = texts.first_mut() {
            // What is told of the file is told once.
            let file = writer.finish(Kind::Sheet);
            first.warnings.extend(file.warnings);
            first.unread.extend(file.unread);
            return Ok(texts);
        }
    }
    for one in sheets {
        sheet(&mut writer, one);
    }
    Ok(vec![(None, writer.finish(Kind::Sheet))])
}

/// Reads all sheets of a file as one text.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<OfficeText, OfficeError> {
    let (sheets, mut writer) = cells_of(bytes, limits)?;
    for one in sheets {
        sheet(&mut writer, one);
    }
    Ok(writer.finish(Kind::Sheet))
}

/// The sheets that a reader sees, and what is told of the file.
fn cells_of(bytes: &[u8], limits: &Limits) -> Result<(Vec<Sheet>, Writer), OfficeError> {
    let mut writer = Writer::new(limits);
    let sheets = sheets_of(bytes, limits, &mut writer)?;
    let most = limits.text_bytes / sheets.len().max(1);
    for sheet in &sheets {
        let read = ledger::of(&sheet.name, &sheet.cells, &sheet.merged, most);
        let Some((ledger, is_whole)) = read else {
            continue;
        };
        writer.ledgers.push(ledger);
        writer.warn(WarningCode::Cut, usize::from(!is_whole));
    }
    Ok((sheets, writer))
}

fn sheets_of(
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
        let mut cells = Vec::new();
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
        }
        drop(reader);
        sheets.push(Sheet::new(name, cells, |name| {
            book.merge_cells_by_sheet_name(name).unwrap_or_default()
        }));
    }
    Ok(sheets)
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
        sheets.push(Sheet::new(name, cells, |name| {
            book.merge_cells_by_sheet_name(name).unwrap_or_default()
        }));
    }
    Ok(sheets)
}

/// Writes the cells of one sheet row by row.
fn sheet(writer: &mut Writer, Sheet { name, cells, .. }: Sheet) {
    writer.sheets.push(name);
    let table = u32::try_from(writer.sheets.len()).unwrap_or(u32::MAX);
    let first = cells
        .iter()
        .map(|(_, column, _)| *column)
        .min()
        .unwrap_or(0);
    for row in cells.chunk_by(|one, next| one.0 == next.0) {
        let number = row[0].0.saturating_add(1);
        let mut written = Row::new(table, number, first + 1);
        for (_, at, shown) in row {
            if at - first >= COLUMNS {
                writer.warn(WarningCode::Cut, 1);
                break;
            }
            let shown = shown.trim().replace('\t', " ");
            written.cell(at + 1, |text, _| push_visible(text, &shown));
        }
        let place = Place {
            sheet: Some(writer.sheets.len() - 1),
            row: Some(number),
            ..Place::default()
        };
        written.finish(writer, place);
    }
    writer.paragraph("", &[], Place::default());
}
