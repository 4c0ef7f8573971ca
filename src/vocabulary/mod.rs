//! What only words tell: keywords, and the share and variety of words that make a text easy or hard.
//!
//! Nothing else of an analysis asks for words, so this stage, the longest, can be done apart: the
//! page has it done beside the others.

mod keywords;
mod readability;

use crate::language::{Reading, Word};
use crate::model::{Document, Score, Span, Vocabulary};
use crate::scores;
use readability::WordSums;

/// What the words of a document tell.
pub fn of(reading: &Reading, words: &[Word]) -> Vocabulary {
    let sums = WordSums::new(words);
    Vocabulary {
        words: words.len(),
        keywords: keywords::extract(reading, words),
        readability: sums.score(words, Span::new(0, reading.text.len())),
        sections: scores::scored_sections(reading)
            .map(|section| sums.score(words, section))
            .collect(),
    }
}

/// Adds to a document what its words tell.
pub fn add(document: &mut Document, vocabulary: Vocabulary) {
    document.statistics.words = Some(vocabulary.words);
    document.terms.extend(vocabulary.keywords);
    let add = |score: &mut Score, more: Score| score.parts.extend(more.parts);
    let scores = &mut document.scores;
    add(&mut scores.document.readability, vocabulary.readability);
    for (section, more) in scores.sections.iter_mut().zip(vocabulary.sections) {
        add(&mut section.scores.readability, more);
    }
}
