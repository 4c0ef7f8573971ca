//! 实度: the share of characters in measurable and concrete sentences.
//!
//! After Hope, Hu & Lu (2016), who count specific entities over words.

use super::counts::Counts;
use super::figure;
use crate::model::{Ladder, Score, Span};

/// The score of a stretch.
pub fn score(counts: &Counts, stretch: Span) -> Score {
    let of = |step| counts.in_step(step, stretch);
    let (measurable, concrete) = (of(Ladder::Measurable), of(Ladder::Concrete));
    let graded = counts.graded(stretch);
    figure::share(
        measurable + concrete,
        graded,
        &[
            ("measurable_characters", measurable),
            ("concrete_characters", concrete),
            ("formulaic_characters", of(Ladder::Formulaic)),
            ("general_characters", of(Ladder::General)),
            ("graded_characters", graded),
        ],
    )
}
