//! The 虚实 ladder. A sentence that holds a required claim is measurable; of any other a linear model tells the step, by the
//! features that [`super::features`] sees and what `data/ladder-weights.tsv` says that they weigh.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::features::{Eyes, Seen};
use crate::lexicon::FastMap;
use crate::lexicon::ladder_weights::{Feature, ROWS, Row};
use crate::model::{Claim, Ladder, Sentence, Status, Task};
use crate::reading::Reading;
use crate::terms::Hit;
use crate::text::character::is_letter;

/// A sentence of fewer characters, marks aside, is not graded.
const SHORTEST: usize = 6;
/// So many reasons are told for a step.
const REASONS: usize = 3;

/// The step of a sentence, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The step.
    pub ladder: Ladder,
    /// What speaks most for it, the heaviest first: features, and words of the sentence.
    pub because: Vec<&'static str>,
}

/// The step of each sentence, given the uses of fixed wording in the text.
pub fn ladder(
    reading: &Reading,
    claims: &[Claim],
    tasks: &[Task],
    wording: &[Hit],
) -> Vec<Option<Step>> {
    let claims = claims.iter().filter(|claim| claim.status != Status::Other);
    let measured: BTreeSet<usize> = claims.map(|claim| claim.sentence).collect();
    let eyes = Eyes::new(reading, tasks, wording);
    let grade = |index: usize| {
        let sentence = reading.sentences[index].of(reading.text);
        let mut letters = sentence.chars().filter(|&c| is_letter(c));
        if reading.sentence_is_heading[index] || letters.nth(SHORTEST - 1).is_none() {
            return None;
        }
        Some(if measured.contains(&index) {
            Step {
                ladder: Ladder::Measurable,
                because: vec!["claim"],
            }
        } else {
            step(&eyes, &eyes.see(index))
        })
    };
    (0..reading.sentences.len()).map(grade).collect()
}

/// The sentences as the contract has them, with their steps.
pub fn graded(reading: &Reading, ladder: Vec<Option<Step>>) -> Vec<Sentence> {
    // A word of the sentence stands for itself.
    let told = |key: &str| match key.is_ascii() {
        true => format!("because.ladder.{key}"),
        false => key.to_owned(),
    };
    let sentences = reading.sentences.iter().zip(&reading.sentence_blocks);
    let graded = sentences
        .zip(ladder)
        .map(|((&span, &block), step)| Sentence {
            span,
            block,
            ladder: step.as_ref().map(|step| step.ladder),
            because: step.map_or_else(Vec::new, |step| {
                step.because.into_iter().map(told).collect()
            }),
        });
    graded.collect()
}

/// The rows of the features, words aside.
static FEATURES: LazyLock<FastMap<Feature, &Row>> = LazyLock::new(|| {
    let rows = ROWS.iter().filter(|row| row.feature != Feature::Word);
    rows.map(|row| (row.feature, row)).collect()
});

impl Row {
    /// What it weighs for the steps that the model tells apart.
    fn weights(&self) -> [i32; 3] {
        [self.concrete, self.formulaic, self.general]
    }
}

/// The steps that the model tells apart.
const STEPS: [Ladder; 3] = [Ladder::Concrete, Ladder::Formulaic, Ladder::General];

/// The step that all features together speak most for; of equals the first.
fn step(eyes: &Eyes, seen: &Seen) -> Step {
    let features = seen.features.iter();
    let features = features.filter_map(|&(feature, much)| Some((*FEATURES.get(&feature)?, much)));
    let words = seen.words.iter().filter_map(|&word| eyes.known(word).row);
    let all: Vec<(&Row, usize)> = features.chain(words.map(|row| (row, 1))).collect();
    let mut sums = [0; 3];
    for (row, much) in &all {
        for (sum, weight) in sums.iter_mut().zip(row.weights()) {
            *sum += weight * *much as i32;
        }
    }
    let most = sums.into_iter().max();
    let best = sums.iter().position(|sum| Some(*sum) == most).unwrap_or(2);
    Step {
        ladder: STEPS[best],
        because: reasons(&all, best),
    }
}

/// What speaks most for a step, against the best of the others.
fn reasons(all: &[(&'static Row, usize)], best: usize) -> Vec<&'static str> {
    let gain = |(row, much): &(&'static Row, usize)| {
        let weights = row.weights();
        let others = (0..weights.len()).filter(|step| *step != best);
        let other: i32 = others.map(|step| weights[step]).sum();
        (2 * weights[best] - other) * *much as i32
    };
    let told = all.iter().filter(|(row, _)| row.feature != Feature::Always);
    let mut gains: Vec<(i32, &'static str)> = told
        .map(|one| (gain(one), one.0.key))
        .filter(|(gain, _)| *gain > 0)
        .collect();
    gains.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    gains.dedup();
    gains
        .into_iter()
        .take(REASONS)
        .map(|(_, key)| key)
        .collect()
}
