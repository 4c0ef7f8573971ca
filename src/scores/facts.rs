//! What the tables say of a word, joined so that a document asks once for each of its words.

use std::sync::LazyLock;

use crate::lexicon::ladder_weights::{self, Feature, Row};
use crate::lexicon::{FastMap, common_words, formula_words, generic_modifiers, word_leanings};
use crate::reading::{Pos, Word};
use crate::text::letters::letters;

/// In so many of the reports that `data/common-words.tsv` counts stand the words that nearly all such texts have.
const NEARLY_ALL: u32 = 32;

/// What the tables say of a word.
#[derive(Clone, Copy, Default)]
pub struct Facts {
    /// The word as the tables have it.
    pub key: &'static str,
    /// Whether nearly all reports have it.
    common: bool,
    /// Whether it is no rare word: reports have it, or it fits every text.
    usual: bool,
    /// Its weights, where it has some of its own.
    pub row: Option<&'static Row>,
    /// How much more it leans to concrete and to formulaic than to general by the company that it keeps.
    pub leaning: Option<[i32; 2]>,
}

/// A word that no table knows.
static NOTHING: Facts = Facts {
    key: "",
    common: false,
    usual: false,
    row: None,
    leaning: None,
};

/// The words of all tables.
static WORDS: LazyLock<FastMap<&str, Facts>> = LazyLock::new(|| {
    let mut words: FastMap<&'static str, Facts> = FastMap::default();
    let mut word = |key: &'static str, add: &dyn Fn(&mut Facts)| {
        let facts = words.entry(key).or_default();
        facts.key = key;
        add(facts);
    };
    for row in common_words::ROWS {
        word(row.word, &|facts| {
            facts.common = row.documents >= NEARLY_ALL;
            facts.usual = true;
        });
    }
    let modifiers = generic_modifiers::ROWS.iter().map(|row| row.word);
    for key in formula_words::ROWS
        .iter()
        .map(|row| row.word)
        .chain(modifiers)
    {
        word(key, &|facts| facts.usual = true);
    }
    for row in ladder_weights::ROWS {
        if row.feature == Feature::Word {
            word(row.key, &|facts| facts.row = Some(row));
        }
    }
    for row in word_leanings::ROWS {
        for key in row.words.split(' ') {
            word(key, &|facts| {
                facts.leaning = Some([row.concrete, row.formulaic])
            });
        }
    }
    words
});

/// What is known of a word of a document.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The word.
    pub word: &'a str,
    /// Its letters.
    pub letters: usize,
    /// Whether nearly all reports have it.
    pub common: bool,
    /// Whether it names something and no report has it.
    pub rare: bool,
    /// What the tables say of it.
    pub facts: &'static Facts,
}

impl<'a> Known<'a> {
    /// What is known of a word, and of how it is written.
    pub fn of(word: &Word, written: &'a str) -> Self {
        let facts = WORDS.get(written).unwrap_or(&NOTHING);
        let named = word.span.len() >= 6 && (word.pos.is_nominal() || word.pos == Pos::Other);
        Self {
            word: written,
            letters: letters(written),
            common: facts.common,
            rare: named && !facts.usual,
            facts,
        }
    }
}
