//! The phrases whose slips are looked for, and the words that a slip may make of its own.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::{
    FastMap, Keyed, Trie, common_words, formula_words, formulas, set_phrases, slogans,
    stock_phrases, stock_sayings,
};
use crate::text::{window_after, window_before};

/// The fewest characters of a plain set phrase whose slips can be told from other words.
const SHORTEST: usize = 6;

/// A phrase whose slips are looked for.
pub(super) struct Phrase {
    pub(super) form: String,
    /// What else is known of it, where it stands letter for letter.
    pub(super) fixed: Option<&'static formulas::Row>,
    /// Whether it is the bare name of a person, which says so much only where a character is doubled.
    pub(super) bare: bool,
}

impl Phrase {
    /// A phrase that stands letter for letter.
    fn fixed(form: String, row: &'static formulas::Row) -> Self {
        Self {
            bare: row.kind == formulas::Kind::Person && form == row.form,
            form,
            fixed: Some(row),
        }
    }

    /// Whether a text of this year is judged by it.
    pub(super) fn holds_in(&self, year: Option<i32>) -> bool {
        let (Some(row), Some(year)) = (self.fixed, year) else {
            return true;
        };
        row.since
            .is_none_or(|since| i64::from(year) >= i64::from(since))
    }
}

/// The phrases, and what their slips are looked for by.
pub(super) struct Phrases {
    pub(super) all: Vec<Phrase>,
    /// The ends of phrases, by which their slips are looked for.
    pub(super) ends: Trie,
    /// The phrases by the numbers of their ends.
    pub(super) by_end: Vec<ByEnd>,
    /// The numeric slogans too short to be told without their quotation marks, by their first character.
    pub(super) short: FastMap<char, Vec<&'static str>>,
}

/// The phrases that begin, and those that end, with the same characters.
#[derive(Default)]
pub(super) struct ByEnd {
    pub(super) first: Vec<usize>,
    pub(super) last: Vec<usize>,
}

pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::new);

/// All that are told anywhere: names and formulas with and without their quotation marks, the longer
/// set phrases.
fn all() -> Vec<Phrase> {
    let mut all = Vec::new();
    for row in formulas::ROWS {
        let forms = row.with.iter().map(|with| format!("{}{with}", row.form));
        all.extend(forms.map(|form| Phrase::fixed(form, row)));
        all.push(Phrase::fixed(row.form.to_owned(), row));
        let bare = row.form.replace(['“', '”'], "");
        if bare.len() < row.form.len() {
            all.push(Phrase::fixed(bare, row));
        }
    }
    let set = set_phrases::ROWS.iter().map(|row| row.phrase);
    let loose = set.chain(slogans::ROWS.iter().map(|row| row.slogan));
    let long =
        |phrase: &&str| phrase.chars().count() >= SHORTEST && formulas::TABLE.get(phrase).is_none();
    all.extend(loose.filter(long).map(|form| Phrase {
        form: form.to_owned(),
        fixed: None,
        bare: false,
    }));
    all
}

/// What a phrase begins with, a slip further on or not. In one of six characters two that are turned
/// round in its middle leave neither end as it was: it is looked up as they are then.
fn beginnings(form: &str, length: usize) -> Vec<String> {
    let first = window_after(form, 0, length).to_owned();
    let characters: Vec<char> = form.chars().collect();
    if characters.len() != SHORTEST {
        return vec![first];
    }
    vec![
        first,
        characters[..2].iter().chain(&characters[3..4]).collect(),
    ]
}

impl Phrases {
    fn new() -> Self {
        let all = all();
        let mut ends: BTreeMap<String, ByEnd> = BTreeMap::new();
        for (at, phrase) in all.iter().enumerate() {
            let form = &*phrase.form;
            // Shorter ends leave room for a slip between them.
            let length = if form.chars().count() < SHORTEST {
                2
            } else {
                3
            };
            // A bare name is too short for either end to stay: 习进平.
            let name = window_after(form, 0, 1).to_owned();
            let name = phrase
                .fixed
                .filter(|row| phrase.bare && row.bare)
                .map(|_| name);
            for first in beginnings(form, length).into_iter().chain(name) {
                ends.entry(first).or_default().first.push(at);
            }
            let last = window_before(form, form.len(), length);
            ends.entry(last.to_owned()).or_default().last.push(at);
        }
        let mut short: FastMap<char, Vec<&str>> = FastMap::default();
        for row in slogans::ROWS.iter().filter(|row| !row.members.is_empty()) {
            let first = row.slogan.chars().next().unwrap_or_default();
            short.entry(first).or_default().push(row.slogan);
        }
        let tree = Trie::new(ends.keys().map(String::as_str).zip(0..));
        let by_end = ends.into_values().collect();
        Self {
            ends: tree,
            by_end,
            all,
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

/// Whether words are a slogan or phrase of a table.
pub(super) fn is_known(words: &str) -> bool {
    slogans::TABLE.has(words) || set_phrases::TABLE.has(words) || stock_phrases::TABLE.has(words)
}

/// Whether words are one that stands in many documents.
pub(super) fn is_common(words: &str) -> bool {
    common_words::TABLE.has(words) || formula_words::TABLE.has(words)
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
