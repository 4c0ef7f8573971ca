//! Keywords (关键词): words that a text uses more than official texts at large do.

use crate::language::{Reading, Word};
use crate::lexicon::{COMMON_WORDS, FORMULA_WORDS, FastMap};
use crate::model::{Span, Term, TermKind};

/// The most keywords of a document.
const MOST: usize = 40;
/// The texts that `data/common-words.tsv` was counted in.
const TEXTS: f64 = 48.0;

/// Nouns and verbs of two and more characters that stand at least twice, by TF-IDF: occurrences
/// in 1,000 words, times the logarithm of how few of the reference texts hold the word.
pub fn extract(reading: &Reading, words: &[Word]) -> Vec<Term> {
    let mut places: FastMap<&str, Vec<Span>> = FastMap::default();
    for word in words.iter().filter(|word| may_be_keyword(word.tag)) {
        let text = word.span.of(reading.text);
        if text.len() >= 6 && text.chars().all(super::is_han) {
            places.entry(text).or_default().push(word.span);
        }
    }
    let mut weighed: Vec<(f64, &str, Vec<Span>)> = places
        .into_iter()
        .filter(|(text, spans)| spans.len() >= 2 && !is_formula(text))
        .map(|(text, spans)| {
            let frequency = spans.len() as f64 * 1000.0 / words.len() as f64;
            (frequency * rarity(text), text, spans)
        })
        .collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    weighed.truncate(MOST);
    weighed
        .into_iter()
        .map(|(weight, text, occurrences)| Term {
            kind: TermKind::Keyword,
            text: text.to_owned(),
            occurrences,
            weight: (weight * 100.0).round() / 100.0,
            gloss: None,
        })
        .collect()
}

fn may_be_keyword(tag: &str) -> bool {
    tag.starts_with('n') || matches!(tag, "v" | "vn" | "j" | "l" | "i" | "x")
}

fn is_formula(text: &str) -> bool {
    FORMULA_WORDS
        .binary_search_by(|row| row[0].cmp(text))
        .is_ok()
}

/// The inverse document frequency, from about 0 (in all texts) to 4.6 (in fewer than five).
fn rarity(text: &str) -> f64 {
    let documents = COMMON_WORDS
        .binary_search_by(|row| row[0].cmp(text))
        .ok()
        .and_then(|at| COMMON_WORDS[at][1].parse::<f64>().ok())
        .unwrap_or(1.0);
    ((TEXTS + 1.0) / documents).ln().max(0.01)
}
