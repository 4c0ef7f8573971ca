//! 套话率: the share of characters that stand in set phrases, slogans and stock phrases.

use super::counts::Counts;
use super::figure;
use crate::model::{Score, Span};

/// The score of a stretch.
pub fn score(counts: &Counts, stretch: Span) -> Score {
    let fixed = counts.fixed(stretch);
    let characters = counts.characters(stretch);
    figure::share(
        fixed,
        characters,
        &[("fixed_characters", fixed), ("characters", characters)],
    )
}
