//! `dist/`: the page as a static host serves it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::compress::siblings;
use super::samples;
use super::strings::{self, Strings};
use crate::Result;
use crate::project::Project;
use crate::stamp::{files_under, write};

/// A page of text made by the build: its address and what stands in it.
type Made = (PathBuf, String);

/// Copies the page into `dist/`, and what the build `made`, each file with its smaller siblings, and
/// takes out what is no longer part of it. Gives the folder.
pub fn build(project: &Project, made: &[Made]) -> Result<PathBuf> {
    let www = project.path("www");
    let strings = strings::read(project)?;
    let mut dist = Dist::new(project);
    for file in files_under(&www)? {
        let relative = file.strip_prefix(&www)?;
        if !is_part_of_the_page(relative) {
            continue;
        }
        let mut content = fs::read(&file)?;
        if relative.extension().is_some_and(|end| end == "html") {
            let filled = fill(&String::from_utf8(content)?, &strings)
                .map_err(|error| format!("{}: {error}", file.display()))?;
            content = filled.into_bytes();
        }
        dist.put(relative, &content)?;
    }
    for file in samples::seeds(project)? {
        let name = file.file_name().unwrap_or_default();
        dist.put(&Path::new("seeds").join(name), &fs::read(&file)?)?;
    }
    dist.put_made(made)?;
    for file in files_under(&dist.folder)? {
        if !dist.kept.contains(&file) {
            fs::remove_file(&file)?;
        }
    }
    Ok(dist.folder)
}

/// Writes only what the build `made`.
pub fn renew(project: &Project, made: &[Made]) -> Result<PathBuf> {
    let mut dist = Dist::new(project);
    dist.put_made(made)?;
    Ok(dist.folder)
}

/// The folder, as it is filled.
struct Dist<'a> {
    project: &'a Project,
    folder: PathBuf,
    /// The files that belong to it.
    kept: BTreeSet<PathBuf>,
}

impl<'a> Dist<'a> {
    fn new(project: &'a Project) -> Self {
        Self {
            project,
            folder: project.path("dist"),
            kept: BTreeSet::new(),
        }
    }

    /// Writes a file and its smaller siblings.
    fn put(&mut self, relative: &Path, content: &[u8]) -> Result {
        let target = self.folder.join(relative);
        for (ending, smaller) in siblings(self.project, relative, content)? {
            let sibling = with_ending(&target, ending);
            write_if_changed(&sibling, &smaller)?;
            self.kept.insert(sibling);
        }
        write_if_changed(&target, content)?;
        self.kept.insert(target);
        Ok(())
    }

    fn put_made(&mut self, made: &[Made]) -> Result {
        for (relative, content) in made {
            self.put(relative, content.as_bytes())?;
        }
        Ok(())
    }
}

/// Types, notes and hidden files are for developers.
fn is_part_of_the_page(relative: &Path) -> bool {
    let name = relative.file_name().unwrap_or_default().to_string_lossy();
    let is_hidden = relative
        .components()
        .any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
    let is_for_developers = name.ends_with(".d.ts")
        || name.ends_with(".md")
        || name.ends_with(".test.mjs")
        || matches!(&*name, "package.json" | "tsconfig.json");
    !is_hidden && !is_for_developers
}

/// Puts the Chinese strings in the place of `{{key}}`.
fn fill(html: &str, strings: &Strings) -> Result<String> {
    let mut filled = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("{{") {
        let (key, tail) = after.split_once("}}").ok_or("a {{ that is never closed")?;
        let (zh, _) = strings
            .get(key.trim())
            .ok_or_else(|| format!("there is no string {:?} in data/strings", key.trim()))?;
        filled.push_str(before);
        filled.push_str(&escape(zh));
        rest = tail;
    }
    filled.push_str(rest);
    Ok(filled)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// An unchanged file keeps its time, so that a server that goes by it sends nothing again.
fn write_if_changed(file: &Path, content: &[u8]) -> Result {
    if fs::read(file).is_ok_and(|old| old == content) {
        return Ok(());
    }
    write(file, content)
}

/// `page.js` and `br` give `page.js.br`.
pub fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// What a file weighs on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weight {
    /// Its address, from the page.
    pub file: String,
    /// Bytes as they are.
    pub plain: u64,
    /// Bytes by brotli, or as they are where that saves nothing.
    pub brotli: u64,
    /// Bytes by gzip, or as they are.
    pub gzip: u64,
}

/// The weight of each file of `dist/`; its siblings, the samples and the pages about the rules, which
/// are opened on their own, left out.
///
/// # Errors
///
/// Where the folder cannot be read.
pub fn weigh(dist: &Path) -> Result<Vec<Weight>> {
    let size = |file: &Path| fs::metadata(file).map(|data| data.len());
    let mut weights = Vec::new();
    for file in files_under(dist)? {
        let relative = file.strip_prefix(dist)?;
        // The dictionary ends in .gz and is no sibling: there is no plain form beside it.
        let is_sibling = file
            .extension()
            .is_some_and(|end| end == "br" || end == "gz")
            && file.with_extension("").is_file();
        if is_sibling || relative.starts_with("seeds") || relative.starts_with("rules") {
            continue;
        }
        let plain = size(&file)?;
        weights.push(Weight {
            file: relative.to_string_lossy().into_owned(),
            plain,
            brotli: size(&with_ending(&file, "br")).unwrap_or(plain),
            gzip: size(&with_ending(&file, "gz")).unwrap_or(plain),
        });
    }
    Ok(weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings() -> Strings {
        let pair = |zh: &str| (zh.to_owned(), String::new());
        Strings::from([
            ("page.title".to_owned(), pair("虚实")),
            ("page.risky".to_owned(), pair("<b>\"A&B\"</b>")),
        ])
    }

    #[test]
    fn keys_become_chinese_and_nothing_in_them_becomes_markup() -> Result {
        let html = "<title>{{page.title}}</title><p title=\"{{ page.risky }}\">{1}</p>";
        assert_eq!(
            fill(html, &strings())?,
            "<title>虚实</title><p title=\"&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;\">{1}</p>"
        );
        Ok(())
    }

    #[test]
    fn an_unknown_key_stops_the_build() {
        assert!(fill("{{no.such}}", &strings()).is_err());
        assert!(fill("{{page.title", &strings()).is_err());
    }

    #[test]
    fn what_developers_need_is_no_part_of_the_page() {
        for file in [
            "index.html",
            "generated/wasm/xushi.js",
            "style/base.css",
            "favicon.svg",
        ] {
            assert!(is_part_of_the_page(Path::new(file)), "{file}");
        }
        for file in [
            "types.d.ts",
            "README.md",
            ".gitignore",
            "generated/wasm/.gitignore",
        ] {
            assert!(!is_part_of_the_page(Path::new(file)), "{file}");
        }
    }
}
