//! `cargo run --release --example structure -- FOLDER…`: what a layout should never make of a text, counted over
//! every file of the folders and named with its place. For each document:
//!
//! - `zero`: a claim of 0 where no 0 stands;
//! - `long`: a paragraph of more than 3,000 characters that the source divides;
//! - `title`: a title longer than 60 characters, or one that ends in a comma;
//! - `statement`: a numbered paragraph that ends in a full stop, heads nothing and is a heading.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use xushi::Analyzer;
use xushi::model::{BlockKind, Document, Heading, HeadingStyle};
use xushi::reading::Dictionary;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// The most characters of a paragraph, and of a title.
const PARAGRAPH: usize = 3000;
const TITLE: usize = 60;

fn main() -> Result {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    if folders.is_empty() {
        return Err("usage: structure FOLDER…".into());
    }
    let analyzer = Analyzer::new(Dictionary::built_in()?);
    let mut counts = [("zero", 0), ("long", 0), ("title", 0), ("statement", 0)];
    let (mut read, mut documents) = (0, 0);
    for file in folders
        .iter()
        .map(Path::new)
        .map(files)
        .collect::<Result<Vec<_>>>()?
        .concat()
    {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let bytes = fs::read(&file)?;
        let Ok(analysis) = analyzer.analyze(&name, &bytes) else {
            continue;
        };
        read += 1;
        documents += analysis.documents.len();
        let source = String::from_utf8_lossy(&bytes)
            .encode_utf16()
            .collect::<Vec<u16>>();
        for document in &analysis.documents {
            let text = Text::of(document);
            for (kind, what) in faults(document, &text, &source) {
                println!("{kind}\t{name}\t{what}");
                let count = counts.iter_mut().find(|(name, _)| *name == kind);
                count.into_iter().for_each(|(_, count)| *count += 1);
            }
        }
    }
    println!("{read} files, {documents} documents");
    counts
        .iter()
        .for_each(|(kind, count)| println!("{kind}\t{count}"));
    Ok(())
}

/// The files of a folder and of those in it, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.collect::<std::result::Result<Vec<_>, _>>()?;
    let mut paths: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// A document's text in UTF-16 code units, as its spans count.
struct Text(Vec<u16>);

impl Text {
    fn of(document: &Document) -> Self {
        Self(document.text.encode_utf16().collect())
    }

    fn at(&self, span: xushi::model::Span) -> String {
        String::from_utf16_lossy(&self.0[span.start..span.end])
    }
}

/// The faults of a document, each with the words that show it.
fn faults(document: &Document, text: &Text, source: &[u16]) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for claim in &document.claims {
        let zero = ['0', '０', '零', '〇'];
        if claim.value == 0.0 && !claim.text.contains(zero) {
            found.push(("zero", claim.text.clone()));
        }
    }
    for block in document
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph)
    {
        let divided = |at: &usize| {
            let line_end = u16::from(b'\n');
            source.get(*at) == Some(&line_end)
        };
        let length = block.span.end - block.span.start;
        let runs = document
            .source_map
            .iter()
            .filter(|(at, _, _)| (block.span.start..block.span.end).contains(at));
        let starts: Vec<usize> = runs.map(|(_, start, _)| *start).collect();
        let divisions = starts
            .iter()
            .filter(|start| start.checked_sub(1).is_some_and(|at| divided(&at)));
        if length > PARAGRAPH && divisions.count() > 1 {
            found.push(("long", text.at(block.span).chars().take(30).collect()));
        }
    }
    if let Some(title) = &document.title
        && (title.chars().count() > TITLE || title.ends_with(['，', ',']))
    {
        found.push(("title", title.clone()));
    }
    statements(document, text, &document.outline, &mut found);
    found
}

/// The headings that are statements: their block ends in a full stop, and the next is no text of theirs.
fn statements(
    document: &Document,
    text: &Text,
    headings: &[Heading],
    found: &mut Vec<(&'static str, String)>,
) {
    for heading in headings {
        let inline = matches!(
            heading.style,
            HeadingStyle::Inline | HeadingStyle::Dash | HeadingStyle::Plain
        );
        let at = document.blocks.iter().position(|block| {
            block.span.start <= heading.span.start && heading.span.start < block.span.end
        });
        if let Some(at) = at.filter(|_| !inline) {
            let words = text.at(document.blocks[at].span);
            // A heading may run into its text: 1.目标：…
            let whole = heading.title.chars().count() * 10 > words.chars().count() * 8;
            let ends = whole && words.ends_with('。') && words.matches('。').count() == 1;
            let begins = document.blocks[at].span.start == heading.span.start;
            let next = document.blocks.get(at + 1);
            let heads = !heading.children.is_empty()
                || next.is_some_and(|next| next.kind == BlockKind::Paragraph);
            let is_article = words.starts_with('第') && words.contains('条');
            if ends && begins && !is_article && !heads {
                found.push(("statement", words.chars().take(40).collect()));
            }
        }
        statements(document, text, &heading.children, found);
    }
}
