//! The vocabulary that all such texts share: what belongs to it names nothing.

use crate::lexicon::{COMMON_WORDS, FORMULA_WORDS, generic_modifiers};

/// Whether a word belongs to it.
pub fn is_common(word: &str) -> bool {
    stands_in(COMMON_WORDS, word) || is_formula(word) || generic_modifiers::TABLE.has(word)
}

/// Whether a word fits every report, or is one of grammar.
pub fn is_formula(word: &str) -> bool {
    stands_in(FORMULA_WORDS, word)
}

fn stands_in(rows: &[[&str; 2]], word: &str) -> bool {
    rows.binary_search_by(|row| row[0].cmp(word)).is_ok()
}
