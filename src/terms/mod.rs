//! Set phrases (提法), numeric slogans, stock phrases (套话) and keywords.

use crate::language::{Reading, Word};
use crate::model::Term;

/// The terms of a document; keywords only where there are words.
pub fn extract(_reading: &Reading, _words: Option<&[Word]>) -> Vec<Term> {
    Vec::new()
}
