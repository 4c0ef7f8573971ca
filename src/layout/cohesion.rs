//! Which of two texts a paragraph belongs to, by the words that it shares with them (lexical
//! cohesion, after Hearst, TextTiling, 1997; weighed as naive Bayes does).

use std::collections::HashMap;

use super::join::Paragraph;

/// The most characters of either side that are compared.
const COMPARED: usize = 8_000;

/// 100 times the natural logarithm of a count and a half: what a pair of characters weighs that
/// stands so often on one side. Whole numbers, so that every machine decides alike.
const WEIGHTS: [i64; 12] = [-69, 41, 92, 125, 150, 170, 187, 201, 214, 225, 235, 244];

/// How often every two Chinese characters stand together.
pub(super) struct Words {
    counts: HashMap<(char, char), u32>,
    /// How many there are.
    size: i64,
    /// The characters that may still be added.
    left: usize,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            counts: HashMap::new(),
            size: 0,
            left: COMPARED,
        }
    }
}

impl Words {
    /// The words of `paragraphs`, from the first or, with `from_end`, from the last one on.
    pub(super) fn of(paragraphs: &[Paragraph], from_end: bool) -> Self {
        let mut words = Self::default();
        for at in 0..paragraphs.len() {
            let at = if from_end {
                paragraphs.len() - 1 - at
            } else {
                at
            };
            words.add(&paragraphs[at].text);
            if words.left == 0 {
                break;
            }
        }
        words
    }

    /// Adds the words of `text`, up to the most that are compared.
    pub(super) fn add(&mut self, text: &str) {
        if self.left == 0 {
            return;
        }
        for pair in pairs(text) {
            *self.counts.entry(pair).or_default() += 1;
            self.size += 1;
        }
        self.left = self.left.saturating_sub(text.len() / 3);
    }

    /// Whether the two characters stand together.
    pub(super) fn has(&self, pair: (char, char)) -> bool {
        self.counts.contains_key(&pair)
    }

    fn weight(&self, pair: (char, char)) -> i64 {
        let count = self.counts.get(&pair).copied().unwrap_or(0);
        WEIGHTS[(count as usize).min(WEIGHTS.len() - 1)]
    }

    /// How much more `text` shares with these words than with `other`: above 0 where it belongs to
    /// these.
    pub(super) fn lean(&self, other: &Self, text: &str) -> i64 {
        let sizes = logarithm(other.size) - logarithm(self.size);
        pairs(text)
            .filter(|pair| self.counts.contains_key(pair) || other.counts.contains_key(pair))
            .map(|pair| self.weight(pair) - other.weight(pair) + sizes)
            .sum()
    }
}

/// 100 times the natural logarithm, between powers of two on a straight line.
fn logarithm(number: i64) -> i64 {
    let number = number.max(1) as u64;
    let power = number.ilog2();
    let part = (number - (1 << power)) * 100 / (1 << power);
    (u64::from(power) * 100 + part) as i64 * 693 / 1000
}

/// The first paragraph of the article that begins before `restart`: one of `from + 1..=restart`,
/// chosen so that the paragraphs `from..restart` share most words with their own side. The first
/// of them stays with the heading above it.
pub(super) fn split(
    paragraphs: &[Paragraph],
    before: usize,
    from: usize,
    restart: usize,
    following: usize,
) -> usize {
    if restart <= from + 1 {
        return restart;
    }
    let earlier = Words::of(&paragraphs[before..from + 1], true);
    let end = following.max(restart + 1).min(paragraphs.len());
    let later = Words::of(&paragraphs[restart..end], false);
    let mut best = (restart, 0_i64);
    let mut score = 0;
    for at in (from + 1..restart).rev() {
        score += later.lean(&earlier, &paragraphs[at].text);
        if score > best.1 {
            best = (at, score);
        }
    }
    best.0
}

/// Whether the words of `title` are those of the `later` paragraphs rather than the `earlier`.
pub(super) fn belongs(title: &str, earlier: &[Paragraph], later: &[Paragraph]) -> bool {
    Words::of(later, false).lean(&Words::of(earlier, true), title) > 0
}

/// Every two Chinese characters that stand together in `text`.
fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    let mut previous = None;
    text.chars().take(COMPARED).filter_map(move |character| {
        let han = ('\u{4e00}'..='\u{9fff}').contains(&character);
        let pair = previous.filter(|_| han).map(|before| (before, character));
        previous = han.then_some(character);
        pair
    })
}
