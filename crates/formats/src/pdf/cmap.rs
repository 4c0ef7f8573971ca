//! Tables of codes in a font (`ToUnicode`, embedded encodings): lengths of codes, and characters for them.

use std::collections::HashMap;

/// A table of codes.
#[derive(Default)]
pub(super) struct CMap {
    /// Length in bytes, first and last code.
    spaces: Vec<(usize, u32, u32)>,
    single: HashMap<u32, String>,
    /// First and last code, the characters of the first.
    ranges: Vec<(u32, u32, Vec<u16>)>,
}

/// Entries that are kept.
const MOST: usize = 200_000;

enum Token<'a> {
    Word(&'a [u8]),
    Hex(Vec<u8>),
    Open,
    Close,
}

impl CMap {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut values: Vec<Vec<u8>> = Vec::new();
        // Codes for which a list of characters follows.
        let mut list: Option<(u32, Vec<Vec<u8>>)> = None;
        let mut rest = bytes;
        while let Some((token, after)) = next(rest) {
            rest = after;
            match token {
                Token::Hex(value) => match &mut list {
                    Some((_, texts)) => texts.push(value),
                    None => values.push(value),
                },
                Token::Open => {
                    // The list's own range are the last two; whole ranges may stand before.
                    let own = values.split_off(values.len().saturating_sub(2));
                    map.ranges(&std::mem::take(&mut values));
                    list = own.first().map(|first| (number(first), Vec::new()));
                }
                Token::Close => {
                    let (first, texts) = list.take().unwrap_or_default();
                    let texts = texts.iter().map(|text| characters(&units(text)));
                    map.single.extend((first..).zip(texts));
                }
                Token::Word(word) => match word {
                    b"endcodespacerange" => map.spaces(&std::mem::take(&mut values)),
                    b"endbfchar" => {
                        for pair in std::mem::take(&mut values).chunks_exact(2) {
                            map.single
                                .insert(number(&pair[0]), characters(&units(&pair[1])));
                        }
                    }
                    b"endbfrange" => map.ranges(&std::mem::take(&mut values)),
                    word if word.starts_with(b"begin") => values.clear(),
                    _ => {}
                },
            }
            if map.single.len() + map.ranges.len() > MOST {
                break;
            }
        }
        map.ranges.sort_by_key(|(first, ..)| *first);
        map
    }

    fn spaces(&mut self, values: &[Vec<u8>]) {
        let pairs = values.chunks_exact(2);
        self.spaces
            .extend(pairs.map(|pair| (pair[0].len(), number(&pair[0]), number(&pair[1]))));
    }

    fn ranges(&mut self, values: &[Vec<u8>]) {
        for range in values.chunks_exact(3) {
            self.ranges
                .push((number(&range[0]), number(&range[1]), units(&range[2])));
        }
    }

    /// The characters of a code.
    pub(super) fn text(&self, code: u32) -> Option<String> {
        if let Some(text) = self.single.get(&code) {
            return Some(text.clone()).filter(|text| !text.is_empty());
        }
        let after = self.ranges.partition_point(|(first, ..)| *first <= code);
        let (first, last, text) = self.ranges.get(after.checked_sub(1)?)?;
        if code > *last {
            return None;
        }
        let mut text = text.clone();
        let end = text.last_mut()?;
        *end = end.wrapping_add(u16::try_from(code - first).ok()?);
        Some(characters(&text))
    }

    /// Bytes of the code that a string begins with.
    pub(super) fn length(&self, bytes: &[u8]) -> usize {
        let fits = |(length, first, last): &&(usize, u32, u32)| {
            let code = bytes.get(..*length).map(number);
            code.is_some_and(|code| (*first..=*last).contains(&code))
        };
        self.spaces
            .iter()
            .find(fits)
            .map_or(2, |(length, ..)| *length)
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .take(4)
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn units(bytes: &[u8]) -> Vec<u16> {
    let pairs = bytes.chunks(2);
    pairs
        .map(|pair| {
            pair.iter()
                .fold(0, |unit, byte| unit << 8 | u16::from(*byte))
        })
        .collect()
}

fn characters(units: &[u16]) -> String {
    String::from_utf16_lossy(units)
}

/// The next sign of the table and what is behind it.
fn next(bytes: &[u8]) -> Option<(Token<'_>, &[u8])> {
    let bytes = bytes.trim_ascii_start();
    let first = *bytes.first()?;
    let split = |at: usize| (&bytes[..at], &bytes[at..]);
    match first {
        b'[' => Some((Token::Open, &bytes[1..])),
        b']' => Some((Token::Close, &bytes[1..])),
        b'<' if bytes.get(1) != Some(&b'<') => {
            let end = bytes.iter().position(|byte| *byte == b'>')?;
            let digits = bytes[1..end]
                .iter()
                .filter_map(|digit| char::from(*digit).to_digit(16));
            let digits: Vec<u8> = digits.map(|digit| digit as u8).collect();
            let value = digits
                .chunks(2)
                .map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0));
            Some((Token::Hex(value.collect()), &bytes[end + 1..]))
        }
        b'%' => {
            let end = bytes
                .iter()
                .position(|byte| matches!(byte, b'\n' | b'\r'))?;
            next(&bytes[end..])
        }
        _ => {
            let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"[]<%".contains(byte);
            let end = bytes
                .iter()
                .skip(1)
                .position(is_end)
                .map_or(bytes.len(), |at| at + 1);
            let (word, rest) = split(end);
            Some((Token::Word(word), rest))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_mapped_one_by_one_and_by_ranges() {
        let map = CMap::read(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
              1 beginbfchar <0001> <9752> endbfchar\n\
              2 beginbfrange <0010> <0012> <5C71> <0020> <0021> [<53BF> <5E02>] endbfrange\n\
              1 beginbfrange <0030> <0031> <0041> endbfrange",
        );
        let text = |code| map.text(code).unwrap_or_default();
        assert_eq!(text(1), "青");
        assert_eq!(text(0x10), "山");
        assert_eq!(text(0x21), "市");
        assert_eq!(text(0x31), "B");
        assert_eq!(map.text(0x40), None);
        assert_eq!(map.length(&[0, 1]), 2);
    }
}
