//! Announcements (我讲四点意见, 坚守“三条底线”): how many parts a text says it has, and the parts.
//!
//! The outline shows them beside the items; the rule `announced-count` reports those that are not
//! kept.

mod count;
mod headings;
mod lead;
mod quoted;
mod run;
#[cfg(test)]
mod tests;
mod unnumbered;

use std::collections::BTreeMap;

use crate::model::{
    AnnouncedItem, Announcement, AnnouncementState, BlockKind, Heading, HeadingStyle, Span,
};
use crate::reading::Reading;
use crate::reading::{Markers, PartMarker};
use count::Count;
use run::Run;

/// The announcements of a document, in order; `markers` are the document's.
pub fn find(reading: &Reading, markers: &Markers) -> Vec<Announcement> {
    let markers = markers.all();
    let mut finder = Finder {
        reading,
        markers,
        steps: STEPS_A_MARKER * markers.len() + STEPS_AT_LEAST,
        found: Vec::new(),
    };
    let mut quoted = Vec::new();
    for sentence in 0..reading.sentences.len() {
        if !reading.sentence_is_heading[sentence] && in_running_text(reading, sentence) {
            lead::sentence(&mut finder, sentence, &mut quoted);
        }
    }
    for section in &reading.sections {
        if !is_item(section.heading) {
            headings::heading(&mut finder, section.heading);
        }
    }
    quoted::taken_up(&mut finder, &quoted);
    let mut found = finder.found;
    found.sort_by_key(|announcement| (announcement.span, announcement.state));
    found.dedup_by_key(|announcement| announcement.span);
    found
}

/// Whether at least half of the parts, and two of them, name what was counted again: 三条底线 in
/// 坚守绿色发展底线.
pub(crate) fn named_again(text: &str, noun: &str, items: &[AnnouncedItem]) -> bool {
    let head = count::head(noun);
    let echoes = items
        .iter()
        .filter(|item| !head.is_empty() && item.span.of(text).contains(head))
        .count();
    echoes >= 2 && echoes * 2 >= items.len()
}

/// Looking for parts may take so many steps for every number in the text: a text that announces
/// without end must not take time without end.
const STEPS_A_MARKER: usize = 40;

/// Short texts may always be searched through.
const STEPS_AT_LEAST: usize = 10_000;

/// What finds announcements, and those that it found.
struct Finder<'a> {
    reading: &'a Reading<'a>,
    /// The numbers that open parts.
    markers: &'a [PartMarker],
    /// The steps that are left.
    steps: usize,
    found: Vec<Announcement>,
}

impl Finder<'_> {
    /// Takes an announcement in.
    fn push(
        &mut self,
        count: &Count,
        clause: Span,
        state: AnnouncementState,
        items: Vec<AnnouncedItem>,
    ) {
        self.found.push(Announcement {
            span: count.span,
            clause,
            count: count.number,
            noun: count.noun.to_owned(),
            state,
            items,
        });
    }

    /// The parts of a run; where the outline has one, it is the heading's span.
    fn items(&self, run: &Run) -> Vec<AnnouncedItem> {
        run.parts
            .iter()
            .take(MOST_ITEMS)
            .map(|part| AnnouncedItem {
                number: Some(part.number),
                span: self
                    .heading_at(part.span.start)
                    .map_or_else(|| part.words(self.reading.text), |heading| heading.span),
            })
            .collect()
    }

    /// The heading or item of the outline that begins at `position`.
    fn heading_at(&self, position: usize) -> Option<&Heading> {
        let sections = &self.reading.sections;
        let at = sections.partition_point(|section| section.heading.span.start < position);
        let heading = sections.get(at)?.heading;
        (heading.span.start == position).then_some(heading)
    }

    /// What a run tells of the number that was announced.
    fn state(&self, count: &Count, run: &Run) -> AnnouncementState {
        let found = run.parts.len() as u32;
        let last = run.parts.last().map_or(0, |part| part.number);
        // A number left out is another rule's business.
        if found == count.number || last == count.number {
            return AnnouncementState::Kept;
        }
        // A lone 一是 counts nothing.
        let fewer = found < count.number;
        let unsure = fewer && (run.restarts || run::goes_on_unnumbered(self.reading.text, run));
        if found < 2 || unsure {
            AnnouncementState::Open
        } else {
            AnnouncementState::Differs
        }
    }
}

/// The most parts that an announcement lists: more are never announced.
const MOST_ITEMS: usize = 40;

/// Whether a heading is an item inside the text.
fn is_item(heading: &Heading) -> bool {
    matches!(heading.style, HeadingStyle::Inline | HeadingStyle::Dash)
}

/// Whether a sentence stands in running text.
fn in_running_text(reading: &Reading, sentence: usize) -> bool {
    reading
        .blocks
        .get(reading.sentence_blocks[sentence])
        .is_some_and(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading))
}

/// The announcements by the words that are counted, for those that are taken up later.
fn by_words<'a>(text: &'a str, found: &[Announcement]) -> BTreeMap<&'a str, Vec<usize>> {
    let mut by_words: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, announcement) in found.iter().enumerate() {
        by_words
            .entry(announcement.span.of(text))
            .or_default()
            .push(index);
    }
    by_words
}
