//! A stretch of a text.

use serde::{Deserialize, Serialize};

/// A stretch of a document's text: UTF-8 bytes inside the core, UTF-16 code units in JSON.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Span {
    /// The first unit that belongs to the stretch.
    pub start: usize,
    /// The first unit after the stretch.
    pub end: usize,
}

impl Span {
    /// The stretch from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The number of units covered.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing is covered.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `position` lies inside.
    pub const fn contains(self, position: usize) -> bool {
        self.start <= position && position < self.end
    }

    /// Whether the two share at least one unit.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Where `part`, itself a stretch of `text`, stands in it.
    pub fn of_part(part: &str, text: &str) -> Self {
        let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        Self::new(start, start + part.len())
    }

    /// The stretch so many units further on.
    #[must_use]
    pub const fn moved(self, by: usize) -> Self {
        Self::new(self.start + by, self.end + by)
    }

    /// Those of `items` that begin in it; they are in order of their beginnings.
    pub fn begun<T>(self, items: &[T], start: impl Fn(&T) -> usize) -> &[T] {
        let from = items.partition_point(|item| start(item) < self.start);
        let to = items.partition_point(|item| start(item) < self.end);
        &items[from..to.max(from)]
    }

    /// The covered part of `text`; empty where the span does not fit it.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}
