//! The 虚实 ladder. A sentence that holds a required claim is measurable; of any other a linear model tells the step, by the
//! features that [`super::features`] sees and what `data/ladder-weights.tsv` says that they weigh, and by what the words lean to
//! (`data/word-leanings.tsv`).

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
/// What a leaning of 1 weighs, where it is that of a sentence's only word.
const LEANS: i32 = 100;
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
    let measured: BTreeSet<usize> = claims.map(|claim| claim.sentence).collect();
    let eyes = Eyes::new(reading, tasks, wording);
    let grade = |index: usize| {
        let sentence = reading.sentences[index].of(reading.text);
        let mut letters = sentence.chars().filter(|&c| is_letter(c));
        let only_names = reading.sentence_is_heading[index] && !reading.says(index);
        if only_names || letters.nth(SHORTEST - 1).is_none() {
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

/// What speaks for the steps: a feature or a word, and what it weighs for each.
type Voice = (&'static str, [i32; 3]);

/// The step that all features and words together speak most for; of equals the first.
fn step(eyes: &Eyes, seen: &Seen) -> Step {
    let features = seen.features.iter().filter_map(|&(feature, much)| {
        let row = FEATURES.get(&feature)?;
        Some((row.key, row.weights().map(|weight| weight * much as i32)))
    });
    let words = seen.words.iter().map(|&word| eyes.known(word));
    let rows = words.clone().filter_map(|word| word.row);
    let rows = rows.map(|row| (row.key, row.weights()));
    let mut voices: Vec<Voice> = features.chain(rows).collect();
    let mut sums = [0; 3];
    for (_, weights) in &voices {
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum += weight;
        }
    }
    // Of what the words lean to the mean counts.
    let long = words.filter(|word| word.word.len() >= LONG);
    let count = long.clone().count().max(1) as i32;
    let leaning = long.filter_map(|word| word.leaning);
    let leaning = leaning.map(|(word, [concrete, formulaic])| (word, [concrete, formulaic, 0]));
    for (at, sum) in sums.iter_mut().enumerate() {
        *sum += LEANS * leaning.clone().map(|one| one.1[at]).sum::<i32>() / count;
    }
    voices.extend(leaning.map(|(word, weights)| (word, weights.map(|one| LEANS * one / count))));
    let most = sums.into_iter().max();
    let best = sums.iter().position(|sum| Some(*sum) == most).unwrap_or(2);
    Step {
        ladder: STEPS[best],
        because: reasons(voices, best),
    }
}

/// What speaks most for a step, against the mean of the others.
fn reasons(mut voices: Vec<Voice>, best: usize) -> Vec<&'static str> {
    let gain = |(_, weights): &Voice| 3 * weights[best] - weights.iter().sum::<i32>();
    // A word of one character says nothing to a reader, nor does what every sentence has.
    voices.retain(|(key, _)| key.is_ascii() && *key != "always" || key.len() >= LONG);
    voices.sort_unstable_by_key(|voice| voice.0);
    // A word speaks by its own weights and by its leaning.
    voices.dedup_by(|next, first| {
        let same = next.0 == first.0;
        if same {
            (first.1.iter_mut().zip(next.1)).for_each(|(all, one)| *all += one);
        }
        same
    });
    let mut gains: Vec<(i32, &'static str)> = voices.iter().map(|one| (gain(one), one.0)).collect();
    gains.retain(|(gain, _)| *gain > 0);
    gains.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    gains.truncate(REASONS);
    gains.into_iter().map(|(_, key)| key).collect()
}
