//! Which tables there are.

use arrow_schema::SchemaRef;

use crate::sheet::schema;
use crate::{claims, documents, findings, scores, sentences, tasks};

/// A table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// A row a document, and one for each source that holds none or could not be read.
    Documents,
    /// A row a claim.
    Claims,
    /// A row a task.
    Tasks,
    /// A row a finding of the checks.
    Findings,
    /// A row a sentence.
    Sentences,
    /// A row a score, of documents and of their sections; of documents one for each of the counts behind it as well.
    Scores,
}

impl Table {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Documents,
        Self::Claims,
        Self::Tasks,
        Self::Findings,
        Self::Sentences,
        Self::Scores,
    ];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Claims => "claims",
            Self::Tasks => "tasks",
            Self::Findings => "findings",
            Self::Sentences => "sentences",
            Self::Scores => "scores",
        }
    }

    /// The table of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }

    /// Its columns, which are the same for all texts.
    #[must_use]
    pub fn schema(self) -> SchemaRef {
        match self {
            Self::Documents => schema(documents::COLUMNS),
            Self::Claims => schema(claims::COLUMNS),
            Self::Tasks => schema(tasks::COLUMNS),
            Self::Findings => schema(findings::COLUMNS),
            Self::Sentences => schema(sentences::COLUMNS),
            Self::Scores => schema(scores::COLUMNS),
        }
    }
}
