//! Smaller siblings of files, for hosts that hand them out.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::Result;
use crate::project::Project;
use crate::stamp::{fingerprint, write};

/// The endings of files that get smaller; the dictionary is compressed already.
const ENDINGS: [&str; 9] = [
    "html",
    "css",
    "js",
    "mjs",
    "json",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
];

/// Brotli's best quality and its window for it.
const QUALITY: u32 = 11;
const WINDOW: u32 = 22;

/// The siblings of a file: `(ending, content)`. What was compressed once is kept under
/// `target/xtask/compressed` by its fingerprint.
///
/// # Errors
///
/// Where the files cannot be read or written.
pub fn siblings(
    project: &Project,
    file: &Path,
    content: &[u8],
) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let is_compressible = file
        .extension()
        .is_some_and(|end| ENDINGS.iter().any(|known| end == *known));
    if !is_compressible {
        return Ok(Vec::new());
    }
    let kept = project
        .path("target/xtask/compressed")
        .join(fingerprint(content));
    let mut siblings = Vec::new();
    for (ending, compress) in [("br", brotli as fn(&[u8]) -> _), ("gz", gzip)] {
        let kept = kept.with_extension(ending);
        let smaller = if let Ok(smaller) = fs::read(&kept) {
            smaller
        } else {
            let smaller = compress(content)?;
            write(&kept, &smaller)?;
            smaller
        };
        // A sibling that saves nothing is only another file.
        if smaller.len() < content.len() {
            siblings.push((ending, smaller));
        }
    }
    Ok(siblings)
}

/// Bytes by gzip at its best, with no name or time in them.
///
/// # Errors
///
/// None in practice: the bytes go to memory.
pub fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(content)?;
    Ok(packer.finish()?)
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, QUALITY, WINDOW);
    packer.write_all(content)?;
    Ok(packer.into_inner())
}
