//! `dist/`: the page as a static host serves it, each file with smaller siblings for hosts that hand them
//! out.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use minijinja::context;

use super::strings;
use super::templates::render;
use crate::Result;
use crate::files::{files_under, seeds, write};
use crate::project::Project;

/// Copies the page into `dist/`, and the pages that the build `made`, and takes out what is no longer part
/// of it. Gives the folder.
pub fn build(project: &Project, made: Vec<(PathBuf, String)>) -> Result<PathBuf> {
    let (www, dist) = (project.path("www"), project.path("dist"));
    let strings = strings::read(project)?;
    let zh: BTreeMap<_, _> = strings.iter().map(|(key, both)| (key, &both.0)).collect();
    let mut parts: BTreeMap<PathBuf, Vec<u8>> = made
        .into_iter()
        .map(|(name, html)| (dist.join(name), html.into_bytes()))
        .collect();
    for file in files_under(&www)? {
        let name = file.strip_prefix(&www)?;
        let said = file.file_name().unwrap_or_default().to_string_lossy();
        if said.ends_with(".html") {
            // `{{key}}` stands for a string in Chinese.
            let html = fs::read_to_string(&file)?;
            let template = html.replace("{{", "{{zh['").replace("}}", "']}}");
            let filled = render(&said, &template, context! { zh })?;
            parts.insert(dist.join(name), filled.into_bytes());
        } else if !said.ends_with(".d.ts") && !said.starts_with('.') {
            // Types and hidden files are for developers.
            parts.insert(dist.join(name), fs::read(&file)?);
        }
    }
    for file in seeds(project)? {
        parts.insert(
            dist.join(file.strip_prefix(&project.root)?),
            fs::read(&file)?,
        );
    }
    for (file, content) in &parts {
        put(file, content)?;
    }
    for file in files_under(&dist)? {
        if !parts.contains_key(&file) && !parts.contains_key(&file.with_extension("")) {
            fs::remove_file(&file)?;
        }
    }
    Ok(dist)
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
