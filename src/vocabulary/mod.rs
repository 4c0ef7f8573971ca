//! What only words tell: keywords, and the share and variety of words that make a text easy or hard.
//!
//! Nothing else of an analysis asks for words, so this stage, the longest, can be done apart: the
//! page has it done beside the others.

mod keywords;
mod readability;

use crate::language::{Reading, Word};
use crate::model::{Document, Span, Vocabulary};
use crate::scores;
use readability::WordSums;

/// What the words of a document tell.
pub fn of(reading: &Reading, words: &[Word]) -> Vocabulary {
    let sums = WordSums::new(words);
    let mut readability = sums.score(words, Span::new(0, reading.text.len()));
    scores::place_readability(&mut readability);
    Vocabulary {
        words: words.len(),
        keywords: keywords::extract(reading, words),
        readability,
        sections: scores::scored_sections(reading)
            .map(|section| sums.score(words, section))
            .collect(),
    }
}

/// Adds to a document what its words tell.
pub fn add(document: &mut Document, vocabulary: Vocabulary) {
    document.statistics.words = Some(vocabulary.words);
    document.terms.extend(vocabulary.keywords);
    let scores = &mut document.scores;
    let readability = &mut scores.document.readability;
    readability.parts.extend(vocabulary.readability.parts);
    // Where the reference set does not fit the text, nothing is compared with it.
    if scores.warnings.is_empty() {
        let percentiles = vocabulary.readability.part_percentiles;
        readability.part_percentiles.extend(percentiles);
    }
    for (section, more) in scores.sections.iter_mut().zip(vocabulary.sections) {
        section.scores.readability.parts.extend(more.parts);
    }
}
