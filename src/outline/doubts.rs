//! What the outline of a text could not tell, for its reader.

use super::depth::DEEPEST;
use super::{contents, entries};
use crate::layout::is_contents_head;
use crate::model::{Block, BlockKind, Heading, HeadingStyle, WarningCode};

/// The warnings that the outline of a document calls for.
pub fn doubts(text: &str, blocks: &[Block], outline: &[Heading]) -> Vec<WarningCode> {
    let mut doubts = Vec::new();
    let named = blocks
        .iter()
        .any(|block| block.kind == BlockKind::Metadata && is_contents_head(block.span.of(text)));
    if named || !contents::rows(text, blocks).is_empty() {
        doubts.push(WarningCode::Contents);
    }
    let seen = survey(outline);
    if seen.deepest > DEEPEST {
        doubts.push(WarningCode::Nesting);
    }
    if seen.headings >= entries::MOST {
        doubts.push(WarningCode::TooMany);
    }
    let has_text = blocks.iter().any(|block| {
        let words = block.span.of(text);
        let sentence = words.contains(['。', '；', '！', '？']);
        block.kind == BlockKind::Paragraph && (sentence || words.len() > LONGEST_TITLE)
    });
    let headed = outline
        .iter()
        .all(|heading| !matches!(heading.style, HeadingStyle::Inline | HeadingStyle::Dash));
    if !has_text && headed && outline.len() > 1 {
        doubts.push(WarningCode::TitlesOnly);
    }
    doubts
}

/// The most bytes of a line that may be a title.
const LONGEST_TITLE: usize = 240;

/// What an outline holds.
#[derive(Default)]
struct Survey {
    headings: usize,
    deepest: usize,
}

fn survey(headings: &[Heading]) -> Survey {
    let mut all = Survey::default();
    for heading in headings {
        let below = survey(&heading.children);
        all.headings += 1 + below.headings;
        all.deepest = all.deepest.max(heading.level).max(below.deepest);
    }
    all
}
