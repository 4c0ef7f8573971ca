//! The tables of `data/` as the build script wrote them: a module each, with its rows and their types.

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
