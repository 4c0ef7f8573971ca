//! The dictionary as an asset of its own, from jieba's word list and `data/words.tsv`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::command::{cargo, output};
use crate::project::Project;
use crate::stamp::{Inputs, unless_done, write};
use crate::steps::{ready as say_ready, step};

/// The core's own form of the word list.
#[path = "../../../src/language/dictionary.rs"]
#[allow(dead_code, reason = "the core reads it, the build only writes it")]
mod packed;

/// Where the asset goes. It is gzip'd whatever the host does: the worker unpacks it, unless a host
/// that takes the name for an encoding had it unpacked on the way.
const ASSET: &str = "www/generated/dictionary.gz";

/// Writes the asset unless it was made from the same word list.
pub fn build(project: &Project) -> Result {
    let asset = project.path(ASSET);
    let inputs = Inputs::new()
        .text(&project.locked_version("jieba-rs")?)
        .path(&project.path("src/language/dictionary.rs"))?
        .path(&project.path("data/words.tsv"))?;
    let built = unless_done(
        project,
        "dictionary",
        &inputs,
        std::slice::from_ref(&asset),
        || {
            step("Packing the dictionary", || {
                let table = fs::read_to_string(project.path("data/words.tsv"))?;
                let words = packed::with_words(&fs::read_to_string(word_list(project)?)?, &table);
                let packed = super::compress::gzip(&packed::pack(&words))?;
                println!(
                    "  {} KB, was {} KB",
                    packed.len() / 1000,
                    words.len() / 1000
                );
                write(&asset, &packed)
            })
        },
    )?;
    if !built {
        say_ready("dictionary");
    }
    Ok(())
}

/// jieba's own word list: it comes with the crate's source, so the repository holds no copy.
fn word_list(project: &Project) -> Result<PathBuf> {
    let metadata = output(
        cargo()
            .args(["metadata", "--format-version", "1"])
            .current_dir(&project.root),
    )?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let manifest = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["name"] == "jieba-rs")
        .and_then(|package| package["manifest_path"].as_str())
        .ok_or("cargo metadata does not know jieba-rs")?;
    Ok(Path::new(manifest)
        .with_file_name("src")
        .join("data/dict.txt"))
}
