//! A multinomial logistic model of the three steps that no claim decides, trained by Adam on all sentences at once.

use std::collections::{BTreeMap, BTreeSet};

use xushi::lexicon::ladder_weights::{Feature, ROWS};
use xushi::model::Ladder;

use crate::labels::Sample;

const STEPS: [Ladder; 3] = [Ladder::Concrete, Ladder::Formulaic, Ladder::General];
/// A word has weights of its own where so many sentences hold it.
const LEAST: usize = 4;
/// How firmly the weights are held near nothing: of features, of words.
const FEATURES: f64 = 40.0;
const WORDS: f64 = 8.0;
const ROUNDS: usize = 400;
const RATE: f64 = 0.04;
/// What a weight of 1 is in the table.
const UNIT: f64 = 100.0;
/// A word that tells less between two steps is left out of the table.
const TELLING: i32 = 8;

/// Adding one of these never takes a sentence from concrete.
const PARTICULARS: [Feature; 12] = [
    Feature::Named,
    Feature::NamedBody,
    Feature::NamedPerson,
    Feature::NamedPlace,
    Feature::NamedDocument,
    Feature::NamedProject,
    Feature::NamedQuoted,
    Feature::NamedHonour,
    Feature::NamedEvent,
    Feature::Owner,
    Feature::Deadline,
    Feature::Within,
];
/// More of these never takes a sentence from formulaic.
const WORDING: [Feature; 4] = [Feature::Set, Feature::Stock, Feature::Cover, Feature::Fixed];

/// Weights of each step, by the features' keys and by words.
pub struct Model(BTreeMap<String, [i32; 3]>);

/// What a sentence has: inputs by their places, each with how much.
type Inputs = Vec<(usize, f64)>;

/// What is learned of a sentence: its inputs, its step, and how much it counts.
struct Lesson {
    inputs: Inputs,
    label: usize,
    counts: f64,
}

/// How much a sentence of a set counts: few are labelled of the sets that others labelled.
fn worth(set: &str) -> f64 {
    match set {
        "gold" => 3.0,
        "fresh" => 2.0,
        "batch" => 2.0,
        _ => 1.0,
    }
}

impl Model {
    /// Learns from samples.
    pub fn trained(samples: &[&Sample]) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for sample in samples {
            let words: BTreeSet<&str> = sample.words.iter().map(String::as_str).collect();
            words
                .into_iter()
                .for_each(|word| *counts.entry(word).or_default() += 1);
        }
        let features = ROWS.iter().filter(|row| row.feature != Feature::Word);
        let mut names: Vec<(&str, Option<Feature>)> =
            features.map(|row| (row.key, Some(row.feature))).collect();
        let firsts = names.len();
        let words = counts.iter().filter(|(_, count)| **count >= LEAST);
        names.extend(words.map(|(word, _)| (*word, None)));
        let places: BTreeMap<&str, usize> = names.iter().map(|one| one.0).zip(0..).collect();
        let rows: Vec<Lesson> = samples
            .iter()
            .map(|sample| {
                let label = STEPS.iter().position(|step| *step == sample.label);
                let has = had(sample).filter_map(|(name, much)| Some((*places.get(name)?, much)));
                Lesson {
                    inputs: has.collect(),
                    label: label.unwrap_or(2),
                    counts: worth(&sample.set),
                }
            })
            .collect();
        let scales = scales(&rows, firsts, names.len());
        let mut weights = vec![[0.0; 3]; names.len()];
        learn(&rows, &names, &scales, &mut weights);
        let rounded = names.iter().zip(&weights).zip(&scales);
        let rounded = rounded.map(|((name, weights), scale)| {
            let mean = weights.iter().sum::<f64>() / 3.0;
            let weights = weights.map(|weight| ((weight - mean) / scale * UNIT).round() as i32);
            (name, weights)
        });
        let told = rounded.filter(|((_, feature), weights)| {
            let most = weights.iter().max().unwrap_or(&0);
            feature.is_some() || most - weights.iter().min().unwrap_or(&0) >= TELLING
        });
        Self(
            told.map(|(name, weights)| (name.0.to_owned(), weights))
                .collect(),
        )
    }

    /// The step of a sample: what the claims say, or the model.
    pub fn step(&self, sample: &Sample) -> Option<Ladder> {
        if matches!(sample.step, None | Some(Ladder::Measurable)) {
            return sample.step;
        }
        let mut sums = [0; 3];
        for (name, much) in had(sample) {
            for (sum, weight) in sums.iter_mut().zip(self.0.get(name).unwrap_or(&[0; 3])) {
                *sum += weight * much as i32;
            }
        }
        let most = sums.iter().max();
        sums.iter()
            .position(|sum| Some(sum) == most)
            .map(|at| STEPS[at])
    }

    /// The table, below the head of the old one.
    pub fn written(&self, old: &str) -> String {
        let head = old.lines().take_while(|line| !line.starts_with("key:key"));
        let header = old.lines().find(|line| line.starts_with("key:key"));
        let mut rows: Vec<String> = head.chain(header).map(str::to_owned).collect();
        for (name, [concrete, formulaic, general]) in &self.0 {
            let kind = if name.is_ascii() { name } else { "word" };
            rows.push(format!(
                "{name}\t{kind}\t{concrete}\t{formulaic}\t{general}"
            ));
        }
        rows.join("\n") + "\n"
    }
}

