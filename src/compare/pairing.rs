//! Who belongs to whom: of all that might be one, the best first, nothing twice.

use std::collections::HashSet;

/// A pair that may be one: indices on both sides, and how good it is.
pub struct Candidate<T> {
    /// The index on the first side.
    pub first: usize,
    /// The index on the second side.
    pub second: usize,
    /// How good it is.
    pub score: f64,
    /// What else is known of it.
    pub told: T,
}

/// The pairs that stay: the better ones before the others, those of one worth by how far apart in order they stand.
/// Nothing of either side stands in two.
pub fn best<T>(mut candidates: Vec<Candidate<T>>) -> Vec<Candidate<T>> {
    let apart = |one: &Candidate<T>| one.first.abs_diff(one.second);
    candidates.sort_by(|one, other| {
        let better = other.score.total_cmp(&one.score);
        better
            .then_with(|| apart(one).cmp(&apart(other)))
            .then_with(|| (one.first, one.second).cmp(&(other.first, other.second)))
    });
    let (mut firsts, mut seconds) = (HashSet::new(), HashSet::new());
    candidates.retain(|one| {
        let is_free = !firsts.contains(&one.first) && !seconds.contains(&one.second);
        is_free && firsts.insert(one.first) && seconds.insert(one.second)
    });
    candidates.sort_by_key(|one| one.first);
    candidates
}
