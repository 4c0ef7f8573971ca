//! Findings as one JSON list, for scripts.

use serde_json::{Value, json};
use xushi::model::Span;

use super::checked::Checked;
use super::lines::Lines;

/// All findings: file, rule, severity, message in both languages, and places as lines and columns
/// from 1, in characters; ends are exclusive.
pub fn list(checked: &[Checked]) -> Value {
    checked
        .iter()
        .flat_map(|one| one.found.iter().map(move |found| (one, found)))
        .map(|(Checked { file, lines, .. }, found)| {
            let finding = &found.finding;
            let related: Vec<Value> = finding
                .related
                .iter()
                .zip(&found.related)
                .map(|(related, &span)| {
                    json!({
                        "message": related.message,
                        "message_en": related.message_en,
                        "place": place(lines, span),
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
                "place": place(lines, found.span),
                "text": found.span.of(lines.text()),
                "related": related,
                "suggestion": suggestion.map(|(suggestion, span)| json!({
                    "place": place(lines, span),
                    "replacement": suggestion.replacement,
                })),
            })
        })
        .collect()
}

fn place(lines: &Lines, span: Span) -> Value {
    let (start, end) = (lines.place(span.start), lines.place(span.end));
    json!({
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    })
}
