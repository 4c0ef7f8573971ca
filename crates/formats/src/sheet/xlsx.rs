//! Sheets of xlsx: cells are read row by row.

use std::collections::HashMap;

use super::display::{ROOM, built_in, shown};
use super::{Beside, Region, Sheet, Shown, push};
use crate::archive::Package;
use crate::error::OfficeError;
use crate::limits::Limits;
use crate::model::{UnreadKind, WarningCode};
use crate::relations::{Relation, main_part, of_part};
use crate::writing::Writer;
use crate::xml::{Element, Node, Piece, parse, pieces};

/// The sheets that a reader sees.
pub(super) fn sheets(
    bytes: &[u8],
    limits: &Limits,
    writer: &mut Writer,
) -> Result<Vec<Sheet>, OfficeError> {
    let mut package = Package::open(bytes, limits)?;
    outline(&package, writer);
    let name = main_part(&mut package, "xl/workbook.xml", limits);
    let related = of_part(&mut package, &name, limits);
    let root = parse(&package.needed(&name)?, limits)?;
    let properties = root.child("workbookPr");
    let says = properties.and_then(|it| it.attribute("date1904"));
    let mut part = |kind: &str| {
        let found = related.iter().find(|relation| relation.kind == kind);
        let bytes = found.map(|found| package.part(&found.target)).transpose();
        bytes.map(Option::flatten)
    };
    let (styles, strings) = (part("styles")?, part("sharedStrings")?);
    let book = Book {
        limits,
        is_from_1904: matches!(says, Some("1" | "true")),
        formats: formats(styles.as_deref(), limits, writer),
        strings: shared_strings(strings.as_deref(), limits, writer)?,
    };
    let mut sheets = Vec::new();
    for (name, part) in visible(&root, &related, writer) {
        let Some(bytes) = package.part(part)? else {
            writer.warn(WarningCode::PartDamaged, 1);
            continue;
        };
        sheets.push(book.sheet(name, &bytes, writer)?);
    }
    Ok(sheets)
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

/// Names and parts of the sheets of cells that are not hidden.
fn visible<'a>(
    book: &Element,
    related: &'a [Relation],
    writer: &mut Writer,
) -> Vec<(String, &'a str)> {
    let mut visible = Vec::new();
    let sheets = book.child("sheets").into_iter();
    for sheet in sheets.flat_map(|sheets| sheets.named("sheet")) {
        let id = sheet.attribute("id");
        let found = related.iter().find(|relation| Some(&*relation.id) == id);
        let Some(part) = found.filter(|part| part.kind == "worksheet") else {
            continue;
        };
        if matches!(sheet.attribute("state"), Some("hidden" | "veryHidden")) {
            writer.warn(WarningCode::HiddenSheets, 1);
            continue;
        }
        let name = sheet.attribute("name").unwrap_or_default();
        visible.push((name.to_owned(), part.target.as_str()));
    }
    visible
}

/// The code of each style's format.
fn formats(styles: Option<&[u8]>, limits: &Limits, writer: &mut Writer) -> Vec<String> {
    let root = match styles.map(|styles| parse(styles, limits)) {
        Some(Ok(root)) => root,
        none => {
            writer.warn(WarningCode::PartDamaged, usize::from(none.is_some()));
            return Vec::new();
        }
    };
    let listed = |list: &str| root.child(list).into_iter().flat_map(Element::elements);
    let number = |element: &Element| element.attribute("numFmtId")?.parse::<u32>().ok();
    let own = listed("numFmts").filter_map(|it| Some((number(it)?, it.attribute("formatCode")?)));
    let own: HashMap<u32, &str> = own.collect();
    let code = |style: &Element| {
        let number = number(style).unwrap_or(0);
        let own = own.get(&number).copied();
        own.unwrap_or_else(|| built_in(number)).to_owned()
    };
    listed("cellXfs").map(code).collect()
}

/// The strings that cells name by their number.
fn shared_strings(
    part: Option<&[u8]>,
    limits: &Limits,
    writer: &mut Writer,
) -> Result<Vec<String>, OfficeError> {
    let mut strings = Vec::new();
    let read = pieces(part.unwrap_or_default(), &["si"], limits, |piece| {
        if let Piece::Whole(element) = piece {
            strings.push(text_of(&element));
        }
        match strings.len() > limits.nodes {
            true => Err(OfficeError::TooLarge),
            false => Ok(()),
        }
    });
    whole(read, writer)?;
    Ok(strings)
}

