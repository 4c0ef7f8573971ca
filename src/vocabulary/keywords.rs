//! Keywords (关键词): words that a text uses more than official texts at large do.

use std::sync::OnceLock;

use crate::lexicon::{FastMap, common_words, formula_words};
use crate::model::{Span, Term, TermKind};
use crate::reading::{Reading, Word};
use crate::text::character::is_han;

/// The most keywords of a document.
const MOST: usize = 40;
/// The texts that `data/common-words.tsv` was counted in.
const TEXTS: f64 = 48.0;

/// Nouns and verbs of two and more characters that stand at least twice, by TF-IDF: occurrences
/// in 1,000 words, times the logarithm of how few of the reference texts hold the word.
pub fn extract(reading: &Reading) -> Vec<Term> {
    let words = &reading.words;
    let most = words.iter().map(|word| word.number).max();
    let mut counts = vec![0_u32; most.map_or(0, |most| most as usize + 1)];
    for word in words.iter().filter(|word| may_be_keyword(word)) {
        counts[word.number as usize] += 1;
    }
    // Each word that stands often enough, by its number, with its weight and its places.
    let mut candidates: Vec<Option<(f64, &str, Vec<Span>)>> = vec![None; counts.len()];
    for word in words.iter().filter(|word| may_be_keyword(word)) {
        let number = word.number as usize;
        if counts[number] < 2 {
            continue;
        }
        let (_, _, spans) = candidates[number].get_or_insert_with(|| {
            let text = word.span.of(reading.text);
            let frequency = f64::from(counts[number]) * 1000.0 / words.len() as f64;
            (frequency * rarity(text), text, Vec::new())
        });
        spans.push(word.span);
    }
    let mut weighed: Vec<(f64, &str, Vec<Span>)> = candidates
        .into_iter()
        .flatten()
        .filter(|(weight, text, _)| *weight > 0.0 && text.chars().all(is_han))
        .collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    weighed.truncate(MOST);
    let mut keywords: Vec<Term> = weighed
        .into_iter()
        .map(|(weight, text, occurrences)| Term {
            kind: TermKind::Keyword,
            text: text.to_owned(),
            occurrences,
            weight: (weight * 100.0).round() / 100.0,
            gloss: None,
            members: Vec::new(),
            since: None,
        })
        .collect();
    keywords.sort_by(|a, b| {
        b.weight
            .total_cmp(&a.weight)
            .then_with(|| a.text.cmp(&b.text))
    });
    keywords
}

/// A noun or a verb of two and more characters.
fn may_be_keyword(word: &Word) -> bool {
    word.span.len() >= 6
        && (word.tag.starts_with('n') || matches!(word.tag, "v" | "vn" | "j" | "l" | "i" | "x"))
}

/// The inverse document frequency, from about 0 (in all texts) to 4.6 (in fewer than five); 0 for a
/// word that fits every text.
fn rarity(word: &str) -> f64 {
    static KNOWN: OnceLock<FastMap<&str, f64>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let weight = |documents: u32| ((TEXTS + 1.0) / f64::from(documents)).ln().max(0.01);
        let common = common_words::ROWS.iter();
        let common = common.map(|row| (row.word, weight(row.documents)));
        // After the common words: a word in both tables fits every text.
        let formula = formula_words::ROWS.iter().map(|row| (row.word, 0.0));
        common.chain(formula).collect()
    });
    known
        .get(word)
        .copied()
        .unwrap_or_else(|| (TEXTS + 1.0).ln())
}
