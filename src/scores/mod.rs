//! The 虚实 ladder, the scores and the plain counts.

use crate::language::{Reading, Word};
use crate::model::{Claim, Ladder, Scores, Statistics, Task, Term};

/// The step of each sentence.
pub fn ladder(
    reading: &Reading,
    _claims: &[Claim],
    _tasks: &[Task],
    _terms: &[Term],
) -> Vec<Option<Ladder>> {
    vec![None; reading.sentences.len()]
}

/// The scores of the document and of its sections.
pub fn score(
    _reading: &Reading,
    _words: Option<&[Word]>,
    _claims: &[Claim],
    _tasks: &[Task],
    _terms: &[Term],
    _ladder: &[Option<Ladder>],
) -> Scores {
    Scores::default()
}

/// Plain counts.
pub fn statistics(_reading: &Reading, _words: Option<&[Word]>) -> Statistics {
    Statistics::default()
}
