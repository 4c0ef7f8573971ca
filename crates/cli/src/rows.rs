//! Claims as rows of words.

use serde::Serialize;
use xushi::model::{Analysis, Claim};
use xushi::strings::say;

use crate::arguments::Language;

/// The columns, as keys of `data/strings/`.
const COLUMNS: &[&str] = &[
    "cli.column.status",
    "cli.column.indicator",
    "cli.column.name",
    "cli.column.scope",
    "cli.column.text",
    "cli.column.value",
    "cli.column.unit",
    "cli.column.bound",
    "cli.column.measure",
    "cli.column.period",
    "cli.column.of",
    "cli.column.compared-with",
    "cli.column.compared-period",
    "cli.column.owner",
    "cli.column.section",
    "cli.column.document",
];

/// The heads of the columns.
pub fn heads(language: Language) -> Vec<String> {
    COLUMNS
        .iter()
        .map(|key| language.of(say(key, &[])))
        .collect()
}

/// A row a claim, in the order of the text.
pub fn rows(analysis: &Analysis, language: Language) -> Vec<Vec<String>> {
    let untitled = || analysis.source.name.clone();
    analysis
        .documents
        .iter()
        .flat_map(|document| document.claims.iter().map(move |claim| (document, claim)))
        .map(|(document, claim)| {
            row(
                claim,
                &document.title.clone().unwrap_or_else(untitled),
                language,
            )
        })
        .collect()
}

fn row(claim: &Claim, document: &str, language: Language) -> Vec<String> {
    let word = |kind: &str, name: &str| language.of(say(&format!("cli.{kind}.{name}"), &[]));
    let range = claim
        .value_max
        .map(|max| format!("–{max}"))
        .unwrap_or_default();
    let base = &claim.compared_with;
    vec![
        word("status", &name(&claim.status)),
        claim.indicator.clone(),
        claim.name.clone(),
        claim.scope.join("、"),
        claim.text.clone(),
        format!("{}{range}", claim.value),
        claim.unit.clone().unwrap_or_default(),
        word("bound", &name(&claim.bound)),
        word("measure", &name(&claim.measure)),
        claim.period.clone().unwrap_or_default(),
        (claim.of.as_ref()).map_or_else(String::new, |of| of.value.clone()),
        (base.as_ref()).map_or_else(String::new, |base| base.text.clone()),
        (base.as_ref().and_then(|base| base.period.clone())).unwrap_or_default(),
        claim.owner.clone().unwrap_or_default(),
        claim.section.join(" › "),
        document.to_owned(),
    ]
}

/// A value's name in JSON.
fn name(value: &impl Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}
