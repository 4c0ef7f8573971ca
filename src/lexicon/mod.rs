//! Lexicons: the tables under `data/`, built into the binary, and ways to look them up in a text.

mod hash;
mod lexemes;
mod set;
mod table;
mod trie;

pub use hash::FastMap;
pub use lexemes::{LEXICON, Lexeme, Lexicon};
pub use set::{Member, Set};
pub use table::{Keyed, Table};
pub use trie::Trie;

#[allow(clippy::all)]
mod tables {
    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}

pub use tables::*;

/// A table whose rows have no types yet.
pub type Matcher<const COLUMNS: usize> = Table<[&'static str; COLUMNS]>;
