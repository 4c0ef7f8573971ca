//! Clean texts that slips are planted into, and how a slip is found again.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use xushi::Analyzer;
use xushi::model::{Document, Heading, Span};
use xushi::reading::Dictionary;

use crate::clean::sample;
use crate::rows::rows;

/// A longer text is cut at the end of a paragraph, in characters.
const LONGEST: usize = 7_000;

/// A clean text with its analysis. All its characters take one UTF-16 code unit, so that the spans
/// of its document count characters; what stands in it is named by ranges of bytes.
pub struct Host {
    pub name: String,
    pub text: String,
    pub document: Document,
    /// Where each character begins, and the end.
    bytes: Vec<usize>,
    known: BTreeSet<(String, String)>,
}

impl Host {
    fn new(file: &Path) -> Option<Self> {
        let first = largest(&fs::read_to_string(file).ok()?)?;
        let mut cut: String = first.text.chars().take(LONGEST).collect();
        if cut.len() < first.text.len() {
            cut.truncate(cut.rfind('\n')?);
        }
        let document = largest(&cut)?;
        let text = document.text.clone();
        let places = text.char_indices().map(|(at, _)| at);
        let bytes: Vec<usize> = places.chain([text.len()]).collect();
        if text.chars().any(|c| c.len_utf16() != 1) || bytes.len() < 300 {
            return None;
        }
        Some(Self {
            name: file.file_stem()?.to_string_lossy().into_owned(),
            known: seen(&document),
            text,
            document,
            bytes,
        })
    }

    /// A stretch of characters as one of bytes; what lies behind the end is the end.
    pub fn range(&self, span: Span) -> Range<usize> {
        let byte = |at: usize| self.bytes[at.min(self.bytes.len() - 1)];
        byte(span.start)..byte(span.end)
    }

    pub fn words(&self, span: Span) -> &str {
        &self.text[self.range(span)]
    }

    /// How many characters the text has.
    pub fn length(&self) -> usize {
        self.bytes.len() - 1
    }

    /// The year that the text dates itself by.
    pub fn year(&self) -> Option<i32> {
        let date = self.document.metadata.date.as_ref()?;
        date.value.get(..4)?.parse().ok()
    }

    /// The headings of the tree, parents before children, each with its children.
    pub fn headings(&self) -> Vec<&Heading> {
        fn walk<'a>(headings: &'a [Heading], all: &mut Vec<&'a Heading>) {
            for heading in headings {
                all.push(heading);
                walk(&heading.children, all);
            }
        }
        let mut all = Vec::new();
        walk(&self.document.outline, &mut all);
        all
    }

    /// Whether the rule says something of the text with a slip that it does not say without.
    pub fn is_found(&self, rule: &str, text: &str) -> bool {
        documents(text)
            .iter()
            .flat_map(seen)
            .any(|finding| finding.0 == rule && !self.known.contains(&finding))
    }
}

/// The rules' findings, each with the words that it covers and a few around them.
fn seen(document: &Document) -> BTreeSet<(String, String)> {
    let units: Vec<u16> = document.text.encode_utf16().collect();
    let words = |span: Span| {
        let (start, end) = (span.start.saturating_sub(6), span.end + 6);
        String::from_utf16_lossy(&units[start..end.min(units.len())])
    };
    let findings = document.findings.iter();
    findings
        .map(|finding| (finding.rule.clone(), words(finding.span)))
        .collect()
}

fn documents(text: &str) -> Vec<Document> {
    Analyzer::new(Dictionary::built_in().unwrap())
        .analyze("host.txt", text.as_bytes())
        .map_or(Vec::new(), |analysis| analysis.documents)
}

fn largest(text: &str) -> Option<Document> {
    let documents = documents(text).into_iter();
    documents.max_by_key(|document| document.text.len())
}

/// The samples of the repository, and more.
pub fn hosts(more: &[PathBuf]) -> Vec<Host> {
    let samples = rows("samples").into_iter();
    let samples = samples.map(|row| sample(row.get("file")));
    let files: Vec<PathBuf> = samples.chain(more.iter().cloned()).collect();
    files.iter().filter_map(|file| Host::new(file)).collect()
}

pub fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}
