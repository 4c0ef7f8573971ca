//! Which words are of a kind, told by the words that stand beside them in texts that nobody labelled: positive pointwise mutual
//! information of neighbours, its largest components (Levy & Goldberg 2014), each word's vector of length one.

use std::collections::BTreeMap;

use xushi::lexicon::FastMap;
use xushi::reading::ends_sentence;

/// How far apart neighbours stand, in words; the second counts half.
const WINDOW: usize = 2;
/// A word of fewer uses has no vector.
const LEAST: usize = 5;
/// The components that are kept, and those that are reckoned so that these come out well.
pub const COMPONENTS: usize = 200;
const RECKONED: usize = 220;
const ROUNDS: usize = 12;
/// Frequent neighbours tell less than their number says.
const SMOOTHED: f64 = 0.75;

/// Counts of neighbours.
#[derive(Default)]
pub struct Company {
    numbers: FastMap<String, u32>,
    uses: Vec<usize>,
    /// The words, sentence by sentence.
    sentences: Vec<Vec<u32>>,
}

/// A matrix by its rows: the columns that are not nothing.
type Sparse = Vec<Vec<(usize, f64)>>;

impl Company {
    /// Counts a text, given where its words stand.
    pub fn add(&mut self, text: &str, words: impl Iterator<Item = (usize, usize)>) {
        let mut last = 0;
        self.sentences.push(Vec::new());
        for (start, end) in words {
            if text[last..start].contains(|c| ends_sentence(c) || c == '\n') {
                self.sentences.push(Vec::new());
            }
            last = end;
            let word = &text[start..end];
            if word.starts_with(|c: char| c.is_numeric()) {
                continue;
            }
            let next = self.uses.len() as u32;
            let number = *self.numbers.entry(word.to_owned()).or_insert(next);
            if number == next {
                self.uses.push(0);
            }
            self.uses[number as usize] += 1;
            if let Some(sentence) = self.sentences.last_mut() {
                sentence.push(number);
            }
        }
    }

    /// The vectors of all words that are used often enough.
    pub fn vectors(&self) -> BTreeMap<String, Vec<f64>> {
        let matrix = self.information();
        let mut columns = start(matrix.len());
        for _ in 0..ROUNDS {
            columns = columns
                .iter()
                .map(|column| times(&matrix, &times_turned(&matrix, column)))
                .collect();
            make_square(&mut columns);
        }
        let strength = |column: &Vec<f64>| length(&times_turned(&matrix, column)).sqrt();
        let strengths: Vec<f64> = columns.iter().map(strength).collect();
        let words = self.numbers.iter();
        let often = words.filter(|(_, number)| self.uses[**number as usize] >= LEAST);
        often
            .map(|(word, &number)| {
                let each = columns.iter().zip(&strengths).take(COMPONENTS);
                let mut vector: Vec<f64> = each
                    .map(|(column, strength)| column[number as usize] * strength)
                    .collect();
                let length = length(&vector).max(1e-9);
                vector.iter_mut().for_each(|one| *one /= length);
                (word.clone(), vector)
            })
            .collect()
    }

    /// How much more often than by chance two words stand together.
    fn information(&self) -> Sparse {
        let mut together: FastMap<(u32, u32), f64> = FastMap::default();
        for sentence in &self.sentences {
            for (at, &one) in sentence.iter().enumerate() {
                let near = sentence.iter().skip(at + 1).take(WINDOW);
                for (&other, far) in near.zip(1..) {
                    let often = |word: u32| self.uses[word as usize] >= LEAST;
                    if one != other && often(one) && often(other) {
                        let counts = 1.0 / f64::from(far);
                        *together.entry((one, other)).or_default() += counts;
                        *together.entry((other, one)).or_default() += counts;
                    }
                }
            }
        }
        let mut rows: Sparse = vec![Vec::new(); self.uses.len()];
        for ((one, other), counts) in together {
            rows[one as usize].push((other as usize, counts));
        }
        rows.iter_mut()
            .for_each(|row| row.sort_by_key(|cell| cell.0));
        let sum = |row: &Vec<(usize, f64)>| row.iter().map(|cell| cell.1).sum::<f64>();
        let sums: Vec<f64> = rows.iter().map(sum).collect();
        let smooth: f64 = sums.iter().map(|sum| sum.powf(SMOOTHED)).sum();
        for (row, sum) in rows.iter_mut().zip(&sums) {
            for (other, counts) in row.iter_mut() {
                let chance = sum * sums[*other].powf(SMOOTHED) / smooth;
                *counts = (*counts / chance).ln().max(0.0);
            }
            row.retain(|cell| cell.1 > 0.0);
        }
        rows
    }
}

/// Columns to begin with, the same in every run.
fn start(rows: usize) -> Vec<Vec<f64>> {
    let mut state = 1_u64;
    let mut draw = || {
        state = state
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (state >> 33) as f64 / (1_u64 << 31) as f64 - 0.5
    };
    (0..RECKONED)
        .map(|_| (0..rows).map(|_| draw()).collect())
        .collect()
}

fn times(matrix: &Sparse, column: &[f64]) -> Vec<f64> {
    let row = |row: &Vec<(usize, f64)>| row.iter().map(|cell| cell.1 * column[cell.0]).sum();
    matrix.iter().map(row).collect()
}

fn times_turned(matrix: &Sparse, column: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; column.len()];
    for (row, much) in matrix.iter().zip(column) {
        for cell in row {
            sums[cell.0] += cell.1 * much;
        }
    }
    sums
}

fn length(vector: &[f64]) -> f64 {
    vector.iter().map(|one| one * one).sum::<f64>().sqrt()
}

/// Makes columns of length one, each at a right angle to those before it.
fn make_square(columns: &mut [Vec<f64>]) {
    for at in 0..columns.len() {
        let (before, rest) = columns.split_at_mut(at);
        let column = &mut rest[0];
        for other in before.iter() {
            let shared: f64 = column.iter().zip(other).map(|(a, b)| a * b).sum();
            column
                .iter_mut()
                .zip(other)
                .for_each(|(a, b)| *a -= shared * b);
        }
        let length = length(column).max(1e-12);
        column.iter_mut().for_each(|one| *one /= length);
    }
}
