//! The analysis of each sample under `seeds/`, told in lines that a person can read and judge.
//!
//! A snapshot is read before it is accepted: `INSTA_UPDATE=always cargo test --test samples`, then
//! `git diff tests/snapshots`.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fmt::Write as _;

use xushi::Analyzer;
use xushi::model::{Analysis, Document, Heading, TermKind};
use xushi::reading::Dictionary;

/// A value's name in JSON.
fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .unwrap()
        .as_str()
        .unwrap_or("-")
        .to_owned()
}

fn tell(analysis: &Analysis) -> String {
    let mut told = String::new();
    for warning in &analysis.source.warnings {
        writeln!(told, "warning {}", name(&warning.code)).unwrap();
    }
    for document in &analysis.documents {
        tell_document(document, &mut told);
    }
    told
}

fn tell_document(document: &Document, told: &mut String) {
    tell_head(document, told);
    writeln!(told, "\noutline").unwrap();
    document
        .outline
        .iter()
        .for_each(|heading| tell_heading(heading, told));
    writeln!(told, "\nclaims").unwrap();
    tell_claims(document, told);
    writeln!(told, "\ntasks").unwrap();
    tell_tasks(document, told);
    writeln!(told, "\nfindings").unwrap();
    for finding in &document.findings {
        let severity = name(&finding.severity);
        writeln!(told, "{severity} {} · {}", finding.rule, finding.message).unwrap();
    }
    writeln!(told, "\nterms").unwrap();
    tell_terms(document, told);
    tell_ladder(document, told);
}

/// Kind and title, what the text says of itself, what was set aside.
fn tell_head(document: &Document, told: &mut String) {
    let metadata = &document.metadata;
    let title = document.title.as_deref().unwrap_or("-");
    writeln!(told, "━━ {} · {title}", name(&document.kind)).unwrap();
    for author in &metadata.authors {
        let post = [&author.organisation, &author.role]
            .map(|part| part.clone().unwrap_or_default())
            .concat();
        writeln!(told, "author {} {post}", author.name).unwrap();
    }
    if let Some(date) = &metadata.date {
        writeln!(told, "date {}", date.value).unwrap();
    }
    for (what, stated) in [
        ("occasion", &metadata.occasion),
        ("addressee", &metadata.addressee),
        ("issuer", &metadata.issuer),
        ("document number", &metadata.document_number),
        ("index number", &metadata.index_number),
    ] {
        if let Some(stated) = stated {
            writeln!(told, "{what} {}", stated.value).unwrap();
        }
    }
    for aside in &document.set_aside {
        let words = aside.text.replace('\n', "⏎");
        writeln!(told, "set aside {}: {words}", name(&aside.kind)).unwrap();
    }
}

fn tell_claims(document: &Document, told: &mut String) {
    for claim in &document.claims {
        let most = claim.value_max.map(|max| format!("..{max}"));
        writeln!(
            told,
            "{} = {}{} {} · {} {} {} {} · {}",
            claim.text,
            claim.value,
            most.unwrap_or_default(),
            claim.unit.as_deref().unwrap_or("-"),
            name(&claim.bound),
            name(&claim.measure),
            name(&claim.status),
            claim.period.as_deref().unwrap_or("-"),
            claim.indicator,
        )
        .unwrap();
    }
}

fn tell_tasks(document: &Document, told: &mut String) {
    for task in &document.tasks {
        let action: String = task.action.chars().take(40).collect();
        let owners = task.owners.iter();
        let owners = owners.map(|owner| format!("{} {}", owner.name, name(&owner.role)));
        let deadlines = task.deadlines.iter().map(|deadline| deadline.told());
        let missing: Vec<String> = task.missing.iter().map(name).collect();
        writeln!(
            told,
            "{action} · owners {:?} · deadlines {:?} · claims {} · missing {}",
            owners.collect::<Vec<_>>(),
            deadlines.collect::<Vec<_>>(),
            task.claims.len(),
            missing.join(" "),
        )
        .unwrap();
    }
}

fn tell_terms(document: &Document, told: &mut String) {
    for kind in [TermKind::SetPhrase, TermKind::Slogan, TermKind::StockPhrase] {
        let terms = document.terms.iter().filter(|term| term.kind == kind);
        let terms: Vec<String> = terms
            .map(|term| format!("{}×{}", term.text, term.occurrences.len()))
            .collect();
        writeln!(told, "{}: {}", name(&kind), terms.join(" ")).unwrap();
    }
}

fn tell_ladder(document: &Document, told: &mut String) {
    let steps = ["measurable", "concrete", "formulaic", "general"].map(|step| {
        let sentences = document.sentences.iter();
        let count = sentences.filter(|sentence| name(&sentence.ladder) == step);
        format!("{step} {}", count.count())
    });
    writeln!(told, "\nladder: {}\n", steps.join(", ")).unwrap();
}

fn tell_heading(heading: &Heading, told: &mut String) {
    let number = heading
        .number
        .map(|number| number.to_string())
        .unwrap_or_default();
    let indent = "  ".repeat(heading.level);
    writeln!(
        told,
        "{indent}{} {number} {}",
        name(&heading.style),
        heading.title
    )
    .unwrap();
    heading
        .children
        .iter()
        .for_each(|child| tell_heading(child, told));
}

fn check(sample: &str) {
    let path = format!("{}/seeds/{sample}.txt", env!("CARGO_MANIFEST_DIR"));
    let analysis = Analyzer::new(Dictionary::built_in().unwrap())
        .analyze(sample, &std::fs::read(path).unwrap())
        .unwrap();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(sample, tell(&analysis));
    });
}

#[test]
fn website_speech() {
    check("website-speech");
}

#[test]
fn theory_journal() {
    check("theory-journal");
}

#[test]
fn newspaper_page() {
    check("newspaper-page");
}

#[test]
fn scraped_collection() {
    check("scraped-collection");
}

#[test]
fn provincial_work_report() {
    check("provincial-work-report");
}

#[test]
fn notice_with_owners() {
    check("notice-with-owners");
}

#[test]
fn report_of_next_year() {
    check("report-of-next-year");
}

#[test]
fn province_water_plan() {
    check("province-water-plan");
}
