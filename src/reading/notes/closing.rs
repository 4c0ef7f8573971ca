//! Notes that close sections: where all notes on lines of their own stand behind the last of a section's items, each is said
//! of all the items above it. Where other items have notes, too, each is its own item's.

use super::Found;
use crate::model::Span;
use crate::reading::document::Reading;

/// The fewest sections that are closed so: one alone may have a last item with a note.
const FEWEST: usize = 2;

/// The sections that notes close, by their indices, in order; none where a note stands behind another item.
pub(super) struct Closing(Vec<usize>);

impl Closing {
    /// What the notes of a document close.
    pub(super) fn of(reading: &Reading, notes: &[Found]) -> Self {
        let mut closed: Vec<usize> = Vec::new();
        let mut before = None;
        for note in notes.iter().filter(|note| stands_alone(reading, note)) {
            let Some((around, is_last)) = around(reading, note.span) else {
                continue;
            };
            // Several lines of labels close a section together.
            let goes_on = before.is_some_and(|before| note.sentence == before + 1);
            before = Some(note.sentence);
            if !is_last || closed.last() == Some(&around) && !goes_on {
                return Self(Vec::new());
            }
            closed.push(around);
        }
        closed.dedup();
        let is_pattern = closed.len() >= FEWEST;
        Self(if is_pattern { closed } else { Vec::new() })
    }

    /// The section that a note on a line of its own closes.
    pub(super) fn section(&self, reading: &Reading, note: Span) -> Option<usize> {
        let (around, _) = around(reading, note)?;
        (self.0.binary_search(&around).is_ok()).then_some(around)
    }
}

/// Whether a note is all of its paragraph.
fn stands_alone(reading: &Reading, note: &Found) -> bool {
    let block = reading.blocks[reading.sentence_blocks[note.sentence]].span;
    note.row.is_none() && block.start == note.span.start && block.end <= note.span.end
}

/// The section of several items around the one that a note stands behind, and whether it is the last of them.
fn around(reading: &Reading, note: Span) -> Option<(usize, bool)> {
    let own = reading.section_at(note.start)?;
    let around = reading.sections[own].parent?;
    let items = &reading.sections[around].heading.children;
    let is_last = items.last()?.section.contains(note.start);
    (items.len() > 1).then_some((around, is_last))
}
