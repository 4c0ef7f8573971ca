//! The findings of the texts beside the repository, held against what was read of them: how many of the
//! errors, and of the warnings, are right.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::Path;

use xushi::Analyzer;
use xushi::model::{Document, Severity};
use xushi::reading::Dictionary;

/// The least share that is right, of errors and of warnings.
const FLOORS: [(Severity, f64); 2] = [(Severity::Error, 0.95), (Severity::Warning, 0.85)];

/// The verdicts by rule and offset, a text each.
type Read = BTreeMap<(String, usize), String>;

/// What `tests/data/verdicts.tsv` says, by text.
fn verdicts() -> BTreeMap<&'static str, Read> {
    let rows = include_str!("data/verdicts.tsv").lines();
    let rows = rows.filter(|row| !row.starts_with('#')).skip(1);
    let mut texts: BTreeMap<&str, Read> = BTreeMap::new();
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        let [file, rule, offset, verdict] = cells[..] else {
            panic!("{row}");
        };
        let read = texts.entry(file).or_default();
        if !rule.is_empty() {
            let place = (rule.to_owned(), offset.parse().unwrap());
            read.insert(place, verdict.to_owned());
        }
    }
    texts
}

/// Where a place of the document's text stands in the source.
fn in_source(document: &Document, unit: usize) -> usize {
    let runs = &document.source_map;
    let at = runs.partition_point(|&(start, ..)| start <= unit);
    let (text, source, _) = runs[at - 1];
    source + unit - text
}

#[test]
fn findings_are_right() {
    let folder = Path::new("../shared/corpus");
    if !folder.is_dir() {
        return;
    }
    let analyzer = Analyzer::new(Dictionary::built_in().unwrap());
    let mut counts: BTreeMap<Severity, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (file, read) in verdicts() {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let analysis = analyzer.analyze(file, &bytes);
        for document in &analysis.unwrap().documents {
            for finding in &document.findings {
                let place = in_source(document, finding.span.start);
                let verdict = read.get(&(finding.rule.clone(), place));
                let (right, all) = counts.entry(finding.severity).or_default();
                *all += 1;
                // What nobody read counts as wrong.
                if verdict.is_some_and(|verdict| verdict == "true") {
                    *right += 1;
                } else if finding.severity != Severity::Info {
                    wrong.push(format!("{file}: {} {place} {verdict:?}", finding.rule));
                }
            }
        }
    }
    for (severity, floor) in FLOORS {
        let (right, all) = counts.get(&severity).copied().unwrap_or_default();
        println!("{severity:?}: {right} of {all} are right");
        assert!(
            right as f64 >= floor * all as f64,
            "{severity:?}: {right} of {all}\n{}",
            wrong.join("\n")
        );
    }
}
