//! How often something is to be done (频次).

use crate::model::{Recurrence, Span};
use crate::reading::Reading;

/// The recurrences that a stretch names, in order.
pub(super) fn find(reading: &Reading, stretch: Span) -> Vec<Recurrence> {
    let mut found: Vec<Recurrence> = Vec::new();
    for token in reading.tokens_in(stretch) {
        let rest = Span::new(token.span.start, stretch.end);
        let known = found
            .last()
            .is_some_and(|last| last.span.covers(token.span));
        if let Some(span) = reading.recurrence(rest).filter(|_| !known) {
            let text = span.of(reading.text).to_owned();
            found.push(Recurrence { text, span });
        }
    }
    found
}
