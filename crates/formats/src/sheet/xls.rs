//! Sheets of xls: a stream of records, a kind and a length of two bytes each ([MS-XLS] 2.1.4). Books of Excel 95 have
//! one byte a character, in the code page that they name.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use super::display::{ROOM, built_in, shown};
use super::records::{Continued, Record, records};
use super::values::{self, Value};
use super::{Beside, Region, Sheet, Shown, push};
use crate::bytes::{long, word};
use crate::encoding::{self, Encoding};
use crate::error::OfficeError;
use crate::limits::Limits;
use crate::model::{UnreadKind, WarningCode};
use crate::writing::Writer;

/// Characters that a column has room for where nothing is said, and the fewest that a rounded number keeps.
const USUAL: usize = 8;
const LEAST: usize = 5;

/// The sheets that a reader sees.
pub(super) fn sheets(
    bytes: &[u8],
    limits: &Limits,
    writer: &mut Writer,
) -> Result<Vec<Sheet>, OfficeError> {
    let damaged = |_| OfficeError::Damaged;
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    if file.is_storage("/_VBA_PROJECT_CUR") {
        writer.warn(WarningCode::Macros, 1);
        writer.unread(UnreadKind::Macro, 1);
    }
    let mut names = ["/Workbook", "/Book"].into_iter();
    let name = names.find(|name| file.is_stream(name));
    let stream = file.open_stream(name.ok_or(OfficeError::Damaged)?);
    let stream = stream.map_err(damaged)?.take(limits.part_bytes as u64);
    let mut bytes = Vec::new();
    let mut stream = stream;
    stream.read_to_end(&mut bytes).map_err(damaged)?;
    let mut book = Book::new(limits);
    for record in records(&bytes) {
        book.record(&record)?;
    }
    if book.sheets.is_empty() {
        return Err(OfficeError::Damaged);
    }
    let (seen, hidden): (Vec<_>, Vec<_>) = book.sheets.into_iter().partition(|it| it.is_seen);
    let cells = |sheet: &&Page| sheet.is_cells;
    writer.warn(
        WarningCode::HiddenSheets,
        hidden.iter().filter(cells).count(),
    );
    let seen = seen.into_iter().filter(|sheet| sheet.is_cells);
    let sheet = |page: Page| {
        let (merged, unknown) = (page.merged, Vec::new());
        Sheet::new(page.name, page.cells, Beside { merged, unknown })
    };
    Ok(seen.map(sheet).collect())
}

/// A book that is being read.
struct Book<'l> {
    limits: &'l Limits,
    is_of_excel_95: bool,
    encoding: Encoding,
    is_from_1904: bool,
    /// Number format of each style, and the codes of those that are no usual ones.
    styles: Vec<u16>,
    codes: HashMap<u16, String>,
    strings: Vec<String>,
    sheets: Vec<Page>,
    /// The sheet whose records come.
    open: Option<usize>,
    /// The cell of a formula whose text comes in a record of its own.
    waits: Option<(u32, u32)>,
}

/// A sheet.
struct Page {
    /// Where its records begin.
    start: usize,
    name: String,
    is_seen: bool,
    is_cells: bool,
    cells: Vec<Shown>,
    merged: Vec<Region>,
    /// Columns from one to another and the characters that they have room for.
    rooms: Vec<(u16, u16, usize)>,
}

