//! Blocks to language: sentences, clauses, words, numerals, dates.

#[cfg(not(target_arch = "wasm32"))]
mod built_in;
mod character;
pub mod dictionary;
mod names;
pub mod numeral;
pub mod owners;
mod reading;
mod refusal;
pub(crate) mod scan;
pub mod time;
mod words;

pub use character::is_letter;
pub use dictionary::DictionaryError;
pub use reading::{Clause, Reading, Section, ends_clause, ends_sentence};
#[cfg(test)]
pub(crate) use words::for_tests;
pub use words::{Dictionary, Word};