/// What a sample has, by name.
fn had(sample: &Sample) -> impl Iterator<Item = (&str, f64)> {
    let key = |feature: Feature| {
        ROWS.iter()
            .find(|row| row.feature == feature)
            .map_or("", |row| row.key)
    };
    let features = sample.features.iter();
    let features = features.map(move |&(feature, much)| (key(feature), much as f64));
    features.chain(sample.words.iter().map(|word| (word.as_str(), 1.0)))
}

/// How much one of each input counts while learning: features by how they differ, words as they are.
fn scales(rows: &[Lesson], firsts: usize, all: usize) -> Vec<f64> {
    let mut sums = vec![(0.0, 0.0); all];
    for (place, much) in rows.iter().flat_map(|lesson| &lesson.inputs) {
        sums[*place].0 += much;
        sums[*place].1 += much * much;
    }
    let count = rows.len().max(1) as f64;
    let scale = |(place, (sum, squares)): (usize, (f64, f64))| {
        let deviation = (squares / count - (sum / count) * (sum / count)).sqrt();
        if place < firsts && deviation > 1e-6 {
            deviation
        } else {
            1.0
        }
    };
    sums.into_iter().enumerate().map(scale).collect()
}

fn learn(
    rows: &[Lesson],
    names: &[(&str, Option<Feature>)],
    scales: &[f64],
    weights: &mut [[f64; 3]],
) {
    let count = rows.len().max(1) as f64;
    let mut first = vec![[0.0; 3]; weights.len()];
    let mut second = vec![[0.0; 3]; weights.len()];
    for round in 1..=ROUNDS {
        let mut slopes = vec![[0.0; 3]; weights.len()];
        for Lesson {
            inputs,
            label,
            counts,
        } in rows
        {
            let shares = shares(inputs, scales, weights);
            for &(place, much) in inputs {
                for step in 0..3 {
                    let wrong = shares[step] - f64::from(u8::from(step == *label));
                    slopes[place][step] += counts * wrong * much / scales[place] / count;
                }
            }
        }
        let fade = |decay: f64| 1.0 - decay.powi(round as i32);
        for (place, weight) in weights.iter_mut().enumerate() {
            let hold = if names[place].1.is_some() {
                FEATURES
            } else {
                WORDS
            } / count;
            for step in 0..3 {
                let slope = slopes[place][step] + hold * weight[step];
                let (first, second) = (&mut first[place][step], &mut second[place][step]);
                *first = 0.9 * *first + 0.1 * slope;
                *second = 0.99 * *second + 0.01 * slope * slope;
                let scaled = (*second / fade(0.99)).sqrt() + 1e-8;
                weight[step] -= RATE * (*first / fade(0.9)) / scaled;
            }
            bind(names[place].1, weight);
        }
    }
}

/// The chances of the steps.
fn shares(inputs: &Inputs, scales: &[f64], weights: &[[f64; 3]]) -> [f64; 3] {
    let mut sums = [0.0; 3];
    for &(place, much) in inputs {
        for step in 0..3 {
            sums[step] += weights[place][step] * much / scales[place];
        }
    }
    let most = sums.iter().copied().fold(f64::MIN, f64::max);
    let powers = sums.map(|sum: f64| (sum - most).exp());
    let all: f64 = powers.iter().sum();
    powers.map(|power| power / all)
}

/// Keeps a weight where the definitions want it.
fn bind(feature: Option<Feature>, weight: &mut [f64; 3]) {
    let leads = match feature {
        Some(feature) if PARTICULARS.contains(&feature) => 0,
        Some(feature) if WORDING.contains(&feature) => 1,
        _ => return,
    };
    let most = weight[leads];
    weight.iter_mut().for_each(|one| *one = one.min(most));
}
