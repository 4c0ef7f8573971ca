//! Clean texts that slips are planted into, and how a slip is found again.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use xushi::Analyzer;
use xushi::model::{Document, Heading, Span};
use xushi::reading::Dictionary;

/// A longer text is cut at the end of a paragraph, in characters.
const LONGEST: usize = 7_000;

/// The samples of the repository that are clean.
const SAMPLES: [&str; 5] = [
    "newspaper-page",
    "notice-with-owners",
    "provincial-work-report",
    "theory-journal",
    "website-speech",
];

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

/// A text with a slip in it.
pub struct Mutation {
    pub text: String,
    /// The slip with what stands around it.
    pub shown: String,
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

    /// The text with something else in a place.
    pub fn with(&self, range: Range<usize>, other: &str) -> Mutation {
        let (head, tail) = (&self.text[..range.start], &self.text[range.end..]);
        let before: Vec<char> = head.chars().rev().take(24).collect();
        let before: String = before.into_iter().rev().collect();
        let after: String = tail.chars().take(24).collect();
        let shown: String = other.chars().take(90).collect();
        Mutation {
            text: [head, other, tail].concat(),
            shown: format!("{before}⟦{shown}⟧{after}").replace('\n', "⏎"),
        }
    }

    /// Where paragraphs end that are long enough for a sentence more.
    pub fn paragraph_ends(&self) -> Vec<usize> {
        let blocks = self.document.blocks.iter().map(|block| block.span);
        blocks
            .filter(|span| span.end - span.start > 60 && self.words(*span).ends_with('。'))
            .map(|span| self.range(span).end)
            .collect()
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
    pub fn is_found(&self, rule: &str, mutation: &Mutation) -> bool {
        documents(&mutation.text)
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
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let samples = SAMPLES.map(|name| seeds.join(format!("{name}.txt")));
    let files = samples.iter().chain(more);
    files.filter_map(|file| Host::new(file)).collect()
}
