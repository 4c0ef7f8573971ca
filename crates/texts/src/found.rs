//! Findings at their places in the file: from the cleaned text back to the source.

use std::collections::HashMap;

use xushi::model::{Analysis, Document, Finding, Span};
use xushi::offsets;

use crate::lines::Lines;

/// A finding with its places in the decoded source, in bytes.
pub struct Found {
    /// As the analysis has it.
    pub finding: Finding,
    /// Which of the documents it is of, and which of the findings there.
    pub index: (usize, usize),
    /// Where it stands.
    pub span: Span,
    /// Where the places stand that belong to it, in their order.
    pub related: Vec<Span>,
    /// What the suggestion replaces.
    pub suggestion: Option<Span>,
    /// What it replaces elsewhere as well, in its order.
    pub elsewhere: Vec<Span>,
    /// Whether the words that the suggestion replaces stand together in the source as they do in the text.
    pub is_together: bool,
    /// What tells it from other findings of its file: its identity, and how many documents had the same so far.
    pub fingerprint: String,
}

/// The findings of the rules that apply to their document, by place.
pub fn all(
    analysis: &Analysis,
    lines: &Lines,
    applies: impl Fn(&Document, &str) -> bool,
) -> Vec<Found> {
    let mut taken: Vec<(&Finding, (usize, usize), String, bool)> = Vec::new();
    let mut spans = Vec::new();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (number, document) in analysis.documents.iter().enumerate() {
        for (at, finding) in document.findings.iter().enumerate() {
            if applies(document, &finding.rule) {
                let count = seen.entry(&finding.identity).or_default();
                *count += 1;
                let fingerprint = format!("{}:{count}", finding.identity);
                let is_together = is_together(document, finding);
                taken.push((finding, (number, at), fingerprint, is_together));
                spans.extend(spans_of(finding).map(|span| in_source(document, span)));
            }
        }
    }
    // All places at once: what tells bytes from units is made of the whole text.
    let mut spans = offsets::to_bytes(&spans, lines.text()).into_iter();
    let found = taken
        .into_iter()
        .map(|(finding, index, fingerprint, is_together)| Found {
            span: spans.next().unwrap_or(Span::new(0, 0)),
            related: spans.by_ref().take(finding.related.len()).collect(),
            suggestion: finding.suggestion.as_ref().and_then(|_| spans.next()),
            elsewhere: spans.by_ref().take(finding.elsewhere.len()).collect(),
            is_together,
            finding: finding.clone(),
            index,
            fingerprint,
        });
    let mut found: Vec<Found> = found.collect();
    found.sort_by_key(|found: &Found| found.span);
    found
}

/// The places of a finding: its own, those that belong to it, those of its suggestions.
fn spans_of(finding: &Finding) -> impl Iterator<Item = Span> {
    let related = finding.related.iter().map(|related| related.span);
    let suggestions = finding.suggestion.iter().chain(&finding.elsewhere);
    std::iter::once(finding.span)
        .chain(related)
        .chain(suggestions.map(|suggestion| suggestion.span))
}

/// Where a stretch of the document's text stands in the source; both in UTF-16 code units.
fn in_source(document: &Document, span: Span) -> Span {
    let place = |unit: usize| match run_at(document, unit) {
        Some((text, source, length)) => source + (unit - text).min(length),
        None => 0,
    };
    let start = place(span.start);
    // The end is told by the last character: the next one may stand elsewhere in the source.
    let end = if span.end > span.start {
        place(span.end - 1) + 1
    } else {
        start
    };
    Span::new(start, end.max(start))
}

/// The run of the source map that begins at a place of the text or before it.
fn run_at(document: &Document, unit: usize) -> Option<(usize, usize, usize)> {
    let runs = &document.source_map;
    let at = runs.partition_point(|&(start, ..)| start <= unit);
    runs.get(at.checked_sub(1)?).copied()
}

/// Whether one run of the source map has all that a finding's suggestion replaces.
fn is_together(document: &Document, finding: &Finding) -> bool {
    let together = || {
        let span = finding.suggestion.as_ref()?.span;
        let (start, _, length) = run_at(document, span.start)?;
        Some(span.end <= start + length)
    };
    together() == Some(true)
}
