//! A note of who is to act and when (责任单位、时限).

use crate::model::Span;

/// A note, and what it is said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// Where it stands, its brackets included.
    pub span: Span,
    /// From where on it covers what is to be done, up to its own end.
    pub reach: Span,
}
