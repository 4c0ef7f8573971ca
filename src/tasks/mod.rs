//! Commitments to act: action, owner, deadline, measure, and what is missing.

use crate::language::Reading;
use crate::model::{Claim, Task};

/// The tasks of a document, in order.
pub fn extract(_reading: &Reading, _claims: &[Claim]) -> Vec<Task> {
    Vec::new()
}
