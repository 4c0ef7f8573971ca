//! Why a source gives no text.

use crate::strings::{Said, say};

/// Why a source gives no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.said().zh)]
pub enum SourceError {
    /// The bytes are an image, an archive or some other file that is no text.
    Binary {
        /// What the file seems to be, for instance `PNG`; empty where that is unknown.
        format: String,
    },
    /// The source has no such document.
    Missing,
}

impl SourceError {
    /// What happened and what to do, in both languages.
    pub fn said(&self) -> Said {
        match self {
            Self::Binary { format } if format.is_empty() => say("error.binary-unknown", &[]),
            Self::Binary { format } => say("error.binary", &[("format", format)]),
            Self::Missing => say("error.no-document", &[]),
        }
    }
}
