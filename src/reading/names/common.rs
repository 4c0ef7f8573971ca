//! The vocabulary that all such texts share: what belongs to it names nothing.

use crate::lexicon::{common_words, formula_words, generic_modifiers};

/// Whether a word belongs to it.
pub fn is_common(word: &str) -> bool {
    common_words::TABLE.has(word) || is_formula(word) || generic_modifiers::TABLE.has(word)
}

/// Whether a word fits every report, or is one of grammar.
pub fn is_formula(word: &str) -> bool {
    formula_words::TABLE.has(word)
}
