//! The contract: the one JSON shape that the command line, the page and every exporter read.
//!
//! Types only, no logic. Inside the core every [`Span`] counts UTF-8 bytes of its document's text;
//! [`crate::offsets`] turns them into UTF-16 code units, once, before an [`Analysis`] leaves.
//! The JSON Schema and the TypeScript types under `schema/` are generated from this module.

mod announcement;
mod claim;
mod compare;
mod document;
mod finding;
mod ledger;
mod number;
mod outline;
mod score;
mod sentence;
mod source;
mod span;
mod stated;
mod task;
mod term;

pub use announcement::{AnnouncedItem, Announcement, AnnouncementState};
pub use claim::{Basis, Bound, Claim, Comparison, Measure, Status};
pub use compare::{
    Cited, Compared, ComparisonKind, ComparisonNote, ComparisonOrder, Ground, Outcome,
    PhraseChange, PhraseRow, ResultRow, SentenceChange, SentenceRow, TargetChange, TargetRow,
    TaskRow, TextComparison, Uptake,
};
pub use document::{
    Author, Block, BlockKind, Dated, Document, DocumentKind, Metadata, NoiseKind, SetAside,
    Statistics,
};
pub use finding::{Finding, Related, Severity, Suggestion};
pub use ledger::{Ledger, LedgerRow, Progress, ProposedState};
pub use outline::{Heading, HeadingStyle};
pub use score::{Reference, Score, ScoreSet, Scores, SectionScores};
pub use sentence::{Ladder, Sentence};
pub use source::{Encoding, Source, Warning, WarningCode};
pub use span::Span;
pub use stated::Stated;
pub use task::{Deadline, Missing, Owner, OwnerRole, Recurrence, Task, TaskKind};
pub use term::{SeenYears, Term, TermKind};

use serde::{Deserialize, Serialize};

/// The version of the contract that [`Analysis::schema`] names.
pub const SCHEMA: &str = "xushi/2";

/// Everything that is known of one source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Analysis {
    /// The contract's version, `xushi/2`.
    pub schema: String,
    /// Where the text came from and what was noticed while it was read.
    pub source: Source,
    /// The articles that the source holds, in the order in which they stand there.
    pub documents: Vec<Document>,
}
