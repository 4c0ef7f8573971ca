//! A sample says the same in whatever kind of file it comes: the files of `crates/formats/tests/fixtures`, which its
//! example `fixtures` writes, are analysed as the sample's own text is.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use xushi::Analyzer;
use xushi::layout::StatedParagraph;
use xushi::model::{Analysis, Claim, Document, Finding, Heading, Span, Task};
use xushi::reading::Dictionary;
use xushi_formats::{Limits, read};

/// What is the same in every kind: each a list of lines.
struct Told {
    documents: Vec<String>,
    headings: Vec<String>,
    claims: Vec<String>,
    tasks: Vec<String>,
    findings: Vec<String>,
}

fn told(analysis: &Analysis) -> Told {
    let documents = &analysis.documents;
    let all = |tell: &dyn Fn(&Document) -> Vec<String>| documents.iter().flat_map(tell).collect();
    Told {
        documents: all(&|it| vec![format!("{:?} {:?}", it.kind, it.title)]),
        headings: all(&|it| it.outline.iter().flat_map(heading).collect()),
        claims: all(&|it| it.claims.iter().map(claim).collect()),
        tasks: all(&|it| it.tasks.iter().map(task).collect()),
        findings: all(&|it| {
            let units: Vec<u16> = it.text.encode_utf16().collect();
            it.findings
                .iter()
                .map(|found| finding(found, &units))
                .collect()
        }),
    }
}

fn heading(heading: &Heading) -> Vec<String> {
    let own = format!("{} {:?} {}", heading.level, heading.style, heading.title);
    let below = heading.children.iter().flat_map(self::heading);
    std::iter::once(own).chain(below).collect()
}

fn claim(claim: &Claim) -> String {
    format!(
        "{} {} {:?} {:?} {:?} {:?} {} {:?} {:?} {:?}",
        claim.text,
        claim.value,
        claim.value_max,
        claim.unit,
        claim.bound,
        claim.measure,
        claim.indicator,
        claim.status,
        claim.period,
        claim.section
    )
}

fn task(task: &Task) -> String {
    let owners: Vec<_> = task
        .owners
        .iter()
        .map(|owner| (&owner.name, owner.role))
        .collect();
    let deadlines: Vec<_> = task.deadlines.iter().map(|it| it.told()).collect();
    format!(
        "{} {owners:?} {deadlines:?} {:?} {:?}",
        task.action, task.missing, task.section
    )
}

fn finding(finding: &Finding, text: &[u16]) -> String {
    let words = String::from_utf16_lossy(&text[finding.span.start..finding.span.end]);
    format!("{} {words} {}", finding.rule, finding.message)
}

/// What only one of two lists has, and how many both have.
fn difference(one: &[String], other: &[String]) -> (Vec<String>, usize) {
    let mut counts: HashMap<&String, i64> = HashMap::new();
    one.iter()
        .for_each(|line| *counts.entry(line).or_default() -= 1);
    other
        .iter()
        .for_each(|line| *counts.entry(line).or_default() += 1);
    let mut only = Vec::new();
    for (line, count) in counts {
        let sign = if count < 0 { '-' } else { '+' };
        only.extend((0..count.abs()).map(|_| format!("{sign} {line}")));
    }
    only.sort_by(|one, other| one[2..].cmp(&other[2..]));
    let missed = only.iter().filter(|line| line.starts_with('-')).count();
    (only, one.len() - missed)
}

/// Where a file says other things than the text; `share` is how many of its claims and tasks are the same at least.
fn compare(name: &str, text: &Told, file: &Told, share: f64, wrong: &mut Vec<String>) {
    let pairs = [
        ("documents", &text.documents, &file.documents, 1.0),
        ("headings", &text.headings, &file.headings, 1.0),
        ("claims", &text.claims, &file.claims, share),
        ("tasks", &text.tasks, &file.tasks, share),
        ("findings", &text.findings, &file.findings, 1.0),
    ];
    for (what, text, file, share) in pairs {
        let (only, same) = difference(text, file);
        let most = text.len().max(file.len());
        if (same as f64) < share * most as f64 {
            wrong.push(format!(
                "{name}: {what}, {same} of {most} are the same\n  {}",
                only.join("\n  ")
            ));
        }
    }
}

#[test]
fn a_sample_says_the_same_in_every_kind_of_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let analyzer = Analyzer::new(Dictionary::built_in().unwrap());
    let mut wrong = Vec::new();
    let mut files = 0;
    for entry in fs::read_dir(root.join("seeds")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = told(&analyzer.analyze(&name, &fs::read(&path).unwrap()).unwrap());
        for ending in ["docx", "doc", "odt", "rtf", "html", "pdf", "ofd"] {
            let file = format!("{name}.{ending}");
            let folder = root.join("crates/formats/tests/fixtures");
            let bytes = fs::read(folder.join(&file)).unwrap();
            let office = read(&bytes, &Limits::default()).unwrap();
            let stated = office.paragraphs().into_iter();
            let stated = stated.map(|(span, heading)| StatedParagraph {
                span: Span::new(span.start, span.end),
                heading,
            });
            let analysis = analyzer
                .analyze_stated(
                    &file,
                    office.text.as_bytes(),
                    &[],
                    stated.collect(),
                    &mut |_| (),
                )
                .unwrap();
            let share = if ending == "pdf" { 0.98 } else { 1.0 };
            compare(&file, &text, &told(&analysis), share, &mut wrong);
            files += 1;
        }
    }
    assert_eq!(files, 56);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
