//! 可读性 by words: shares of adverbs and conjunctions, and variety.
//!
//! After 徐巍、姚振晔、陈冬华 (2021), 中文年报可读性; MATTR after Covington & McFall (2010).

use crate::model::{Score, Span};
use crate::reading::Word;
use crate::scores::{figures, round};

/// The words of the window over which variety is measured.
const WINDOW: usize = 50;

/// What is counted over the words before one.
#[derive(Clone, Copy, Default)]
struct Sum {
    adverbs: u32,
    conjunctions: u32,
    /// Different words in the windows that end before it.
    different: u64,
}

/// The sums before each word, and behind the last, so that any stretch costs two look-ups however many sections
/// there are.
pub struct WordSums(Vec<Sum>);

impl WordSums {
    /// Sums over the words of a document.
    pub fn new(words: &[Word]) -> Self {
        let most = words.iter().map(|word| word.number).max();
        let mut seen = vec![0_u32; most.map_or(0, |most| most as usize + 1)];
        let mut different = 0;
        let mut sum = Sum::default();
        let mut sums = Vec::with_capacity(words.len() + 1);
        sums.push(sum);
        for (at, word) in words.iter().enumerate() {
            sum.adverbs += u32::from(word.tag.starts_with('d') && word.tag != "df");
            sum.conjunctions += u32::from(word.tag.starts_with('c'));
            let number = word.number as usize;
            different += u64::from(seen[number] == 0);
            seen[number] += 1;
            if at >= WINDOW {
                let left = words[at - WINDOW].number as usize;
                seen[left] -= 1;
                different -= u64::from(seen[left] == 0);
            }
            if at + 1 >= WINDOW {
                sum.different += different;
            }
            sums.push(sum);
        }
        Self(sums)
    }

    /// The figures of the stretch of the text whose words these are.
    pub fn score(&self, words: &[Word], stretch: Span) -> Score {
        let from = words.partition_point(|word| word.span.start < stretch.start);
        let to = words.partition_point(|word| word.span.start < stretch.end);
        let mut parts: Vec<(&'static str, f64)> = Vec::new();
        let all = (to - from) as f64;
        if all > 0.0 {
            let share = |count: fn(&Sum) -> u32| {
                round(100.0 * f64::from(count(&self.0[to]) - count(&self.0[from])) / all)
            };
            parts.push(("adverb_share", share(|sum| sum.adverbs)));
            parts.push(("conjunction_share", share(|sum| sum.conjunctions)));
        }
        if let Some(variety) = self.variety(from, to) {
            parts.push(("mattr", (variety * 1000.0).round() / 1000.0));
        }
        figures(&parts)
    }

    /// The mean share of different words in every window of [`WINDOW`] words from the word `from`
    /// to before the word `to`; `None` where there are fewer.
    fn variety(&self, from: usize, to: usize) -> Option<f64> {
        let windows = (to - from + 1)
            .checked_sub(WINDOW)
            .filter(|&count| count > 0)?;
        let total = self.0[to].different - self.0[from + WINDOW - 1].different;
        Some(total as f64 / (windows * WINDOW) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Pos;

    fn words(numbers: impl Iterator<Item = u32>) -> Vec<Word> {
        numbers
            .map(|number| Word {
                span: Span::new(0, 0),
                number,
                tag: "n",
                pos: Pos::Noun,
            })
            .collect()
    }

    fn variety(numbers: &[u32]) -> Option<f64> {
        WordSums::new(&words(numbers.iter().copied())).variety(0, numbers.len())
    }

    #[test]
    fn variety_is_a_share_of_different_words() {
        let all_different: Vec<u32> = (0..120).collect();
        assert_eq!(variety(&all_different), Some(1.0));
        assert_eq!(variety(&[7; 100]), Some(0.02));
        assert_eq!(variety(&[1, 2, 3]), None);
    }

    #[test]
    fn the_words_before_a_stretch_do_not_count_for_it() {
        let sums = WordSums::new(&words((0..60).chain(std::iter::repeat_n(7, 60))));
        assert_eq!(sums.variety(60, 120), Some(0.02));
        assert_eq!(sums.variety(0, 60), Some(1.0));
        assert_eq!(sums.variety(60, 100), None);
    }
}
