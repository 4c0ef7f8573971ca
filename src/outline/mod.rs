//! Blocks to a tree: headings, and the inline items (一是…二是…) inside paragraphs.

use crate::model::{Block, Heading};

/// The heading tree of a document.
pub fn outline(_text: &str, _blocks: &[Block]) -> Vec<Heading> {
    Vec::new()
}
