//! Plain counts of a document.

use crate::language::Reading;
use crate::model::{BlockKind, Statistics};
use crate::terms::is_han;

/// Counts a document, its words aside: [`crate::vocabulary`] adds them.
pub fn count(reading: &Reading) -> Statistics {
    let mut characters = 0;
    let mut han_characters = 0;
    for character in reading.text.chars() {
        characters += usize::from(!character.is_whitespace());
        han_characters += usize::from(
            is_han(character)
                || ('\u{3400}'..='\u{4dbf}').contains(&character)
                || ('\u{20000}'..='\u{323af}').contains(&character),
        );
    }
    Statistics {
        characters,
        han_characters,
        words: None,
        sentences: reading.sentences.len(),
        clauses: reading.clauses.len(),
        paragraphs: reading
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Paragraph)
            .count(),
        headings: reading.sections.len(),
    }
}
