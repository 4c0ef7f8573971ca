//! Packs the dictionary, column by column, so that it is small once it is compressed: words in the order of their
//! characters' ranks, each by what it shares with the one before. [`super::dictionary`] reads it.

use std::collections::BTreeMap;

use super::dictionary::{LONGEST_WORD, MAGIC, sum};

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
