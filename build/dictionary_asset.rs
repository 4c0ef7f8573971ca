//! Packs jieba's dictionary for the command line.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Result, dictionary as packed};

/// Writes `dictionary.gz` into the build's folder.
pub fn write(root: &Path, out: &Path) -> Result<()> {
    if std::env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" {
        return Ok(());
    }
    let file = fs::File::create(out.join("dictionary.gz"))?;
    let mut packer = flate2::write::GzEncoder::new(file, flate2::Compression::best());
    let words = fs::read_to_string(source(root)?)?;
    let table = fs::read_to_string(root.join("data/words.tsv"))?;
    packer.write_all(&packed::pack(&packed::with_words(&words, &table)))?;
    packer.finish()?;
    Ok(())
}

/// jieba's own dictionary: it comes with the crate's source, so the repository holds no copy.
fn source(root: &Path) -> Result<PathBuf> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1"])
        .current_dir(root)
        .output()?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).map_err(|error| {
        format!(
            "cargo metadata: {error}: {}",
            String::from_utf8_lossy(&output.stderr)
        )
    })?;
    let manifest = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["name"] == "jieba-rs")
        .and_then(|package| package["manifest_path"].as_str())
        .ok_or("cargo metadata does not know jieba-rs")?;
    let file = Path::new(manifest)
        .with_file_name("src")
        .join("data/dict.txt");
    if file.is_file() {
        Ok(file)
    } else {
        Err(format!("{} is missing", file.display()).into())
    }
}
