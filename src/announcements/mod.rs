//! Announcements (我讲四点意见, 坚守“三条底线”): how many parts a text says it has, and the parts.
//!
//! The outline shows them beside the items; the rule `announced-count` reports those that are not
//! kept.

mod count;
mod finder;
mod headings;
mod quoted;
mod run;
mod sentences;
#[cfg(test)]
mod tests;
mod unnumbered;

use crate::model::{Announcement, BlockKind};
use crate::reading::{Markers, Reading};
pub(crate) use count::named_again;
use finder::{Finder, is_item};

/// The announcements of a document, in order; `markers` are the document's.
pub fn find(reading: &Reading, markers: &Markers) -> Vec<Announcement> {
    let markers = markers.all();
    let mut finder = Finder::new(reading, markers);
    let mut quoted = Vec::new();
    for sentence in 0..reading.sentences.len() {
        if !reading.sentence_is_heading[sentence] && in_running_text(reading, sentence) {
            sentences::sentence(&mut finder, sentence, &mut quoted);
        }
    }
    for heading in reading.headings().filter(|heading| !is_item(heading)) {
        headings::heading(&mut finder, heading);
    }
    quoted::taken_up(&mut finder, &quoted);
    let mut found = finder.found;
    found.sort_by_key(|announcement| (announcement.span, announcement.state));
    found.dedup_by_key(|announcement| announcement.span);
    found
}

/// Whether a sentence stands in running text.
fn in_running_text(reading: &Reading, sentence: usize) -> bool {
    let block = reading.blocks.get(reading.sentence_blocks[sentence]);
    block.is_some_and(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading))
}
