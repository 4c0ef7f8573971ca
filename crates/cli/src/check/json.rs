//! Findings as JSON, for scripts.

use serde_json::{Value, json};
use xushi::model::Span;
use xushi_texts::place;

use super::checked::Checked;
use crate::shown;

/// The findings of a file: file, rule, severity, message in both languages, and places as lines and columns
/// from 1, in characters; ends are exclusive. In office files a place is where it begins, as the file counts.
pub fn findings(one: &Checked) -> impl Iterator<Item = Value> {
    let file = shown::written(&one.input.file);
    let place = |span: Span| place(&one.input.text, &one.lines, span);
    one.found.iter().map(move |found| {
        let finding = &found.finding;
        let related: Vec<Value> = finding
            .related
            .iter()
            .zip(&found.related)
            .map(|(related, &span)| {
                json!({
                    "message": related.message,
                    "message_en": related.message_en,
                    "place": place(span),
                })
            })
            .collect();
        let suggestion = finding.suggestion.as_ref().zip(found.suggestion);
        json!({
            "file": file,
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
            "message_en": finding.message_en,
            "place": place(found.span),
            "text": found.span.of(one.lines.text()),
            "related": related,
            "suggestion": suggestion.map(|(suggestion, span)| json!({
                "place": place(span),
                "replacement": suggestion.replacement,
            })),
        })
    })
}