impl<'l> Book<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            is_of_excel_95: false,
            encoding: encoding::WESTERN,
            is_from_1904: false,
            styles: Vec::new(),
            codes: HashMap::new(),
            strings: Vec::new(),
            sheets: Vec::new(),
            open: None,
            waits: None,
        }
    }

    fn record(&mut self, record: &Record<'_>) -> Result<(), OfficeError> {
        let data = record.data;
        match record.kind {
            // BOF
            0x809 => {
                self.is_of_excel_95 = word(data, 0) == Some(0x500);
                let mut sheets = self.sheets.iter();
                self.open = sheets.position(|sheet| sheet.start == record.at);
            }
            // FILEPASS
            0x2F => return Err(OfficeError::Encrypted),
            // DATEMODE
            0x22 => self.is_from_1904 = word(data, 0) == Some(1),
            // CODEPAGE
            0x42 => {
                let number = word(data, 0).unwrap_or(0);
                let named = encoding::of_code_page(i32::from(number));
                self.encoding = named.unwrap_or(encoding::WESTERN);
            }
            // BOUNDSHEET
            0x85 => self.sheets.extend(self.sheet(data)),
            // XF
            0xE0 => self.styles.push(word(data, 2).unwrap_or(0)),
            // FORMAT
            0x41E => {
                let length = if self.is_of_excel_95 { 1 } else { 2 };
                let code = self.text(data.get(2..).unwrap_or_default(), length);
                self.codes.extend(word(data, 0).zip(code));
            }
            // SST
            0xFC => self.shared_strings(record),
            // COLINFO: first and last column, width in parts of a character.
            0x7D => {
                let range = word(data, 0).zip(word(data, 2)).zip(word(data, 4));
                if let (Some(sheet), Some(((first, last), width))) = (self.open(), range)
                    && sheet.rooms.len() < 256
                {
                    sheet.rooms.push((first, last, usize::from(width / 256)));
                }
            }
            // MERGEDCELLS
            0xE5 => {
                if let Some(sheet) = self.open() {
                    sheet.merged.extend(values::regions(data));
                }
            }
            _ => return self.cells(record.kind, data),
        }
        Ok(())
    }

    fn open(&mut self) -> Option<&mut Page> {
        self.sheets.get_mut(self.open?)
    }

    /// BOUNDSHEET: where the sheet begins, whether it is hidden, what it is, its name.
    fn sheet(&self, data: &[u8]) -> Option<Page> {
        Some(Page {
            start: long(data, 0)?,
            name: self.text(data.get(6..)?, 1).unwrap_or_default(),
            is_seen: data.get(4)? & 3 == 0,
            is_cells: *data.get(5)? == 0,
            cells: Vec::new(),
            merged: Vec::new(),
            rooms: Vec::new(),
        })
    }

    /// A string with its length, of one or two bytes, before it.
    fn text(&self, data: &[u8], length: usize) -> Option<String> {
        let count = match length {
            1 => usize::from(*data.first()?),
            _ => usize::from(word(data, 0)?),
        };
        let rest = data.get(length..)?;
        if self.is_of_excel_95 {
            let end = count.min(rest.len());
            return Some(self.encoding.text(&rest[..end]));
        }
        let mut rest = Continued::new(rest, &[]);
        let [flags] = rest.bytes()?;
        Some(rest.characters(count, flags))
    }

    /// SST: how many, then each with its length, flags, lengths of what stands behind its characters.
    fn shared_strings(&mut self, record: &Record<'_>) {
        let mut rest = Continued::new(record.data, &record.continued);
        rest.bytes::<8>();
        let mut next = || {
            let count = u16::from_le_bytes(rest.bytes()?);
            let [flags] = rest.bytes()?;
            let mut behind = 0;
            if flags & 8 != 0 {
                behind = 4 * usize::from(u16::from_le_bytes(rest.bytes()?));
            }
            if flags & 4 != 0 {
                behind += u32::from_le_bytes(rest.bytes()?) as usize;
            }
            let text = rest.characters(usize::from(count), flags);
            rest.skip(behind);
            Some(text)
        };
        while self.strings.len() < self.limits.nodes {
            let Some(text) = next() else { return };
            self.strings.push(text);
        }
    }

    /// Cells: row, column and style, and what stands in them.
    fn cells(&mut self, kind: u16, data: &[u8]) -> Result<(), OfficeError> {
        // STRING: the text of the formula before it.
        if kind == 0x207 {
            let cell = self.waits.take().zip(self.text(data, 2));
            return cell.map_or(Ok(()), |(at, text)| self.push(at, text));
        }
        let (Some(row), Some(column)) = (word(data, 0), word(data, 2)) else {
            return Ok(());
        };
        let at = (u32::from(row), u32::from(column));
        // MULRK
        if kind == 0xBD {
            for (column, (style, number)) in (at.1..).zip(values::row(data)) {
                let at = (at.0, column);
                self.push(at, self.shown(number, at, style))?;
            }
            return Ok(());
        }
        let style = word(data, 4).unwrap_or(0);
        let Some(value) = values::of(kind, data.get(6..).unwrap_or_default()) else {
            return Ok(());
        };
        self.waits = None;
        let text = match value {
            Value::Number(number) => Some(self.shown(number, at, style)),
            Value::Said(words) => Some(words.to_owned()),
            Value::Shared(number) => self.strings.get(number).cloned(),
            Value::Written(bytes) => self.text(bytes, 2),
            Value::Later => {
                self.waits = Some(at);
                None
            }
        };
        text.map_or(Ok(()), |text| self.push(at, text))
    }

    fn push(&mut self, (row, column): (u32, u32), text: String) -> Result<(), OfficeError> {
        let limits = self.limits;
        match self.open() {
            Some(sheet) if sheet.is_seen => push(&mut sheet.cells, (row, column, text), limits),
            _ => Ok(()),
        }
    }

    /// A number as a cell shows it.
    fn shown(&self, number: f64, (_, column): (u32, u32), style: u16) -> String {
        let sheet = self.open.and_then(|open| self.sheets.get(open));
        let mut rooms = sheet.into_iter().flat_map(|sheet| &sheet.rooms);
        let room =
            rooms.find(|(first, last, _)| (u32::from(*first)..=u32::from(*last)).contains(&column));
        let room = room.map_or(USUAL, |(.., room)| *room);
        let format = self.styles.get(usize::from(style)).copied().unwrap_or(0);
        let own = self.codes.get(&format).map(String::as_str);
        let code = own.unwrap_or_else(|| built_in(u32::from(format)));
        shown(number, code, room.clamp(LEAST, ROOM), self.is_from_1904)
    }
}
