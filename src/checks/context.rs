//! What several rules read: each list is made once for a document, when the first rule asks for it.

use std::cell::OnceCell;

use super::impossible_date::{self, Day};
use super::numbering::{self, Slip};
use super::scan::{self, Year};
use crate::language::Reading;
use crate::model::{Announcement, Claim};
use crate::outline::Markers;

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
            signs: OnceCell::new(),
            slips: OnceCell::new(),
            years: OnceCell::new(),
            days: OnceCell::new(),
        }
    }

    /// What is no Chinese character (marks, digits, letters), with its place in bytes: a sixth of a text,
    /// and all that rules on marks need look at.
    pub(super) fn signs(&self) -> &[(usize, char)] {
        self.signs.get_or_init(|| {
            let characters = self.reading.text.char_indices();
            characters.filter(|(_, c)| !scan::is_han(*c)).collect()
        })
    }

    /// Where those do not follow one another.
    pub(super) fn slips(&self) -> &[Slip] {
        self.slips
            .get_or_init(|| numbering::slips(self.reading, self.markers.all()))
    }

    /// The years that are written with 年.
    pub(super) fn years(&self) -> &[Year] {
        self.years.get_or_init(|| scan::years(self.reading.text))
    }

    /// The days that are written with 月 and 日.
    pub(super) fn days(&self) -> &[Day] {
        self.days
            .get_or_init(|| impossible_date::days(self.reading.text))
    }
}
