//! Claims as rows of words.

use serde::Serialize;
use xushi::model::{Analysis, Claim};
use xushi::strings::say;

use crate::arguments::Language;

/// The columns, as keys of `data/strings/`.
const COLUMNS: &[&str] = &[
    "cli.column.status",
    "cli.column.indicator",
    "cli.column.text",
    "cli.column.value",
    "cli.column.unit",
    "cli.column.bound",
    "cli.column.measure",
    "cli.column.period",
    "cli.column.owner",
    "cli.column.section",
    "cli.column.document",
];

/// The columns that only a file has: a terminal is too narrow.
const IN_FILES: &[&str] = &[
    "cli.column.name",
    "cli.column.scope",
    "cli.column.of",
    "cli.column.compared-with",
    "cli.column.compared-period",
    "cli.column.file",
];

/// How many columns, the first ones, a terminal shows.
pub const SHOWN: usize = COLUMNS.len();

/// The heads of the columns.
pub fn heads(language: Language) -> Vec<String> {
    (COLUMNS.iter().chain(IN_FILES))
        .map(|key| language.of(say(key, &[])))
        .collect()
}

/// A row a claim of a file, in the order of the text.
pub fn rows(analysis: &Analysis, file: &str, language: Language) -> Vec<Vec<String>> {
    let untitled = || analysis.source.name.clone();
    analysis
        .documents
        .iter()
        .flat_map(|document| document.claims.iter().map(move |claim| (document, claim)))
        .map(|(document, claim)| {
            let title = document.title.clone().unwrap_or_else(untitled);
            let mut row = row(claim, &title, language);
            row.extend(in_files(claim));
            row.push(file.to_owned());
            row
        })
        .collect()
}

fn row(claim: &Claim, document: &str, language: Language) -> Vec<String> {
    let word = |kind: &str, name: &str| language.of(say(&format!("cli.{kind}.{name}"), &[]));
    let range = claim
        .value_max
        .map(|max| format!("–{max}"))
        .unwrap_or_default();
    vec![
        word("status", &name(&claim.status)),
        claim.indicator.clone(),
        claim.text.clone(),
        format!("{}{range}", claim.value),
        claim.unit.clone().unwrap_or_default(),
        word("bound", &name(&claim.bound)),
        word("measure", &name(&claim.measure)),
        claim.period.clone().unwrap_or_default(),
        claim.owner.clone().unwrap_or_default(),
        claim.section.join(" › "),
        document.to_owned(),
    ]
}

/// What a file says of a claim besides.
fn in_files(claim: &Claim) -> [String; 5] {
    let base = claim.compared_with.as_ref();
    [
        Some(claim.name.clone()),
        Some(claim.scope.join("、")),
        claim.of.as_ref().map(|of| of.value.clone()),
        base.map(|base| base.text.clone()),
        base.and_then(|base| base.period.clone()),
    ]
    .map(Option::unwrap_or_default)
}

/// A value's name in JSON.
fn name(value: &impl Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}
