//! Notes that close sections: where all notes of a document stand on lines of their own behind the last of a section's items,
//! each is said of all the items above it. Where another item has a note, too, each is its own item's.

use crate::model::Span;
use crate::reading::document::Reading;

/// A note, the sentence that it stands in, and of a cell the row that it is said of.
pub(super) struct Found {
    pub(super) span: Span,
    pub(super) sentence: usize,
    pub(super) row: Option<Span>,
}

/// The fewest sections that are closed so: one alone may have a last item with a note.
const FEWEST: usize = 2;

/// The sections that notes close, by their indices, in order; none where a note stands elsewhere.
pub(super) struct Closing(Vec<usize>);

impl Closing {
    /// What the notes of a document close.
    pub(super) fn of(reading: &Reading, notes: &[Found]) -> Self {
        let closed = closed(reading, notes).filter(|closed| is_pattern(reading, closed));
        Self(closed.unwrap_or_default())
    }

    /// The section that a note on a line of its own closes.
    pub(super) fn section(&self, reading: &Reading, note: Span) -> Option<usize> {
        let around = around(reading, note)?;
        (self.0.binary_search(&around).is_ok()).then_some(around)
    }
}

/// The sections that notes close, if all do.
fn closed(reading: &Reading, notes: &[Found]) -> Option<Vec<usize>> {
    let mut closed: Vec<usize> = Vec::new();
    let mut before = None;
    for note in notes.iter().filter(|note| note.row.is_none()) {
        let block = reading.blocks[reading.sentence_blocks[note.sentence]].span;
        // A second sentence of its line belongs to it.
        let is_alone = block.start == note.span.start
            || before.is_some_and(|before: usize| {
                reading.sentence_blocks[before] == reading.sentence_blocks[note.sentence]
            });
        let around = around(reading, note.span).filter(|_| is_alone)?;
        // Several lines of labels close a section together.
        let goes_on = before.is_some_and(|before| note.sentence == before + 1);
        if closed.last() != Some(&around) {
            closed.push(around);
        } else if !goes_on {
            return None;
        }
        before = Some(note.sentence);
    }
    Some(closed)
}

/// Whether sections are those of one level, and most of those there that have several items.
fn is_pattern(reading: &Reading, closed: &[usize]) -> bool {
    let parent = |section: usize| reading.sections[section].parent;
    let Some(level) = closed.first().map(|first| parent(*first)) else {
        return false;
    };
    let has_items = |section: &usize| reading.sections[*section].heading.children.len() > 1;
    let beside = (0..reading.sections.len()).filter(|section| parent(*section) == level);
    closed.len() >= FEWEST
        && closed.iter().all(|section| parent(*section) == level)
        && closed.len() * 3 >= beside.filter(has_items).count() * 2
}

/// The section of several items behind whose last one a note stands.
fn around(reading: &Reading, note: Span) -> Option<usize> {
    let own = reading.section_at(note.start)?;
    let around = reading.sections[own].parent?;
    let items = &reading.sections[around].heading.children;
    let is_last = items.last()?.section.contains(note.start);
    (items.len() > 1 && is_last).then_some(around)
}
