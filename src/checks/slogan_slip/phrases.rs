//! The phrases whose slips are looked for, and the words that a slip may make of its own.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::{
    FastMap, Keyed, Trie, common_words, formula_words, set_phrases, slogans, stock_phrases,
    stock_sayings,
};
use crate::text::{window_after, window_before};

/// The fewest characters of a phrase whose slips can be told from other words.
const SHORTEST: usize = 6;
/// The characters at either end of a phrase by which it is looked up.
const END: usize = 3;

/// The phrases, and the tables that tell whether a slip makes words of its own.
pub(super) struct Phrases {
    /// The ends of phrases, by which their slips are looked for.
    pub(super) ends: Trie,
    /// The phrases by the numbers of their ends.
    pub(super) by_end: Vec<ByEnd>,
    /// The numeric slogans too short to be told without their quotation marks, by their [`shape`].
    pub(super) short: FastMap<(usize, Option<char>), Vec<&'static str>>,
}

/// The phrases that begin, and those that end, with the same characters.
#[derive(Default)]
pub(super) struct ByEnd {
    pub(super) first: Vec<&'static str>,
    pub(super) last: Vec<&'static str>,
}

pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::new);

/// The phrases long enough to be told anywhere.
fn long_phrases() -> impl Iterator<Item = &'static str> {
    let set = set_phrases::ROWS.iter().map(|row| row.phrase);
    let all = set.chain(slogans::ROWS.iter().map(|row| row.slogan));
    all.filter(|phrase| phrase.chars().count() >= SHORTEST)
}

/// What a phrase begins with, a slip further on or not. In one of six characters two that are turned
/// round in its middle leave neither end as it was: it is looked up as they are then.
fn beginnings(phrase: &str) -> Vec<String> {
    let first = window_after(phrase, 0, END).to_owned();
    let characters: Vec<char> = phrase.chars().collect();
    if characters.len() > 2 * END {
        return vec![first];
    }
    let turned = characters[..END - 1].iter().chain(&characters[END..=END]);
    vec![first, turned.collect()]
}

impl Phrases {
    fn new() -> Self {
        let mut ends: BTreeMap<String, ByEnd> = BTreeMap::new();
        for phrase in long_phrases() {
            for first in beginnings(phrase) {
                ends.entry(first).or_default().first.push(phrase);
            }
            let last = window_before(phrase, phrase.len(), END).to_owned();
            ends.entry(last).or_default().last.push(phrase);
        }
        let mut short: FastMap<_, Vec<&str>> = FastMap::default();
        for row in slogans::ROWS.iter().filter(|row| !row.members.is_empty()) {
            short.entry(shape(row.slogan)).or_default().push(row.slogan);
        }
        Self {
            ends: Trie::new(ends.keys().map(String::as_str).zip(0..)),
            by_end: ends.into_values().collect(),
            short,
        }
    }
}

/// Whether words are a slogan or phrase of a table, or begin with one.
pub(super) fn knows(words: &str) -> bool {
    slogans::TABLE.longest(words).is_some()
        || set_phrases::TABLE.longest(words).is_some()
        || stock_phrases::TABLE.longest(words).is_some()
}

/// Whether the character of a phrase is part of a longer word there: one that stands alone (绘 in
/// 绘到底) is freely changed for another (干到底).
pub(super) fn is_part_of_word(phrase: &str, at: usize) -> bool {
    covered(phrase, at, 3, longest_words)
}

/// Whether a word or phrase of a table covers the character at `at` with one beside it.
pub(super) fn is_word(text: &str, at: usize) -> bool {
    covered(text, at, 7, longest_words)
        || covered(text, at, 7, |rest| {
            [
                set_phrases::TABLE.longest(rest).map(Keyed::key),
                stock_phrases::TABLE.longest(rest).map(Keyed::key),
                stock_sayings::TABLE.longest(rest).map(Keyed::key),
                slogans::TABLE.longest(rest).map(Keyed::key),
            ]
        })
}

/// The longest words that `rest` begins with.
fn longest_words(rest: &str) -> [Option<&'static str>; 2] {
    [
        common_words::TABLE.longest(rest).map(Keyed::key),
        formula_words::TABLE.longest(rest).map(Keyed::key),
    ]
}

/// Whether a word of two characters and more, among those that `longest` gives for the words from a
/// place on, covers the character at `at`; it may reach over `reach` characters to either side.
fn covered<const TABLES: usize>(
    text: &str,
    at: usize,
    reach: usize,
    longest: impl Fn(&str) -> [Option<&'static str>; TABLES],
) -> bool {
    let from = at - window_before(text, at, reach).len();
    let until = at + window_after(text, at, reach + 1).len();
    let near = &text[from..until];
    let own = window_after(text, at, 1).len();
    // The words that begin nearest are the likeliest.
    let mut starts = near[..at - from + own].char_indices().rev();
    starts.any(|(start, first)| {
        let mut words = longest(&near[start..]).into_iter().flatten();
        words.any(|word| word.len() > first.len_utf8() && from + start + word.len() > at)
    })
}

/// What a numeric slogan and its slip have in common: the count of their characters, and the first.
pub(super) fn shape(slogan: &str) -> (usize, Option<char>) {
    (slogan.chars().count(), slogan.chars().next())
}
