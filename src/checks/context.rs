//! What several rules read: each list is made once for a document, when the first rule asks for it.

use std::cell::OnceCell;

use super::day::{self, Day};
use super::numbering::{self, Slip};
use super::scan::{self, Year};
use super::sought::{Found, Hit, Lists, SignsBySpan, Sought};
use crate::model::{Announcement, Claim, Span};
use crate::reading::Markers;
use crate::reading::Reading;

/// A document, as the rules take it.
pub struct Context<'a> {
    /// The document.
    pub reading: &'a Reading<'a>,
    /// The numbers of parts that it announces.
    pub announcements: &'a [Announcement],
    /// The quantities that it states.
    pub claims: &'a [Claim],
    /// The numbers that open headings and items.
    pub markers: &'a Markers,
    sought: &'a Lists,
    found: OnceCell<Found>,
    slips: OnceCell<Vec<Slip>>,
    years: OnceCell<Vec<Year>>,
    days: OnceCell<Vec<Day>>,
}

impl<'a> Context<'a> {
    /// Nothing is looked up yet.
    pub fn new(
        reading: &'a Reading<'a>,
        claims: &'a [Claim],
        announcements: &'a [Announcement],
        markers: &'a Markers,
        sought: &'a Lists,
    ) -> Self {
        Self {
            reading,
            announcements,
            claims,
            markers,
            sought,
            found: OnceCell::new(),
            slips: OnceCell::new(),
            years: OnceCell::new(),
            days: OnceCell::new(),
        }
    }

    /// What is no Chinese character (marks, digits, letters), with its place in bytes: a sixth of a text,
    /// and all that rules on marks need look at.
    pub(super) fn signs(&self) -> &[(usize, char)] {
        &self.found().signs
    }

    /// The same, to be handed out stretch by stretch.
    pub(super) fn signs_by_span(&self) -> SignsBySpan<'_> {
        SignsBySpan::new(self.signs())
    }

    /// Where the words of a list stand.
    pub(super) fn hits(&self, sought: &'static Sought) -> &[Hit] {
        self.found().hits(self.sought.place(sought))
    }

    /// The sentences that hold a word of a list, in order.
    pub(super) fn sentences_with(&self, sought: &'static Sought) -> Vec<Span> {
        let mut holding: Vec<Span> = Vec::new();
        for hit in self.hits(sought) {
            if holding.last().is_some_and(|last| last.covers(hit.span)) {
                continue;
            }
            let sentence = self
                .reading
                .sentences
                .get(self.reading.sentence_at(hit.span.start));
            holding.extend(sentence.filter(|sentence| sentence.covers(hit.span)));
        }
        holding
    }

    fn found(&self) -> &Found {
        self.found
            .get_or_init(|| Found::of(self.reading.text, self.sought))
    }

    /// Where those do not follow one another.
    pub(super) fn slips(&self) -> &[Slip] {
        self.slips
            .get_or_init(|| numbering::slips(self.reading, self.markers.all()))
    }

    /// The years that are written with 年.
    pub(super) fn years(&self) -> &[Year] {
        self.years
            .get_or_init(|| scan::years_at(self.reading.text, &self.found().years))
    }

    /// The days that are written with 月 and 日.
    pub(super) fn days(&self) -> &[Day] {
        self.days
            .get_or_init(|| day::days(self.reading.text, &self.found().months))
    }
}
