//! 前瞻: the share of characters in forward-looking sentences.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::counts::Counts;
use super::figure;
use crate::model::{Score, Span};
use crate::reading::{Reading, Tense};

/// The score of a stretch.
pub fn score(counts: &Counts, stretch: Span) -> Score {
    let forward = counts.forward(stretch);
    let characters = counts.characters(stretch);
    figure::share(
        forward,
        characters,
        &[("forward_characters", forward), ("characters", characters)],
    )
}

/// The forward-looking sentences of the document.
pub fn evidence(reading: &Reading) -> BTreeMap<Cow<'static, str>, Vec<Span>> {
    let forward: Vec<Span> = reading
        .sentences
        .iter()
        .enumerate()
        .filter(|(index, _)| {
            !reading.sentence_is_heading[*index]
                && reading.outlook.sentences[*index] == Tense::Future
        })
        .map(|(_, sentence)| *sentence)
        .collect();
    let found = (!forward.is_empty()).then(|| ("forward_characters".into(), forward));
    found.into_iter().collect()
}
