//! Sheets of xlsx, xls (et is either) and ods: each row a line with tabs between its cells, numbers as the sheet shows
//! them. Hidden sheets are left out and told.

mod display;
mod documents;
mod ledger;
mod open_document;
mod records;
mod values;
mod xls;
mod xlsx;

use crate::error::OfficeError;
use crate::kind::Kind;
use crate::limits::Limits;
use crate::model::{OfficeText, Place, WarningCode};
use crate::row::Row;
use crate::writing::{Writer, push_visible};

/// Columns that are read; what lies beyond is told.
const COLUMNS: u32 = 256;

/// One cell: row and column from 0, and its text.
type Shown = (u32, u32, String);

/// A sheet that a reader sees.
struct Sheet {
    name: String,
    /// Its cells, ascending by row and column.
    cells: Vec<Shown>,
    /// What else is known of it, where it may be a ledger.
    beside: Beside,
}

/// Cells from one to another, rows and columns from 0.
#[derive(Debug, Clone, Copy)]
struct Region {
    start: (u32, u32),
    end: (u32, u32),
}

/// What is known of a sheet beside its cells.
#[derive(Default)]
struct Beside {
    /// Its merged regions.
    merged: Vec<Region>,
    /// The cells of formulas that have no result, row and column from 0.
    unknown: Vec<(u32, u32)>,
}

impl Sheet {
    /// What is known `beside` matters only where the sheet may be a ledger.
    fn new(name: String, mut cells: Vec<Shown>, beside: Beside) -> Self {
        cells.sort_by_key(|(row, column, _)| (*row, *column));
        let beside = match ledger::may_be(&cells) {
            true => beside,
            false => Beside::default(),
        };
        Self {
            name,
            cells,
            beside,
        }
    }
}

/// Adds a cell, where anything is seen in it.
fn push(cells: &mut Vec<Shown>, cell: Shown, limits: &Limits) -> Result<(), OfficeError> {
    if cells.len() >= limits.nodes {
        return Err(OfficeError::TooLarge);
    }
    if !cell.2.trim().is_empty() {
        cells.push(cell);
    }
    Ok(())
}

/// Reads all sheets of a file as one text, or, where a single sheet is a collection of texts, each row with its title.
pub(crate) fn read_texts(
    bytes: &[u8],
    kind: Kind,
    limits: &Limits,
) -> Result<Vec<(Option<String>, OfficeText)>, OfficeError> {
    let (sheets, mut writer) = cells_of(bytes, kind, limits)?;
    if let [only] = sheets.as_slice()
        && writer.ledgers.is_empty()
    {
        let mut texts = documents::of(&only.cells, limits);
        if let Some((_, first)) = texts.first_mut() {
            // What is told of the file is told once.
            let file = writer.finish(kind);
            first.warnings.extend(file.warnings);
            first.unread.extend(file.unread);
            return Ok(texts);
        }
    }
    for one in sheets {
        sheet(&mut writer, one);
    }
    Ok(vec![(None, writer.finish(kind))])
}

/// Reads all sheets of a file as one text.
pub(crate) fn read(bytes: &[u8], kind: Kind, limits: &Limits) -> Result<OfficeText, OfficeError> {
    let (sheets, mut writer) = cells_of(bytes, kind, limits)?;
    for one in sheets {
        sheet(&mut writer, one);
    }
    Ok(writer.finish(kind))
}

/// The sheets that a reader sees, and what is told of the file.
fn cells_of(
    bytes: &[u8],
    kind: Kind,
    limits: &Limits,
) -> Result<(Vec<Sheet>, Writer), OfficeError> {
    let mut writer = Writer::new(limits);
    let sheets = sheets_of(bytes, kind, limits, &mut writer)?;
    let most = limits.text_bytes / sheets.len().max(1);
    for sheet in &sheets {
        let Some((ledger, is_whole)) = ledger::of(sheet, most) else {
            if let Some(row) = ledger::without_head(&sheet.cells) {
                writer.warn_of(WarningCode::NoHead, row);
            }
            continue;
        };
        writer.warn(WarningCode::NoValue, sheet.beside.unknown.len());
        writer.ledgers.push(ledger);
        writer.warn(WarningCode::Cut, usize::from(!is_whole));
    }
    Ok((sheets, writer))
}

fn sheets_of(
    bytes: &[u8],
    kind: Kind,
    limits: &Limits,
    writer: &mut Writer,
) -> Result<Vec<Sheet>, OfficeError> {
    if kind == Kind::Ods {
        let content = crate::odf::open(bytes, limits, writer)?.needed("content.xml")?;
        return open_document::sheets(&content, limits, writer);
    }
    match bytes.starts_with(b"PK") {
        true => xlsx::sheets(bytes, limits, writer),
        false => xls::sheets(bytes, limits, writer),
    }
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