/// What was read of a damaged part counts; what is too large does not.
fn whole(read: Result<(), OfficeError>, writer: &mut Writer) -> Result<(), OfficeError> {
    if read == Err(OfficeError::Damaged) {
        writer.warn(WarningCode::PartDamaged, 1);
        return Ok(());
    }
    read
}

/// The characters of a string, without how they are spoken.
fn text_of(string: &Element) -> String {
    let mut text = String::new();
    string.walk(&mut |element| {
        let is_text = matches!(&*element.name, "t" | "v");
        for node in element.children.iter().filter(|_| is_text) {
            if let Node::Text(characters) = node {
                text.push_str(characters);
            }
        }
        *element.name != *"rPh"
    });
    // What XML has no character for is written as its number.
    text.replace("_x000D_", "")
}

/// What all sheets of a book share.
struct Book<'l> {
    limits: &'l Limits,
    is_from_1904: bool,
    /// The code of each style's format.
    formats: Vec<String>,
    strings: Vec<String>,
}

impl Book<'_> {
    fn sheet(&self, name: String, part: &[u8], writer: &mut Writer) -> Result<Sheet, OfficeError> {
        let (mut cells, mut beside) = (Vec::new(), Beside::default());
        // The next row, from 0, and how many were read.
        let (mut next, mut rows) = (0, 0);
        let read = pieces(part, &["row", "mergeCell"], self.limits, |piece| {
            let Piece::Whole(element) = piece else {
                return Ok(());
            };
            if *element.name == *"mergeCell" {
                let region = element.attribute("ref").and_then(region);
                beside.merged.extend(region);
                return Ok(());
            }
            let number = element.attribute("r").and_then(|row| row.parse().ok());
            let row = number.map_or(next, |row: u32| row.saturating_sub(1));
            next = row.saturating_add(1);
            rows += 1;
            if rows + cells.len() > self.limits.nodes {
                return Err(OfficeError::TooLarge);
            }
            self.row(&element, row, &mut cells, &mut beside)
        });
        whole(read, writer)?;
        Ok(Sheet::new(name, cells, beside))
    }

    fn row(
        &self,
        row: &Element,
        at: u32,
        cells: &mut Vec<Shown>,
        beside: &mut Beside,
    ) -> Result<(), OfficeError> {
        let mut next = 0;
        for cell in row.named("c") {
            let place = cell.attribute("r").and_then(place);
            let (row, column) = place.unwrap_or((at, next));
            next = column.saturating_add(1);
            let text = self.shown(cell);
            // A formula may have an empty text as its result.
            let is_text = cell.attribute("t") == Some("str");
            let has_result = !text.is_empty() || is_text && cell.child("v").is_some();
            if cell.child("f").is_some() && !has_result {
                beside.unknown.push((row, column));
            }
            push(cells, (row, column, text), self.limits)?;
        }
        Ok(())
    }

    fn shown(&self, cell: &Element) -> String {
        let value = cell.child("v").or_else(|| cell.child("is"));
        let value = value.map(text_of).unwrap_or_default();
        let format = || {
            let style = cell.attribute("s").and_then(|style| style.parse().ok());
            let format = self.formats.get(style.unwrap_or(0_usize));
            format.map_or("", String::as_str)
        };
        match (cell.attribute("t"), value.as_str()) {
            (Some("s"), number) => {
                let number = number.trim().parse().ok();
                let string = number.and_then(|number: usize| self.strings.get(number));
                string.cloned().unwrap_or_default()
            }
            (Some("b"), "0") => "FALSE".to_owned(),
            (Some("b"), "1") => "TRUE".to_owned(),
            (None | Some("n"), number) => match number.trim().parse() {
                Ok(number) => shown(number, format(), ROOM, self.is_from_1904),
                Err(_) => value,
            },
            _ => value,
        }
    }
}

/// Row and column from 0 of a cell's name (`B4`).
fn place(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        let value = letter.is_ascii_uppercase().then(|| letter - b'A' + 1)?;
        column.checked_mul(26)?.checked_add(u32::from(value))
    });
    let row: u32 = row.parse().ok()?;
    Some((row.checked_sub(1)?, column?.checked_sub(1)?))
}

/// The region of a name (`B4:C7`).
fn region(name: &str) -> Option<Region> {
    let (start, end) = name.split_once(':')?;
    let (start, end) = (place(start)?, place(end)?);
    Some(Region { start, end })
}
