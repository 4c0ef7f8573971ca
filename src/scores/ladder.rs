//! The 虚实 ladder. A sentence that holds a required claim is measurable; of any other a linear model tells the step, by the
//! features that [`super::features`] sees and what `data/ladder-weights.tsv` says that they weigh, and by what the words lean to
//! (`data/word-leanings.tsv`).

use std::sync::LazyLock;

use super::features::{Eyes, Seen};
use crate::lexicon::ladder_weights::{Feature, ROWS, Row};
use crate::model::{Claim, Ladder, Sentence, Status, Task};
use crate::reading::Reading;
use crate::terms::Hit;
use crate::text::character::is_letter;

/// A sentence of fewer characters, marks aside, is not graded.
const SHORTEST: usize = 6;
/// What a leaning of 1 weighs, where it is that of a sentence's only word.
const LEANS: i64 = 100;
/// The bytes of a word of two characters: shorter ones lean to nothing.
const LONG: usize = 6;
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
    let mut measured = vec![false; reading.sentences.len()];
    claims.for_each(|claim| measured[claim.sentence] = true);
    let eyes = Eyes::new(reading, tasks, wording);
    let grade = |index: usize| {
        let sentence = reading.sentences[index].of(reading.text);
        let mut letters = sentence.chars().filter(|&c| is_letter(c));
        let only_names = reading.sentence_is_heading[index] && !reading.says(index);
        if only_names || letters.nth(SHORTEST - 1).is_none() {
            return None;
        }
        Some(if measured[index] {
            Step {
                ladder: Ladder::Measurable,
                because: vec!["claim"],
            }
        } else {
            step(&eyes, eyes.see(index))
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

/// The rows of the features, words aside, by the features' numbers.
static FEATURES: LazyLock<Vec<Option<&Row>>> = LazyLock::new(|| {
    let rows = || ROWS.iter().filter(|row| row.feature != Feature::Word);
    let count = rows().map(|row| row.feature as usize + 1).max();
    let mut features = vec![None; count.unwrap_or_default()];
    for row in rows() {
        features[row.feature as usize] = Some(row);
    }
    features
});

/// The steps that the model tells apart.
const STEPS: [Ladder; 3] = [Ladder::Concrete, Ladder::Formulaic, Ladder::General];

/// What something weighs for each of [`STEPS`]; a sentence may have a million words.
type Weights = [i64; 3];

impl Row {
    /// What it weighs.
    fn weights(&self) -> Weights {
        [self.concrete, self.formulaic, self.general].map(i64::from)
    }
}

/// The sum of two weights.
fn plus(one: Weights, other: Weights) -> Weights {
    std::array::from_fn(|step| one[step] + other[step])
}

/// What speaks for the steps: a feature or a word, and what it weighs.
type Voice = (&'static str, Weights);

/// The step that all features and words together speak most for; of equals the first.
fn step(eyes: &Eyes, mut seen: Seen) -> Step {
    let mut voices: Vec<Voice> = Vec::with_capacity(seen.features.len() + seen.words.len());
    let features = seen.features.iter().filter_map(|&(feature, much)| {
        let row = FEATURES.get(feature as usize).copied().flatten()?;
        Some((row.key, row.weights().map(|weight| weight * much as i64)))
    });
    voices.extend(features);
    let mut sums = voices
        .iter()
        .fold([0; 3], |sums, voice| plus(sums, voice.1));
    let is_long = |word: &&u32| eyes.known(**word).word.len() >= LONG;
    let count = seen.words.iter().filter(is_long).count().max(1) as i64;
    let mut leanings = [0; 3];
    // A word speaks once, by its own weights and by its leaning.
    seen.words.sort_unstable();
    for same in seen.words.chunk_by(|one, next| one == next) {
        let times = same.len() as i64;
        let facts = eyes.known(same[0]).facts;
        let own = facts
            .row
            .map_or([0; 3], Row::weights)
            .map(|one| one * times);
        let leaning = facts.leaning.filter(|_| is_long(&&same[0]));
        let [concrete, formulaic] = leaning.unwrap_or_default();
        let leaning = [concrete, formulaic, 0].map(|one| i64::from(one) * LEANS);
        sums = plus(sums, own);
        leanings = plus(leanings, leaning.map(|one| one * times));
        voices.push((facts.key, plus(own, leaning.map(|one| one / count * times))));
    }
    // Of what the words lean to the mean counts.
    let sums = plus(sums, leanings.map(|sum| sum / count));
    let most = sums.into_iter().max();
    let best = sums.iter().position(|sum| Some(*sum) == most).unwrap_or(2);
    Step {
        ladder: STEPS[best],
        because: reasons(&voices, best),
    }
}

/// What speaks most for a step, against the mean of the others.
fn reasons(voices: &[Voice], best: usize) -> Vec<&'static str> {
    let gain = |weights: &Weights| 3 * weights[best] - weights.iter().sum::<i64>();
    let gains = voices.iter().map(|(key, weights)| (gain(weights), *key));
    // A word of one character says nothing to a reader, nor does what every sentence has.
    let speaks = |key: &str| key.is_ascii() && key != "always" || key.len() >= LONG;
    let gains = gains.filter(|&(gain, key)| gain > 0 && speaks(key));
    let mut speaking = Vec::with_capacity(voices.len());
    speaking.extend(gains);
    speaking.sort_unstable_by(|a: &(i64, &str), b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    speaking.truncate(REASONS);
    speaking.into_iter().map(|(_, key)| key).collect()
}
