//! Blocks to language: sentences, clauses, words, times, owners.

pub mod dictionary;
mod names;
pub mod owners;
mod reading;
pub mod time;
mod words;

pub use dictionary::DictionaryError;
pub use reading::{Clause, Reading, Section, ends_clause, ends_sentence};
pub use words::{Dictionary, Word};
