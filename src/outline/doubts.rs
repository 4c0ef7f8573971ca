//! What the outline of a text could not tell, for its reader.

use super::depth::DEEPEST;
use super::{contents, entries};
use crate::model::{Block, BlockKind, Heading, WarningCode};

/// The warnings that the outline of a document calls for.
pub fn doubts(text: &str, blocks: &[Block], outline: &[Heading]) -> Vec<WarningCode> {
    let mut doubts = Vec::new();
    if !contents::rows(text, blocks).is_empty() {
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
        block.kind == BlockKind::Paragraph && words.ends_with(['。', '；', '！', '？', '”', '）'])
    });
    if !has_text && outline.len() > 1 {
        doubts.push(WarningCode::TitlesOnly);
    }
    doubts
}

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
