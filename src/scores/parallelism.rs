//! 排比: runs of three or more clauses of one pattern.
//!
//! Two clauses have one pattern where their lengths differ by at most one character and they begin
//! or end with the same character, or where they begin with the same two characters.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::counts::Counts;
use super::figure;
use crate::model::{Score, Span};

/// The score of a stretch.
pub fn score(counts: &Counts, stretch: Span) -> Score {
    let runs = stretch.begun(&counts.runs, |run| run.span.start);
    let inside: usize = runs.iter().map(|run| run.characters).sum();
    let characters = counts.characters(stretch);
    figure::share(
        inside as f64,
        characters,
        &[
            ("runs", runs.len() as f64),
            ("characters_in_runs", inside as f64),
            ("characters", characters),
        ],
    )
}

/// The runs of the document.
pub fn evidence(counts: &Counts) -> BTreeMap<Cow<'static, str>, Vec<Span>> {
    let spans: Vec<Span> = counts.runs.iter().map(|run| run.span).collect();
    let found = (!spans.is_empty()).then(|| ("runs".into(), spans));
    found.into_iter().collect()
}
