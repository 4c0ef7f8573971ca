//! What a block is or begins with: a heading that has its line to itself, one that is the first
//! sentence of a paragraph, or an item.

use super::title::{LONGEST_TITLE, item_end, title_end};
use crate::lexicon::closing_headings;
use crate::model::{Block, BlockKind, Span};
use crate::numbering::{Form, Marker, counts_on, marker};

/// A heading or an item before the tree is grown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The written form of its number.
    pub form: Form,
    /// Its number; 0 where it has none.
    pub number: u32,
    /// Its words, the number included.
    pub span: Span,
    /// Where its block ends.
    pub block_end: usize,
    /// For items: whether another item of the same list follows.
    pub goes_on: bool,
    /// For the first of a list: whether the paragraph before leads to it (以下几点：).
    pub announced: bool,
}

impl Entry {
    /// The part that `number` opens at `start` of a block that ends at `block_end`; its words are of so
    /// many bytes.
    pub(super) fn new(number: Marker, start: usize, length: usize, block_end: usize) -> Self {
        Self {
            form: number.form,
            number: number.number,
            span: Span::new(start, start + length),
            block_end,
            goes_on: false,
            announced: false,
        }
    }

    /// Whether a heading has its line to itself.
    pub(super) fn heads_line(&self) -> bool {
        self.block_end <= self.span.end + '。'.len_utf8()
    }
}

/// The heading or item that a block is or begins with.
pub(super) fn block_entry(text: &str, block: &Block) -> Option<Entry> {
    let words = block.span.of(text);
    let number = marker(words).filter(|number| !counts_on(words, *number));
    let (number, length) = match block.kind {
        BlockKind::Heading => {
            let end = words
                .trim_end_matches(['。', '：', ':', '；', ';', ' '])
                .len();
            let number = match number {
                Some(number) if number.form.heads() => number,
                Some(number) if number.form == Form::Ordinal => Marker {
                    form: Form::OrdinalHeading,
                    ..number
                },
                _ if closes(&words[..end]) => Marker::new(Form::Closing, 0, 0),
                _ => Marker::new(Form::Plain, 0, 0),
            };
            (number, end.max(number.length))
        }
        BlockKind::Paragraph => {
            let number = number?;
            let length = if number.form.heads() {
                title_end(words, number.length, LONGEST_TITLE)
            } else {
                item_end(words, number.length)
            };
            // 1 车辆定位, told to be no heading: a row of a table.
            if number.form == Form::Decimal(1) && length == words.len() {
                return None;
            }
            (number, length)
        }
        _ => return None,
    };
    Some(Entry::new(number, block.span.start, length, block.span.end))
}

/// Whether an unnumbered heading closes a text.
fn closes(heading: &str) -> bool {
    closing_headings::TABLE
        .get(heading)
        .is_some_and(|row| !row.contents)
}
