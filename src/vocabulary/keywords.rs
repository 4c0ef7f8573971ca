//! Keywords (关键词): words that a text uses more than official texts at large do.

use std::sync::OnceLock;

use crate::lexicon::{FastMap, common_words, formula_words};
use crate::model::{Term, TermKind};
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
    let mut repeated: Vec<&Word> = Vec::new();
    for word in words.iter().filter(|word| may_be_keyword(word)) {
        let count = &mut counts[word.number as usize];
        *count += 1;
        if *count == 2 {
            repeated.push(word);
        }
    }
    let weighed = repeated.into_iter().map(|word| {
        let text = word.span.of(reading.text);
        let frequency = f64::from(counts[word.number as usize]) * 1000.0 / words.len() as f64;
        (frequency * rarity(text), text, word.number)
    });
    let mut weighed: Vec<(f64, &str, u32)> = weighed
        .filter(|(weight, text, _)| *weight > 0.0 && text.chars().all(is_han))
        .collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    weighed.truncate(MOST);
    // Of each word its place among the keywords, where it is one.
    let mut places = vec![usize::MAX; counts.len()];
    let mut keywords: Vec<Term> = Vec::with_capacity(weighed.len());
    for (weight, text, number) in weighed {
        places[number as usize] = keywords.len();
        keywords.push(Term {
            kind: TermKind::Keyword,
            text: text.to_owned(),
            occurrences: Vec::with_capacity(counts[number as usize] as usize),
            weight: (weight * 100.0).round() / 100.0,
            gloss: None,
            members: Vec::new(),
            since: None,
            seen: None,
        });
    }
    for word in words.iter().filter(|word| may_be_keyword(word)) {
        if let Some(keyword) = keywords.get_mut(places[word.number as usize]) {
            keyword.occurrences.push(word.span);
        }
    }
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
