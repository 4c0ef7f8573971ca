//! The clauses that a task is looked for in.

use crate::model::Span;
use crate::reading::Reading;

/// The clauses of a stretch, as far as they stand in it.
pub(super) fn clauses(reading: &Reading, stretch: Span) -> impl Iterator<Item = Span> {
    let from = (reading.clauses).partition_point(|clause| clause.span.end <= stretch.start);
    let clauses = reading.clauses[from..].iter().map(|clause| clause.span);
    (clauses.take_while(move |clause| clause.start < stretch.end))
        .map(move |clause| Span::new(clause.start.max(stretch.start), clause.end.min(stretch.end)))
}
