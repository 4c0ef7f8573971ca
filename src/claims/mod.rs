//! Quantitative claims: every number with its unit, its indicator, its sense and its time.

use crate::language::Reading;
use crate::model::Claim;

/// The claims of a document, in order.
pub fn extract(_reading: &Reading) -> Vec<Claim> {
    Vec::new()
}
