//! Lexicons: the tables under `data/`, built into the binary, and ways to look them up in a text.

mod hash;
mod lexemes;
mod set;
mod table;
#[allow(clippy::all)]
mod tables;
mod trie;

pub use hash::FastMap;
pub use lexemes::{LEXICON, Lexeme, Lexicon};
pub use set::{Member, Set};
pub use table::{Keyed, Table};
pub use trie::Trie;

pub use tables::*;
