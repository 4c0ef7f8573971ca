//! The word list as the page loads it: columns that gzip well, about a fifth of the plain text.
//!
//! The words stand in an order in which neighbours share their beginnings; each is written as the
//! number of characters kept from the word before it and the characters that follow. A character
//! is its rank by frequency, and the first new character of a word the distance from the one it
//! takes the place of, so that most numbers are small. Like stands beside like:
//!
//! ```text
//! magic · alphabet · tags · number of words · kept · added · first · rest · frequencies · tags
//! ```
//!
//! The build script and xtask include this file as well, so it leans on nothing but the standard
//! library.

use std::collections::BTreeMap;
use std::fmt;

/// The first bytes of a packed dictionary.
pub const MAGIC: &[u8] = b"xushi-words/1\n";

/// The most characters of a word; longer ones are left out of a packed dictionary.
const LONGEST_WORD: usize = 200;

/// The dictionary could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DictionaryError(String);

impl DictionaryError {
    /// An error that says what is wrong.
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Display for DictionaryError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the dictionary cannot be read: {}", self.0)
    }
}

impl std::error::Error for DictionaryError {}

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

    let mut packed = MAGIC.to_vec();
    put_column(&mut packed, String::from_iter(&alphabet).as_bytes());
    put_column(&mut packed, tags.join("\n").as_bytes());
    put(&mut packed, rows.len() as u64);
    for column in [kept, added, first, rest, frequencies, word_tags] {
        put_column(&mut packed, &column);
    }
    packed
}

/// The plain dictionary with the words of `data/words.tsv` (`word`, `tag`) that it lacks, each with the
/// least frequency that keeps it whole: above that of its likeliest parts taken together.
pub fn with_words(dictionary: &str, table: &str) -> String {
    let known: BTreeMap<&str, f64> = dictionary
        .lines()
        .filter_map(|line| {
            let mut fields = line.split_whitespace();
            Some((fields.next()?, fields.next()?.parse().ok()?))
        })
        .collect();
    let total: f64 = known.values().sum();
    let mut all = dictionary.trim_end().to_owned();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let (Some(word), Some(tag)) = (fields.next(), fields.next()) else {
            continue;
        };
        if known.contains_key(word) {
            continue;
        }
        let frequency = (likeliest(word, &known, total) * total).floor() + 1.0;
        all.push_str(&format!("\n{word} {frequency} {tag}"));
    }
    all.push('\n');
    all
}

/// The probability of the likeliest parts that `word` can be cut into. A character that is no word
/// counts as one seen once, as jieba counts it.
fn likeliest(word: &str, known: &BTreeMap<&str, f64>, total: f64) -> f64 {
    let ends: Vec<usize> = word
        .char_indices()
        .map(|(at, _)| at)
        .chain([word.len()])
        .collect();
    let mut best = vec![0.0_f64; ends.len()];
    best[0] = 1.0;
    for to in 1..ends.len() {
        for from in 0..to {
            let count = match known.get(&word[ends[from]..ends[to]]) {
                Some(&count) => count.max(1.0),
                None if to - from == 1 => 1.0,
                None => continue,
            };
            best[to] = best[to].max(best[from] * count / total);
        }
    }
    best.last().copied().unwrap_or_default()
}

