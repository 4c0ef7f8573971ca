//! The word list as the page loads it: columns that gzip well, about a fifth of the plain text.
//!
//! The words stand in an order in which neighbours share their beginnings; each is written as the
//! number of characters kept from the word before it and the characters that follow. A character
//! is its rank by frequency, and the first new character of a word the distance from the one it
//! takes the place of, so that most numbers are small. Like stands beside like:
//!
//! ```text
//! magic · sum · alphabet · tags · number of words · kept · added · first · rest · frequencies · tags
//! ```
//!
//! The sum is of all bytes behind it. The build script includes this file as well, so it leans on nothing but the standard
//! library.

use std::collections::BTreeMap;

/// The first bytes of a packed dictionary.
const MAGIC: &[u8] = b"xushi-words/2\n";

/// The most characters of a word; longer ones are left out of a packed dictionary.
const LONGEST_WORD: usize = 200;

/// Why there is no dictionary. What a person is told of it stands in `reading/refusal.rs`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DictionaryError {
    /// There are no bytes.
    Missing,
    /// The bytes are no dictionary, or one of another version.
    Foreign,
    /// The bytes were cut off or altered; what is wrong with them.
    Damaged(&'static str),
}

/// Packs a plain dictionary: a line a word, `word frequency tag`. Words that the segmenter could
/// never find are left out; of a word that stands twice the last line counts.
pub fn pack(text: &str) -> Vec<u8> {
    let mut words: BTreeMap<&str, (u64, &str)> = BTreeMap::new();
    for line in text.lines() {
        let mut fields = line.split_whitespace();
        let Some(word) = fields.next() else { continue };
        if word.chars().all(is_segmented) && word.chars().count() <= LONGEST_WORD {
            let frequency = fields.next().and_then(|field| field.parse().ok());
            let tag = fields.next().unwrap_or_default();
            words.insert(word, (frequency.unwrap_or(0), tag));
        }
    }

    let alphabet = by_frequency(words.keys().flat_map(|word| word.chars()));
    let ranks: BTreeMap<char, usize> = alphabet.iter().copied().zip(0..).collect();
    let tags = by_frequency(words.values().map(|&(_, tag)| tag));
    let tag_ranks: BTreeMap<&str, usize> = tags.iter().copied().zip(0..).collect();

    let mut rows: Vec<(Vec<usize>, u64, usize)> = words
        .iter()
        .map(|(word, (frequency, tag))| {
            let ranks = word.chars().filter_map(|c| ranks.get(&c).copied());
            let tag = tag_ranks.get(tag).copied().unwrap_or_default();
            (ranks.collect(), *frequency, tag)
        })
        .collect();
    rows.sort();

    let [mut kept, mut added, mut first, mut rest] = [const { Vec::new() }; 4];
    let [mut frequencies, mut word_tags] = [const { Vec::new() }; 2];
    let mut before: &[usize] = &[];
    for (word, frequency, tag) in &rows {
        let same = before.iter().zip(word).take_while(|(a, b)| a == b).count();
        // In this order the next word's character is always above the one it takes the place of.
        let floor = before.get(same).map_or(0, |rank| rank + 1);
        put(&mut kept, same as u64);
        put(&mut added, (word.len() - same) as u64);
        put(&mut first, (word[same] - floor) as u64);
        for &rank in &word[same + 1..] {
            put(&mut rest, rank as u64);
        }
        put(&mut frequencies, *frequency);
        put(&mut word_tags, *tag as u64);
        before = word;
    }

    let mut packed = Vec::new();
    put_column(&mut packed, String::from_iter(&alphabet).as_bytes());
    put_column(&mut packed, tags.join("\n").as_bytes());
    put(&mut packed, rows.len() as u64);
    for column in [kept, added, first, rest, frequencies, word_tags] {
        put_column(&mut packed, &column);
    }
    [MAGIC, &sum(&packed).to_le_bytes(), &packed].concat()
}

