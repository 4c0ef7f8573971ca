//! The piece table: which bytes of the file are which characters of the text. A file that was saved fast has its text
//! in many pieces, in no order.

use std::ops::Range;

use crate::bytes::{byte, long, word};
use crate::encoding::{GBK, WESTERN};

/// A character and where its bytes are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Character {
    pub(super) at: usize,
    pub(super) value: char,
}

/// The pieces in the order of the text.
pub(super) struct Pieces<'a> {
    main: &'a [u8],
    pieces: Vec<Piece>,
    is_chinese: bool,
}

struct Piece {
    /// Characters of the text, from and up to.
    from: usize,
    to: usize,
    /// First byte.
    at: usize,
    is_narrow: bool,
}

impl<'a> Pieces<'a> {
    /// Reads the table behind the properties that stand before it.
    pub(super) fn read(clx: &[u8], main: &'a [u8], is_chinese: bool) -> Option<Self> {
        let mut at = 0;
        while byte(clx, at)? == 1 {
            at += 3 + usize::from(word(clx, at + 1)?);
        }
        if byte(clx, at)? != 2 {
            return None;
        }
        let length = long(clx, at + 1)?;
        let table = clx.get(at + 5..)?;
        let table = table.get(..length).unwrap_or(table);
        let count = table.len().checked_sub(4)? / 12;
        let mut pieces = Vec::with_capacity(count);
        for index in 0..count {
            let place = long(table, 4 * (count + 1) + 8 * index + 2)?;
            let is_narrow = place & 0x4000_0000 != 0;
            let place = place & 0x3FFF_FFFF;
            pieces.push(Piece {
                from: long(table, 4 * index)?,
                to: long(table, 4 * index + 4)?,
                at: if is_narrow { place / 2 } else { place },
                is_narrow,
            });
        }
        Some(Self {
            main,
            pieces,
            is_chinese,
        })
    }

    /// The characters of the text from one place up to another.
    pub(super) fn characters(&self, from: usize, to: usize) -> Vec<Character> {
        let mut characters = Vec::new();
        for piece in &self.pieces {
            let (first, last) = (piece.from.max(from), piece.to.min(to));
            if first >= last {
                continue;
            }
            let width = if piece.is_narrow { 1 } else { 2 };
            let start = (first - piece.from)
                .saturating_mul(width)
                .saturating_add(piece.at);
            let end = (last - first).saturating_mul(width).saturating_add(start);
            let end = end.min(self.main.len());
            let Some(bytes) = self.main.get(start..end) else {
                continue;
            };
            // Pieces may overlap in a damaged file: no more characters than bytes.
            if characters.len() > self.main.len() {
                break;
            }
            characters.extend(match piece.is_narrow {
                true if self.is_chinese && is_gb2312(bytes) => chinese(bytes, start),
                true => narrow(bytes, start),
                false => wide(bytes, start),
            });
        }
        characters
    }
}

/// UTF-16.
fn wide(bytes: &[u8], start: usize) -> Vec<Character> {
    let units = bytes
        .chunks_exact(2)
        .map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
    let mut at = start;
    let decoded = char::decode_utf16(units).map(|value| {
        let value = value.unwrap_or('\u{FFFD}');
        let character = Character { at, value };
        at += 2 * value.len_utf16();
        character
    });
    decoded.collect()
}

/// One byte a character, of Western Europe.
fn narrow(bytes: &[u8], start: usize) -> Vec<Character> {
    let text = WESTERN.text(bytes);
    let places = start..;
    places
        .zip(text.chars())
        .map(|(at, value)| Character { at, value })
        .collect()
}

/// GBK, one or two bytes a character, as old files have it.
pub(super) fn chinese(bytes: &[u8], start: usize) -> Vec<Character> {
    let mut places = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        let width = if *first < 0x81 { 1 } else { 2 };
        places.push(at..(at + width).min(bytes.len()));
        at += width;
    }
    let text = GBK.text(bytes);
    if text.chars().count() == places.len() {
        let places = places.into_iter().zip(text.chars());
        let character = |(place, value): (Range<usize>, char)| Character {
            at: start + place.start,
            value,
        };
        return places.map(character).collect();
    }
    // Some bytes are no characters: each place for itself.
    let characters = places.into_iter().flat_map(|place| {
        let at = start + place.start;
        let values: Vec<char> = GBK.text(&bytes[place]).chars().collect();
        values.into_iter().map(move |value| Character { at, value })
    });
    characters.collect()
}

/// Whether all that is no ASCII is pairs of GB 2312, and most of it Chinese characters: no text of Western Europe is.
fn is_gb2312(bytes: &[u8]) -> bool {
    let (mut pairs, mut characters) = (0, 0);
    let mut rest = bytes;
    while let [first, after @ ..] = rest {
        rest = after;
        if *first < 0x80 {
            continue;
        }
        match rest {
            [second, after @ ..] if (0xA1..=0xF7).contains(first) && *second >= 0xA1 => {
                pairs += 1;
                characters += usize::from(*first >= 0xB0);
                rest = after;
            }
            _ => return false,
        }
    }
    characters * 2 > pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_gb2312_are_told_from_those_of_western_europe() {
        let (bytes, _, _) = encoding_rs::GBK.encode("全县生产总值120亿元");
        assert!(is_gb2312(&bytes));
        let text: String = chinese(&bytes, 0).iter().map(|it| it.value).collect();
        assert_eq!(text, "全县生产总值120亿元");
        assert!(!is_gb2312(b"\x93Caf\xE9\x94"));
        assert!(!is_gb2312(b"plain"));
    }
}
