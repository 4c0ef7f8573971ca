//! Lexicons: the tables under `data/`, built into the binary, and ways to look them up in a text.

mod hash;
mod matcher;
mod trie;

pub use hash::FastMap;
pub use matcher::Matcher;
pub use trie::Trie;

#[allow(clippy::all)]
mod tables {
    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}

pub use tables::*;
