//! Blocks to a tree: headings, and the inline items (一是…二是…) inside paragraphs.

mod headings;
mod inline;
mod numbering;
#[cfg(test)]
mod tests;
mod tree;

pub(crate) use numbering::{Form, Marker, chinese_number, counts_on, marker};

use crate::model::{Block, Heading};

/// The heading tree of a document. Linear in the text; its depth is bounded.
pub fn outline(text: &str, blocks: &[Block]) -> Vec<Heading> {
    let entries = headings::entries(text, blocks);
    tree::grow(text, entries)
}
