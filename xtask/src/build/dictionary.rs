//! The dictionary as an asset of its own.

use crate::Result;
use crate::project::Project;
use crate::stamp::{Inputs, unless_done, write};
use crate::steps::{ready as say_ready, step};

/// The core's own form of the word list.
#[path = "../../../src/reading/dictionary.rs"]
#[allow(dead_code, reason = "the core reads it, the build only writes it")]
mod packed;

#[path = "../../../build/word_list.rs"]
#[allow(
    dead_code,
    reason = "the whole list is for those who count in a corpus"
)]
mod word_list;

/// Where the asset goes. It is gzip'd whatever the host does: the worker unpacks it, unless a host
/// that takes the name for an encoding had it unpacked on the way.
const ASSET: &str = "www/generated/dictionary.gz";

/// Writes the asset unless it was made from the same word list.
pub fn build(project: &Project) -> Result {
    let asset = project.path(ASSET);
    let inputs = Inputs::new()
        .text(&project.locked_version("jieba-rs")?)
        .path(&project.path("src/reading/dictionary.rs"))?
        .path(&project.path("build/word_list.rs"))?
        .path(&project.path("data/rare-words.tsv"))?
        .path(&project.path("data/words.tsv"))?;
    let built = unless_done(
        project,
        "dictionary",
        &inputs,
        std::slice::from_ref(&asset),
        || {
            step("Packing the dictionary", || {
                let words = word_list::plain(&project.root)?;
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
