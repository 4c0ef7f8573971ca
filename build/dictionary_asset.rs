//! Packs the dictionary that the library carries with the feature `dictionary`.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use super::pack::pack;
use super::{Result, word_list};

/// Writes `dictionary.gz` into the build's folder.
pub fn write(root: &Path, out: &Path) -> Result<()> {
    if std::env::var_os("CARGO_FEATURE_DICTIONARY").is_none() {
        return Ok(());
    }
    let file = fs::File::create(out.join("dictionary.gz"))?;
    let mut packer = flate2::write::GzEncoder::new(file, flate2::Compression::best());
    packer.write_all(&pack(&word_list::plain(root)?))?;
    packer.finish()?;
    Ok(())
}
