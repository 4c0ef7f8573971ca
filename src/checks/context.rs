//! What several rules read: each list is made once for a document, when the first rule asks for it.

use std::cell::OnceCell;

use super::day::{self, Day};
use super::numbering::{self, Slip};
use super::words::Role;
use super::years::{self, Year};
use crate::model::{Announcement, Claim, Span};
use crate::reading::{Hit, Markers, Reading};
use crate::source::signs;
use crate::text::character::is_han;

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
    said: OnceCell<Vec<&'a Hit>>,
    signs: OnceCell<Vec<(usize, char)>>,
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
    ) -> Self {
        Self {
            reading,
            announcements,
            claims,
            markers,
            said: OnceCell::new(),
            signs: OnceCell::new(),
            slips: OnceCell::new(),
            years: OnceCell::new(),
            days: OnceCell::new(),
        }
    }

    /// The words between two claims of one sentence.
    pub(super) fn between(&self, one: &Claim, next: &Claim) -> Option<&'a str> {
        let words = self.reading.text.get(one.span.end..next.span.start)?;
        (one.sentence == next.sentence).then_some(words)
    }

    /// Where words that have a role stand (`data/check-words.tsv`), each on whole words, in order.
    pub(super) fn places(&self, role: Role) -> impl Iterator<Item = Span> + '_ {
        let hits = self
            .reading
            .hits
            .within(Span::new(0, self.reading.text.len()));
        let said = || hits.filter(|hit| !hit.lexeme.checks.is_empty()).collect();
        let said = self.said.get_or_init(said).iter();
        said.filter(move |hit| hit.lexeme.checks.has(role))
            .map(|hit| hit.span)
    }

    /// What is no Chinese character (marks, digits, letters), with its place in bytes: a sixth of a text,
    /// and all that rules on marks need look at.
    pub(super) fn signs(&self) -> &[(usize, char)] {
        let signs = || signs(self.reading.text).filter(|(_, sign)| !is_han(*sign));
        self.signs.get_or_init(|| signs().collect())
    }

    /// Those of a stretch.
    pub(super) fn signs_in(&self, stretch: Span) -> &[(usize, char)] {
        stretch.begun(self.signs(), |(at, _)| *at)
    }

    /// Where the numbers of headings and items do not follow one another.
    pub(super) fn slips(&self) -> &[Slip] {
        let slips = || numbering::slips(self.reading, self.markers.all());
        self.slips.get_or_init(slips)
    }

    /// The years that are written with 年, and 今年 and its like where the document's own year is known: it is dated, or
    /// names the year. One that is only reckoned from what its headings review is no ground for a finding.
    pub(super) fn years(&self) -> &[Year] {
        let reading = self.reading;
        self.years.get_or_init(|| {
            let own = reading.clock.year;
            let mut years = years::years(reading.text, own);
            let named = |year: &Year| year.written && Some(year.value) == own;
            let known = reading.metadata.date.is_some() || years.iter().any(named);
            years.retain(|year| year.written || known);
            years
        })
    }

    /// The days that are written with 月 and 日.
    pub(super) fn days(&self) -> &[Day] {
        self.days.get_or_init(|| day::days(self.reading.text))
    }
}
