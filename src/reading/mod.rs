//! Blocks to language: sentences, clauses, words, times, owners.

#[cfg(not(target_arch = "wasm32"))]
mod built_in;
mod clock;
pub mod dictionary;
mod document;
mod hits;
mod marks;
pub mod names;
pub mod owners;
mod pos;
mod sentences;
mod tense;
pub mod time;
mod token;
mod words;

pub use dictionary::DictionaryError;
pub use document::{Clause, Reading, Section};
pub use hits::{Hit, Hits};
pub use marks::{ends_clause, ends_sentence};
pub use names::{Name, NameKind};
pub use pos::Pos;
pub use tense::Tense;
pub use token::{Kind, Number, Token};
#[cfg(test)]
pub(crate) use words::for_tests;
pub use words::{Dictionary, Word};
