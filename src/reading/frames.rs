//! What headings stand over that is neither ordered nor promised: principles, conditions, what a standard holds.

use super::{Reading, ends_clause, ends_sentence};
use crate::lexicon::LEXICON;
use crate::lexicon::cues::Role;
use crate::model::{Heading, Span};
use crate::numbering::marker;

/// What a heading stands over that is not ordered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum HeadingFrame {
    /// Principles, conditions, cases.
    Principles,
    /// What a standard holds.
    Standards,
}

impl Reading<'_> {
    /// The frame of each section: its own heading's, or that of the nearest one above.
    pub fn frames(&self) -> Vec<Option<HeadingFrame>> {
        let mut frames: Vec<Option<HeadingFrame>> = Vec::with_capacity(self.sections.len());
        for section in &self.sections {
            let outer = section.parent.and_then(|parent| frames[parent]);
            let ahead = LEXICON.ends_with(&section.heading.title, Role::HeadingAhead);
            let outer = outer.filter(|_| !ahead);
            frames.push(frame(self, section.heading).or(outer));
        }
        frames
    }
}

/// What a heading stands over: principles or conditions, or what a standard holds (技术标准); one that begins with a verb
/// orders something (完善技术标准).
fn frame(reading: &Reading, heading: &Heading) -> Option<HeadingFrame> {
    let words = heading.span.of(reading.text);
    let number = marker(words).map_or(0, |marker| marker.length);
    let title = words[number..].trim_start();
    let start = heading.span.end - title.len();
    let end = title.find(|mark| ends_sentence(mark) || ends_clause(mark));
    let title = title[..end.unwrap_or(title.len())].trim_end();
    let orders = || {
        let span = Span::new(start, start + title.len());
        reading.verb_at_head(span).is_some_and(|verb| verb.is_act)
    };
    let is_whole = |role| LEXICON.word(title).is_some_and(|word| word.is(role));
    let ends = |role| is_whole(role) || LEXICON.ends_with(title, role) && !orders();
    if ends(Role::HeadingFrames) {
        Some(HeadingFrame::Principles)
    } else {
        ends(Role::HeadingDefines).then_some(HeadingFrame::Standards)
    }
}
