//! What has to be known of an xls before it is read: how far its cells reach, and their formats of numbers.
//!
//! The stream is records: a kind and a length of two bytes each ([MS-XLS] 2.1.4).

use std::collections::HashMap;
use std::io::{Cursor, Read};

use crate::error::OfficeError;
use crate::limits::Limits;

/// Cells that a sheet may span, empty ones counted: they are all held at once.
const AREA: u64 = 2_000_000;

/// Characters that a column has room for where nothing is said, and the fewest that a rounded number keeps.
const USUAL: usize = 8;
const LEAST: usize = 5;

/// Formats of the cells of a book.
#[derive(Default)]
pub(super) struct Formats {
    /// Whether the file carries macros.
    pub(super) has_macros: bool,
    /// For each sheet in the order of the book: cell to extended format.
    sheets: Vec<HashMap<(u32, u32), u16>>,
    /// For each sheet, columns from one to another and the characters that they have room for.
    rooms: Vec<Vec<(u16, u16, usize)>>,
    /// Number format of each extended format.
    extended: Vec<u16>,
    codes: HashMap<u16, String>,
}

impl Formats {
    /// Reads the records of the book's stream.
    pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Self, OfficeError> {
        let damaged = |_| OfficeError::Damaged;
        let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
        let name = ["/Workbook", "/Book"]
            .into_iter()
            .find(|name| file.is_stream(name));
        let stream = file
            .open_stream(name.ok_or(OfficeError::Damaged)?)
            .map_err(damaged)?;
        let mut records = Vec::new();
        let most = limits.part_bytes as u64;
        stream
            .take(most)
            .read_to_end(&mut records)
            .map_err(|_| OfficeError::Damaged)?;
        let mut formats = Self {
            has_macros: file.is_storage("/_VBA_PROJECT_CUR"),
            ..Self::default()
        };
        formats.scan(&records)?;
        Ok(formats)
    }

    fn scan(&mut self, records: &[u8]) -> Result<(), OfficeError> {
        let mut starts: Vec<usize> = Vec::new();
        let mut sheet = None;
        let mut reach = (0, 0);
        let mut at = 0;
        while let Some((kind, length)) = word(records, at).zip(word(records, at + 2)) {
            let body = at + 4;
            let Some(data) = records.get(body..body + usize::from(length)) else {
                break;
            };
            match kind {
                // BOUNDSHEET: where the sheet's records begin.
                0x85 => {
                    let start = word(data, 0).zip(word(data, 2));
                    let start =
                        start.map_or(0, |(low, high)| usize::from(low) | usize::from(high) << 16);
                    starts.push(start);
                    self.sheets.push(HashMap::new());
                    self.rooms.push(Vec::new());
                }
                // BOF
                0x809 => {
                    sheet = starts.iter().position(|start| *start == at);
                    reach = (0, 0);
                }
                // COLINFO: first and last column, width in parts of a character.
                0x7D => {
                    let rooms = sheet.and_then(|sheet| self.rooms.get_mut(sheet));
                    let range = word(data, 0).zip(word(data, 2)).zip(word(data, 4));
                    if let (Some(rooms), Some(((first, last), width))) = (rooms, range)
                        && rooms.len() < 256
                    {
                        rooms.push((first, last, usize::from(width / 256)));
                    }
                }
                // XF
                0xE0 => self.extended.push(word(data, 2).unwrap_or(0)),
                // FORMAT
                0x41E => self.format(data),
                // FORMULA, NUMBER, LABEL, BOOLERR, RK, LABELSST, RSTRING, MULRK
                0x06 | 0x203 | 0x204 | 0x205 | 0x27E | 0xFD | 0xD6 | 0xBD => {
                    if let Some((row, column)) = word(data, 0).zip(word(data, 2)) {
                        reach = (reach.0.max(row), reach.1.max(column));
                        if (u64::from(reach.0) + 1) * (u64::from(reach.1) + 1) > AREA {
                            return Err(OfficeError::TooLarge);
                        }
                        self.cell(kind, sheet, (row, column), data);
                    }
                }
                _ => {}
            }
            at = body + usize::from(length);
        }
        Ok(())
    }

    fn cell(&mut self, kind: u16, sheet: Option<usize>, (row, column): (u16, u16), data: &[u8]) {
        let Some(cells) = sheet.and_then(|sheet| self.sheets.get_mut(sheet)) else {
            return;
        };
        if kind != 0xBD {
            let format = word(data, 4).unwrap_or(0);
            cells.insert((u32::from(row), u32::from(column)), format);
            return;
        }
        // A row of numbers: six bytes each, the format first; the last column stands behind.
        let numbers = data
            .get(4..data.len().saturating_sub(2))
            .unwrap_or_default();
        for (next, number) in (0..).zip(numbers.chunks_exact(6)) {
            let format = word(number, 0).unwrap_or(0);
            cells.insert((u32::from(row), u32::from(column) + next), format);
        }
    }

    /// How many characters a column, counted from 0, has room for.
    pub(super) fn room(&self, sheet: usize, column: u32) -> usize {
        let mut rooms = self.rooms.get(sheet).into_iter().flatten();
        let found =
            rooms.find(|(first, last, _)| (u32::from(*first)..=u32::from(*last)).contains(&column));
        found.map_or(USUAL, |(.., room)| *room).max(LEAST)
    }

    /// FORMAT: an index, a length, a flag for two bytes a character, the code.
    fn format(&mut self, data: &[u8]) {
        let Some((index, rest)) = word(data, 0).zip(data.get(5..)) else {
            return;
        };
        let code = if data.get(4) == Some(&1) {
            let units = rest
                .chunks_exact(2)
                .map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
            char::decode_utf16(units)
                .map(|unit| unit.unwrap_or('\u{FFFD}'))
                .collect()
        } else {
            rest.iter().map(|byte| char::from(*byte)).collect()
        };
        self.codes.insert(index, code);
    }

    /// The format's code of a cell, by row and column from 0; empty where it is the general one.
    pub(super) fn of(&self, sheet: usize, at: (u32, u32)) -> &str {
        let format = self.sheets.get(sheet).and_then(|cells| cells.get(&at));
        let format = format.and_then(|format| self.extended.get(usize::from(*format)));
        let Some(format) = format else {
            return "";
        };
        match (self.codes.get(format), format) {
            (Some(code), _) => code,
            (None, 1) => "0",
            (None, 2) => "0.00",
            (None, 9) => "0%",
            (None, 10) => "0.00%",
            _ => "",
        }
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([pair[0], pair[1]]))
}
