//! Packs the dictionary for the command line.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use super::{Result, dictionary, word_list};

/// Writes `dictionary.gz` into the build's folder.
pub fn write(root: &Path, out: &Path) -> Result<()> {
    if std::env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" {
        return Ok(());
    }
    let file = fs::File::create(out.join("dictionary.gz"))?;
    let mut packer = flate2::write::GzEncoder::new(file, flate2::Compression::best());
    packer.write_all(&dictionary::pack(&word_list::plain(root)?))?;
    packer.finish()?;
    Ok(())
}
