//! The phrases whose slips are looked for, and the words that a slip may make of its own.

use std::sync::LazyLock;

use crate::checks::scan::{window_after, window_before};
use crate::checks::sought::Sought;
use crate::lexicon::{
    COMMON_WORDS, FORMULA_WORDS, FastMap, Matcher, SET_PHRASES, SLOGANS, STOCK_PHRASES,
    STOCK_SAYINGS,
};

/// The fewest characters of a phrase whose slips can be told from other words.
const SHORTEST: usize = 6;
/// The characters at either end of a phrase by which it is looked up.
const END: usize = 3;

/// The phrases, and the tables that tell whether a slip makes words of its own.
pub(super) struct Phrases {
    /// The phrases by each of their [`ENDS`].
    pub(super) by_end: Vec<ByEnd>,
    words: [Matcher<2>; 2],
    fixed: Matcher<1>,
    stock: Matcher<5>,
    sayings: Matcher<1>,
    slogans: Matcher<3>,
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

/// The phrases long enough to be told anywhere, with their first and their last characters.
fn long_phrases() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let set = SET_PHRASES.iter().map(|row| row[0]);
    let all = set.chain(SLOGANS.iter().map(|row| row[0]));
    all.filter(|phrase| phrase.chars().count() >= SHORTEST)
        .map(|phrase| {
            let first = window_after(phrase, 0, END);
            let last = window_before(phrase, phrase.len(), END);
            (phrase, first, last)
        })
}

/// The ends of phrases, by which their slips are looked for; sorted.
pub(super) static ENDS: Sought = Sought(ends);

fn ends() -> Vec<&'static str> {
    let mut ends: Vec<&str> = long_phrases()
        .flat_map(|(_, first, last)| [first, last])
        .collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

impl Phrases {
    fn new() -> Self {
        let ends = ends();
        let mut by_end: Vec<ByEnd> = ends.iter().map(|_| ByEnd::default()).collect();
        for (phrase, first, last) in long_phrases() {
            if let Ok(at) = ends.binary_search(&first) {
                by_end[at].first.push(phrase);
            }
            if let Ok(at) = ends.binary_search(&last) {
                by_end[at].last.push(phrase);
            }
        }
        let mut short: FastMap<_, Vec<&str>> = FastMap::default();
        for row in SLOGANS.iter().filter(|row| !row[1].is_empty()) {
            short.entry(shape(row[0])).or_default().push(row[0]);
        }
        Self {
            by_end,
            words: [Matcher::new(COMMON_WORDS), Matcher::new(FORMULA_WORDS)],
            fixed: Matcher::new(SET_PHRASES),
            stock: Matcher::new(STOCK_PHRASES),
            sayings: Matcher::new(STOCK_SAYINGS),
            slogans: Matcher::new(SLOGANS),
            short,
        }
    }

    /// Whether words are a slogan or phrase of a table, or begin with one.
    pub(super) fn knows(&self, words: &str) -> bool {
        self.slogans.longest(words).is_some()
            || self.fixed.longest(words).is_some()
            || self.stock.longest(words).is_some()
    }

    /// Whether the character of a phrase is part of a longer word there: one that stands alone (绘 in
    /// 绘到底) is freely changed for another (干到底).
    pub(super) fn is_part_of_word(&self, phrase: &str, at: usize) -> bool {
        covered(phrase, at, 3, |rest| {
            let [common, formula] = &self.words;
            [common, formula].map(|words| words.longest(rest).map(|row| row[0]))
        })
    }

    /// Whether a word or phrase of a table covers the character at `at` with one beside it.
    pub(super) fn is_word(&self, text: &str, at: usize) -> bool {
        covered(text, at, 7, |rest| {
            [
                self.words[0].longest(rest).map(|row| row[0]),
                self.words[1].longest(rest).map(|row| row[0]),
                self.fixed.longest(rest).map(|row| row[0]),
                self.stock.longest(rest).map(|row| row[0]),
                self.sayings.longest(rest).map(|row| row[0]),
                self.slogans.longest(rest).map(|row| row[0]),
            ]
        })
    }
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
