//! Clean texts that slips are planted into, and how a slip is found again.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use xushi::Analyzer;
use xushi::model::{Document, Heading, Span};
use xushi::reading::Dictionary;

use crate::random::Random;

/// A longer text is cut at the end of a paragraph, in characters.
const LONGEST: usize = 7_000;

/// A clean text with its analysis. All its characters take one UTF-16 code unit, so that spans
/// count characters.
pub struct Host {
    pub name: String,
    pub characters: Vec<char>,
    pub document: Document,
    known: BTreeSet<(String, String)>,
}

/// A text with a slip in it.
pub struct Mutation {
    pub text: String,
    /// The slip with what stands around it.
    pub shown: String,
}

impl Host {
    fn new(name: String, text: &str) -> Option<Self> {
        let first = largest(text)?;
        let mut cut: String = first.text.chars().take(LONGEST).collect();
        if cut.len() < first.text.len() {
            cut.truncate(cut.rfind('\n')?);
        }
        let document = largest(&cut)?;
        let characters: Vec<char> = document.text.chars().collect();
        if characters.iter().any(|c| c.len_utf16() != 1) || characters.len() < 300 {
            return None;
        }
        let known = seen(&document);
        Some(Self {
            name,
            characters,
            document,
            known,
        })
    }

    /// The words of a stretch.
    pub fn words(&self, span: Span) -> String {
        self.characters[span.start..span.end].iter().collect()
    }

    /// The words from `start` on, at most `count` characters.
    pub fn from(&self, start: usize, count: usize) -> String {
        self.characters[start..].iter().take(count).collect()
    }

    /// Where words stand, in characters.
    pub fn places(&self, words: &str) -> Vec<usize> {
        let words: Vec<char> = words.chars().collect();
        (0..self.characters.len().saturating_sub(words.len()))
            .filter(|&at| self.characters[at..].starts_with(&words))
            .collect()
    }

    /// The text with something else in a place.
    pub fn with(&self, span: Span, other: &str) -> Mutation {
        let head = &self.characters[..span.start];
        let tail = &self.characters[span.end..];
        let text = head.iter().collect::<String>() + other + &tail.iter().collect::<String>();
        let before: String = head[head.len().saturating_sub(24)..].iter().collect();
        let after: String = tail.iter().take(24).collect();
        let other: String = other.chars().take(90).collect();
        let shown = format!("{before}⟦{other}⟧{after}").replace('\n', "⏎");
        Mutation { text, shown }
    }

    /// A sentence more, at the end of some paragraph.
    pub fn with_sentence(&self, random: &mut Random, sentence: &str) -> Option<Mutation> {
        let ends: Vec<usize> = self
            .document
            .blocks
            .iter()
            .filter(|block| block.span.end - block.span.start > 60)
            .map(|block| block.span.end)
            .filter(|&end| self.characters[end - 1] == '。')
            .collect();
        let end = *pick(random, &ends)?;
        Some(self.with(Span::new(end, end), sentence))
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

    /// The groups of headings that stand beside one another.
    pub fn groups(&self) -> Vec<&[Heading]> {
        let mut groups = vec![&self.document.outline[..]];
        for heading in self.headings() {
            groups.push(&heading.children[..]);
        }
        groups.retain(|group| group.len() > 1);
        groups
    }

    /// Whether the rule says something of the text with a slip that it does not say without.
    pub fn is_found(&self, rule: &str, mutation: &Mutation) -> bool {
        let Ok(analysis) = Analyzer::new(Dictionary::built_in().unwrap())
            .analyze("slip.txt", mutation.text.as_bytes())
        else {
            return false;
        };
        analysis
            .documents
            .iter()
            .flat_map(seen)
            .any(|finding| finding.0 == rule && !self.known.contains(&finding))
    }
}

/// The rules' findings, each with the words that it covers and a few around them.
fn seen(document: &Document) -> BTreeSet<(String, String)> {
    let units: Vec<u16> = document.text.encode_utf16().collect();
    document
        .findings
        .iter()
        .map(|finding| {
            let start = finding.span.start.saturating_sub(6);
            let end = units.len().min(finding.span.end + 6);
            (
                finding.rule.clone(),
                String::from_utf16_lossy(&units[start..end]),
            )
        })
        .collect()
}

fn largest(text: &str) -> Option<Document> {
    Analyzer::new(Dictionary::built_in().unwrap())
        .analyze("host.txt", text.as_bytes())
        .ok()?
        .documents
        .into_iter()
        .max_by_key(|document| document.text.len())
}

/// One of several, if there are any.
pub fn pick<'a, T>(random: &mut Random, from: &'a [T]) -> Option<&'a T> {
    (!from.is_empty()).then(|| random.pick(from))
}

/// The samples of the repository that are clean, and the reports that lie beside it, where they do.
pub fn hosts() -> Vec<Host> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = [
        "newspaper-page",
        "notice-with-owners",
        "provincial-work-report",
        "theory-journal",
        "website-speech",
    ]
    .iter()
    .map(|name| root.join("seeds").join(format!("{name}.txt")))
    .collect();
    let alone = std::env::var("XUSHI_MUTATIONS_ALONE").is_ok();
    let beside = fs::read_dir(root.join("../shared/corpus/national"));
    if let Ok(reports) = beside
        && !alone
    {
        let mut reports: Vec<PathBuf> = reports
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        reports.sort();
        files.extend(reports);
    }
    files
        .iter()
        .filter_map(|file| {
            let name = file.file_stem()?.to_string_lossy().into_owned();
            Host::new(name, &fs::read_to_string(file).ok()?)
        })
        .collect()
}