/// Calls `visit` with every word of a packed dictionary, its frequency and its tag, in the order of
/// the packed form, in which words with the same beginning stand together.
///
/// # Errors
///
/// Where the bytes are no packed dictionary, or were cut off or altered; some words may have been
/// visited by then.
pub fn each_word(
    bytes: &[u8],
    visit: &mut dyn FnMut(&str, usize, &str),
) -> Result<(), DictionaryError> {
    let mut packed = checked(bytes)?;
    let alphabet: Vec<char> = packed.column()?.text()?.chars().collect();
    let tags: Vec<&str> = packed.column()?.text()?.split('\n').collect();
    let count = packed.number()?;
    let mut kept = packed.column()?;
    let mut added = packed.column()?;
    let mut first = packed.column()?;
    let mut rest = packed.column()?;
    let mut frequencies = packed.column()?;
    let mut word_tags = packed.column()?;

    // Every word takes at least a byte in each column, so a false count ends with the bytes.
    let mut ranks: Vec<usize> = Vec::new();
    let mut word = String::new();
    for _ in 0..count {
        let same = kept.number()?;
        let new = added.number()?;
        if same > ranks.len() || new == 0 || same.saturating_add(new) > LONGEST_WORD {
            return Err(DictionaryError::Damaged(
                "a word does not follow from the last",
            ));
        }
        let floor = ranks.get(same).map_or(0, |rank| rank + 1);
        let stays = word
            .char_indices()
            .nth(same)
            .map_or(word.len(), |(at, _)| at);
        word.truncate(stays);
        ranks.truncate(same);
        ranks.push(floor.saturating_add(first.number()?));
        for _ in 1..new {
            ranks.push(rest.number()?);
        }
        for &rank in &ranks[same..] {
            let character = alphabet.get(rank).ok_or(DictionaryError::Damaged(
                "a character is not in its alphabet",
            ))?;
            word.push(*character);
        }
        let tag = tags
            .get(word_tags.number()?)
            .ok_or(DictionaryError::Damaged("a tag is not in its list"))?;
        visit(&word, frequencies.number()?, tag);
    }
    Ok(())
}

/// What stands behind the sum of a packed dictionary, where it is whole.
fn checked(bytes: &[u8]) -> Result<Column<'_>, DictionaryError> {
    if bytes.is_empty() {
        return Err(DictionaryError::Missing);
    }
    let behind = bytes.strip_prefix(MAGIC).ok_or(DictionaryError::Foreign)?;
    let (stated, packed) = behind
        .split_first_chunk()
        .ok_or(DictionaryError::Damaged("it is cut off"))?;
    if u32::from_le_bytes(*stated) == sum(packed) {
        Ok(Column(packed))
    } else {
        Err(DictionaryError::Damaged(
            "its bytes are not those that were written",
        ))
    }
}

/// A sum that tells altered bytes (FNV-1a, 32 bits).
fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |sum, &byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Whether jieba looks for words among such characters: it cuts the text at every other one first.
fn is_segmented(character: char) -> bool {
    matches!(character,
        'a'..='z' | 'A'..='Z' | '0'..='9' | '+' | '#' | '&' | '.' | '_' | '%' | '-'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{2EBEF}' | '\u{2F800}'..='\u{2FA1F}')
}

/// The values, each once, the most frequent first; equals in their own order.
fn by_frequency<T: Ord + Copy>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut ordered: Vec<_> = counts.into_iter().collect();
    ordered.sort_by_key(|&(value, count)| (std::cmp::Reverse(count), value));
    ordered.into_iter().map(|(value, _)| value).collect()
}

/// Writes a number: seven bits a byte, the lowest first, the high bit where more follow.
fn put(column: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        column.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    column.push(number as u8);
}

fn put_column(packed: &mut Vec<u8>, column: &[u8]) {
    put(packed, column.len() as u64);
    packed.extend_from_slice(column);
}

