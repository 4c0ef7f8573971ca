//! 可读性: figures of their own and no sum, because sentence length would swamp the others.
//!
//! After 徐巍、姚振晔、陈冬华 (2021), 中文年报可读性; MATTR after Covington & McFall (2010).

use super::counts::Counts;
use crate::language::Word;
use crate::model::{Score, Span};

/// The words of the window over which variety is measured.
const WINDOW: usize = 50;

/// The figures of a stretch.
pub fn score(counts: &Counts, stretch: Span) -> Score {
    let characters = counts.characters(stretch);
    let mut parts: Vec<(&str, f64)> = Vec::new();
    let sentences = counts.sentences(stretch);
    if sentences > 0.0 {
        parts.push((
            "characters_per_sentence",
            super::round(characters / sentences),
        ));
    }
    let clauses = counts.clauses(stretch);
    if clauses > 0.0 {
        parts.push(("characters_per_clause", super::round(characters / clauses)));
    }
    if let Some(words) = counts.words {
        let from = words.partition_point(|word| word.span.start < stretch.start);
        let to = words.partition_point(|word| word.span.start < stretch.end);
        let all = (to - from) as f64;
        if all > 0.0 {
            let share = |tag: char| {
                let found = words[from..to]
                    .iter()
                    .filter(|word: &&Word| word.tag.starts_with(tag) && word.tag != "df")
                    .count();
                super::round(100.0 * found as f64 / all)
            };
            parts.push(("adverb_share", share('d')));
            parts.push(("conjunction_share", share('c')));
        }
        if let Some(variety) = moving_average(&counts.word_numbers[from..to]) {
            parts.push(("mattr", (variety * 1000.0).round() / 1000.0));
        }
    }
    Score {
        value: None,
        parts: super::named(&parts),
    }
}

/// The mean share of different words in every window of [`WINDOW`] words; `None` where there are
/// fewer.
fn moving_average(words: &[u32]) -> Option<f64> {
    if words.len() < WINDOW {
        return None;
    }
    let most = words.iter().max().map_or(0, |most| *most as usize);
    let mut seen = vec![0_u32; most + 1];
    let mut different = 0_usize;
    let mut total = 0_usize;
    for (at, &word) in words.iter().enumerate() {
        different += usize::from(seen[word as usize] == 0);
        seen[word as usize] += 1;
        if at >= WINDOW {
            let left = words[at - WINDOW] as usize;
            seen[left] -= 1;
            different -= usize::from(seen[left] == 0);
        }
        if at + 1 >= WINDOW {
            total += different;
        }
    }
    let windows = words.len() - WINDOW + 1;
    Some(total as f64 / (windows * WINDOW) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variety_is_a_share_of_different_words() {
        let all_different: Vec<u32> = (0..120).collect();
        assert_eq!(moving_average(&all_different), Some(1.0));
        assert_eq!(moving_average(&[7; 100]), Some(0.02));
        assert_eq!(moving_average(&[1, 2, 3]), None);
    }
}
