//! What only the words of a document tell.

use serde::{Deserialize, Serialize};

use super::{Score, Term};

/// What the words of a document tell, for a document that was analysed without them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Vocabulary {
    /// How many words there are.
    pub words: usize,
    /// The keywords, the weightiest first.
    pub keywords: Vec<Term>,
    /// The parts of the document's readability that are counted over words, with the percentiles that
    /// hold where the reference set fits the document.
    pub readability: Score,
    /// As `readability`, of each section that has scores, in their order.
    pub sections: Vec<Score>,
}
