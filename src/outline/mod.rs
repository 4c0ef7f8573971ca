//! Blocks to a tree: headings, and the inline items (一是…二是…) inside paragraphs.

mod contents;
mod depth;
mod doubts;
mod entries;
mod entry;
mod false_headings;
mod inline;
mod ordinals;
mod provisions;
mod running;

#[cfg(test)]
mod tests;
mod title;
mod tree;
mod unsure;

pub use doubts::doubts;

use crate::model::{Block, BlockKind, Heading};

/// The heading tree of a document. Linear in the text; its depth is bounded.
pub fn outline(text: &str, blocks: &[Block]) -> Vec<Heading> {
    let entries = entries::entries(text, blocks);
    // A title or a signature below the text belongs to no section.
    let end = blocks
        .iter()
        .rev()
        .find(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading))
        .map_or(text.len(), |block| block.span.end);
    tree::grow(text, entries, end)
}
