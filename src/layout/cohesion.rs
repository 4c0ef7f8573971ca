//! Which of two texts a paragraph belongs to, by the words that it shares with them (lexical
//! cohesion, after Hearst, TextTiling, 1997; weighed as naive Bayes does).

use std::collections::HashMap;

use super::join::Paragraph;

/// The most characters of either side that are compared.
const COMPARED: usize = 8_000;

/// The fewest: of less a text's words are not known.
const LEAST: usize = 300;

/// What a pair of characters weighs that stands so often on one side: 100 times the natural
/// logarithm of the count and a half; one that stands there once says little, for what a text is
/// about it says again. Whole numbers, so that every machine decides alike.
const WEIGHTS: [i64; 12] = [0, 30, 92, 125, 150, 170, 187, 201, 214, 225, 235, 244];

/// How often every two Chinese characters stand together.
pub(super) struct Words {
    counts: HashMap<(char, char), u32>,
    /// The characters that may still be added.
    left: usize,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            counts: HashMap::new(),
            left: COMPARED,
        }
    }
}

impl Words {
    /// The words of the first characters of `paragraphs`, or of the last ones.
    pub(super) fn of(paragraphs: &[Paragraph], from_end: bool, most: usize) -> Self {
        let mut words = Self {
            left: most.min(COMPARED),
            ..Self::default()
        };
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

    /// The words of the text before a place and of the text after it, as much of either.
    pub(super) fn beside(earlier: &[Paragraph], later: &[Paragraph]) -> (Self, Self) {
        let most = length(earlier).min(length(later)).max(LEAST);
        (Self::of(earlier, true, most), Self::of(later, false, most))
    }

    /// Adds the words of `text`, up to the most that are compared.
    pub(super) fn add(&mut self, text: &str) {
        if self.left == 0 {
            return;
        }
        for pair in pairs(text) {
            *self.counts.entry(pair).or_default() += 1;
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
        pairs(text)
            .map(|pair| self.weight(pair) - other.weight(pair))
            .sum()
    }
}

/// The characters of `paragraphs`, up to the most that are compared.
fn length(paragraphs: &[Paragraph]) -> usize {
    let mut length = 0;
    for paragraph in paragraphs {
        length += paragraph.text.len() / 3;
        if length >= COMPARED {
            break;
        }
    }
    length
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
    let end = following.max(restart + 1).min(paragraphs.len());
    let (earlier, later) = Words::beside(&paragraphs[before..from + 1], &paragraphs[restart..end]);
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
    let (earlier, later) = Words::beside(earlier, later);
    later.lean(&earlier, title) > 0
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
