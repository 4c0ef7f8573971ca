//! Blocks to language: sentences, clauses, words, numerals, dates.

pub mod dictionary;
mod reading;
mod words;

pub use dictionary::DictionaryError;
pub use reading::{Clause, Reading, Section};
pub use words::{Dictionary, Word};
