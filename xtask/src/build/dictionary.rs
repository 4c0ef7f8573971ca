//! The dictionary as an asset of its own.

use crate::Result;
use crate::files::{is_current, write};
use crate::project::Project;
use crate::steps::{ready, step};

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

/// What it is made from; the lock file tells of jieba's own list.
const SOURCES: &str = "Cargo.lock src/reading/dictionary.rs build/word_list.rs data/rare-words.tsv \
                       data/words.tsv";

/// Writes the asset unless it was made from the same word list. It is gzip'd whatever the host does: the
/// worker unpacks it, unless a host that takes the name for an encoding had it unpacked on the way.
pub fn build(project: &Project) -> Result {
    let asset = project.path("www/generated/dictionary.gz");
    if is_current(project, &asset, SOURCES) {
        ready("dictionary");
        return Ok(());
    }
    step("Packing the dictionary", || {
        let words = word_list::plain(&project.root)?;
        let packed = super::dist::gzip(&packed::pack(&words))?;
        println!(
            "  {} KB, was {} KB",
            packed.len() / 1000,
            words.len() / 1000
        );
        write(&asset, packed)
    })
}