/// Bytes that are read from the front.
struct Column<'a>(&'a [u8]);

impl<'a> Column<'a> {
    fn number(&mut self) -> Result<usize, DictionaryError> {
        let mut number = 0_usize;
        for shift in (0..usize::BITS).step_by(7) {
            let (&byte, rest) = self.0.split_first().ok_or_else(cut_off)?;
            self.0 = rest;
            number |= usize::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(DictionaryError::Damaged("a number is too large"))
    }

    fn column(&mut self) -> Result<Column<'a>, DictionaryError> {
        let length = self.number()?;
        let (column, rest) = self.0.split_at_checked(length).ok_or_else(cut_off)?;
        self.0 = rest;
        Ok(Column(column))
    }

    fn text(&self) -> Result<&'a str, DictionaryError> {
        std::str::from_utf8(self.0)
            .map_err(|_| DictionaryError::Damaged("its letters are no UTF-8"))
    }
}

fn cut_off() -> DictionaryError {
    DictionaryError::Damaged("it is cut off")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const WORDS: &str = "\
        中 200 n\n中国 5000 ns\n中国人 30 n\n中学 8 n\n国 1 n\n4S店 3 n\n\u{20000}字 0 n\n人民 70000 n\n";

    /// The words of a packed dictionary as lines of a plain one.
    fn unpacked(bytes: &[u8]) -> Result<BTreeSet<String>, DictionaryError> {
        let mut lines = BTreeSet::new();
        each_word(bytes, &mut |word, frequency, tag| {
            lines.insert(format!("{word} {frequency} {tag}"));
        })?;
        Ok(lines)
    }

    fn lines(text: &str) -> Result<BTreeSet<String>, DictionaryError> {
        Ok(text.lines().map(str::to_owned).collect())
    }

    #[test]
    fn what_was_packed_comes_back() {
        assert_eq!(unpacked(&pack(WORDS)), lines(WORDS));
        assert_eq!(unpacked(&pack("")), lines(""));
    }

    #[test]
    fn words_that_no_text_can_match_are_left_out() {
        assert_eq!(unpacked(&pack("γ射线 3 n\n射线 9 n\n")), lines("射线 9 n"));
    }

    #[test]
    fn a_missing_frequency_or_tag_is_made_good() {
        assert_eq!(
            unpacked(&pack("开发区\n高新区 7\n")),
            lines("开发区 0 \n高新区 7 ")
        );
    }

    #[test]
    fn packing_does_not_depend_on_the_order_of_lines() {
        let mut turned: Vec<&str> = WORDS.lines().rev().collect();
        assert_eq!(pack(WORDS), pack(&turned.join("\n")));
        turned.sort_unstable();
        assert_eq!(pack(WORDS), pack(&turned.join("\n")));
    }

    #[test]
    fn damaged_bytes_are_refused_and_never_a_panic() {
        let packed = pack(WORDS);
        for end in 0..packed.len() {
            assert!(unpacked(&packed[..end]).is_err(), "cut at {end}");
        }
        for at in 0..packed.len() {
            for value in [0, 1, 0x7F, 0x80, 0xFF] {
                let mut damaged = packed.clone();
                damaged[at] = value;
                assert!(damaged == packed || unpacked(&damaged).is_err(), "{at}");
                // Behind a sum that fits, some changes make another dictionary; none may do worse.
                let behind = MAGIC.len() + 4;
                if at >= behind {
                    let fitting = sum(&damaged[behind..]).to_le_bytes();
                    damaged[MAGIC.len()..behind].copy_from_slice(&fitting);
                    let _ = unpacked(&damaged);
                }
            }
        }
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        assert_eq!(unpacked(b""), Err(DictionaryError::Missing));
        assert_eq!(
            unpacked("中国 5000 ns\n".as_bytes()),
            Err(DictionaryError::Foreign)
        );
        assert_eq!(unpacked(b"<!doctype html>"), Err(DictionaryError::Foreign));
    }
}
