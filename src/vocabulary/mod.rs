//! What only words tell: keywords, and the share and variety of words that make a text easy or hard.

mod keywords;
mod readability;

use crate::model::{Score, Scores, Span, Term};
use crate::reading::Reading;
use crate::scores;
use readability::WordSums;

/// What the words of a document tell.
pub struct Vocabulary {
    /// The keywords, the weightiest first.
    pub keywords: Vec<Term>,
    /// The parts of the document's readability that are counted over words.
    readability: Score,
    /// As `readability`, of each section that has scores, in their order.
    sections: Vec<Score>,
}

/// Counts the words of a document.
pub fn of(reading: &Reading) -> Vocabulary {
    let words = &reading.words;
    let sums = WordSums::new(words);
    Vocabulary {
        keywords: keywords::extract(reading),
        readability: sums.score(words, Span::new(0, reading.text.len())),
        sections: scores::scored_sections(reading)
            .map(|section| sums.score(words, section))
            .collect(),
    }
}

impl Vocabulary {
    /// Adds to the scores of the document what its words tell.
    pub fn add_to(&mut self, scores: &mut Scores) {
        // Where the reference set does not fit the text, nothing is compared with it.
        if scores.warnings.is_empty() {
            scores::place(&scores.reference, "readability", &mut self.readability);
        }
        let readability = &mut scores.document.readability;
        readability.parts.append(&mut self.readability.parts);
        if scores.warnings.is_empty() {
            let percentiles = &mut self.readability.part_percentiles;
            readability.part_percentiles.append(percentiles);
        }
        for (section, more) in scores.sections.iter_mut().zip(&mut self.sections) {
            section.scores.readability.parts.append(&mut more.parts);
        }
    }
}
