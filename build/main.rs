//! Turns the lexicons under `data/` and what the rules of the checks say of themselves into tables of
//! static strings, and packs the dictionary for the command line. A faulty table or rule stops the
//! build with its file and line.

mod dictionary_asset;
mod pack;
mod said;
mod strings;
mod tables;
#[allow(dead_code)]
mod word_list;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

#[path = "../src/reading/dictionary/mod.rs"]
#[allow(dead_code)]
mod dictionary;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    for changed in ["data", "build", "src/checks", "src/reading/dictionary"] {
        println!("cargo::rerun-if-changed={changed}");
    }
    let mut code = String::new();
    tables::write(&root.join("data"), &mut code)?;
    strings::write(&root, &out, &mut code)?;
    fs::write(out.join("lexicon.rs"), code)?;
    dictionary_asset::write(&root, &out)
}
