//! Why a source is divided as it is: each line with what it was taken for, and what spoke for going on
//! there with the paragraph above.

use super::document::Layout;
use super::join;
use super::keep::Kept;
use super::seam;
use super::stated::Stated;
use crate::model::{BlockKind, Span};

/// A line of a source, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedLine {
    /// Its words: bytes of the source.
    pub span: Span,
    /// The block that it stands in; nothing for what is set aside.
    pub block: Option<BlockKind>,
    /// Whether it goes on with the paragraph above.
    pub goes_on: bool,
    /// What spoke for that and against it, the heaviest first; nothing where a mark decides.
    pub reasons: Vec<Reason>,
}

/// A row of `data/seams.tsv` that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// Why, in Chinese.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// How much it speaks for going on; below 0 for a new paragraph.
    pub weight: i32,
}

/// Each line of `source` that is text, in order, with what spoke for going on there.
pub(super) fn lines_of(source: &str, stated: &Stated) -> Vec<ExplainedLine> {
    let mut explained: Vec<ExplainedLine> = Vec::new();
    let keep = Kept::default();
    join::paragraphs(source, stated.lines(source, &keep), &keep, |line, seen| {
        let rows = seen.into_iter().flat_map(seam::reasons);
        let mut reasons: Vec<Reason> = rows
            .map(|row| Reason {
                zh: row.reason,
                en: row.english,
                weight: row.weight,
            })
            .collect();
        reasons.sort_by_key(|reason| -reason.weight.abs());
        explained.push(ExplainedLine {
            span: line.span,
            block: None,
            goes_on: seen.is_some_and(seam::goes_on),
            reasons,
        });
    });
    explained
}

/// Tells of the lines that stand in a document in which of its blocks they do.
pub(super) fn tell_blocks(lines: &mut [ExplainedLine], document: &Layout) {
    for &(at, start, length) in &document.source_map {
        let block = document.blocks.iter().find(|block| block.span.contains(at));
        let first = lines.partition_point(|line| line.span.end <= start);
        let within = lines[first..].iter_mut();
        for line in within.take_while(|line| line.span.start < start + length) {
            line.block = block.map(|block| block.kind);
        }
    }
}
