//! A multinomial logistic model of the three steps that no claim decides, trained by Adam on all sentences at once.

use std::collections::{BTreeMap, BTreeSet};

use xushi::lexicon::ladder_weights::{Feature, ROWS};
use xushi::model::Ladder;

use crate::company::COMPONENTS;
use crate::labels::Sample;

const STEPS: [Ladder; 3] = [Ladder::Concrete, Ladder::Formulaic, Ladder::General];
/// A word has weights of its own where so many sentences hold it; rarer ones stand on what they lean to.
const LEAST: usize = 25;
/// How firmly the weights are held near nothing: of features, of words.
const FEATURES: f64 = 25.0;
const WORDS: f64 = 10.0;
const ROUNDS: usize = 400;
const RATE: f64 = 0.04;
/// What a weight of 1 is in the table.
const UNIT: f64 = 100.0;
/// A word that tells less between two steps is left out of its table.
const TELLING: i32 = 16;
/// What a leaning of 1 weighs, where it is that of a sentence's only word.
const LEANS: i32 = 100;
/// What both leanings of a word come to at least: below it they decide next to nothing, and weigh in the page's first load.
const LEAST_LEANING: i32 = 3;
/// The bytes of a word that leans, at least: two characters.
const LONG: usize = 6;

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

/// Words with what company they keep.
pub type Vectors = BTreeMap<String, Vec<f64>>;

/// What features and words weigh, and what words lean to.
pub struct Model {
    /// Weights of each step, by the features' keys and by words.
    weights: BTreeMap<String, [i32; 3]>,
    /// How much more words lean to concrete and to formulaic than to general.
    leanings: BTreeMap<String, [i32; 2]>,
}

/// What a sentence has: inputs by their places, each with how much.
type Inputs = Vec<(usize, f64)>;

/// A feature, a word or a component of words' company.
struct Input {
    /// The feature, where it is one: some are bound.
    bound: Option<Feature>,
    /// How firmly its weights are held near nothing.
    hold: f64,
    /// What it is divided by while learning.
    scale: f64,
}

impl Input {
    fn new(bound: Option<Feature>, hold: f64) -> Self {
        let scale = 1.0;
        Self { bound, hold, scale }
    }
}

/// What is learned of a sentence: its inputs, its step, and how much it counts.
struct Lesson {
    inputs: Inputs,
    label: usize,
    counts: f64,
}

/// How much a sentence of a set counts: few are labelled of the sets that others labelled.
fn worth(set: &str) -> f64 {
    match set {
        "gold" => 8.0,
        "fresh" => 2.0,
        _ => 1.0,
    }
}

impl Model {
    /// Learns from samples, and from vectors of words.
    pub fn trained(samples: &[&Sample], vectors: &Vectors) -> Self {
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
        // Letters of another script belong to one subject.
        let often = |(word, count): &(&&str, &usize)| **count >= LEAST && !word.is_ascii();
        let words = counts.iter().filter(often);
        names.extend(words.map(|(word, _)| (*word, None)));
        let places: BTreeMap<&str, usize> = names.iter().map(|one| one.0).zip(0..).collect();
        let hold = |bound: Option<Feature>| if bound.is_some() { FEATURES } else { WORDS };
        let own = names.iter().map(|name| Input::new(name.1, hold(name.1)));
        let company = (0..COMPONENTS).map(|_| Input::new(None, FEATURES));
        let mut inputs: Vec<Input> = own.chain(company).collect();
        let lesson = |sample: &&Sample| {
            let label = STEPS.iter().position(|step| *step == sample.label);
            let has = had(sample).filter_map(|(name, much)| Some((*places.get(name)?, much)));
            let company = mean(sample, vectors).into_iter().enumerate();
            Lesson {
                inputs: has
                    .chain(company.map(|(at, much)| (names.len() + at, much)))
                    .collect(),
                label: label.unwrap_or(2),
                counts: worth(&sample.set),
            }
        };
        let rows: Vec<Lesson> = samples.iter().map(lesson).collect();
        scale(&rows, &mut inputs, |place| {
            place < firsts || place >= names.len()
        });
        let weights = learn(&rows, &inputs);
        let (own, company) = weights.split_at(names.len());
        let rounded = names.iter().zip(own).map(|((name, feature), weights)| {
            let mean = weights.iter().sum::<f64>() / 3.0;
            let weights = weights.map(|weight| ((weight - mean) * UNIT).round() as i32);
            (*name, feature, weights)
        });
        let told = rounded.filter(|(_, feature, weights)| {
            let most = weights.iter().max().unwrap_or(&0);
            feature.is_some() || most - weights.iter().min().unwrap_or(&0) >= TELLING
        });
        let weights = told.map(|(name, _, weights)| (name.to_owned(), weights));
        Self {
            weights: weights.collect(),
            leanings: leanings(company, vectors),
        }
    }

    /// The step of a sample: what the claims say, or the model.
    pub fn step(&self, sample: &Sample) -> Option<Ladder> {
        if matches!(sample.step, None | Some(Ladder::Measurable)) {
            return sample.step;
        }
        let mut sums = [0; 3];
        for (name, much) in had(sample) {
            for (sum, weight) in sums
                .iter_mut()
                .zip(self.weights.get(name).unwrap_or(&[0; 3]))
            {
                *sum += weight * much as i32;
            }
        }
        let long = sample.words.iter().filter(|word| word.len() >= LONG);
        let count = long.clone().count().max(1) as i32;
        for (at, sum) in sums.iter_mut().take(2).enumerate() {
            let leanings = long.clone().filter_map(|word| self.leanings.get(word));
            *sum += LEANS * leanings.map(|both| both[at]).sum::<i32>() / count;
        }
        let most = sums.iter().max();
        sums.iter()
            .position(|sum| Some(sum) == most)
            .map(|at| STEPS[at])
    }

