//! doc, and wps in an OLE file: Word's binary format ([MS-DOC]), with its text in pieces.

mod lists;
mod pieces;
mod properties;
mod rows;
mod styles;
mod text;

use std::io::{Cursor, Read};

use crate::error::OfficeError;
use crate::kind::{Foreign, Kind};
use crate::limits::Limits;
use crate::model::{OfficeText, UnreadKind, WarningCode};
use crate::writing::Writer;

use crate::bytes::{long, pair, word};
use pieces::Pieces;
use properties::Runs;
use styles::Styles;
use text::{Story, Telling};

/// Places in the head of the file (FIB): of the lengths of the stories, and of tables in the table stream.
const LENGTHS: usize = 0x4C;
const STYLES: usize = 1;
const CHARACTERS: usize = 12;
const PARAGRAPHS: usize = 13;
const CLX: usize = 33;
const LISTS: usize = 73;
const LIST_USES: usize = 74;

/// Reads the document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<OfficeText, OfficeError> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| OfficeError::Damaged)?;
    let main = stream(&mut file, "/WordDocument", limits).ok_or(OfficeError::Damaged)?;
    let flags = word(&main, 0x0A).ok_or(OfficeError::Damaged)?;
    if flags & 0x0100 != 0 {
        return Err(OfficeError::Encrypted);
    }
    let mut writer = Writer::new(limits);
    let macros = ["/Macros", "/_VBA_PROJECT_CUR"]
        .iter()
        .any(|name| file.is_storage(name));
    if macros {
        writer.warn(WarningCode::Macros, 1);
        writer.unread(UnreadKind::Macro, 1);
    }
    if let Ok(objects) = file.read_storage("/ObjectPool") {
        writer.unread(
            UnreadKind::Object,
            objects.filter(|object| object.is_storage()).count(),
        );
    }
    match word(&main, 2) {
        // Word 6 and 95 keep their text in one piece of bytes.
        Some(0..=0xC0) if word(&main, 0) == Some(0xA5DC) => old(&main, &mut writer)?,
        Some(0xC1..) if word(&main, 0) == Some(0xA5EC) => {
            let name = if flags & 0x0200 != 0 {
                "/1Table"
            } else {
                "/0Table"
            };
            let table = stream(&mut file, name, limits).ok_or(OfficeError::Damaged)?;
            new(&main, &table, &mut writer)?;
        }
        _ => return Err(OfficeError::Unsupported(Foreign::OldWord)),
    }
    Ok(writer.finish(Kind::Doc))
}

fn stream(
    file: &mut cfb::CompoundFile<Cursor<&[u8]>>,
    name: &str,
    limits: &Limits,
) -> Option<Vec<u8>> {
    let stream = file.open_stream(name).ok()?;
    let mut bytes = Vec::new();
    stream
        .take(limits.part_bytes as u64)
        .read_to_end(&mut bytes)
        .ok()?;
    Some(bytes)
}

/// A table of the file, by its number in the head.
fn table_of<'a>(main: &[u8], table: &'a [u8], number: usize) -> Option<&'a [u8]> {
    let (at, length) = pair(main, 0x9A + 8 * number)?;
    table.get(at..at.checked_add(length)?)
}

fn new(main: &[u8], table: &[u8], writer: &mut Writer) -> Result<(), OfficeError> {
    let is_chinese = matches!(word(main, 6), Some(0x0804 | 0x0404 | 0x0C04 | 0x1004));
    let clx = table_of(main, table, CLX).ok_or(OfficeError::Damaged)?;
    let pieces = Pieces::read(clx, main, is_chinese).ok_or(OfficeError::Damaged)?;
    let part = |number: usize| table_of(main, table, number).unwrap_or_default();
    let telling = Telling {
        paragraphs: Runs::paragraphs(part(PARAGRAPHS), main),
        characters: Runs::characters(part(CHARACTERS), main),
        styles: Styles::read(part(STYLES)),
        lists: lists::read(part(LISTS), table, main, part(LIST_USES)),
    };
    // The stories stand behind each other; there is one of macros, always empty.
    let mut lengths = [0_usize; 8];
    for (at, length) in lengths.iter_mut().enumerate() {
        *length = long(main, LENGTHS + 4 * at).unwrap_or(0);
    }
    let [
        text,
        footnotes,
        heads,
        macros,
        comments,
        endnotes,
        boxes,
        head_boxes,
    ] = lengths;
    let mut start = 0_usize;
    let mut take = |length: usize| {
        let from = start;
        start = start.saturating_add(length);
        pieces.characters(from, start)
    };
    let stories = [
        (Story::Text, take(text)),
        (Story::Notes, take(footnotes)),
        (Story::Heads, take(heads)),
        (Story::Macros, take(macros)),
        (Story::Comments, take(comments)),
        (Story::Notes, take(endnotes)),
        (Story::Boxes, take(boxes)),
        (Story::Heads, take(head_boxes)),
    ];
    text::write(stories, telling, writer);
    Ok(())
}

fn old(main: &[u8], writer: &mut Writer) -> Result<(), OfficeError> {
    let (from, to) = long(main, 0x18)
        .zip(long(main, 0x1C))
        .ok_or(OfficeError::Damaged)?;
    let bytes = main.get(from..to).ok_or(OfficeError::Damaged)?;
    let characters = pieces::chinese(bytes, from);
    text::write([(Story::Text, characters)], Telling::default(), writer);
    Ok(())
}
