//! What the outline of a text could not tell, for its reader.

use super::depth::DEEPEST;
use super::provisions::has_text;
use super::{contents, entries, unsure};
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
    let (headings, deepest) = survey(outline);
    if deepest > DEEPEST {
        doubts.push(WarningCode::Nesting);
    }
    if headings >= entries::MOST {
        doubts.push(WarningCode::TooMany);
    }
    let headed = outline
        .iter()
        .all(|heading| !matches!(heading.style, HeadingStyle::Inline | HeadingStyle::Dash));
    if !has_text(text, blocks) && headed && outline.len() > 1 {
        doubts.push(WarningCode::TitlesOnly);
    }
    if unsure::is_unsure(text, blocks, outline) {
        doubts.push(WarningCode::Structure);
    }
    doubts
}

/// How many headings an outline holds, and the deepest level.
fn survey(outline: &[Heading]) -> (usize, usize) {
    outline.iter().fold((0, 0), |(count, deepest), heading| {
        let below = survey(&heading.children);
        (count + 1 + below.0, deepest.max(heading.level).max(below.1))
    })
}
