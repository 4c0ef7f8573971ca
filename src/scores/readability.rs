//! 可读性: figures of their own and no sum, because sentence length would swamp the others. Those that
//! are counted over words come from [`crate::vocabulary`].
//!
//! After 徐巍、姚振晔、陈冬华 (2021), 中文年报可读性.

use super::counts::Counts;
use super::figure;
use crate::model::{Score, Span};

/// The figures of a stretch.
pub fn score(counts: &Counts, stretch: Span) -> Score {
    let characters = counts.characters(stretch);
    let mut parts: Vec<(&'static str, f64)> = Vec::new();
    let sentences = counts.sentences(stretch);
    if sentences > 0.0 {
        parts.push((
            "characters_per_sentence",
            figure::round(characters / sentences),
        ));
    }
    let clauses = counts.clauses(stretch);
    if clauses > 0.0 {
        parts.push(("characters_per_clause", figure::round(characters / clauses)));
    }
    figure::figures(&parts)
}
