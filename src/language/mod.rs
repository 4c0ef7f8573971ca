//! Blocks to language: sentences, clauses, words, numerals, dates.

pub mod numeral;
mod reading;
pub mod time;
mod words;

pub use reading::{Clause, Reading, Section};
pub use words::{Dictionary, DictionaryError, Word};
