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
//! The sum is of all bytes behind it. `build/pack.rs` writes it and takes what both know from here, so that this file leans
//! on nothing but the standard library.

/// The first bytes of a packed dictionary.
pub const MAGIC: &[u8] = b"xushi-words/2\n";

/// The most characters of a word; longer ones are left out of a packed dictionary.
pub const LONGEST_WORD: usize = 200;

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
pub fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |sum, &byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
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
mod tests;
