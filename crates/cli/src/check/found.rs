//! Findings at their places in the file: from the cleaned text back to the source.

use std::collections::HashMap;

use xushi::model::{Analysis, Document, Finding, Span};
use xushi::offsets;

use super::lines::Lines;

/// A finding with its places in the decoded source, in bytes.
pub struct Found {
    /// As the analysis has it.
    pub finding: Finding,
    /// Where it stands.
    pub span: Span,
    /// Where the places stand that belong to it, in their order.
    pub related: Vec<Span>,
    /// What the suggestion replaces.
    pub suggestion: Option<Span>,
    /// What tells it from other findings, wherever it stands: a hash of the rule, the words, those
    /// around them, and how many such there were before.
    pub identity: String,
}

/// The findings of the rules that `applies` names, by place.
pub fn all(analysis: &Analysis, lines: &Lines, applies: impl Fn(&str) -> bool) -> Vec<Found> {
    let mut found = Vec::new();
    let mut seen = HashMap::new();
    for document in &analysis.documents {
        for finding in &document.findings {
            if applies(&finding.rule) {
                let identity = identity(document, finding, &mut seen);
                found.push(one(document, finding, lines, identity));
            }
        }
    }
    found.sort_by_key(|found: &Found| found.span);
    found
}

fn one(document: &Document, finding: &Finding, lines: &Lines, identity: String) -> Found {
    let mut spans = vec![in_source(document, finding.span)];
    spans.extend(
        finding
            .related
            .iter()
            .map(|related| in_source(document, related.span)),
    );
    spans.extend(
        finding
            .suggestion
            .iter()
            .map(|suggestion| in_source(document, suggestion.span)),
    );
    let mut spans = offsets::to_bytes(&spans, lines.text()).into_iter();
    let span = spans.next().unwrap_or(Span::new(0, 0));
    let related = spans.by_ref().take(finding.related.len()).collect();
    Found {
        span,
        related,
        suggestion: spans.next(),
        finding: finding.clone(),
        identity,
    }
}

/// Where a stretch of the document's text stands in the source; both in UTF-16 code units.
fn in_source(document: &Document, span: Span) -> Span {
    let place = |unit: usize| {
        let runs = &document.source_map;
        let at = runs.partition_point(|&(start, ..)| start <= unit);
        let Some(&(text, source, length)) = at.checked_sub(1).and_then(|at| runs.get(at)) else {
            return 0;
        };
        source + (unit - text).min(length)
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

/// So many characters on either side, within the paragraph, are words around a finding.
const AROUND: usize = 8;

fn identity(document: &Document, finding: &Finding, seen: &mut HashMap<u64, usize>) -> String {
    let bytes = offsets::to_bytes(&[finding.span], &document.text);
    let span = bytes.first().copied().unwrap_or(finding.span);
    let head = document.text.get(..span.start).unwrap_or_default();
    let tail = document.text.get(span.end..).unwrap_or_default();
    let inside = |character: &char| *character != '\n';
    let before: String = head.chars().rev().take_while(inside).take(AROUND).collect();
    let after: String = tail.chars().take_while(inside).take(AROUND).collect();
    let words = span.of(&document.text);
    let hash = fnv(&[&finding.rule, &before, words, &after]);
    let count = seen.entry(hash).or_default();
    *count += 1;
    format!("{hash:016x}:{count}")
}

/// FNV-1a, 64 bits: the same on every machine and in every version.
fn fnv(parts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in parts.iter().flat_map(|part| part.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash
}
