//! The forms in which texts reach a reader, several of each kind, with what a reader finds in them:
//! `tests/fixtures/structure-forms.txt`. Those still open are counted and told, and do not fail.
//!
//! A form is `§ kind · variant`, its text, `⇒`, and what is expected, a line each. `title` goes on to
//! the next document; what follows is asked of that document. A list is parted by ` | `, none is `-`.
//! `tasks` are actions, each with `←`, its owners and its deadlines. `text` stands in one paragraph, `outside` in no
//! title, heading or paragraph, `aside` in what was set aside; `given` says of an open form what comes instead.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use std::panic::{AssertUnwindSafe, catch_unwind};

use xushi::Analyzer;
use xushi::model::{Analysis, BlockKind, Document, Heading, HeadingStyle, Stated};
use xushi::reading::Dictionary;

const FORMS: &str = include_str!("fixtures/structure-forms.txt");
const OPEN: &str = include_str!("fixtures/structure-forms-open.txt");

#[test]
fn texts_of_every_form_are_laid_out_as_a_reader_would() {
    let (count, wrong) = mismatches(FORMS);
    let (open, still) = mismatches(OPEN);
    println!("{open} forms are open:\n{}", still.join("\n"));
    for form in OPEN.split("\n§ ").skip(1) {
        let name = form.lines().next().unwrap();
        assert!(form.contains("\ngiven "), "{name}: what is given?");
        let told = format!("{name}: ");
        if !still.iter().any(|wrong| wrong.starts_with(&told)) {
            println!("{name}: holds now, move it to structure-forms.txt");
        }
    }
    assert!(wrong.is_empty(), "of {count} forms:\n{}", wrong.join("\n"));
    assert!(count >= 100);
}

/// What holds at least, of what is expected in all forms, where their marks have half the width: raised when more does.
const HALF_WIDTH: f64 = 0.98;

#[test]
fn marks_of_half_width_are_read_as_those_of_full_width() {
    let half = |sign: char| match sign {
        '，' => ',',
        '；' => ';',
        '：' => ':',
        '（' => '(',
        '）' => ')',
        '！' => '!',
        '？' => '?',
        other => other,
    };
    let forms: String = FORMS.chars().map(half).collect();
    let (_, wrong) = mismatches(&forms);
    let expected = FORMS.split("\n⇒\n").skip(1);
    let expected = expected.flat_map(|rest| rest.split("\n§ ").next().unwrap().trim().lines());
    let all = expected.count();
    println!(
        "{} of {all} do not hold:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!((all - wrong.len()) as f64 >= HALF_WIDTH * all as f64);
}

/// The number of forms in a fixture, and what is not as expected in them.
fn mismatches(forms: &str) -> (usize, Vec<String>) {
    let analyzer = Analyzer::new(Dictionary::built_in().unwrap());
    let mut wrong = Vec::new();
    let mut count = 0;
    for form in forms.split("\n§ ").skip(1) {
        let (name, rest) = form.split_once('\n').unwrap();
        let (text, expected) = rest.split_once("\n⇒\n").unwrap();
        count += 1;
        let analyze = || analyzer.analyze("form.txt", text.as_bytes()).unwrap();
        let Ok(analysis) = catch_unwind(AssertUnwindSafe(analyze)) else {
            wrong.push(format!("{name}: documents 1 ← a panic"));
            continue;
        };
        let mut titles = 0;
        for line in expected.trim().lines() {
            let (field, value) = line.split_once(' ').unwrap();
            titles += usize::from(field == "title");
            if let Some(found) = mismatch(&analysis, titles.max(1) - 1, field, value) {
                wrong.push(format!("{name}: {field} {value} ← {found}"));
            }
        }
    }
    (count, wrong)
}

/// What stands in the place of the expected value, if that is not there.
fn mismatch(analysis: &Analysis, at: usize, field: &str, value: &str) -> Option<String> {
    let close = |text: &str| text.split_whitespace().collect::<String>();
    if field == "given" {
        return None;
    }
    if field == "documents" {
        let count = analysis.documents.len().to_string();
        return (count != value).then_some(count);
    }
    let Some(document) = analysis.documents.get(at) else {
        return Some("no such document".to_owned());
    };
    let held = |wanted: &str, kinds: &[BlockKind]| {
        let mut blocks = document.blocks.iter().zip(document.text.split('\n'));
        blocks.any(|(block, words)| kinds.contains(&block.kind) && words.contains(wanted))
    };
    let body = [BlockKind::Title, BlockKind::Heading, BlockKind::Paragraph];
    let missing = match field {
        "text" => !held(value, &body[1..]),
        "outside" => held(value, &body),
        "aside" => {
            let mut aside = document.set_aside.iter();
            !aside.any(|part| close(&part.text).contains(&close(value)))
        }
        _ => {
            let found = told(document, field);
            return (close(&found) != close(value)).then_some(found);
        }
    };
    missing.then(|| document.text.replace('\n', "⏎"))
}

/// A field of a document as the fixture writes it.
fn told(document: &Document, field: &str) -> String {
    let metadata = &document.metadata;
    let stated = |stated: &Option<Stated>| stated.as_ref().map(|stated| stated.value.clone());
    let found = match field {
        "title" => document.title.clone(),
        "kind" => serde_json::to_value(document.kind)
            .unwrap()
            .as_str()
            .map(str::to_owned),
        "date" => metadata.date.as_ref().map(|date| date.value.clone()),
        "author" => list(metadata.authors.iter().map(|author| author.name.clone())),
        "addressee" => stated(&metadata.addressee),
        "issuer" => stated(&metadata.issuer),
        "joint" => list(metadata.joint_issuers.iter().map(|body| body.value.clone())),
        "occasion" => stated(&metadata.occasion),
        "number" => stated(&metadata.document_number),
        "claims" => list(
            document
                .claims
                .iter()
                .map(|claim| format!("{}{}", claim.value, claim.unit.as_deref().unwrap_or(""))),
        ),
        "tasks" => list(document.tasks.iter().map(|task| {
            let owners = task.owners.iter();
            let by_when = task.deadlines.iter();
            let owners = owners.map(|owner| owner.name.as_str());
            let by_when = by_when.filter_map(|deadline| deadline.value.as_deref());
            let told = owners.chain(by_when).collect::<Vec<_>>();
            format!("{} ← {}", task.action, told.join(" "))
        })),
        "headings" | "articles" | "items" => {
            let mut titles = Vec::new();
            gather(&document.outline, field, &mut titles);
            list(titles.into_iter())
        }
        _ => Some(format!("no such field: {field}")),
    };
    found.unwrap_or_else(|| "-".to_owned())
}

fn list(parts: impl Iterator<Item = String>) -> Option<String> {
    let joined = parts.collect::<Vec<_>>().join(" | ");
    (!joined.is_empty()).then_some(joined)
}

/// The titles of headings, of a law's articles (第X条, by their numbers), or of items, in order.
fn gather(headings: &[Heading], field: &str, titles: &mut Vec<String>) {
    for heading in headings {
        let item = matches!(heading.style, HeadingStyle::Inline | HeadingStyle::Dash);
        let number = heading.title.split_once('条').map(|(number, _)| number);
        let number = number.filter(|number| number.starts_with('第') && number.chars().count() < 6);
        match (field, number) {
            ("articles", Some(number)) if !item => titles.push(format!("{number}条")),
            ("headings", None) if !item => titles.push(heading.title.clone()),
            ("items", _) if item => titles.push(heading.title.clone()),
            _ => {}
        }
        gather(&heading.children, field, titles);
    }
}
