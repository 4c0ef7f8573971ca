//! What tests that make their own texts share: seeded draws, typed tables of words, patterns of sentences.

mod draw;
mod pattern;
mod rows;

use std::fs;
use std::path::PathBuf;
use std::str::FromStr;

pub use draw::Draw;
pub use pattern::{Pattern, Words};
pub use rows::rows;

/// What the environment says, such as `XUSHI_SEED`.
pub fn setting<T: FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}

/// More clean texts, in the order of their names: those of the folder `XUSHI_TEXTS`.
pub fn texts() -> Vec<PathBuf> {
    let Some(folder) = setting::<PathBuf>("XUSHI_TEXTS") else {
        return Vec::new();
    };
    let entries = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("XUSHI_TEXTS, {}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    files
}

pub fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}
