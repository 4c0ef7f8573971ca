//! 前瞻: the share of characters in forward-looking sentences.

use super::counts::Counts;
use crate::model::{Score, Span};

/// The score of a stretch.
pub fn score(counts: &Counts, stretch: Span) -> Score {
    let forward = counts.forward(stretch);
    let characters = counts.characters(stretch);
    super::share(
        forward,
        characters,
        &[("forward_characters", forward), ("characters", characters)],
    )
}
