//! How much two stretches of Chinese have in common, by pairs of characters.

use crate::lexicon::FastMap;

/// Two characters that follow each other.
pub type Pair = (char, char);

/// The pairs of a stretch, marks and white space left out, in order, each once.
pub fn pairs(text: &str) -> Vec<Pair> {
    let letters: Vec<char> = letters(text).collect();
    let mut pairs: Vec<Pair> = letters.windows(2).map(|two| (two[0], two[1])).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The characters that words are made of.
pub fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|character| character.is_alphanumeric())
}

/// What pairs weigh in some texts: the rarer the more, as ln(1 + N/n).
pub struct Weights {
    known: FastMap<Pair, f64>,
    /// Of each text that was weighed its pairs.
    texts: Vec<Vec<Pair>>,
}

impl Weights {
    /// The weights of the pairs of all these texts.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let texts: Vec<Vec<Pair>> = texts.map(pairs).collect();
        let mut known: FastMap<Pair, f64> = FastMap::default();
        for pair in texts.iter().flatten() {
            *known.entry(*pair).or_default() += 1.0;
        }
        let all = texts.len() as f64;
        for weight in known.values_mut() {
            *weight = (1.0 + all / *weight).ln();
        }
        Self { known, texts }
    }

    /// The weight of a text, by its index.
    fn whole(&self, text: usize) -> f64 {
        self.texts[text].iter().map(|pair| self.known[pair]).sum()
    }

    /// Of the texts before `border` and those from it on all that are alike, from 0 to 1 by the cosine of their pairs, at
    /// least `least`: indices on both sides and the likeness. Pairs that a tenth of the texts have find none.
    pub fn alike(&self, border: usize, least: f64) -> Vec<(usize, usize, f64)> {
        let mut holders: FastMap<Pair, Vec<usize>> = FastMap::default();
        for (at, pairs) in self.texts[border..].iter().enumerate() {
            for pair in pairs {
                holders.entry(*pair).or_default().push(at);
            }
        }
        let wholes: Vec<f64> = (0..self.texts.len()).map(|at| self.whole(at)).collect();
        let most = (self.texts.len() / 10).max(8);
        let mut alike = Vec::new();
        let mut shared = vec![0.0; self.texts.len() - border];
        for (first, pairs) in self.texts[..border].iter().enumerate() {
            let mut met = Vec::new();
            for pair in pairs {
                let found = holders.get(pair).filter(|found| found.len() <= most);
                for &second in found.into_iter().flatten() {
                    if shared[second] == 0.0 {
                        met.push(second);
                    }
                    shared[second] += self.known[pair];
                }
            }
            for second in met {
                let share = shared[second] / (wholes[first] * wholes[border + second]).sqrt();
                shared[second] = 0.0;
                if share >= least {
                    alike.push((first, second, share));
                }
            }
        }
        alike
    }
}

/// The letters of `text` that `other` has in runs of four or more, in percent.
pub fn copied(text: &str, other: &str) -> u32 {
    let own: Vec<char> = letters(text).collect();
    let others: Vec<char> = letters(other).collect();
    let run = RUN.min(own.len().max(1));
    let mut runs: Vec<&[char]> = others.windows(run).collect();
    runs.sort_unstable();
    let (mut count, mut until) = (0, 0);
    for (at, stretch) in own.windows(run).enumerate() {
        if runs.binary_search(&stretch).is_ok() {
            count += at + run - until.max(at);
            until = at + run;
        }
    }
    percent(count, own.len())
}

/// The shortest run of letters that counts as copied.
const RUN: usize = 4;

/// A part of a whole in percent.
pub fn percent(part: usize, whole: usize) -> u32 {
    (part * 100).checked_div(whole).unwrap_or_default() as u32
}

/// The pairs that two sorted lists share, of all that they have, from 0 to 1 (Dice).
pub fn dice(one: &[Pair], other: &[Pair]) -> f64 {
    let all = one.len() + other.len();
    if all == 0 {
        return 0.0;
    }
    2.0 * shared(one, other) as f64 / all as f64
}

/// The pairs that two sorted lists share, of those that the shorter has; one pair tells nothing.
pub fn within(one: &[Pair], other: &[Pair]) -> f64 {
    match one.len().min(other.len()) {
        0 | 1 => 0.0,
        fewer => shared(one, other) as f64 / fewer as f64,
    }
}

fn shared(one: &[Pair], other: &[Pair]) -> usize {
    let shared = one.iter().filter(|pair| other.binary_search(pair).is_ok());
    shared.count()
}
