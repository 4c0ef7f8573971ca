//! Two texts beside each other, over whole texts: differences planted into a copy of a sample, and national reports of
//! consecutive years judged by a reader.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use xushi::compare::Asked;
use xushi::model::{ComparisonKind, Span, TextComparison};
use xushi::reading::Dictionary;
use xushi::{Analyzer, Opened};

fn opened<'a>(name: &'a str, text: &'a str) -> Opened<'a> {
    Opened {
        name,
        bytes: text.as_bytes(),
        kept: &[],
        stated: Vec::new(),
        document: 0,
    }
}

fn promises(analyzer: &Analyzer, one: (&str, &str), other: (&str, &str)) -> TextComparison {
    let asked = Asked {
        kind: Some(ComparisonKind::Promise),
        as_given: true,
    };
    let [one, other] = [one, other].map(|(name, text)| opened(name, text));
    analyzer.compare(one, other, asked).unwrap()
}

/// A value's name in JSON.
fn name(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap();
    value.as_str().unwrap().to_owned()
}

/// The rows of a table, its comments left out.
fn rows(table: &str) -> Vec<Vec<&str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect()).collect()
}

/// Plants rows into a copy of a text, and gives those that are told wrong.
fn planted(analyzer: &Analyzer, sample: &str, rows: &[&Vec<&str>]) -> Vec<String> {
    let mut copy = sample.to_owned();
    for row in rows {
        assert_eq!(copy.matches(row[0]).count(), 1, "{}", row[0]);
        copy = copy.replace(row[0], row[1]);
    }
    let comparison = promises(analyzer, ("a.txt", sample), ("b.txt", &copy));
    let analysis = analyzer.analyze("a.txt", sample.as_bytes()).unwrap();
    let text = &analysis.documents[0].text;
    let mut wrong = Vec::new();
    for row in rows {
        let at = text.find(row[0]).unwrap();
        let start = text[..at].encode_utf16().count();
        let place = Span::new(start, start + row[0].encode_utf16().count());
        let within = |span: Span| place.covers(span);
        let mut told = comparison.targets.iter();
        let told = told.find(|row| row.first.as_ref().is_some_and(|first| within(first.span)));
        let changes = told.map(|told| told.changes.iter().map(name).collect::<Vec<_>>());
        if changes.as_deref() != Some(&[row[2].to_owned()]) {
            wrong.push(format!("{} is told as {changes:?}: {}", row[2], row[1]));
        }
    }
    wrong
}

#[test]
fn planted_changes_of_targets_are_told() {
    let analyzer = Analyzer::new(Dictionary::built_in().unwrap());
    let sample = fs::read_to_string("seeds/provincial-work-report.txt").unwrap();
    let table = fs::read_to_string("tests/data/planted-targets.tsv").unwrap();
    let rows = rows(&table);
    assert_eq!(rows.len(), 60);
    // A date in a sentence dates what follows, too: each has a copy of its own.
    let (moved, rest): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row[2] == "moved");
    let mut wrong = planted(&analyzer, &sample, &rest);
    for row in moved {
        wrong.extend(planted(&analyzer, &sample, &[row]));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the verdicts must come to over all pairs: of those that tell of a result how many are right, and of those that a
/// reader finds how many are told: what is reached at least, where 0.93 and 0.85 are wanted.
const PRECISION: f64 = 0.94;
const RECALL: f64 = 0.87;

#[test]
fn results_of_consecutive_reports_are_those_that_a_reader_finds() {
    let folder = Path::new("../shared/corpus/national");
    let table = fs::read_to_string("tests/data/promise-results.tsv").unwrap();
    let mut pairs: BTreeMap<(&str, &str), BTreeMap<usize, &str>> = BTreeMap::new();
    let labelled = rows(&table);
    for row in &labelled {
        let labels = pairs.entry((row[0], row[1])).or_default();
        labels.insert(row[2].parse().unwrap(), row[3]);
    }
    let analyzer = Analyzer::new(Dictionary::built_in().unwrap());
    let (mut told, mut right, mut wanted) = (0_u32, 0_u32, 0_u32);
    let found = |outcome: &str| outcome != "unmentioned";
    for ((first, second), labels) in &pairs {
        let read = |name: &str| fs::read_to_string(folder.join(name));
        let (Ok(one), Ok(other)) = (read(first), read(second)) else {
            println!("{first} or {second} is not here");
            return;
        };
        let comparison = promises(&analyzer, (first, &one), (second, &other));
        wanted += labels.values().filter(|label| found(label)).count() as u32;
        for row in &comparison.results {
            // A figure that is no target of the year to a reader has no label.
            let Some(label) = labels.get(&row.target.span.start) else {
                continue;
            };
            let outcome = name(&row.outcome);
            told += u32::from(found(&outcome));
            right += u32::from(outcome == *label && found(label));
            if outcome != *label {
                let place = row.target.span.start;
                println!("{first} {place}: {outcome} for {label}: {}", row.indicator);
            }
        }
    }
    let share = |of: u32| f64::from(right) / f64::from(of);
    println!("precision {:.3}, recall {:.3}", share(told), share(wanted));
    assert!(share(told) >= PRECISION && share(wanted) >= RECALL);
}