/// Unpacks to the plain form, a line a word: `word frequency tag`.
///
/// # Errors
///
/// Where the bytes are no packed dictionary, or were cut off or altered.
pub fn unpack(bytes: &[u8]) -> Result<Vec<u8>, DictionaryError> {
    let mut packed = Column(
        bytes
            .strip_prefix(MAGIC)
            .ok_or_else(|| DictionaryError::new("it does not begin as one"))?,
    );
    let alphabet: Vec<char> = packed.column()?.text()?.chars().collect();
    let tags: Vec<&str> = packed.column()?.text()?.split('\n').collect();
    let count = packed.number()?;
    let mut kept = packed.column()?;
    let mut added = packed.column()?;
    let mut first = packed.column()?;
    let mut rest = packed.column()?;
    let mut frequencies = packed.column()?;
    let mut word_tags = packed.column()?;

    // Every word takes at least a byte in each column, so a false count ends with the bytes; the
    // plain form is about four times the packed one.
    let mut text = Vec::with_capacity(bytes.len().saturating_mul(4));
    let mut word: Vec<usize> = Vec::new();
    for _ in 0..count {
        let same = kept.number()?;
        let new = added.number()?;
        if same > word.len() || new == 0 || same.saturating_add(new) > LONGEST_WORD {
            return Err(DictionaryError::new("a word does not follow from the last"));
        }
        let floor = word.get(same).map_or(0, |rank| rank + 1);
        word.truncate(same);
        word.push(floor.saturating_add(first.number()?));
        for _ in 1..new {
            word.push(rest.number()?);
        }
        for &rank in &word {
            let character = alphabet
                .get(rank)
                .ok_or_else(|| DictionaryError::new("a character is not in its alphabet"))?;
            text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
        }
        let tag = tags
            .get(word_tags.number()?)
            .ok_or_else(|| DictionaryError::new("a tag is not in its list"))?;
        text.push(b' ');
        put_decimal(&mut text, frequencies.number()?);
        text.push(b' ');
        text.extend_from_slice(tag.as_bytes());
        text.push(b'\n');
    }
    Ok(text)
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

fn put_decimal(text: &mut Vec<u8>, number: usize) {
    if number >= 10 {
        put_decimal(text, number / 10);
    }
    text.push(b'0' + (number % 10) as u8);
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
        Err(DictionaryError::new("a number is too large"))
    }

    fn column(&mut self) -> Result<Column<'a>, DictionaryError> {
        let length = self.number()?;
        let (column, rest) = self.0.split_at_checked(length).ok_or_else(cut_off)?;
        self.0 = rest;
        Ok(Column(column))
    }

    fn text(&self) -> Result<&'a str, DictionaryError> {
        std::str::from_utf8(self.0).map_err(|_| DictionaryError::new("its letters are no UTF-8"))
    }
}

fn cut_off() -> DictionaryError {
    DictionaryError::new("it is cut off")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const WORDS: &str = "\
        中 200 n\n中国 5000 ns\n中国人 30 n\n中学 8 n\n国 1 n\n4S店 3 n\n\u{20000}字 0 n\n人民 70000 n\n";

    fn lines(bytes: &[u8]) -> BTreeSet<String> {
        String::from_utf8_lossy(bytes)
            .lines()
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn what_was_packed_comes_back() {
        let unpacked = unpack(&pack(WORDS)).unwrap_or_default();
        assert_eq!(lines(&unpacked), lines(WORDS.as_bytes()));
        assert_eq!(unpack(&pack("")), Ok(Vec::new()));
    }

    #[test]
    fn words_are_added_with_the_least_frequency_that_keeps_them_whole() {
        let added = with_words(
            "双 100 m\n碳 50 n\n人民 850 n\n",
            "# word\ttag\n双碳\tn\n人民\tn\n",
        );
        assert_eq!(added, "双 100 m\n碳 50 n\n人民 850 n\n双碳 6 n\n");
        assert_eq!(with_words("", ""), "\n");
    }

    #[test]
    fn words_that_no_text_can_match_are_left_out() {
        let unpacked = unpack(&pack("γ射线 3 n\n射线 9 n\n")).unwrap_or_default();
        assert_eq!(lines(&unpacked), lines("射线 9 n".as_bytes()));
    }

    #[test]
    fn a_missing_frequency_or_tag_is_made_good() {
        let unpacked = unpack(&pack("开发区\n高新区 7\n")).unwrap_or_default();
        assert_eq!(lines(&unpacked), lines("开发区 0 \n高新区 7 ".as_bytes()));
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
            assert!(unpack(&packed[..end]).is_err(), "cut at {end}");
        }
        for at in MAGIC.len()..packed.len() {
            for value in [0, 1, 0x7F, 0x80, 0xFF] {
                let mut damaged = packed.clone();
                damaged[at] = value;
                // Some changes make another dictionary; none may do worse.
                let _ = unpack(&damaged);
            }
        }
        assert!(unpack("中国 5000 ns\n".as_bytes()).is_err());
    }
}
