//! Plain counts of a document.

use crate::model::{BlockKind, Statistics};
use crate::reading::Reading;
use crate::text::letters::count_han;

/// Plain counts.
pub fn statistics(reading: &Reading) -> Statistics {
    let (mut characters, mut rare_han) = (0, 0);
    let han = count_han(reading.text, |other| {
        characters += usize::from(!other.is_whitespace());
        rare_han +=
            usize::from(matches!(other, '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{323af}'));
    });
    let blocks = reading.blocks.iter();
    let paragraphs = blocks.filter(|block| block.kind == BlockKind::Paragraph);
    Statistics {
        characters: characters + han,
        han_characters: rare_han + han,
        words: reading.words.len(),
        sentences: reading.sentences.len(),
        clauses: reading.clauses.len(),
        paragraphs: paragraphs.count(),
        headings: reading.sections.len(),
    }
}
