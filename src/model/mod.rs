//! The contract: the one JSON shape that the command line, the page and every exporter read.
//!
//! Types only, no logic. Inside the core every [`Span`] counts UTF-8 bytes of its document's text;
//! [`crate::offsets`] turns them into UTF-16 code units, once, before an [`Analysis`] leaves.
//! The JSON Schema and the TypeScript types under `schema/` are generated from this module.

mod announcement;
mod claim;
mod document;
mod finding;
mod outline;
mod score;
mod sentence;
mod source;
mod task;
mod term;

pub use announcement::{AnnouncedItem, Announcement, AnnouncementState};
pub use claim::{Bound, Claim, Measure, Status};
pub use document::{
    Author, Block, BlockKind, Dated, Document, DocumentKind, Metadata, NoiseKind, SetAside, Stated,
    Statistics,
};
pub use finding::{Finding, Related, Severity, Suggestion};
pub use outline::{Heading, HeadingStyle};
pub use score::{Reference, Score, ScoreSet, Scores, SectionScores};
pub use sentence::{Ladder, Sentence};
pub use source::{Encoding, Source, Warning, WarningCode};
pub use task::{Missing, Task};
pub use term::{Term, TermKind};

use serde::{Deserialize, Serialize};

/// The version of the contract that [`Analysis::schema`] names.
pub const SCHEMA: &str = "xushi/1";

/// Everything that is known of one source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Analysis {
    /// The contract's version, `xushi/1`.
    pub schema: String,
    /// Where the text came from and what was noticed while it was read.
    pub source: Source,
    /// The articles that the source holds, in the order in which they stand there.
    pub documents: Vec<Document>,
}

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

    /// The covered part of `text`; empty where the span does not fit it.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}
