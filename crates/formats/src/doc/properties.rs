//! Properties of paragraphs and characters: for stretches of bytes, changes ("sprm") in pages of 512 bytes.

use crate::bytes::{byte, long, word};

/// What matters of a paragraph or of characters.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Properties {
    /// Index of the style.
    pub(super) style: u16,
    pub(super) in_table: bool,
    /// The mark ends a row.
    pub(super) ends_row: bool,
    pub(super) list: Option<u16>,
    pub(super) list_level: Option<u8>,
    /// 9 is body text.
    pub(super) outline: Option<u8>,
    pub(super) is_deleted: bool,
    pub(super) is_inserted: bool,
    pub(super) is_hidden: bool,
}

impl Properties {
    /// Takes over the changes of a list of them.
    pub(super) fn change(&mut self, mut changes: &[u8]) {
        while let Some(code) = word(changes, 0) {
            let Some(length) = length(code, changes) else {
                return;
            };
            let Some(operand) = changes.get(2..2 + length) else {
                return;
            };
            let value = operand.first().copied().unwrap_or(0);
            match code {
                0x2416 => self.in_table = value != 0,
                0x2417 | 0x244C => self.ends_row |= value != 0,
                0x6649 => self.in_table = value != 0,
                0x460B => self.list = word(operand, 0),
                0x260A => self.list_level = Some(value),
                0x2640 => self.outline = Some(value),
                0x0800 => self.is_deleted = value == 1,
                0x0801 => self.is_inserted = value == 1,
                0x083C => self.is_hidden = value == 1,
                _ => {}
            }
            changes = &changes[2 + length..];
        }
    }
}

/// Bytes of a change's operand, by three bits of its code.
fn length(code: u16, change: &[u8]) -> Option<usize> {
    match code >> 13 {
        0 | 1 => Some(1),
        2 | 4 | 5 => Some(2),
        3 => Some(4),
        7 => Some(3),
        // The definition of a table has a length of two bytes, which counts one too many.
        _ if code == 0xD608 => Some(usize::from(word(change, 2)?) + 1),
        _ => Some(usize::from(byte(change, 2)?) + 1),
    }
}

/// Properties of stretches of bytes, ascending.
#[derive(Default)]
pub(super) struct Runs(Vec<(usize, usize, Properties)>);

/// Bytes of a page of properties.
const PAGE: usize = 512;

impl Runs {
    /// Of paragraphs: 13 bytes for each stretch, the first is the place.
    pub(super) fn paragraphs(table: &[u8], main: &[u8]) -> Self {
        Self::read(table, main, 13, |page, at| {
            let count = usize::from(byte(page, at)?);
            let (from, length) = match count {
                0 => (at + 2, 2 * usize::from(byte(page, at + 1)?)),
                count => (at + 1, 2 * count - 1),
            };
            let changes = page.get(from..(from + length).min(PAGE))?;
            let mut properties = Properties {
                style: word(changes, 0)?,
                ..Properties::default()
            };
            properties.change(changes.get(2..)?);
            Some(properties)
        })
    }

    /// Of characters: one byte for each stretch.
    pub(super) fn characters(table: &[u8], main: &[u8]) -> Self {
        Self::read(table, main, 1, |page, at| {
            let length = usize::from(byte(page, at)?);
            let mut properties = Properties::default();
            properties.change(page.get(at + 1..(at + 1 + length).min(PAGE))?);
            Some(properties)
        })
    }

    fn read(
        table: &[u8],
        main: &[u8],
        width: usize,
        read: impl Fn(&[u8], usize) -> Option<Properties>,
    ) -> Self {
        let mut runs = Vec::new();
        let count = table.len().saturating_sub(4) / 8;
        // A page names some hundred stretches at most; the same page again and again is damage.
        for index in 0..count.min(main.len() / PAGE + 1) {
            let page = long(table, 4 * (count + 1) + 4 * index).unwrap_or(0) & 0x3F_FFFF;
            let Some(page) = main.get(page * PAGE..(page + 1) * PAGE) else {
                continue;
            };
            let stretches = usize::from(page[PAGE - 1]);
            for stretch in 0..stretches {
                let ends = long(page, 4 * stretch).zip(long(page, 4 * stretch + 4));
                let place = byte(page, 4 * (stretches + 1) + width * stretch).unwrap_or(0);
                let (Some((start, end)), 1..) = (ends, place) else {
                    continue;
                };
                if let Some(properties) = read(page, 2 * usize::from(place)) {
                    runs.push((start, end, properties));
                }
            }
        }
        runs.sort_by_key(|(start, _, _)| *start);
        Self(runs)
    }

    /// The properties of the byte at a place.
    pub(super) fn at(&self, place: usize) -> Properties {
        let after = self.0.partition_point(|(start, _, _)| *start <= place);
        let run = after.checked_sub(1).and_then(|index| self.0.get(index));
        let run = run.filter(|(_, end, _)| place < *end);
        run.map(|(_, _, properties)| *properties)
            .unwrap_or_default()
    }
}
