//! What looks for announcements, and what its parts hand one another: lead-ins, counts, runs of parts.

use super::count::Count;
use crate::lexicon::announcing::{self, Role};
use crate::model::{AnnouncedItem, Announcement, AnnouncementState, Heading, HeadingStyle, Span};
use crate::reading::{PartMarker, Reading};
use crate::text::window_after;

/// How sure a lead-in makes that the parts follow it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// 我讲四点意见: they must.
    Speaker,
    /// 以下三个方面: they must, and close by.
    Following,
    /// 抓好四件事: only if they follow at once.
    Plain,
    /// 做到“五个坚持”: only if they follow at once and name it again.
    Echo,
    /// 有两点需要说明, 做了六项工作: only if they follow at once and are as many.
    Bare,
}

/// A count in quotation marks, and the sentence that it stands in.
pub(super) struct Quoted<'a> {
    pub sentence: usize,
    pub clause: Span,
    pub count: Count<'a>,
}

/// A run of numbered parts.
pub(super) struct Run {
    pub parts: Vec<PartMarker>,
    /// Whether the same numbering starts again within it or after it, so that it may be longer.
    pub restarts: bool,
}

impl Run {
    /// Whether after the last numbered part one follows that bears no number: 最后，…
    fn goes_on_unnumbered(&self, text: &str) -> bool {
        let end = self.parts.last().map_or(text.len(), |last| last.span.end);
        let mut lines = window_after(text, end, 600).split('\n');
        let clauses = lines
            .next()
            .unwrap_or_default()
            .split(['。', '，', '；', ',', ';']);
        clauses.skip(1).any(|clause| {
            let mut rows = announcing::TABLE.beginnings(clause);
            rows.any(|row| row.roles.has(Role::More))
        })
    }
}

/// Looking for parts may take so many steps for every number in the text: a text that announces
/// without end must not take time without end.
const STEPS_A_MARKER: usize = 40;

/// Short texts may always be searched through.
const STEPS_AT_LEAST: usize = 10_000;

/// What finds announcements, and those that it found.
pub(super) struct Finder<'a> {
    pub reading: &'a Reading<'a>,
    /// The numbers that open parts.
    pub markers: &'a [PartMarker],
    /// The steps that are left.
    pub steps: usize,
    pub found: Vec<Announcement>,
}

impl<'a> Finder<'a> {
    /// Nothing is found yet.
    pub fn new(reading: &'a Reading<'a>, markers: &'a [PartMarker]) -> Self {
        Self {
            reading,
            markers,
            steps: STEPS_A_MARKER * markers.len() + STEPS_AT_LEAST,
            found: Vec::new(),
        }
    }

    /// Takes an announcement in.
    pub fn push(
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
    pub fn items(&self, run: &Run) -> Vec<AnnouncedItem> {
        let sections = &self.reading.sections;
        let parts = run.parts.iter().take(MOST_ITEMS);
        let items = parts.map(|part| {
            let start = part.span.start;
            let at = sections.binary_search_by_key(&start, |section| section.heading.span.start);
            AnnouncedItem {
                number: Some(part.number),
                span: at.map_or_else(
                    |_| part.words(self.reading.text),
                    |at| sections[at].heading.span,
                ),
            }
        });
        items.collect()
    }

    /// What a run tells of the number that was announced.
    pub fn state(&self, count: &Count, run: &Run) -> AnnouncementState {
        let found = run.parts.len() as u32;
        let last = run.parts.last().map_or(0, |part| part.number);
        // A number left out is another rule's business.
        if found == count.number || last == count.number {
            return AnnouncementState::Kept;
        }
        // A lone 一是 counts nothing.
        let fewer = found < count.number;
        let unsure = fewer && (run.restarts || run.goes_on_unnumbered(self.reading.text));
        match found < 2 || unsure {
            true => AnnouncementState::Open,
            false => AnnouncementState::Differs,
        }
    }
}

/// The most parts that an announcement lists: more are never announced.
const MOST_ITEMS: usize = 40;

/// Whether a heading is an item inside the text.
pub(super) fn is_item(heading: &Heading) -> bool {
    matches!(heading.style, HeadingStyle::Inline | HeadingStyle::Dash)
}
