//! `dist/`: the page as a static host serves it, each file with smaller siblings for hosts that hand them
//! out.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use minijinja::context;

use super::templates::render;
use super::{DIST, strings};
use crate::Result;
use crate::files::{files, name, write};

/// Copies the page and the samples into `dist/`, and the pages that the build `made`, and takes out what is
/// no longer part of it.
pub fn build(made: Vec<(PathBuf, String)>) -> Result {
    let [zh, _] = strings::by_language()?;
    let mut parts: BTreeMap<PathBuf, Vec<u8>> = BTreeMap::new();
    for (file, html) in made {
        parts.insert(file, html.into_bytes());
    }
    for file in files("www", "") {
        let (place, name) = (Path::new(DIST).join(file.strip_prefix("www")?), name(&file));
        if name.ends_with(".html") {
            // `{{key}}` stands for a string in Chinese.
            let html = fs::read_to_string(&file)?;
            let template = html.replace("{{", "{{zh['").replace("}}", "']}}");
            let filled = render(&name, &template, context! { zh })?;
            parts.insert(place, filled.into_bytes());
        } else if !name.ends_with(".d.ts") && !name.starts_with('.') {
            // Types and hidden files are for developers.
            parts.insert(place, fs::read(&file)?);
        }
    }
    for file in files("seeds", ".txt") {
        parts.insert(Path::new(DIST).join(&file), fs::read(&file)?);
    }
    for (file, content) in &parts {
        put(file, content)?;
    }
    for file in files(DIST, "") {
        if !parts.contains_key(&file) && !parts.contains_key(&file.with_extension("")) {
            fs::remove_file(&file)?;
        }
    }
    Ok(())
}

/// Writes a file after its smaller siblings, unless it is there: compressing takes long, and an unchanged
/// file keeps its time, so that a server that goes by it sends nothing again.
pub fn put(file: &Path, content: &[u8]) -> Result {
    if fs::read(file).is_ok_and(|old| old == content) {
        return Ok(());
    }
    for (ending, smaller) in [("br", brotli(content)?), ("gz", gzip(content)?)] {
        let sibling = with_ending(file, ending);
        // A sibling that saves next to nothing is only another file.
        if smaller.len() * 10 < content.len() * 9 {
            write(&sibling, smaller)?;
        } else if sibling.exists() {
            fs::remove_file(sibling)?;
        }
    }
    write(file, content)
}

/// Bytes by gzip at its best.
fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(content)?;
    Ok(packer.finish()?)
}

/// Bytes by brotli's best quality, 11, with the window for it, 2²² bytes.
fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    packer.write_all(content)?;
    Ok(packer.into_inner())
}

/// `page.js` and `br` give `page.js.br`.
pub fn with_ending(file: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}.{ending}", file.display()))
}