    /// The rows of the table of weights.
    pub fn rows(&self) -> Vec<String> {
        let row = |(name, [concrete, formulaic, general]): (&String, &[i32; 3])| {
            let kind = if name.is_ascii() { name } else { "word" };
            format!("{name}\t{kind}\t{concrete}\t{formulaic}\t{general}")
        };
        self.weights.iter().map(row).collect()
    }

    /// The rows of the table of leanings: words that lean alike share one.
    pub fn leanings(&self) -> Vec<String> {
        let mut alike: BTreeMap<[i32; 2], Vec<&str>> = BTreeMap::new();
        for (word, both) in &self.leanings {
            alike.entry(*both).or_default().push(word);
        }
        let row = |([concrete, formulaic], words): (&[i32; 2], &Vec<&str>)| {
            let words = words.join(" ");
            format!("{concrete},{formulaic}\t{concrete}\t{formulaic}\t{words}")
        };
        alike.iter().map(row).collect()
    }
}

/// What words lean to by what the components of their vectors weigh.
fn leanings(components: &[[f64; 3]], vectors: &Vectors) -> BTreeMap<String, [i32; 2]> {
    let lean = |vector: &[f64], step: usize| {
        let each = components.iter().zip(vector);
        let sum: f64 = each
            .map(|(weights, much)| (weights[step] - weights[2]) * much)
            .sum();
        (sum * UNIT / f64::from(LEANS)).round() as i32
    };
    let long = vectors.iter().filter(|(word, _)| word.len() >= LONG);
    long.map(|(word, vector)| (word.clone(), [lean(vector, 0), lean(vector, 1)]))
        .filter(|(_, both)| both.iter().map(|one| one.abs()).sum::<i32>() >= LEAST_LEANING)
        .collect()
}

/// The mean of the vectors of a sample's words; one that is not known counts as nothing.
fn mean(sample: &Sample, vectors: &Vectors) -> [f64; COMPONENTS] {
    let long = sample.words.iter().filter(|word| word.len() >= LONG);
    let count = long.clone().count().max(1) as f64;
    let mut mean = [0.0; COMPONENTS];
    for vector in long.filter_map(|word| vectors.get(word)) {
        for (sum, much) in mean.iter_mut().zip(vector) {
            *sum += much / count;
        }
    }
    mean
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

/// Sets how much one of an input counts while learning: by how it differs, or, of words, as it is.
fn scale(rows: &[Lesson], inputs: &mut [Input], differs: impl Fn(usize) -> bool) {
    let mut sums = vec![(0.0, 0.0); inputs.len()];
    for (place, much) in rows.iter().flat_map(|lesson| &lesson.inputs) {
        sums[*place].0 += much;
        sums[*place].1 += much * much;
    }
    let count = rows.len().max(1) as f64;
    for (place, (input, (sum, squares))) in inputs.iter_mut().zip(sums).enumerate() {
        let deviation = (squares / count - (sum / count) * (sum / count)).sqrt();
        if differs(place) && deviation > 1e-6 {
            input.scale = deviation;
        }
    }
}

/// What one of each input weighs for each step.
fn learn(rows: &[Lesson], inputs: &[Input]) -> Vec<[f64; 3]> {
    let count = rows.len().max(1) as f64;
    let mut weights = vec![[0.0; 3]; inputs.len()];
    let mut first = vec![[0.0; 3]; inputs.len()];
    let mut second = vec![[0.0; 3]; inputs.len()];
    for round in 1..=ROUNDS {
        let mut slopes = vec![[0.0; 3]; inputs.len()];
        for lesson in rows {
            let shares = shares(&lesson.inputs, inputs, &weights);
            for &(place, much) in &lesson.inputs {
                for step in 0..3 {
                    let wrong = shares[step] - f64::from(u8::from(step == lesson.label));
                    slopes[place][step] +=
                        lesson.counts * wrong * much / inputs[place].scale / count;
                }
            }
        }
        let fade = |decay: f64| 1.0 - decay.powi(round as i32);
        for (place, weight) in weights.iter_mut().enumerate() {
            for step in 0..3 {
                let slope = slopes[place][step] + inputs[place].hold / count * weight[step];
                let (first, second) = (&mut first[place][step], &mut second[place][step]);
                *first = 0.9 * *first + 0.1 * slope;
                *second = 0.99 * *second + 0.01 * slope * slope;
                let scaled = (*second / fade(0.99)).sqrt() + 1e-8;
                weight[step] -= RATE * (*first / fade(0.9)) / scaled;
            }
            bind(inputs[place].bound, weight);
        }
    }
    for (weights, input) in weights.iter_mut().zip(inputs) {
        weights.iter_mut().for_each(|weight| *weight /= input.scale);
    }
    weights
}

/// The chances of the steps.
fn shares(has: &Inputs, inputs: &[Input], weights: &[[f64; 3]]) -> [f64; 3] {
    let mut sums = [0.0; 3];
    for &(place, much) in has {
        for step in 0..3 {
            sums[step] += weights[place][step] * much / inputs[place].scale;
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
