//! What the rules on the form of official documents (公文) ask: the kind that the title tells for certain, and
//! the parts of the page.

use super::words::Role;
use crate::model::{BlockKind, Span};
use crate::reading::Reading;

/// The kind of a document whose title tells it: 通知 of 关于…的通知.
pub(super) fn kind_of<'a>(reading: &Reading<'a>) -> Option<&'a str> {
    let title = reading.title?.trim();
    let kind = Role::OfficialKind.ends(title)?;
    let (_, subject) = title.split_once("关于")?;
    let stem = subject.strip_suffix(kind)?;
    stem.ends_with('的')
        .then(|| &title[title.len() - kind.len()..])
}

/// The last paragraphs of running text, at most so many.
pub(super) fn last_paragraphs(reading: &Reading, most: usize) -> impl Iterator<Item = Span> {
    let running = reading.blocks.iter().rev();
    let running = running.filter(|block| block.kind == BlockKind::Paragraph);
    running.map(|block| block.span).take(most)
}

/// The lines of the signature: who signs, and the date.
pub(super) fn signature(reading: &Reading) -> impl Iterator<Item = Span> {
    let blocks = reading.blocks.iter();
    let signs = blocks.filter(|block| block.kind == BlockKind::Signature);
    signs.map(|block| block.span)
}
